"""Months that words name, `THÁNG 11 NĂM 2021`, and what they come to beside others."""

import re
from collections.abc import Sequence

from generator.model import Month

_NUMBER = r"(?:0?[1-9]|1[0-2])\b"
_MONTHS_IN_WORDS = re.compile(
    rf"\btháng\s+(?P<months>{_NUMBER}(?:\s*(?:[,;&+–-]|và)\s*{_NUMBER}(?!\s*/\s*[0-9]{{1,2}}\b))*)"
    r"(?:\s*(?:năm|/|-)\s*(?P<year>[0-9]{4}))?",
    re.IGNORECASE,
)
_MOST_SHOWN = 4


def later(month: Month, by: int) -> Month:
    """The month so many months after one."""
    year, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return Month(year, place + 1)


def months_named(words: str) -> list[tuple[int, int | None]]:
    """`THÁNG 11 NĂM 2021` -> (11, 2021); the year may be left out, and is that of the last month:
    `tháng 12 và 01/2022` is of two years.
    """
    named: list[tuple[int, int | None]] = []
    for found in _MONTHS_IN_WORDS.finditer(words):
        numbers = [int(number) for number in re.findall(r"[0-9]+", found["months"])]
        year = int(found["year"]) if found["year"] else None
        named += [(one, year and year - (one > numbers[-1])) for one in numbers]
    return named


def is_month(month: Month, number: int, year: int | None) -> bool:
    return month.month == number and year in (None, month.year)


def month_near(month: Month, number: int, year: int | None) -> Month:
    """The month that is named, where no year is said the one nearest to another month."""
    if year:
        return Month(year, number)
    near = (later(month, by) for by in (0, -1, 1, *range(-2, -12, -1)))
    return next(one for one in near if one.month == number)


def show_months(named: Sequence[tuple[int, int | None]]) -> str:
    """`tháng 11, 12/2021`; the first few of many."""
    shown = [f"{number:02}/{year}" if year else f"{number:02}" for number, year in named]
    more = "…" if len(shown) > _MOST_SHOWN else ""
    return f"tháng {', '.join(shown[:_MOST_SHOWN])}{more}"
