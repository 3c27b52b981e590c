"""Days that notes give to words, against those that the words name and the day of the meeting."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.problems import Problem
from generator.records.notice_drafts import NoteDraft, NoticeDraft
from generator.records.printed_days import DAY, SHORT_DAY, day_month_year, short_day_and_month
from generator.records.printed_deadlines import MOST_DAYS_TO_DUE
from generator.vietnamese import show_date

_DAY_IN_WORDS = re.compile(rf"(?<![\w/])(?:{DAY}|{SHORT_DAY})", re.IGNORECASE)

_MOST_SLIPS = 500
"""Corrections that one note is held against; a notice has some dozens."""
_LONGEST = 500
"""Characters of a note that are read, also as corrected."""


def unlikely_due(note: NoteDraft, draft: NoticeDraft) -> Iterator[Problem]:
    """A day that is over when the meeting is, or that the very words do not name."""
    if not note.due:
        return
    named = [*_days_named(note.words)]
    meant = _day_meant(note.words, draft.met)
    check = f"có phải «due: {meant}»?" if meant and meant != note.due else "kiểm tra lại năm, tháng"
    if draft.met and note.due < draft.met:
        message = f"hạn {show_date(note.due)} sớm hơn ngày họp {show_date(draft.met)}; {check}"
        yield note.at.problem(message, "due", warning=True)
    elif named and not _is_one(note.due, named) and not _is_right(note.due, note.words, draft):
        message = f"hạn ghi {show_date(note.due)}, mà những chữ này nói ngày khác; {check}"
        yield note.at.problem(message, "due", warning=True)


def _is_right(due: date, words: str, draft: NoticeDraft) -> bool:
    """Whether a day is the one that corrections put into some words."""
    words = words[:_LONGEST]
    for slip in draft.corrections[:_MOST_SLIPS]:
        right = slip.right[:_LONGEST]
        if slip.printed and right and slip.printed in words:
            words = words.replace(slip.printed, right)[:_LONGEST]
        elif right and words in slip.printed:
            words = right
    return _is_one(due, _days_named(words))


def _is_one(due: date, named: Iterable[tuple[int, int, int | None]]) -> bool:
    return any(
        (day, month) == (due.day, due.month) and year in (None, due.year)
        for day, month, year in named
    )


def _days_named(words: str) -> Iterator[tuple[int, int, int | None]]:
    """Day, month, and the year if it stands there."""
    for found in _DAY_IN_WORDS.finditer(words):
        yield day_month_year(found) if found["day"] else (*short_day_and_month(found), None)


def _day_meant(words: str, met: date | None) -> date | None:
    """The one day that words name, in the year in which it is soon after the meeting."""
    found = [*_days_named(words)]
    if len(found) != 1 or not met:
        return None
    ((day, month, year),) = found
    for one in (year,) if year else (met.year, met.year + 1):
        try:
            meant = date(one, month, day)
        except ValueError:
            continue
        if 0 <= (meant - met).days <= MOST_DAYS_TO_DUE:
            return meant
    return None
