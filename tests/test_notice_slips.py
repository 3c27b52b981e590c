"""What pasting leaves in a notice's words: numbers typed twice, bullets that are none."""

import pytest

from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.notice_slips import digits_for_marks, lost_bullets, without_number


@pytest.mark.parametrize(
    ("words", "derived", "rest"),
    [
        ("I. ĐÁNH GIÁ KẾT QUẢ", "I", "ĐÁNH GIÁ KẾT QUẢ"),
        ("II.NHIỆM VỤ", "I", "NHIỆM VỤ"),
        ("II – NHIỆM VỤ", "II", "NHIỆM VỤ"),
        ("1. Các trường báo cáo.", "1", "Các trường báo cáo."),
        ("3.2. Giáo dục tiểu học", "1", "Giáo dục tiểu học"),
        ("4) Kiểm tra", "4", "Kiểm tra"),
        ("4) Kiểm tra", "3", "4) Kiểm tra"),
        ("20/11 là ngày của thầy cô", "20", "20/11 là ngày của thầy cô"),
        ("2021. Hoàn thành", "1", "2021. Hoàn thành"),
        ("12.843 học sinh", "12", "12.843 học sinh"),
        ("05 trường", "05", "05 trường"),
        ("V.I. Lê-nin", "I", "I. Lê-nin"),
        ("Iốt cho học sinh", "I", "Iốt cho học sinh"),
    ],
)
def test_a_number_that_is_derived_is_taken_off(words: str, derived: str, rest: str) -> None:
    assert without_number(words, derived) == rest


def lines_told(text: str) -> list[int]:
    """The lines of a task's text, counted from 1, of which something is told."""
    words = "\n".join(f"  {line}" for line in text.split("\n"))
    raw = f"""\
title: Kết luận
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
parts: [{{title: NHIỆM VỤ}}]
opening: |
{words}
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    return [problem.line - 4 for problem in lost_bullets(draft)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Báo cáo:\n-Kiểm tra", [2]),
        ("Báo cáo:\n–“Dạy tốt”\n+(Học tốt)\n•Thi", [2, 3, 4]),
        ("Báo cáo:\no Tại lớp\no Toàn trường", [2, 3]),
        ("Báo cáo:\n✓ Tại lớp\n· Toàn trường", [2, 3]),
        ("Báo cáo\n2. Kiểm tra", [2]),
        ("- Báo cáo\n+ Kiểm tra\n* Thi\n1.1. Học\na) Dạy", []),
        ("Khi trời\n-5 độ, +84 912 345 678, -\no", []),
        ("1. Báo cáo\n\n2. Kiểm tra\n05 trường\n2021. Năm học", []),
    ],
)
def test_a_line_that_looks_like_an_item_and_is_none_is_told(text: str, lines: list[int]) -> None:
    assert lines_told(text) == lines


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("học kỳ I1 và II", ["I1"]),
        ("báo cáo1, theo mẫu”1.", ["cáo1", "mẫu”1"]),
        ("học sinh F1 lớp A1, 4A1; ngày 1/1; báo cáo1.000", []),
    ],
)
def test_a_digit_that_may_have_been_a_mark_is_found(words: str, found: list[str]) -> None:
    raw = f"""\
title: Kết luận
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
parts: [{{title: NHIỆM VỤ}}]
opening: "{words}"
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    assert [digit for _, digit in digits_for_marks(draft).get(1, ())] == found
