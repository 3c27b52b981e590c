"""Months and days of a notice that can hardly be meant together: a file copied from last month's.

All are warnings, since a meeting may be early and a notice late.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.model import Month
from generator.problems import Problem, quoted
from generator.records.due_days import unlikely_due
from generator.records.named_months import is_month, later, month_near, months_named, show_months
from generator.records.notice_drafts import NoticeDraft
from generator.records.part_months import wrong_part_months
from generator.records.printed_days import DAY, day_month_year
from generator.records.sought import occurrences
from generator.vietnamese import sentences, show_date

_DAY_OF_MEETING = re.compile(
    r"\s*(?:(?:vào|hồi|lúc|sáng|chiều|ngày|[0-9]{1,2}\s*(?:h|giờ|:)\s*[0-9]{0,2}(?:\s*phút)?),?\s+)+"
    rf"(?P<shown>{DAY})"
    r"(?:(?!giấy\s+mời|công\s+văn|kế\s+hoạch|văn\s+bản)(?:[^.;]|(?<=TP)\.))*"
    r"\b(?:họp|hội\s+nghị|giao\s+ban)\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"[tTkK](?<!\w.)(?i:(?<=t)rên\s+đây|(?<=k)ết\s+luận)")
_BEYOND_THIS = re.compile(r"[,;](?!\s*[0-9])|(?<!\w)(?:từ|trước|đến)(?!\w)", re.IGNORECASE)
"""What follows may be of other months: `báo cáo trước giao ban tháng 01`."""
_DIGIT = re.compile("[0-9]")
_LONGEST_SENTENCE = 1_000
_SHORTEST_DAY = len("1/1/22")
_LONGEST_TITLE = 500
"""Characters of a title that are read, also as corrected."""
_MOST_DAYS_FROM_MEETING = 45


def unlikely_months(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """`month` is the file's."""
    at = draft.at
    yield from _of_title(draft, month)
    yield from _of_closing(draft, month)
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
        yield from unlikely_due(note, draft)
    for part in draft.parts:
        yield from wrong_part_months(part, month)


def _of_title(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """The file's month is one of those of the title, unless the print has a slip there."""
    named = list(dict.fromkeys(months_named(_corrected_title(draft))))
    if not named or any(is_month(month, *one) for one in named):
        return
    said = show_months(named)
    message = (
        f"tên tệp là tháng {month}, mà trích yếu nói {said}; trích yếu gõ nhầm thì sửa thành"
        f" «tháng {month}», bản in sai thì ghi ở «corrections»"
    )
    if len(named) == 1:
        file = PurePosixPath(draft.at.file).name
        meant = month_near(month, *named[0])
        right = f"{meant.year:04}/{file.replace(month.iso, meant.iso, 1)}"
        message += f"; đúng là {said} thì đổi tên tệp thành {quoted(right)}"
    yield draft.at.problem(message, "title", warning=True)


def _corrected_title(draft: NoticeDraft) -> str:
    """As it ought to be printed; of words that are in doubt nothing is left."""
    title = draft.title[:_LONGEST_TITLE]
    for slip in draft.corrections:
        starts = occurrences(slip.printed, title) if slip.printed else []
        for start in reversed(starts):
            title = title[:start] + slip.right[:_LONGEST_TITLE] + title[start + len(slip.printed) :]
        title = title[:_LONGEST_TITLE]
    return title


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


def _of_closing(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """Its first words say what notice ends there; they may say so of last month's results too."""
    if not draft.closing:
        return
    text = draft.closing.text
    end = next((end for _, end in sentences(text[:_LONGEST_SENTENCE])), 0)
    words = text[:end]
    beginning = _BEYOND_THIS.split(words, maxsplit=1)[0]
    named = months_named(beginning)
    usual = [month, later(month, -1)] if "kết quả" in beginning.lower() else [month]
    slips = (one.printed for one in draft.corrections)
    if (
        named
        and _OF_THIS.search(beginning)
        and not any(is_month(one, *other) for one in usual for other in named)
        and not any(_DIGIT.search(slip) and slip in words for slip in slips)
    ):
        message = (
            f"tên tệp là tháng {month}, mà phần kết nói tháng khác: {quoted(words)}; chép nhầm thì"
            " sửa lại, bản in sai thì ghi vào «corrections», không nhầm thì cứ để nguyên"
        )
        yield draft.at.problem(message, "closing", line=draft.closing.line_of(0), warning=True)


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
