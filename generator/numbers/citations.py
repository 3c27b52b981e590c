"""Document numbers found in prose: text -> citations, each with its place in the text.

One pass over the text: words that announce numbers, then every serial; lists and ranges share the
suffix that stands at their end. Short forms join the one earlier mention that fits; where two
fit they stay open. Nothing is completed from general knowledge.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.numbers.characters import read
from generator.numbers.citation_context import Context
from generator.numbers.citation_lists import found_numbers
from generator.numbers.document_number import DocumentNumber
from generator.numbers.number_starts import serial_starts

MOST_CANDIDATES = 20
"""Numbers that one short form is held against: more are never listed, and it stays open anyway."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of one document.

    `start`/`end` are code points of the given text and cover the number's own characters, for a
    short form its cue word too; a number implied by a range (`01-04/2021/TT-BGDĐT` implies 02 and
    03) has an empty span between the range's ends. `written` is the number as it stands,
    `number` the same after joining. `kind` is the cue's type name. `candidates` are the earlier
    numbers that fit when there are two or more.
    """

    start: int
    end: int
    printed: str
    number: DocumentNumber
    written: DocumentNumber
    kind: str | None
    date: datetime.date | None
    body: str | None
    joined: bool = False
    candidates: tuple[DocumentNumber, ...] = ()


def find(text: str) -> tuple[Citation, ...]:
    """Every citation of one text, in order; short forms join earlier mentions in it."""
    return find_all((text,))[0]


def find_all(texts: Sequence[str], *, most: int | None = None) -> tuple[tuple[Citation, ...], ...]:
    """The citations of each text of one notice; short forms join across the whole sequence.

    At most `most` of them, if it is given: a range is a short way of writing fifty.
    """
    earlier: dict[str, _SameSerial] = defaultdict(_SameSerial)
    found: list[tuple[Citation, ...]] = []
    for text in texts:
        found.append(tuple(islice(_joined(_written(text), earlier), most)))
        if most is not None:
            most -= len(found[-1])
    return tuple(found)


def candidates(text: str) -> int:
    """At how many places a number may begin that no word announces."""
    return sum(1 for _ in serial_starts(read(text).folded))


def _written(text: str) -> Iterable[tuple[Citation, bool]]:
    reading = read(text)
    for found in found_numbers(reading):
        start, end = reading.span(found.start, found.end)
        around: Context = found.context
        citation = Citation(
            start,
            end,
            text[start:end],
            found.number,
            found.number,
            found.kind,
            around.date,
            around.body,
        )
        yield citation, found.only_if_joined


def _joined(
    citations: Iterable[tuple[Citation, bool]], earlier: dict[str, "_SameSerial"]
) -> Iterable[Citation]:
    for citation, only_if_joined in citations:
        same_serial = earlier[citation.written.serial.casefold()]
        settled = citation if citation.written.is_complete else same_serial.settled(citation)
        if only_if_joined and not settled.joined:
            continue
        same_serial.add(settled)
        yield settled


class _SameSerial:
    """The earlier mentions of one serial, each that says anything new."""

    def __init__(self) -> None:
        self._said: set[tuple[object, ...]] = set()
        self._mentions: list[Citation] = []
        self._fitting: dict[tuple[object, ...], _Fitting] = defaultdict(_Fitting)

    def add(self, citation: Citation) -> None:
        said = (citation.number.key, citation.kind, citation.date, citation.body)
        if said not in self._said:
            self._said.add(said)
            self._mentions.append(citation)

    def settled(self, citation: Citation) -> Citation:
        """The citation joined to the single earlier number that fits, or open between several."""
        year = citation.date and citation.date.year
        alike = (citation.written, citation.kind, year, _issuers(citation.body))
        match self._fitting[alike].fullest(citation, self._mentions):
            case ():
                return citation
            case (only,):
                return replace(citation, number=only, joined=True)
            case several:
                return replace(citation, candidates=several)


class _Fitting:
    """The earlier numbers that one short form fits, looked through once for all who write it."""

    def __init__(self) -> None:
        self._seen = 0
        self._numbers: dict[str, DocumentNumber] = {}
        self._fullest: tuple[DocumentNumber, ...] = ()

    def fullest(self, short: Citation, mentions: Sequence[Citation]) -> tuple[DocumentNumber, ...]:
        """Those that no other fitting one outdoes; of very many the first."""
        known = self._numbers
        changed = False
        for other in islice(mentions, self._seen, None):
            if _fits(short, other):
                key = other.number.key
                if key in known or len(known) < MOST_CANDIDATES:
                    changed |= known.get(key) != other.number
                    known[key] = other.number
        self._seen = len(mentions)
        if changed:
            numbers = known.values()
            self._fullest = tuple(number for number in numbers if not _is_outdone(number, numbers))
        return self._fullest


def _is_outdone(number: DocumentNumber, others: Iterable[DocumentNumber]) -> bool:
    """Whether another fitting number says the same and more."""
    return not number.is_complete and any(
        number.key != other.key and number.may_be(other) for other in others
    )


def _fits(short: Citation, other: Citation) -> bool:
    mine, full = short.written, other.number
    if mine.key == full.key or not (mine.may_be(full) or _same_kind(short, other)):
        return False
    return _same_year(short, other) and _body_agrees(short, full)


def _same_kind(short: Citation, other: Citation) -> bool:
    """`Nghị quyết 43` for a `Nghị quyết 43/2019/QH14`, `Quy định 08` for a `Quy định 08-QĐ/TW`."""
    return (
        short.kind is not None
        and short.written.issuer is None
        and short.written.year in (None, other.number.year)
        and (short.kind == other.kind or short.kind == "Văn bản")
    )


def _same_year(short: Citation, other: Citation) -> bool:
    years = {
        year
        for citation in (short, other)
        for year in (citation.number.year, citation.date and citation.date.year)
        if year
    }
    return len(years) < 2 or short.date is None


def _body_agrees(short: Citation, full: DocumentNumber) -> bool:
    """Whether the body named with a short form can have issued the full number."""
    if not full.issuer:
        return True
    issuers = _issuers(short.body)
    return not issuers or full.issuer in issuers


def _issuers(body: str | None) -> tuple[str, ...]:
    """The issuers that the words of a body name; none where they name no body we know."""
    words = (body or "").casefold()
    return next((found for start, found in BODY_ISSUERS.items() if words.startswith(start)), ())


BODY_ISSUERS = {
    "phòng g": ("PGDĐT", "GDĐT"),
    "pgd": ("PGDĐT", "GDĐT"),
    "sở g": ("SGDĐT", "GDĐT"),
    "bộ g": ("BGDĐT",),
    "bộ trưởng bộ g": ("BGDĐT",),
    "ubnd": ("UBND",),
    "ủy ban nhân dân": ("UBND",),
    "hđnd": ("HĐND",),
    "hội đồng nhân dân": ("HĐND",),
    "chính phủ": ("CP",),
    "thủ tướng": ("TTg",),
    "tỉnh ủy": ("TU",),
    "thành ủy": ("TU",),
    "trung ương": ("TW",),
    "bộ chính trị": ("TW",),
    "ban bí thư": ("TW",),
}
"""How the words of a body begin -> the issuers its numbers carry."""
