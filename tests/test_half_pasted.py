"""A title that only one section lacks."""

import pytest

from generator.reading import schema
from generator.records.half_pasted import lost_titles
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_shape import NOTICE


def draft(parts: str, more: str = "") -> NoticeDraft:
    raw = f"title: A\nopening: Họp,\nsigned: {{position: A, name: B}}\n{more}parts:\n{parts}\n"
    read, problems = schema.read(NOTICE, raw.encode(), "f")
    assert read is not None, problems
    return read


TITLED, UNTITLED = "{title: C, text: Họp.}", "{text: Họp.}"


@pytest.mark.parametrize(
    ("sections", "fields"),
    [
        ([TITLED, TITLED, UNTITLED], ["parts[0].sections[2]"]),
        ([UNTITLED, TITLED, TITLED, TITLED], ["parts[0].sections[0]"]),
        ([TITLED, UNTITLED], []),
        ([TITLED, TITLED, UNTITLED, UNTITLED], []),
        ([UNTITLED, UNTITLED, UNTITLED], []),
        ([UNTITLED], []),
        ([TITLED, TITLED, TITLED], []),
    ],
)
def test_a_section_without_a_title_among_titled_ones(
    sections: list[str], fields: list[str]
) -> None:
    found = list(lost_titles(draft(f"- {{title: D, sections: [{', '.join(sections)}]}}")))
    assert [one.field for one in found] == fields
    assert all(one.warning for one in found)
