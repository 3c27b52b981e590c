"""A title that only one section lacks, a text that ends with a comma."""

import re

import pytest

from generator.reading import schema
from generator.records.half_pasted import cut_texts, lost_titles
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_shape import NOTICE


def draft(parts: str, more: str = "") -> NoticeDraft:
    raw = f"title: A\nopening: Họp,\nsigned: {{position: A, name: B}}\n{more}parts:\n{parts}\n"
    read, problems = schema.read(NOTICE, raw.encode(), "f")
    assert read is not None, problems
    return read


TITLED, UNTITLED = "{title: C, text: Họp.}", "{text: '- Họp.'}"
LEADING = "{text: 'Các trường thực hiện các nhiệm vụ sau.'}"


@pytest.mark.parametrize(
    ("sections", "fields"),
    [
        ([TITLED, TITLED, UNTITLED], ["parts[0].sections[2]"]),
        ([UNTITLED, TITLED, TITLED, TITLED], ["parts[0].sections[0]"]),
        ([LEADING, TITLED, TITLED], []),
        (["{text: '- Các nhiệm vụ sau:'}", TITLED, TITLED], []),
        ([TITLED, LEADING, TITLED], ["parts[0].sections[1]"]),
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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Dạy học.\n- Phòng cháy,", [9]),
        ("- Dạy học.\n- Phòng cháy,  \n  chữa cháy, ", [10]),
        ("Phòng cháy,", [8]),
        ("- Dạy học,\n- Phòng cháy.", []),
        ("- Phòng cháy,...", []),
        ("- Phòng cháy;", []),
    ],
)
def test_a_text_that_ends_with_a_comma(text: str, lines: list[int]) -> None:
    words = "\n".join(f"      {line}" for line in text.split("\n"))
    section = f"- title: D\n  sections:\n  - text: |\n{words}"
    found = list(cut_texts(draft(section)))
    assert [one.line for one in found] == lines
    assert all(one.warning for one in found)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("- Dạy học.\n      - Phòng cháy,", "Phòng cháy,"),
        ("- Dạy học và\n      phòng cháy, ", "phòng cháy,"),
        ("- Phòng  cháy,", "Phòng  cháy,"),
        ("Các trường dạy học và phòng cháy nổ, ", "dạy học và phòng cháy nổ,"),
    ],
)
def test_a_correction_to_copy_quotes_the_last_line_alone(text: str, quoted: str) -> None:
    part = f"- title: D\n  sections:\n  - text: |\n      {text}"
    (one,) = cut_texts(draft(part))
    assert f"dấu phẩy, «{quoted}»," in one.message
    (slip,) = re.findall("«(- {.*})»", one.message)
    assert f'printed: "{quoted}"' in slip
    assert list(cut_texts(draft(part, f"corrections:\n{slip}\n"))) == []


def test_of_a_parts_own_text_only_that_is_looked_at_which_ends_the_part() -> None:
    assert len(list(cut_texts(draft("- {title: D, text: 'Họp,'}")))) == 1
    assert list(cut_texts(draft(f"- {{title: D, text: 'Họp,', sections: [{TITLED}]}}"))) == []


def test_a_comma_that_is_corrected_or_doubted_is_known() -> None:
    more = "corrections: [{printed: 'cháy,', why: Lạ., sure: nghi ngờ}]\n"
    part = "- {title: D, text: 'Phòng cháy,'}"
    assert len(list(cut_texts(draft(part)))) == 1
    assert list(cut_texts(draft(part, more))) == []
