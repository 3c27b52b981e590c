"""Typographic quotation marks around a whole value are told, and no others."""

import pytest

from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.quotes_around import quotes_around


def told(lines: str) -> list[str]:
    """The fields of which something is told."""
    raw = f"signed: {{position: A, name: B}}\nparts: [{{title: C}}]\ntitle: D\nopening: E\n{lines}"
    names = [line.partition(":")[0] for line in lines.split("\n")]
    kept = [one for one in raw.split("\n")[:4] if one.partition(":")[0] not in names]
    draft, problems = schema.read(NOTICE, "\n".join([*kept, lines]).encode(), "f")
    assert draft is not None, problems
    found = list(quotes_around(draft))
    assert all(one.warning for one in found)
    return [one.field for one in found]


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("title: “Kết luận giao ban”", "title"),
        ("title: ”Kết luận giao ban”", "title"),
        ("title: '“Kết luận: giao ban”'", "title"),
        ("kind: «THÔNG BÁO KHẨN»", "kind"),
        ("signed: {position: A, name: ‘Phan Hồng Anh’}", "signed.name"),
        ("signed: {position: “TRƯỞNG PHÒNG”, name: B}", "signed.position"),
        ("parts: [{title: “NHIỆM VỤ”}]", "parts[0].title"),
        ("opening: “Phòng GD&ĐT họp.”", "opening"),
    ],
)
def test_marks_around_a_whole_value_are_told(lines: str, field: str) -> None:
    assert told(lines) == [field]


@pytest.mark.parametrize(
    "lines",
    [
        'title: "Kết luận giao ban"',
        "title: “Dạy tốt” và “Học tốt”",
        "title: Phong trào “Dạy tốt”",
        "title: “Dạy tốt” tháng 12",
        "title: “”",
        "opening: |\n  “Dạy tốt”",
        "signed: {position: A, name: Phan Hồng Anh’}",
    ],
)
def test_other_marks_are_left(lines: str) -> None:
    assert told(lines) == []
