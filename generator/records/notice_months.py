"""Months and days of a notice that can hardly be meant together: a file copied from last month's.

All are warnings, since a meeting may be early and a notice late.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.model import Month
from generator.problems import Problem, quoted
from generator.records.notice_drafts import NoteDraft, NoticeDraft, PartDraft
from generator.records.printed_days import DAY, day_month_year
from generator.vietnamese import show_date

_NUMBER = r"(?:0?[1-9]|1[0-2])\b"
_MONTHS_IN_WORDS = re.compile(
    rf"\btháng\s+(?P<months>{_NUMBER}(?:\s*(?:[,;&+–-]|và)\s*{_NUMBER}(?!\s*/\s*[0-9]{{1,2}}\b))*)"
    r"(?:\s*(?:năm|/|-)\s*(?P<year>[0-9]{4}))?",
    re.IGNORECASE,
)
_DAY_IN_WORDS = re.compile(
    r"(?<![0-9/])(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])(?:/(?P<year>[0-9]{4}))?(?![0-9/])"
)
_DAY_OF_MEETING = re.compile(
    r"\s*(?:(?:vào|hồi|lúc|sáng|chiều|ngày|[0-9]{1,2}\s*(?:h|giờ|:)\s*[0-9]{0,2}(?:\s*phút)?),?\s+)+"
    rf"(?P<shown>{DAY})"
    r"(?:(?!giấy\s+mời|công\s+văn|kế\s+hoạch|văn\s+bản)(?:[^.;]|(?<=TP)\.))*"
    r"\b(?:họp|hội\s+nghị|giao\s+ban)\b",
    re.IGNORECASE,
)
_SHORTEST_DAY = len("1/1/22")
_MOST_DAYS_FROM_MEETING = 45
_MOST_DAYS_TO_DUE = 180
"""Words that name a day further off hardly mean one to come."""


def unlikely_months(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """`month` is the file's."""
    at = draft.at
    named = _months(draft.title)
    if named and not any(_is(month, *one) for one in named):
        message = f"tên tệp là tháng {month}, mà trích yếu nói tháng khác; kiểm tra lại trích yếu"
        yield at.problem(message, "title", warning=True)
    if draft.met and not _is_about(draft.met, month):
        yield at.problem(_far("ngày họp", draft.met, month), "met", warning=True)
    yield from _of_opening(draft)
    if draft.issued and abs(_distance(_month(draft.issued), month)) > 1:
        yield at.problem(_far("ngày ban hành", draft.issued, month), "issued", warning=True)
    elif draft.issued and draft.met:
        later = (draft.issued - draft.met).days
        if later < 0 or later > _MOST_DAYS_FROM_MEETING:
            when = "trước ngày họp" if later < 0 else f"sau ngày họp {later} ngày"
            message = (
                f"ngày ban hành {show_date(draft.issued)} {when} ({show_date(draft.met)});"
                " kiểm tra lại hai ngày"
            )
            yield at.problem(message, "issued", warning=True)
    written = max(filter(None, (draft.met, draft.issued)), default=date.min)
    if draft.updated and draft.updated < written:
        message = f"ngày cập nhật {show_date(draft.updated)} sớm hơn ngày họp, ngày ban hành"
        yield at.problem(f"{message}; kiểm tra lại năm, tháng", "updated", warning=True)
    for note in draft.notes:
        yield from _of_due(note, draft)
    for part in draft.parts:
        yield from _of_part(part, month)


def _of_opening(draft: NoticeDraft) -> Iterator[Problem]:
    """The day with which the opening begins is the meeting's, unless the print has a slip there."""
    found = _DAY_OF_MEETING.match(draft.opening.text)
    if not found or not draft.met:
        return
    shown, met = found["shown"], draft.met
    slips = (one.printed for one in draft.corrections if len(one.printed) >= _SHORTEST_DAY)
    if day_month_year(found) != (met.day, met.month, met.year) and not any(
        slip in shown or shown in slip for slip in slips
    ):
        message = (
            f"ngày họp ghi {show_date(met)}, mà phần mở đầu viết {quoted(shown)}; kiểm tra lại hai"
            " ngày, bản in sai thì ghi vào «corrections»"
        )
        yield draft.at.problem(message, "met", warning=True)


def _of_due(note: NoteDraft, draft: NoticeDraft) -> Iterator[Problem]:
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
    elif named and (note.due.day, note.due.month, note.due.year) not in named:
        message = f"hạn ghi {show_date(note.due)}, mà những chữ này nói ngày khác; {check}"
        yield note.at.problem(message, "due", warning=True)


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
        if 0 <= (meant - met).days <= _MOST_DAYS_TO_DUE:
            return meant
    return None


def _of_part(part: PartDraft, month: Month) -> Iterator[Problem]:
    """Tasks are of the notice's month, results of the month before it."""
    named = _months(part.title)
    for name, of, usual in (
        ("results_of", part.results_of, (-1, 0)),
        ("tasks_for", part.tasks_for, (0, 1)),
    ):
        if of is None:
            continue
        months = [_later(month, by) for by in usual]
        meant = [one for one in months if any(_is(one, *other) for other in named)]
        if named and not any(_is(of, *one) for one in named):
            check = "kiểm tra lại năm, tháng"
            if meant:
                check = _is_it(name, meant[0])
            elif of in months:
                check = f"«{name}» hợp với tên tệp, kiểm tra lại tháng ở tiêu đề"
            message = f"ghi tháng {of}, mà tiêu đề phần viết {quoted(part.title)}; {check}"
            yield part.at.problem(message, name, warning=True)
        elif of not in months:
            check = "kiểm tra lại năm, tháng"
            if meant or not named:
                check = _is_it(name, [*meant, *months][0])
            message = f"ghi tháng {of}, trong thông báo của tháng {month}; {check}"
            yield part.at.problem(message, name, warning=True)


def missing_parts(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """Results or tasks that the opening speaks of, and no part is of: what opens it may be gone."""
    if any(not part.at.holds("results_of") | part.at.holds("tasks_for") for part in draft.parts):
        return
    for name, what, usual in (
        ("results_of", "kết quả", _later(month, -1)),
        ("tasks_for", "nhiệm vụ", month),
    ):
        is_promised = what in draft.opening.text.lower()
        if is_promised and not any(part.at.holds(name) for part in draft.parts):
            message = (
                f"phần mở đầu nói đến {what} mà không phần nào có «{name}:»; bản in có phần"
                f" {what} thì ngay trên các mục của phần ấy viết ba dòng «- title: …»,"
                f" «{name}: {usual.iso}», «sections:», không có thì cứ để nguyên"
            )
            yield draft.at.problem(message, "parts", warning=True)


def part_of_no_month(part: PartDraft, month: Month) -> Problem:
    """What to write in a part that is of no month, or of two; `month` is the file's."""
    results, tasks = _later(month, -1), month
    if named_in_title := _months(part.title):
        number, year = named_in_title[0]
        near = (_later(month, by) for by in (-1, 0, 1, *range(-11, -1)))
        named = next((one for one in near if _is(one, number, None)), month)
        results = tasks = Month(year or named.year, number)
    return part.at.problem(
        f"phần này nói về tháng nào? Ghi một trong hai: «results_of: {results.iso}» nếu là kết quả"
        f" tháng {results}, «tasks_for: {tasks.iso}» nếu là nhiệm vụ tháng {tasks}"
    )


def _is_it(name: str, month: Month) -> str:
    return f"có phải «{name}: {month.iso}»?"


def _later(month: Month, by: int) -> Month:
    """The month so many months after one."""
    year, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return Month(year, place + 1)


def _months(words: str) -> list[tuple[int, int | None]]:
    """`THÁNG 11 NĂM 2021` -> (11, 2021); the year may be left out, and is that of the last month:
    `tháng 12 và 01/2022` is of two years.
    """
    named: list[tuple[int, int | None]] = []
    for found in _MONTHS_IN_WORDS.finditer(words):
        numbers = [int(number) for number in re.findall(r"[0-9]+", found["months"])]
        year = int(found["year"]) if found["year"] else None
        named += [(one, year and year - (one > numbers[-1])) for one in numbers]
    return named


def _is(month: Month, number: int, year: int | None) -> bool:
    return month.month == number and year in (None, month.year)


def _month(day: date) -> Month:
    return Month(day.year, day.month)


def _distance(one: Month, other: Month) -> int:
    """How many months `one` is after `other`."""
    return (one.year - other.year) * 12 + one.month - other.month


def _is_about(day: date, month: Month) -> bool:
    """In the month, or so near it that a meeting then may be this month's."""
    match _distance(_month(day), month):
        case 0:
            return True
        case 1:
            return day.day <= 10
        case -1:
            return day.day >= 20
        case _:
            return False


def _far(what: str, day: date, month: Month) -> str:
    return f"{what} {show_date(day)} không ở tháng {month} của tên tệp; kiểm tra lại năm, tháng"
