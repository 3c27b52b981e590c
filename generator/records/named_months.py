"""Months that words name, `THÁNG 11 NĂM 2021`, and what they come to beside others."""

import re
from collections.abc import Sequence

from generator.model import Month

_NUMBER = r"(?:0?[1-9]|1[0-2])\b"
_AND = r"\s*(?:[,;&+–-]|và)\s*"
_NUMBERS = rf"{_NUMBER}(?:{_AND}{_NUMBER}(?!\s*/\s*[0-9]{{1,2}}\b))*"
_YEAR = r"\s*(?:năm|/|-)\s*[1-9][0-9]{3}"
_MONTHS_IN_WORDS = re.compile(
    rf"\btháng\s+{_NUMBERS}(?:{_YEAR}(?:{_AND}{_NUMBERS}{_YEAR})*)?", re.IGNORECASE
)
_TO = re.compile(r"\s+(?:đến|tới)\s+(?:hết\s+)?", re.IGNORECASE)
_DIGITS = re.compile("[0-9]+")
_LONGEST_RANGE = 24
_MOST_SHOWN = 4

Named = tuple[int, int | None]
"""The number of a month, and its year if one is said."""


def later(month: Month, by: int) -> Month:
    """The month so many months after one."""
    year, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return Month(year, place + 1)


def months_named(words: str) -> list[Named]:
    """`THÁNG 11 NĂM 2021` -> (11, 2021); the year may be left out, and is that of the last month
    before it: `tháng 12 và 01/2022` is of two years. A range is all its months.
    """
    named: list[Named] = []
    end = 0
    for found in _MONTHS_IN_WORDS.finditer(words):
        months = _months_of(found[0])
        if named and _TO.fullmatch(words, end, found.start()):
            months[:1] = _range(named.pop(), months[0])
        named += months
        end = found.end()
    return named


def _months_of(words: str) -> list[Named]:
    """Of `tháng 11, 12/2021 và 01/2022`; a year is that of the months since the one before it."""
    named: list[Named] = []
    numbers: list[int] = []
    for number in map(int, _DIGITS.findall(words)):
        if number <= 12:
            numbers.append(number)
        else:
            named += [(one, number - (one > numbers[-1])) for one in numbers]
            numbers.clear()
    return named + [(one, None) for one in numbers]


def _range(first: Named, last: Named) -> list[Named]:
    """The months from one to another, or these two where nobody can mean so many."""
    (number, year), (end, its_year) = first, last
    if year is None and its_year is not None:
        year = its_year - (number > end)
    count = (end - number) % 12
    if year is not None and its_year is not None:
        count = (its_year - year) * 12 + end - number
    if not 0 < count <= _LONGEST_RANGE:
        return [first, last]
    months = range(number - 1, number + count)
    return [(one % 12 + 1, None if year is None else year + one // 12) for one in months]


def is_month(month: Month, number: int, year: int | None) -> bool:
    return month.month == number and year in (None, month.year)


def month_near(month: Month, number: int, year: int | None) -> Month:
    """The month that is named, where no year is said the one nearest to another month."""
    if year:
        return Month(year, number)
    near = (later(month, by) for by in (0, -1, 1, *range(-2, -12, -1)))
    return next(one for one in near if one.month == number)


def show_months(named: Sequence[Named]) -> str:
    """`tháng 11, 12/2021`; the first few of many."""
    shown = [f"{number:02}/{year}" if year else f"{number:02}" for number, year in named]
    more = "…" if len(shown) > _MOST_SHOWN else ""
    return f"tháng {', '.join(shown[:_MOST_SHOWN])}{more}"
