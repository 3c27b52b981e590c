"""Days in a notice's words that no calendar has: `ngày 31/11/2021`, of which a print may be full.

Only what can be nothing but a day is looked at: three numbers with a year after a word that
announces a day. Those that the record corrects or doubts are known to the clerk.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.problems import Problem, quoted
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import proses
from generator.records.printed_days import DAY, day_month_year

_DAY = re.compile(
    r"[nNtTđĐsS](?<!\w.)(?i:(?<=n)gày|(?<=t)(?:ừ|ới|rước)|(?<=đ)ến|(?<=s)au)\s+"
    rf"(?P<shown>(?i:{DAY}))"
)
_MONTH_IN_WORDS = r"\s+(?i:tháng)\s"
_MAY_BE_NONE = re.compile(
    r"[0-9](?<![0-9].)(?:"
    rf"(?:(?<=2)9|(?<=[3-9])[0-9]|(?<=0)0?)(?:[/.-]|{_MONTH_IN_WORDS})"
    rf"|[0-9]?(?:[/.-]|{_MONTH_IN_WORDS}\s*)(?:1[3-9]|[2-9][0-9]|00?)(?![0-9]))"
)
"""A day or a month that some month or no year has: most words hold none."""


def impossible_days(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at the line of each such day."""
    known = [slip.printed for slip in draft.corrections]
    for at, prose in proses(draft):
        if not _MAY_BE_NONE.search(prose.text):
            continue
        for found in _DAY.finditer(prose.text):
            why = _why_not(*day_month_year(found))
            if why and not any(_is_of(printed, found["shown"]) for printed in known):
                message = (
                    f"{quoted(found['shown'])} không phải là ngày có thật: {why}; chép nhầm thì"
                    " sửa lại, bản in sai thì ghi vào «corrections»"
                )
                line = prose.line_of(found.start("shown"))
                yield Problem(at.file, line, at.path, message, warning=True)


def _why_not(day: int, month: int, year: int) -> str:
    """Why there is no such day; empty where there is."""
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"tháng {month} năm {year} không có ngày {day}"
    return ""


def _is_of(printed: str, day: str) -> bool:
    """Whether words that a correction quotes are of a day, or hold it."""
    return day in printed or printed in day
