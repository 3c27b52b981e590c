"""Deadlines that the words of a task print, and no note tells: `trước ngày 20/01/2022`.

Of those that were over before the meeting only such are told as may have a slip in their year: the
same day of the next year is nearer to the meeting. A slip is the clerk's, or the print's own.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from generator.model import Correction, Edit, Mark, Note, Notice, Passage, Prose
from generator.problems import Problem, first_ones, quoted
from generator.records.marking import Marker
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import proses
from generator.records.printed_deadlines import PrintedDeadline, printed_deadlines
from generator.vietnamese import show_date

_MOST_WORDS_MORE = 12
_LONGEST_LINE = 200


def untold_deadlines(marker: Marker, draft: NoticeDraft, notice: Notice) -> Iterator[Problem]:
    """A warning at the line of each of the first, with what to write."""
    return first_ones(_untold(marker, draft, notice))


def _untold(marker: Marker, draft: NoticeDraft, notice: Notice) -> Iterator[Problem]:
    if any(not note.words for note in draft.notes):
        return
    counted = zip(marker.quotations, marker.counts, strict=True)
    misquoted = [one.what for one, count in counted if not count]
    noted = {what.due for what in misquoted if isinstance(what, Note)}
    is_sure = not any(isinstance(what, Correction) for what in misquoted)
    written = cache(lambda: {line: w for _, prose in proses(draft) for line, w in prose.lines})
    printed = cache(lambda: "\n".join(marker.passages))
    met = draft.met or date.min
    for place, part in enumerate(notice.parts):
        for passage in part.passages(f"parts[{place}]") if part.is_tasks else ():
            for found in printed_deadlines(passage.prose, draft.met):
                is_over = found.day < met
                if is_over and not (is_sure and _may_be_a_slip(found, met)):
                    continue
                if found.day in noted:
                    continue
                words = _quoted_once(passage.prose, found.start, found.end, printed())
                if is_over:
                    message = _doubtful_year(words, found.day, met)
                else:
                    message = _untold_day(words, found.day, draft)
                line = _line(passage, words, written())
                yield Problem(draft.at.file, line, passage.path, message, warning=True)


def _untold_day(words: str, due: date, draft: NoticeDraft) -> str:
    """The note that is lacking."""
    note = f"- {{words: {_in_quotes(words)}, due: {due}}}"
    where = "dưới «notes:»" if draft.notes else "«notes:» sát lề trái rồi dưới nó"
    return (
        f"hạn {show_date(due)} chưa có trong «notes»; viết thêm {where}"
        f" {quoted(note, longest=_LONGEST_LINE)}, không phải là hạn thì cứ để nguyên"
    )


def _doubtful_year(words: str, due: date, met: date) -> str:
    """What to write if it is a slip; words of a full day end with its year."""
    right = f"{words[:-4]}{due.year + 1}"
    slip = f"printed: {_in_quotes(words)}, right: {_in_quotes(right)}"
    correction = f"- {{{slip}, why: Nhầm năm., sure: rất có thể}}"
    return (
        f"hạn {show_date(due)} đã qua trước ngày họp {show_date(met)}, năm có thể nhầm; gõ nhầm thì"
        f" sửa thành {quoted(right)}, bản in sai thì ghi vào «corrections»"
        f" {quoted(correction, longest=_LONGEST_LINE)}, không nhầm thì cứ để nguyên"
    )


def _may_be_a_slip(found: PrintedDeadline, met: date) -> bool:
    """Whether the same day a year later is nearer to the meeting, and nobody spoke of it yet.

    Figures are as of a day of the past: `số liệu đến hết ngày 31/5/2021`.
    """
    due = found.day
    if (due.month, due.day) == (2, 29):
        return False
    later = due.replace(year=due.year + 1)
    return met <= later < met + (met - due) and not found.is_corrected and not found.ends_a_time


def _in_quotes(words: str) -> str:
    """As YAML takes them whatever they hold."""
    return json.dumps(words, ensure_ascii=False)


def _quoted_once(prose: Prose, start: int, end: int, printed: str) -> str:
    """The words as printed, with as many of those before them as tell their place from others."""
    first = start
    for _ in range(_MOST_WORDS_MORE):
        words = _printed(prose, first, end)
        if printed.count(words) == 1 or not first:
            return words
        first = prose.text.rfind(" ", 0, first - 1) + 1
    return _printed(prose, start, end)


def _printed(prose: Prose, start: int, end: int) -> str:
    """What the print has for some of the corrected words; an edit is taken whole."""
    edits = [mark for mark in prose.marks if isinstance(mark.what, Edit)]
    for mark in edits:
        if mark.start < end and mark.end > start:
            start, end = min(start, mark.start), max(end, mark.end)
    within = (mark for mark in edits if start <= mark.start and mark.end <= end)
    moved = tuple(Mark(mark.start - start, mark.end - start, mark.what) for mark in within)
    return Prose(prose.text[start:end], moved).printed


def _line(passage: Passage, words: str, written: Mapping[int, str]) -> int:
    """Where in a passage of several lines the day stands with which some words end."""
    day = words[words.lower().rfind(" ngày ") + 1 :] if " ngày " in words else words.split()[-1]
    line = passage.line
    while line in written and day not in written[line]:
        line += 1
    return line if line in written else passage.line
