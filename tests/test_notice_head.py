"""The head of a notice: the number and the day that must stand in it."""

import pytest

from generator.model import Prose, Registers
from generator.reading import schema
from generator.records.notice_head import wrong_head
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("Số: 15/TB-PGDĐT\nUông Bí, ngày 07 tháng 01 năm 2022", []),
        ("Số:15/TB - PGDĐT Uông Bí,\nngày 7 tháng 1 năm 2022", []),
        ("Số 015/TB-PGDĐT, ngày 07/01/2022", []),
        ("Số: 16/TB-PGDĐT\nngày 08/01/2022", ["number", "issued"]),
        ("Số:     /TB-PGDĐT\nngày     tháng 01 năm 2022", ["number", "issued"]),
        ("Số: 15/TB-PGDĐT, ngày 31 tháng 02 năm 2022", ["issued"]),
    ],
)
def test_number_and_day_stand_in_the_head(head: str, fields: list[str]) -> None:
    raw = """\
title: Kết luận
number: 15/TB-PGDĐT
issued: 2022-01-07
opening: Họp.
parts: [{title: NHIỆM VỤ}]
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    lines = [Prose(line) for line in head.split("\n")]
    assert [problem.field for problem in wrong_head(draft, lines)] == fields
    assert list(wrong_head(draft, ())) == []


def test_a_corrected_head_may_say_it_either_way() -> None:
    raw = """\
head: |
  Số: 15/TB-PGDĐT
  Uông Bí, ngày 07/01/2012
title: Kết luận
number: 15/TB-PGDĐT
issued: 2022-01-07
opening: Họp.
parts: [{title: NHIỆM VỤ}]
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
corrections: [{printed: 07/01/2012, right: 07/01/2022, why: Nhầm năm., sure: chắc chắn}]
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    reader = NoticeReader(draft, "2022-01", Registers((), 0, (), (), ()))
    notice = reader.notice()
    assert [problem for problem in reader.problems if problem.field in ("number", "issued")] == []
    assert [line.printed for line in notice.head] == ["Số: 15/TB-PGDĐT", "Uông Bí, ngày 07/01/2012"]
