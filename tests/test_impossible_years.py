"""Years that no document can be of are told, where the words can mean nothing else."""

import time

import pytest

from generator.reading import schema
from generator.records.impossible_years import impossible_years
from generator.records.notice_shape import NOTICE


def told(words: str, more: str = "", title: str = "Kết luận") -> list[tuple[int, str]]:
    """The line and the number of each that is told of a notice of 2022."""
    raw = f"""\
title: {title}
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
parts: [{{title: NHIỆM VỤ}}]
opening: |
  Họp.

  {words}
{more}"""
    draft, problems = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, problems
    found = list(impossible_years(draft, 2022))
    assert all(one.warning for one in found)
    return [(one.line, one.message.split("«")[1].split("»")[0]) for one in found]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Thông tư số 27/2202/TT-BGDĐT ngày", "27/2202/TT-BGDĐT"),
        ("27/ 2202 /TT-BGD&ĐT.", "27/ 2202 /TT-BGD&ĐT"),
        ("(Nghị định 71/1020/NĐ-CP)", "71/1020/NĐ-CP"),
        ("Luật 43/2091/QH14", "43/2091/QH14"),
        ("27/2024/TT-BGDĐT", "27/2024/TT-BGDĐT"),
        ("27/202/TT-BGDĐT", "27/202/TT-BGDĐT"),
        ("27/20222/TTLT-BGDĐT-BNV", "27/20222/TTLT-BGDĐT-BNV"),
    ],
)
def test_a_year_that_nobody_can_mean_is_told(words: str, number: str) -> None:
    assert told(words) == [(7, number)]


def test_a_title_is_looked_at_too() -> None:
    title = "Thực hiện Thông tư 27/2202/TT-BGDĐT"
    assert told("Họp.", title=title) == [(1, "27/2202/TT-BGDĐT")]


@pytest.mark.parametrize(
    "words",
    [
        "27/2022/TT-BGDĐT, 27/2023/TT-BGDĐT, 27/1945/NĐ-CP, 43/2019/QH14",
        "2628/QĐ-UBND, 3062/SGD&ĐT-GDTCMN, 1249/PGDĐT",
        "ngày 01/12/2202, 12/1200/HS, 31/39, 12/1200 học sinh",
        "số 1/27/2202/TT-BGDĐT, 2020-2/2202/TT-BGDĐT",
    ],
)
def test_what_may_be_something_else_is_left(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    "more",
    [
        "corrections: [{printed: 27/2202/TT, right: 27/2022/TT, why: x, sure: chắc chắn}]\n",
        "corrections: [{printed: Thông tư 27/2202, why: x, sure: nghi ngờ}]\n",
        "notes: [{words: 27/2202/TT-BGDĐT, document: 27/2022/TT-BGDĐT}]\n",
        "corrections: [{printed: '2202', right: '2022', why: x, sure: chắc chắn}]\n",
        "corrections: [{printed: 2202/TT-BGDĐT ngày 05, why: x, sure: nghi ngờ}]\n",
        "notes: [{words: Thông tư 27/2202/TT-BGDĐT ngày 05, document: 27/2022/TT-BGDĐT}]\n",
    ],
)
def test_what_the_record_speaks_of_is_known(more: str) -> None:
    assert told("Thông tư 27/2202/TT-BGDĐT", more) == []


def test_a_correction_of_other_words_with_those_digits_says_nothing_of_it() -> None:
    more = "corrections: [{printed: 04/11/2021, right: 04/12/2021, why: x, sure: chắc chắn}]\n"
    assert told("Thông tư 27/202/TT-BGDĐT ngày 04/11/2021", more) == [(7, "27/202/TT-BGDĐT")]


@pytest.mark.parametrize("words", ["27/2202/", "1" * 5, "27/2202/TT-", "1/", "27/2202/TT -"])
def test_a_long_text_takes_time_with_its_length(words: str) -> None:
    started = time.process_time()
    told(words * (900_000 // len(words)))
    assert time.process_time() - started < 4
