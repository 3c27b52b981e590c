"""Số, ký hiệu văn bản: one document's number, its canonical spelling and its key for comparing.

Forms: `2628/QĐ-UBND` (State), `1249/PGDĐT` (công văn, no type), `71/2020/NĐ-CP` (normative),
`02-NQ/TU` (Party), `43/2019/QH14` (Quốc hội). NĐ 30/2020, Phụ lục I and III; Hướng dẫn
36-HD/VPTW. An incomplete number keeps what is known: `22/TT`, `71/NĐ-CP`, `1249/CV`.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from generator.numbers.characters import PARAGRAPH, read
from generator.numbers.number_cues import Cue, cues
from generator.numbers.number_grammar import Serial, Symbol, read_serial, read_symbol
from generator.numbers.number_words import (
    CENTRAL_ISSUERS,
    NORMATIVE_TYPES,
    PARTY_ISSUERS,
    STATE_ISSUERS,
    SUPPLIED_TYPES,
    TYPE_NAMES,
    TYPES_BY_NAME,
    UNITS,
    folded,
    official_issuer,
    official_unit,
)

ASSEMBLY = re.compile(r"(UBTV)?QH[0-9]{1,2}")
OPENING, CLOSING = " \n|([“\"'", " \n|)]”\"'.,;:"


class Family(Enum):
    """Kinds of form; when a number starts again from 01 depends on it."""

    ADMINISTRATIVE = "administrative"
    LETTER = "letter"
    NORMATIVE = "normative"
    PARTY = "party"
    ASSEMBLY = "assembly"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number in official spelling. Made by `parse` or by finding it in prose.

    `type` is None for a công văn and for Quốc hội; `year` only where the number carries it;
    for a joint document `issuer` is the first and `units` holds the others.
    """

    serial: str
    year: int | None
    type: str | None
    issuer: str | None
    units: tuple[str, ...]
    family: Family

    def __str__(self) -> str:
        organ = "-".join((self.issuer, *self.units)) if self.issuer else ""
        dated = f"{self.serial}/{self.year}" if self.year else self.serial
        if self.family is Family.PARTY:
            return f"{dated}-{self.type}/{organ}"
        return f"{dated}/{'-'.join(part for part in (self.type, organ) if part)}"

    @property
    def key(self) -> str:
        """Equal for two spellings of one number, whatever the case, accents and `&` typed."""
        kind = (self.type or "").casefold()
        organ = _organ_key(self.issuer, self.units)
        return "|".join((self.serial.casefold(), str(self.year or ""), kind, *organ))

    @property
    def is_complete(self) -> bool:
        """Whether it names an issuer, and a year where its type always carries one."""
        return self.issuer is not None and (
            self.type not in NORMATIVE_TYPES or self.year is not None
        )

    @property
    def spoken(self) -> str:
        """As it is said in a sentence: `Công văn 1249/PGDĐT`, `Thông tư 22`."""
        if self.is_complete or (self.issuer and self.type != "NĐ"):
            return f"{type_name(self)} {self}"
        return f"{type_name(self)} {self.serial}{f'/{self.year}' if self.year else ''}"

    def without_year(self) -> "DocumentNumber":
        """What an address without the year goes by: `71/NĐ-CP` for `71/2020/NĐ-CP`."""
        return replace(self, year=None)

    def may_be(self, other: "DocumentNumber") -> bool:
        """Whether this one, perhaps a short form, can stand for `other`, which says more."""
        mine, others = (_organ_key(number.issuer, number.units) for number in (self, other))
        return (
            self.serial.casefold() == other.serial.casefold()
            and self.year in (None, other.year)
            and self._type_may_be(other)
            and mine == others[: len(mine)]
        )

    def _type_may_be(self, other: "DocumentNumber") -> bool:
        if self.type == other.type:
            return True
        if self.type == "CV":
            return other.family is Family.LETTER
        return self.type == "TT" and other.type in ("TTLT", "TTLB")


@lru_cache(maxsize=4096)
def _organ_key(issuer: str | None, units: tuple[str, ...]) -> tuple[str, ...]:
    if issuer is None:
        return ()
    official = official_issuer(issuer) or folded(issuer)
    return (official.casefold(), *map(_unit_key, units))


def _unit_key(unit: str) -> str:
    parts = (part if part in UNITS else official_unit(part) for part in unit.split("&"))
    known = (name or folded(part) for name, part in zip(parts, unit.split("&"), strict=True))
    return "".join(known).casefold()


def parse(text: str) -> DocumentNumber | None:
    """The one number a text consists of, with or without its cue word; None for anything else."""
    reading = read(text.strip())
    if PARAGRAPH in reading.plain:
        return None
    announced = {cue.end: cue for cue in cues(reading)}
    for start in sorted(announced) or _first_serial(reading.folded):
        cue = announced.get(start)
        serial = read_serial(reading, start)
        if not serial or reading.plain[: cue.start if cue else start].strip(OPENING):
            continue
        symbol = read_symbol(reading, serial.end, cued=True)
        end = symbol.end if symbol else serial.end
        named = symbol.has_code if symbol else False
        if not reading.plain[end:].strip(CLOSING) and (named or (cue and cue.kind)):
            return number(serial, symbol, cue)
    return None


def _first_serial(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in re.finditer(r"(?<![0-9a-z])[0-9oli]", text))[:1]


def number(serial: Serial, symbol: Symbol | None, cue: Cue | None) -> DocumentNumber:
    """A number from its serial, what stands after it, and the type the cue word supplies.

    Nothing but the cue's own word is supplied: Nghị định implies the Government, no other type
    implies an issuer.
    """
    read = symbol or Symbol(serial.end)
    kind, issuer, announced = read.type, read.issuer, cue.kind if cue else None
    lends = kind is None and (issuer is None or _may_issue(announced or "", issuer))
    corrects = announced in ("HĐ", "ĐA") and kind == announced.replace("Đ", "D")
    if announced and (lends or corrects):
        kind = announced
    if kind == "NĐ" and issuer is None:
        issuer = "CP"
    family = _family(kind, issuer, read)
    if kind == "CV" and issuer and family is not Family.PARTY:
        kind = None
    return DocumentNumber(serial.text, read.year, kind, issuer, read.units, family)


def _may_issue(kind: str, issuer: str) -> bool:
    """Whether a cue's type can belong to an issuer's number that was written without one."""
    if ASSEMBLY.fullmatch(issuer):
        return False
    if kind == "NĐ":
        return issuer == "CP"
    if kind in ("TT", "TTLT", "VBHN"):
        return issuer in CENTRAL_ISSUERS
    return kind in SUPPLIED_TYPES or issuer in PARTY_ISSUERS


def _family(kind: str | None, issuer: str | None, read: Symbol) -> Family:
    if issuer and ASSEMBLY.fullmatch(issuer):
        return Family.ASSEMBLY
    of_party = issuer in PARTY_ISSUERS or (read.dashed and issuer not in STATE_ISSUERS)
    if kind and issuer and of_party:
        return Family.PARTY
    if kind and kind != "CV" and (read.year or kind in NORMATIVE_TYPES):
        return Family.NORMATIVE
    return Family.LETTER if kind in (None, "CV") else Family.ADMINISTRATIVE


def type_name(document: DocumentNumber | str) -> str:
    """The Vietnamese name of a number's type or of a type's code; `Văn bản` for an unknown code."""
    if isinstance(document, str):
        return TYPE_NAMES.get(document, "Văn bản")
    if document.type:
        return type_name(document.type)
    if document.family is Family.ASSEMBLY:
        standing = (document.issuer or "").startswith("UBTVQH")
        return "Văn bản của Ủy ban Thường vụ Quốc hội" if standing else "Văn bản của Quốc hội"
    return TYPE_NAMES["CV"]


def type_code(name: str) -> str | None:
    """The code of a type by its name, `Thông tư` -> `TT`; `Công văn` -> `CV`; None if unknown."""
    return TYPES_BY_NAME.get(name.casefold())
