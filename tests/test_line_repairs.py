"""One line with a slip, so that YAML reads on past it."""

import pytest

from generator.reading.line_repairs import (
    Repair,
    as_text,
    emptied,
    opening_a_block,
    unquoted,
    with_colon,
    with_space,
)


@pytest.mark.parametrize(
    ("repair", "line", "mended"),
    [
        (emptied, "Họp giao ban", ""),
        (with_colon, "title", "title:"),
        (with_colon, "  title  ", "  title:"),
        (with_space, "title:Họp", "title: Họp"),
        (with_space, "t:Họp", "t: Họp"),
        (with_space, "  - a-b:c:d", "  - a-b: c:d"),
        (with_space, "-Họp", "- Họp"),
        (with_space, "  -Họp-x", "  - Họp-x"),
        (with_space, "- -Họp", "- - Họp"),
        (with_space, "x title:Họp", "x title:Họp"),
        (with_space, "title: Họp", "title: Họp"),
        (opening_a_block, "  text: | Họp: nay", "  text: |"),
        (opening_a_block, "  - > 5 - 6", "  - |"),
        (as_text, "title: Họp: nay", "title: 'Họp: nay'"),
        (as_text, "  - t: Họp: nay  ", "  - t: 'Họp: nay'"),
        (as_text, "  - - a-b: x", "  - - a-b: 'x'"),
        (as_text, "- Họp: nay", "- Họp: 'nay'"),
        (as_text, "- 5 lớp: nay", "- '5 lớp: nay'"),
        (as_text, "title: it's", "title: 'it''s'"),
        (as_text, "[a", "'[a'"),
        (as_text, "   ", ""),
    ],
)
def test_a_line_is_mended(repair: Repair, line: str, mended: str) -> None:
    assert repair(line) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('- title: "Họp\n  text: a', "- title: 'Họp'"),
        ("title: 'Họp: it\"s\n\nmet: a", "title: 'Họp: it\"s'"),
        ('title: "Họp\n  giao ban\nmet: a', None),
        ('title: "Họp" - b', None),
        ('- "Họp', None),
        ("title: Họp", None),
    ],
)
def test_the_rest_of_a_line_after_a_quote_is_its_value(text: str, mended: str | None) -> None:
    """Unless lines below may belong to it too."""
    assert unquoted(text.split("\n"), 0) == mended
