"""Documents as offices issue them: serials that restart every year, and the ways to cite one."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from random import Random


@dataclass(frozen=True, slots=True)
class Issued:
    """`number` is canonical, `kind` and `issuer` as prose has them, `body` as the register has."""

    kind: str
    number: str
    day: date
    issuer: str
    body: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One body's serials of one sort; a notice's month issues `each` of them."""

    kind: str
    suffix: str
    issuer: str
    body: str
    units: tuple[str, ...] = ("",)
    book: str = ""
    """Which register the serial is drawn from; several sorts may share one."""


_OWN = "Phòng GD&ĐT Vân Hải"
_SCHOOLING = "Sở GD&ĐT Hải Đông"

SERIES = (
    Series("công văn", "PGDĐT", "Phòng GD&ĐT", _OWN, ("", "", "-GDTH", "-GDMN", "-TCCB"), "pgd"),
    Series("công văn", "PGDĐT", "Phòng GD&ĐT", _OWN, ("",), "pgd"),
    Series("công văn", "PGDĐT", "Phòng GD&ĐT", _OWN, ("", "-GDTrH", "-KHTC"), "pgd"),
    Series("Kế hoạch", "KH-PGDĐT", "Phòng GD&ĐT", _OWN, book="pgd-kh"),
    Series("công văn", "SGDĐT", "Sở GD&ĐT", _SCHOOLING, ("-GDPT", "-GDMN", "-CTTT"), "sgd"),
    Series("công văn", "SGDĐT", "Sở GD&ĐT", _SCHOOLING, ("-GDTX", "-KHTC", "-VP", "-TTr"), "sgd"),
    Series("Quyết định", "QĐ-UBND", "UBND tỉnh", "UBND tỉnh Hải Đông", book="tinh"),
    Series("Kế hoạch", "KH-UBND", "UBND thành phố", "UBND thành phố Vân Hải", book="tp"),
)
NORMATIVE = (
    Series("Thông tư", "TT-BGDĐT", "Bộ GD&ĐT", "Bộ GD&ĐT", book="tt"),
    Series("Nghị định", "NĐ-CP", "Chính phủ", "Chính phủ", book="nd"),
)
"""Eight of the first and one of the second make nine new documents a notice."""

_SPELLINGS = (
    ("GDĐT", "GD&ĐT"), ("GDĐT", "GD ĐT"), ("GDĐT", "GD-ĐT"), ("GDĐT", "GDÐT"),
    ("-", "–"), ("/", "/ "),
)  # fmt: skip


class Offices:
    """Issues documents, and remembers them for the months that refer back."""

    def __init__(self, random: Random, meetings_a_month: int) -> None:
        self.random = random
        self.reach = 90 * meetings_a_month
        self.serials: dict[tuple[str, int], int] = defaultdict(int)
        self.issued: list[Issued] = []
        self.lasting: list[Issued] = []

    def issue(self, series: Series, day: date, subject: str) -> Issued:
        serial = self.serials[series.book, day.year] + 1 + self.random.randrange(3)
        self.serials[series.book, day.year] = serial
        year = f"{day.year}/" if series in NORMATIVE else ""
        unit = self.random.choice(series.units)
        number = f"{serial:02}/{year}{series.suffix}{unit}"
        document = Issued(series.kind, number, day, series.issuer, series.body, subject)
        self.issued.append(document)
        if series in NORMATIVE and self.random.random() < 0.2:
            self.lasting.append(document)
        return document

    def earlier(self) -> Issued:
        """One that earlier months brought: mostly of the last year, now and then one that lasts."""
        if self.lasting and self.random.random() < 0.25:
            return self.random.choice(self.lasting[-40:])
        back = 1 + int(self.random.expovariate(1 / self.reach))
        return self.issued[-back] if back <= len(self.issued) else self.random.choice(self.issued)


def first_mention(document: Issued, random: Random) -> str:
    """Kind, number, date, issuer and often the subject (NĐ 30/2020, Phụ lục I, II.6.b)."""
    words = f"{_dated(document, random)} của {document.issuer}"
    return f"{words} về việc {document.subject}" if random.random() < 0.6 else words


def later_mention(document: Issued, random: Random) -> str:
    """As months refer back: mostly with its date, at times too short to be told apart."""
    chance = random.random()
    if chance < 0.7:
        return _dated(document, random)
    if chance < 0.9:
        return f"{_dated(document, random)} của {document.issuer}"
    if document.kind in ("Thông tư", "Nghị định"):
        return f"{document.kind} {document.number.split('/')[0]}"
    return f"{document.kind} {document.number}"


def spelled(document: Issued, random: Random) -> str:
    """The number as people type it, one time in three not as it should be."""
    if random.random() < 0.67:
        return document.number
    right, typed = random.choice(_SPELLINGS)
    return document.number.replace(right, typed, 1)


def _dated(document: Issued, random: Random) -> str:
    return f"{document.kind} số {spelled(document, random)} ngày {document.day:%d/%m/%Y}"
