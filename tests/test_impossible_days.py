"""Days that no calendar has are told, where the words can mean nothing else."""

import pytest

from generator.reading import schema
from generator.records.impossible_days import impossible_days
from generator.records.notice_shape import NOTICE


def told(words: str, corrections: str = "[]") -> list[str]:
    raw = f"""\
title: Kết luận
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
parts: [{{title: NHIỆM VỤ}}]
corrections: {corrections}
opening: |
  Họp.

  {words}
"""
    draft, problems = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, problems
    found = list(impossible_days(draft))
    assert all((one.line, one.field, one.warning) == (8, "opening", True) for one in found)
    return [one.message.split(" không phải là ngày có thật: ")[0] for one in found]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Họp ngày 31/11/2021.", "«31/11/2021»"),
        ("Ngày 32/01/2022, Phòng họp", "«32/01/2022»"),
        ("công văn số 1249/PGDĐT ngày 29/02/2021 của Phòng", "«29/02/2021»"),
        ("từ ngày 01/11/2021 đến 31/11/2021", "«31/11/2021»"),
        ("trước ngày 27-13-2021", "«27-13-2021»"),
        ("ngày 00/12/2021", "«00/12/2021»"),
        ("ngày 31 tháng 4 năm 2022", "«31 tháng 4 năm 2022»"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(words: str, shown: str) -> None:
    assert told(words) == [shown]


@pytest.mark.parametrize(
    "words",
    [
        "ngày 30/11/2021, ngày 29/02/2020, ngày 31 tháng 12 năm 2021",
        "ngày 05-13/11/2021, từ 05-13/11/2021",
        "Quyết định số 31/11/2021, công văn 32/13/2021",
        "ngày 31/11, tháng 13/2021",
        "từ 31/11/2021/QĐ-UBND, ngày 31/11/20215",
        "trong ngày 24/24 giờ, 31/39 trường",
    ],
)
def test_what_may_be_something_else_is_left(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    "printed", ["31/11/2021", "ngày 31/11/2021", "31/11", "họp ngày 31/11/2021 tại"]
)
def test_what_the_record_corrects_or_doubts_is_known(printed: str) -> None:
    slip = f"[{{printed: {printed}, why: In nhầm., sure: nghi ngờ}}]"
    assert told("họp ngày 31/11/2021 tại", slip) == []
