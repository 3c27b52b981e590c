"""Deadlines over before the meeting: a slip in the year is told, with both ways out."""

import re

import pytest

from generator.model import Registers
from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader


def told(words: str, more: str = "", *, kind: str = "tasks_for: 2022-01") -> list[str]:
    """What is said of a part of the notice of January 2022."""
    raw = f"""\
title: Kết luận
met: 2022-01-05
opening: Họp.
parts:
- title: KẾT LUẬN
  {kind}
  text: |
    {words}
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
{more}"""
    draft, problems = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, problems
    reader = NoticeReader(draft, "2022-01", Registers((), 0, (), (), ()))
    reader.notice()
    return [one.message for one in (*reader.problems, *reader.of_words)]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Nộp trước ngày 20/01/2021.", "trước ngày 20/01/2022"),
        ("Nộp trước ngày 05/01/2021.", "trước ngày 05/01/2022"),
        ("Nộp trước ngày 20 tháng 3 năm 2021.", "trước ngày 20 tháng 3 năm 2022"),
        ("Hạn nộp 1-2-2021, các trường", "Hạn nộp 1-2-2022"),
    ],
)
def test_a_year_that_may_be_a_slip_is_told_with_both_ways_out(words: str, right: str) -> None:
    (message,) = told(words)
    assert f"gõ nhầm thì sửa thành «{right}»" in message
    printed = right.replace("2022", "2021")
    note = re.findall("«(- {words.*})»", told(words.replace(printed, right))[0])
    (slip,) = re.findall("«(- {printed.*})»", message)
    (left,) = told(words, f"corrections:\n{slip}\n")
    assert "chưa có trong «notes»" in left
    noted = note[0].replace(right, printed)
    assert told(words, f"corrections:\n{slip}\nnotes:\n{noted}\n") == []


def test_what_is_noted_corrected_or_doubted_is_known() -> None:
    words = "Nộp trước ngày 20/01/2021."
    assert len(told(words)) == 1
    noted = "notes:\n- {words: trước ngày 20/01/2021, place: có}\n"
    assert told(words, noted) == []
    doubted = "corrections: [{printed: 20/01/2021, why: Đã qua., sure: nghi ngờ}]\n"
    assert told(words, doubted) == []


@pytest.mark.parametrize(
    "words",
    [
        "Các trường chưa nộp trước ngày 25/12/2021 khẩn trương nộp.",
        "Trường mở trước ngày 01/01/2020.",
        "Trường mở trước ngày 20/01/2020.",
        "Trước ngày 29/02/2020.",
        "Số liệu đến hết ngày 31/5/2021.",
        "Công văn ngày 20/01/2021.",
    ],
)
def test_a_day_that_may_well_be_over_is_left(words: str) -> None:
    assert told(words) == []


def test_results_speak_of_what_is_over() -> None:
    words = "Đã nộp trước ngày 20/01/2021."
    assert told(words, kind="results_of: 2021-12") == []
