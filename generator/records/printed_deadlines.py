"""The days that the words of a task set as a deadline: `trước ngày 20/01/2022`, `trước ngày 20/01`.

A day stands after a word that sets a deadline, in full or, after `ngày`, without its year: then it
is the next such day after the meeting. Days that a note lies on are left out: the clerk has said
what they are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from generator.model import Doubt, Edit, Note, Prose
from generator.records.printed_days import DAY, SHORT_DAY, day_month_year, short_day_and_month

_HOUR = r"(?:[0-9]{1,2}\s*(?:h|g|giờ|:)[^.;/]{0,15}?)?"
_DEADLINE = re.compile(
    r"[tTcCmMhHđĐnN](?<!\w.)(?i:"
    rf"(?<=t)rước\s+{_HOUR}"
    r"|(?:(?<=c)hậm|(?<=m)uộn)\s+nhất\s[^.;/]{0,30}?"
    r"|(?:(?<=t)hời\s+h|(?<=h)(?<!giới\sh)(?<!quyền\sh))ạn\s(?!(?:chế|hẹp|mức)(?!\w))[^.;/]{0,40}?"
    rf"|(?<=đ)ến\s+hết\s+{_HOUR}"
    r"|(?<=h)oàn\s+thành\s(?:[^.;/]{0,40}?\s)?vào\s+"
    r"|(?<=n)ộp\s+(?:về\s[^.,;/]{1,30}?\s)?(?:vào\s+)?(?=ngày\s)"
    r"|(?<=n)ộp\s[^.;/]{1,40}?\svào\s+"
    rf")(?:(?:(?<=\s)(?i:ngày)\s+)?(?<![\w.,/-])(?i:{DAY})|(?<=\s)(?i:ngày)\s+(?i:{SHORT_DAY}(?!-)))"
)
_MAY_HOLD_DAY = re.compile(r"[0-9](?:[/.-][0-9]|\s+(?i:tháng)\s)")
"""Most words hold none."""

_BEGUN = re.compile(r"(?<!\w)(?:từ|nghỉ)\s[^.;]{0,80}$", re.IGNORECASE)
_LONGEST_SPAN = 90
"""`từ ngày 29/01 đến hết ngày 06/02/2022`, `nghỉ đến hết ngày 06/02/2022` set no deadline."""

_HOUR_BEFORE = r"(?:[0-9]{1,2}\s*(?:h|g|giờ|:)[^.;/]{0,15}\s)?"
_FROM = re.compile(rf"(?<!\w)từ\s+{_HOUR_BEFORE}(?:ngày\s+)?$", re.IGNORECASE)
"""`Thời hạn từ ngày 01/01/2022 đến …`: the day with which it begins."""
_TO = re.compile(
    r"\s*(?:[-–—]|(?:đến|tới)(?!\w))\s*(?:hết\s+)?(?:ngày\s+)?[0-9]{1,2}(?:[/.-][0-9]|\s+tháng\s)",
    re.IGNORECASE,
)
"""`vào ngày 15/12/2021 - 20/12/2021`, the same."""
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:không|cấm|tránh)\s(?!(?:có|còn|đủ|đạt|kịp)\s)"
    r"(?:(?!(?<!\w)(?:thì|phải|báo|nộp|gửi|hoàn)\s)[^.,:;])*$",
    re.IGNORECASE,
)
"""`Không tổ chức thi trước ngày 25/12/2021`; no other verb of what is to be done follows."""

MOST_DAYS_TO_DUE = 180
"""Words that name a day further off, and no year, hardly mean one to come."""


@dataclass(frozen=True, slots=True)
class PrintedDeadline:
    """Words of a prose, those that set the deadline too, and the day that they name."""

    start: int
    end: int
    day: date
    is_corrected: bool
    """Whether a correction lies on some of the words, or a doubt."""
    ends_a_time: bool
    """Whether it is `đến hết`, which figures of the past may have too."""


def printed_deadlines(prose: Prose, met: date | None) -> Iterator[PrintedDeadline]:
    """In order; `met` is the day of the meeting, without which no year is known but a printed."""
    if not _MAY_HOLD_DAY.search(prose.text):
        return
    noted, corrected = _Marked(prose, Note), _Marked(prose, Edit, Doubt)
    for found in _DEADLINE.finditer(prose.text):
        day = _day(found, met)
        if day is None or _is_of_a_span(prose.text, found) or noted.any_in(*found.span()):
            continue
        is_corrected = corrected.any_in(*found.span())
        yield PrintedDeadline(*found.span(), day, is_corrected, found[0][0] in "đĐ")


def _day(found: re.Match[str], met: date | None) -> date | None:
    """None where no calendar has it, which is told elsewhere, or where it is not to come."""
    if found["day"]:
        day, month, year = day_month_year(found)
        return _date(year, month, day)
    if met is None:
        return None
    day, month = short_day_and_month(found)
    for year in (met.year, met.year + 1):
        meant = _date(year, month, day)
        if meant and 0 <= (meant - met).days <= MOST_DAYS_TO_DUE:
            return meant
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_of_a_span(text: str, found: re.Match[str]) -> bool:
    """Whether the day is one with which something begins, or goes on or is forbidden till then."""
    begun = found.start("day") if found["day"] else found.start("short_day")
    if _FROM.search(text, found.start(), begun) or _TO.match(text, found.end()):
        return True
    before = text[max(0, found.start() - _LONGEST_SPAN) : found.start()]
    match found[0][0].lower():
        case "đ":
            return bool(_BEGUN.search(before) or _FORBIDDEN.search(before))
        case "t" | "n":
            return bool(_FORBIDDEN.search(before))
        case _:
            return False


class _Marked:
    """Where marks of some kinds lie on a prose, gone through once however often it is asked."""

    def __init__(self, prose: Prose, *kinds: type) -> None:
        spans = sorted((one.start, one.end) for one in prose.marks if isinstance(one.what, kinds))
        self._starts = [start for start, _ in spans]
        self._ends = [*accumulate((end for _, end in spans), max)]
        """For each the furthest end of those that begin no later."""

    def any_in(self, start: int, end: int) -> bool:
        """Whether one lies on some of these letters."""
        count = bisect_left(self._starts, end)
        return count > 0 and self._ends[count - 1] > start
