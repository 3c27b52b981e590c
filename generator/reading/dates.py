"""Dates and months as records write them; other ways of writing are answered with the right one."""

import re
from datetime import date

from generator.model import Month
from generator.problems import quoted
from generator.reading.schema import Wrong


def parse_date(text: str) -> date | None:
    """`2021-12-02`; None where it looks like no date at all."""
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        year, month, day = found.groups()
        return _day(text, int(year), int(month), int(day))
    plain = _CLOCK.sub("", _with_dashes(text.removeprefix("ngày ")))
    if found := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", plain):
        day, month, year = found.groups()
    elif found := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", plain):
        year, month, day = found.groups()
    else:
        return None
    meant = _day(text, int(year), int(month), int(day))
    raise Wrong(
        f"ngày viết theo dạng năm-tháng-ngày: «{meant.isoformat()}», không viết {quoted(text)}"
    )


_CLOCK = re.compile(r"[T ][0-9:.]+Z?$")


def _with_dashes(text: str) -> str:
    """`02 tháng 12 năm 2021` and dashes of Word's as `02-12-2021`."""
    return re.sub(" (?:tháng|năm) |[–—]", "-", text)


FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Other years are slips of the keyboard."""


def _is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _day(text: str, year: int, month: int, day: int) -> date:
    if not _is_year(year):
        raise Wrong(f"{quoted(text)}: năm {year} chắc gõ nhầm; kiểm tra lại, dạng 2021-12-02")
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            why = f"không có tháng {month}"
        else:
            why = f"tháng {month} năm {year} không có ngày {day}"
        raise Wrong(f"{quoted(text)} không phải là ngày có thật: {why}; dạng 2021-12-02") from None


def parse_month(text: str) -> Month | None:
    """`2021-12`; None where it looks like no month of a year."""
    if found := re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text):
        year, month = found.groups()
        if not _is_year(int(year)):
            raise Wrong(f"{quoted(text)}: năm {year} chắc gõ nhầm; kiểm tra lại, dạng 2021-12")
        return Month(int(year), int(month))
    plain = _with_dashes(text.removeprefix("tháng "))
    if found := re.fullmatch(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})", plain):
        month, year = found.groups()
    elif found := re.fullmatch(r"([0-9]{4})[/.-](0?[1-9]|1[0-2])", plain):
        year, month = found.groups()
    else:
        return None
    meant = f"{year}-{int(month):02}"
    raise Wrong(f"tháng viết theo dạng năm-tháng: «{meant}», không viết {quoted(text)}")
