"""A line that opens a field and is gone is told alone, with nothing of what its want did."""

import re

import pytest

from generator.reading import tried_repairs
from generator.records.notice_shape import NOTICE

RIGHT = """\
title: Kết luận giao ban tháng 12/2021
met: 2021-12-02
opening: |
  Phòng GD&ĐT họp giao ban trực tuyến.

  Hội nghị kiểm điểm: xong.
attendance:
  - text: Lãnh đạo có mặt 3.
    group: Lãnh đạo
    present: 3
parts:
  - title: KẾT QUẢ
    results_of: 2021-11
    sections:
      - title: Giáo dục trung học
        figures:
          - {what: Số lớp, value: 53}
        text: |
          Tổng số lớp: 53.

          - Trường THCS Bến Mơ họp: đúng hạn.
      - title: Giáo dục mầm non
        text: "Báo cáo."
signed:
  position: TRƯỞNG PHÒNG
  name: Nguyễn Thị Mây
footnotes:
  - Theo mẫu.
notes:
  - words: đúng hạn
    due: 2021-12-30
"""


def told(text: str) -> list[str]:
    _, problems = tried_repairs.read(NOTICE, text.encode(), "f")
    return [str(problem).removeprefix("f:") for problem in problems]


def test_of_a_right_record_nothing_is_told() -> None:
    assert told(RIGHT) == []


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("opening: |", "3: opening: thiếu dòng «opening: |» ngay trên dòng này: «Phòng GD&ĐT họp"),
        ("attendance:", "7: attendance: thiếu dòng «attendance:» ngay trên dòng này: «- text: Lã"),
        ("parts:", "11: parts: thiếu dòng «parts:» ngay trên dòng này: «- title: KẾT QUẢ»; thêm"),
        ("sections:", "14: parts[0].sections: thiếu dòng «sections:» ngay trên dòng này: «- tit"),
        ("figures:", "16: parts[0].sections[0].figures: thiếu dòng «figures:» ngay trên dòng nà"),
        ("text: |", "18: parts[0].sections[0].text: thiếu dòng «text: |» ngay trên dòng này: «T"),
        ("signed:", "24: signed: thiếu dòng «signed:» ngay trên dòng này: «position: TRƯỞNG PHÒ"),
        ("footnotes:", "27: thiếu dòng «footnotes:» hoặc «italics:» ngay trên dòng này: «- Theo"),
        ("notes:", "29: notes: thiếu dòng «notes:» ngay trên dòng này: «- words: đúng hạn»; thêm"),
    ],
)
def test_a_line_that_is_gone_is_told_where_it_stood(gone: str, message: str) -> None:
    lines = RIGHT.splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if line.strip() == gone)
    (only,) = told("".join(lines[:at] + lines[at + 1 :]))
    assert only.startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("opening:", "3: opening: thiếu dấu «|» sau «opening:»; viết «opening: |», các dòng lời"),
        ("text:", "18: parts[0].sections[0].text: thiếu dấu «|» sau «text:»; viết «text: |»"),
    ],
)
def test_a_block_without_its_sign_is_told_at_the_field(line: str, message: str) -> None:
    (only,) = told(RIGHT.replace(f"{line} |\n", f"{line}\n"))
    assert only.startswith(message)
    assert told(RIGHT.replace(" |\n", "\n")) != []
    assert all("thiếu dấu «|»" in one for one in told(RIGHT.replace(" |\n", "\n")))


def test_other_problems_keep_their_lines() -> None:
    text = RIGHT.replace("        text: |\n", "").replace("2021-12-30", "30/12")
    assert told(text.replace("position:", "positon:")) == [
        "18: parts[0].sections[0].text: thiếu dòng «text: |» ngay trên dòng này: «Tổng số lớp:"
        " 53.»; thêm vào, lùi 8 dấu cách",
        "24: signed.positon: không có dòng «positon:»; có phải «position:»?",
        "30: notes[0].due: «30/12» không phải là ngày, dạng 2021-12-02",
    ]


def test_words_within_a_block_that_look_like_a_field_are_words() -> None:
    assert told(RIGHT.replace("  Hội nghị", "  link: Hội nghị")) == []
    assert told(RIGHT.replace("  Hội nghị", "  - text: Hội nghị")) == []


def depths(line: str) -> str:
    return f"{len(line) - len(line.lstrip())} dấu cách"


STRUCTURE = [at for at, line in enumerate(RIGHT.splitlines()) if re.match(r" *(- )?[a-z_]+:", line)]


@pytest.mark.parametrize("moved", [-2, -1, 1, 2])
@pytest.mark.parametrize("at", STRUCTURE)
def test_a_line_at_a_wrong_depth_is_told_alone(at: int, moved: int) -> None:
    """Also where YAML takes it for words of the block above."""
    lines = RIGHT.splitlines()
    right = lines[at]
    if moved < 0 and not right.startswith(" " * -moved):
        return
    lines[at] = right[-moved:] if moved < 0 else " " * moved + right
    (only,) = told("\n".join(lines))
    assert only.startswith(f"{at + 1}: ")
    assert f"lùi {depths(lines[at])}" in only or "lùi lề sai" in only
    where = f"phải lùi {depths(right)[0]}" if right.startswith(" ") else "phải sát lề trái"
    assert where in only or "lùi lề sai" in only


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "attendance:",
            "7: attendance: dòng «attendance:» lùi 2 dấu cách nên bị đọc thành lời văn của khối ở"
            " trên; phải sát lề trái",
        ),
        (
            "signed:",
            "24: signed: dòng «signed:» lùi 2 dấu cách, phải sát lề trái",
        ),
    ],
)
def test_a_group_further_right_is_told_with_what_moves(line: str, message: str) -> None:
    (only,) = told(RIGHT.replace(f"\n{line}", f"\n  {line}"))
    assert only == message


def test_those_below_move_with_the_first_of_a_list() -> None:
    third = '      - title: Giáo dục mầm non\n        text: "Báo cáo."\n'
    lines = RIGHT.replace(third, third + third.replace("mầm non", "tiểu học")).splitlines()
    for at in range(14, 21):
        lines[at] = f"  {lines[at]}" if lines[at] else ""
    assert told("\n".join(lines)) == [
        "15: parts[0].sections[0].title: dòng «- title: Giáo dục trung học» lùi 8 dấu cách, phải"
        " lùi 6, các dòng bên trong nó dời theo"
    ]


def test_what_stands_in_the_second_of_two_equal_fields_is_no_place_for_repairs() -> None:
    again = "parts:\n  - title: A\n  - title: B\n    text: |\n      x\n     sections:\n"
    assert told(RIGHT + again)
