"""The line that opens an item of a list, or only its dash, is told alone where it is gone."""

import re

import pytest

from generator.reading import tried_repairs
from generator.records.notice_shape import NOTICE

RIGHT = """\
title: Kết luận giao ban tháng 12/2021
met: 2021-12-02
opening: |
  Phòng GD&ĐT họp giao ban trực tuyến.
attendance:
  - text: |
      - Lãnh đạo có mặt 3. Vắng: 02.
    group: Lãnh đạo
    present: 3
    absent:
      - name: Vũ Đức Quyền
        role: chuyên viên
        reason: do đi công tác
      - name: Lê Thị Lan
        role: kế toán
        reason: do nghỉ ốm
  - text: |
      - Hiệu trưởng: Có mặt: 44.
    group: Hiệu trưởng
    present: 44

ruling: |
  Trưởng phòng kết luận: như sau.
parts:
  - title: KẾT QUẢ
    results_of: 2021-11
    sections:
      - title: Giáo dục trung học
        figures:
          - what: Số lớp
            value: 53
            unit: lớp
        text: |
          Tổng số lớp: 53.
      - title: Giáo dục mầm non
        text: |
          Số trẻ: 60.
      - title: Giáo dục tiểu học
        figures:
          - {what: Số lớp, value: 326}
        text: |
          Số lớp: 326.
  - title: NHIỆM VỤ
    tasks_for: 2021-12
    sections:
      - text: |
          Các trường báo cáo: trước ngày 30/12.
      - text: |
          Các trường họp: đúng hạn.
signed:
  position: TRƯỞNG PHÒNG
  name: Nguyễn Thị Mây
notes:
  - words: đúng hạn
    due: 2021-12-30
corrections:
  - printed: a
    right: b
    why: c
    sure: chắc chắn
"""
LINES = RIGHT.splitlines()
ITEMS = [at for at, line in enumerate(LINES) if re.match(r" *- [a-z]+:", line)]
TEXT_AFTER_TEXT = LINES.index("          Các trường họp: đúng hạn.") - 1


def told(lines: list[str]) -> list[str]:
    _, problems = tried_repairs.read(NOTICE, "\n".join(lines).encode(), "f")
    return [str(problem).removeprefix("f:") for problem in problems]


def test_the_record_is_right() -> None:
    assert told(LINES) == []


@pytest.mark.parametrize("at", [at for at in ITEMS if at != TEXT_AFTER_TEXT])
def test_a_missing_first_line_of_an_item_is_told_alone(at: int) -> None:
    (only,) = told(LINES[:at] + LINES[at + 1 :])
    assert only.startswith(f"{at + 1}: ")
    if "«- »" in only:  # one field twice is told as such, and with what else it may be
        return
    name, _, value = LINES[at].strip().partition(": ")
    depth = len(LINES[at]) - len(LINES[at].lstrip())
    where = f"lùi {depth} dấu cách" if depth else "sát lề trái"
    opener = f"{name}: {'|' if value == '|' else '…'}"
    assert f"thiếu dòng «{opener}» ngay trên dòng này: «{LINES[at + 1].strip()}»" in only
    assert only.endswith(f"thêm vào, {where}")


@pytest.mark.parametrize("dash", ["", "  "])
@pytest.mark.parametrize("at", ITEMS)
def test_a_missing_dash_is_told_alone(at: int, dash: str) -> None:
    (only,) = told([*LINES[:at], LINES[at].replace("- ", dash, 1), *LINES[at + 1 :]])
    assert only.startswith(f"{at + 1}: ")
    if "đã có ở dòng" not in only:
        assert f"thiếu «- » ở đầu dòng mở một mục mới: «{LINES[at].strip()[2:]}»" in only
        assert f"viết «{LINES[at].strip()}», " in only


def test_one_field_too_many_is_no_missing_item() -> None:
    """`text` twice may be a slip; so it is told, and what to do in either case."""
    at = LINES.index("          Tổng số lớp: 53.") + 1
    (only,) = told([*LINES[:at], '        text: "Xong."', *LINES[at:]])
    assert only.startswith(f"{at + 1}: parts[0].sections[0].text: «text:» đã có ở dòng {at - 1};")


def test_fields_that_follow_each_other_as_in_no_item_begin_a_new_one() -> None:
    """`text`, then `figures` and `text`: where other items have figures first."""
    lines = [line for line in LINES if line != "      - title: Giáo dục tiểu học"]
    (only,) = told(lines)
    assert "[2].title: thiếu dòng «- title: …» ngay trên dòng này: «figures:»" in only


def test_words_between_a_list_and_the_next_field_lack_what_stands_between_them() -> None:
    at = LINES.index("ruling: |")
    (only,) = told(LINES[:at] + LINES[at + 1 :])
    assert only == (
        f"{at + 1}: ruling: thiếu dòng «ruling: |» ngay trên dòng này: «Trưởng phòng kết luận: như"
        " sau.»; thêm vào, sát lề trái"
    )


def test_what_is_put_in_says_nothing_more() -> None:
    """Not that its words stand nowhere, nor that they are too short."""
    at = LINES.index("  - printed: a")
    value, problems = tried_repairs.read(
        NOTICE, "\n".join(LINES[:at] + LINES[at + 1 :]).encode(), "f"
    )
    assert len(problems) == 1
    assert value is not None and value.corrections[0].printed == ""
