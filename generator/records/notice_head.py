"""The head of a notice, as printed above its kind: the issuer, `Số: 15/TB-PGDĐT`, place and day.

It is kept as it stands; the number and the day, which the record also gives as data, must stand in
it, as printed or as corrected.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import Prose
from generator.numbers.document_number import parse
from generator.problems import Problem, quoted
from generator.records.notice_drafts import NoticeDraft
from generator.vietnamese import show_date

_NUMBER = re.compile(r"[0-9]+/[^\s,;]+")
_DAY = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(\d{1,2})[/-](\d{1,2})[/-](\d{4})",
    re.IGNORECASE,
)


def wrong_head(draft: NoticeDraft, head: Sequence[Prose]) -> Iterator[Problem]:
    """Where head and data disagree, or one of them says more."""
    if not head:
        return
    printed = "\n".join(line.printed for line in head)
    texts = dict.fromkeys([printed, "\n".join(line.text for line in head)])
    found = dict.fromkeys(words for text in texts for words in _number_words(text))
    numbers = filter(None, map(parse, found))
    days = [day for text in texts for day in _days(text)]
    at = draft.at
    if draft.number and all(number.key != draft.number.key for number in numbers):
        message = f"{quoted(str(draft.number))} không có trong «head:»; ghi lại số như bản in"
        yield at.problem(message, "number")
    if draft.issued and draft.issued not in days:
        message = f"ngày {show_date(draft.issued)} không có trong «head:»; ghi lại ngày như bản in"
        yield at.problem(message, "issued")
    if not at.holds("number") and (number := next(numbers, None)):
        message = f"«head:» có số {quoted(str(number))}; ghi thêm «number: {number}»"
        yield at.problem(message, "head", warning=True)
    if days and not at.holds("issued"):
        message = f"«head:» có ngày {show_date(days[0])}; ghi thêm «issued: {days[0].isoformat()}»"
        yield at.problem(message, "head", warning=True)


def _number_words(text: str) -> Iterator[str]:
    """What may be a number and is no day."""
    for found in _NUMBER.finditer(re.sub(r"(?<![ \t])[ \t]*([/-])[ \t]*", r"\1", text)):
        if not _DAY.fullmatch(found[0]):
            yield found[0]


def _days(text: str) -> Iterator[date]:
    for found in _DAY.finditer(text):
        day, month, year = (int(piece) for piece in found.groups() if piece)
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            try:
                yield date(year, month, day)
            except ValueError:
                continue  # the 31st of a short month: no day of the calendar
