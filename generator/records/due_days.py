"""Days that notes give to words, against those that the words name and the day of the meeting."""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.notice_drafts import NoteDraft, NoticeDraft
from generator.records.printed_deadlines import MOST_DAYS_TO_DUE
from generator.vietnamese import show_date

_DAY_IN_WORDS = re.compile(
    r"(?<![0-9/])(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])(?:/(?P<year>[0-9]{4}))?(?![0-9/])"
)

_MOST_SLIPS = 500
"""Corrections that one note is held against; a notice has some dozens."""
_LONGEST = 500
"""Characters of a note that are read, also as corrected."""


def unlikely_due(note: NoteDraft, draft: NoticeDraft) -> Iterator[Problem]:
    """A day that is over when the meeting is, or that the very words do not name."""
    if not note.due:
        return
    named = [
        (int(day["day"]), int(day["month"]), int(day["year"] or note.due.year))
        for day in _DAY_IN_WORDS.finditer(note.words)
    ]
    meant = _day_meant(note.words, draft.met)
    check = f"có phải «due: {meant}»?" if meant and meant != note.due else "kiểm tra lại năm, tháng"
    if draft.met and note.due < draft.met:
        message = f"hạn {show_date(note.due)} sớm hơn ngày họp {show_date(draft.met)}; {check}"
        yield note.at.problem(message, "due", warning=True)
    elif (
        named
        and (note.due.day, note.due.month, note.due.year) not in named
        and not _is_right(note.due, note.words, draft)
    ):
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
    return any(
        (int(day["day"]), int(day["month"])) == (due.day, due.month)
        and day["year"] in (None, str(due.year))
        for day in _DAY_IN_WORDS.finditer(words)
    )


def _day_meant(words: str, met: date | None) -> date | None:
    """The one day that words name, in the year in which it is soon after the meeting."""
    found = [*_DAY_IN_WORDS.finditer(words)]
    if len(found) != 1 or not met:
        return None
    day, month, year = (found[0][name] for name in ("day", "month", "year"))
    for one in (int(year),) if year else (met.year, met.year + 1):
        try:
            meant = date(one, int(month), int(day))
        except ValueError:
            continue
        if 0 <= (meant - met).days <= MOST_DAYS_TO_DUE:
            return meant
    return None
