"""The grammar of one number after its serial: `/2021/TT-BGDĐT`, `/PGDĐT`, `-NQ/TU`.

A symbol's meaning comes from position: TTr is a type in `51/TTr-NV` and a unit in
`1147/SGDĐT-TTr`. Unknown issuers and units are read too; `Certainty` says how much of a cue the
symbol needs before prose may be taken for a number.
"""

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from generator.numbers.characters import Reading, has_tone
from generator.numbers.number_codes import SEPARATOR, Code, read_issuer, read_units
from generator.numbers.number_words import (
    JOINT_TYPES,
    PARTY_ISSUERS,
    STANDING_ISSUERS,
    official_type,
)


class Certainty(IntEnum):
    """How sure a symbol is by itself, without what stands before the number."""

    NEEDS_KIND = 1
    NEEDS_CUE = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Symbol:
    """What follows the serial, in official spelling; `end` is a place in the reading."""

    end: int
    certainty: Certainty = Certainty.NEEDS_KIND
    year: int | None = None
    type: str | None = None
    issuer: str | None = None
    units: tuple[str, ...] = ()
    dashed: bool = False

    @property
    def has_code(self) -> bool:
        return self.type is not None or self.issuer is not None


@dataclass(frozen=True, slots=True)
class Serial:
    """The running number: `1249a`, `66.14`; `plain` when no letter stood for a digit."""

    text: str
    end: int
    plain: bool

    @property
    def is_like_a_year(self) -> bool:
        """Whether it could as well be a year, as in `2021-2022/KH-PGDĐT`."""
        return self.text.isdigit() and 1945 <= int(self.text) <= 2035


SERIAL = re.compile(r"([0-9oli]{1,6})(?:\.([0-9]{1,3}))?([a-z])?(?![a-z0-9])")
YEAR = re.compile(r"[12oli][0-9oli]{3}(?![a-z0-9])")
WORD = re.compile(r"[a-z]{1,6}(?![a-z0-9])")
ASSEMBLY = re.compile(r"(?:(nq|pl|l)[ \n]?[-/][ \n]?)?(ubtvqh|qh)[ -]?([0-9oli]{1,2})(?![a-z0-9])")
MORE_DIGITS = re.compile(r" ?[-/] ?[0-9]")
DIGITS = str.maketrans("oOlI", "0011")
NOT_ISSUERS = frozenset(
    "GV HS CB CBQL NV SV HSSV ĐV THCS THPT TH MN PH PHHS HĐ NĂM TP TX ĐC".split()
)
FIRST_YEAR, LAST_YEAR = 1945, 2099


def read_serial(reading: Reading, at: int) -> Serial | None:
    """The serial standing at a place; O, l and I are digits where a digit stands beside them."""
    found = SERIAL.match(reading.folded, at)
    if not found:
        return None
    digits = reading.plain[found.start(1) : found.end(1)]
    letter = reading.plain[found.start(3) : found.end(3)] if found[3] else ""
    if not (letter.isascii() or letter in "đĐ"):
        return None
    number = digits.translate(DIGITS)
    if not number.isdigit() or int(number) == 0 or len(number) > 5:
        return None
    if not any(digit.isdigit() for digit in digits) and len(digits) > 2:
        return None
    shown = f"{number.lstrip('0').zfill(2)}.{found[2]}" if found[2] else number.lstrip("0").zfill(2)
    return Serial(shown + letter, found.end(), digits == number)


def read_year(reading: Reading, at: int) -> tuple[int, int] | None:
    """A year and the place after it."""
    found = YEAR.match(reading.folded, at)
    if not found:
        return None
    digits = reading.plain[at : found.end()].translate(DIGITS)
    if not digits.isdigit():
        return None
    year = int(digits)
    return (year, found.end()) if FIRST_YEAR <= year <= LAST_YEAR else None


def read_symbol(reading: Reading, at: int, *, cued: bool) -> Symbol | None:
    """The symbol after a serial; `cued` when a word announced a number, which allows more."""
    separator = SEPARATOR.match(reading.folded, at)
    if not separator:
        typed = _typed(reading, at + 1, cued=cued) if cued and _space(reading, at) else None
        return typed if typed and typed.certainty is Certainty.SURE else None
    dash = separator[2] == "-"
    if dash and separator[1] == "\n":
        return None
    dated = read_year(reading, separator.end())
    if not dated:
        body = _body(reading, separator.end(), cued=cued)
        return _after_mark(body, separator) if body else None
    year, end = dated
    again = SEPARATOR.match(reading.folded, end)
    start = again.end() if again else end + 1 if _space(reading, end) else len(reading.folded)
    body = _body(reading, start, cued=cued)
    if body and (again or (body.type and body.issuer)) and not (dash and not body.type):
        certainty = min(body.certainty, Certainty.NEEDS_CUE)
        if (body.type and body.issuer) or _is_assembly(body.issuer):
            certainty = Certainty.SURE
        dashed = body.dashed and again is not None and again[2] == "-"
        return replace(body, year=year, certainty=certainty, dashed=dashed)
    if dash or MORE_DIGITS.match(reading.folded, end):
        return None
    return Symbol(end, Certainty.NEEDS_KIND, year=year)


def _after_mark(body: Symbol, separator: re.Match[str]) -> Symbol | None:
    """A dash after the serial: the Party's form, or a letter's slash mistyped."""
    if _is_assembly(body.issuer) and not body.type:
        return None
    if separator[2] == "/":
        return replace(body, dashed=False)
    spaced = bool(separator[1] or separator[3])
    if body.type:
        unsure = spaced and body.issuer not in PARTY_ISSUERS
        certainty = Certainty.NEEDS_CUE if unsure else body.certainty
        return replace(body, certainty=certainty) if body.issuer else None
    if body.certainty < Certainty.NEEDS_CUE or (spaced and body.certainty is not Certainty.SURE):
        return None
    education = (body.issuer or "").endswith("GDĐT")
    return body if education and not spaced else replace(body, certainty=Certainty.NEEDS_CUE)


def _body(reading: Reading, at: int, *, cued: bool) -> Symbol | None:
    """Type, issuer and units, wherever the serial and the year have ended."""
    assembly = ASSEMBLY.match(reading.folded, at)
    if assembly:
        organ = assembly[2].upper() + assembly[3].translate(DIGITS)
        kind = official_type(assembly[1]) if assembly[1] else None
        return Symbol(assembly.end(), Certainty.SURE, type=kind, issuer=organ)
    typed = _typed(reading, at, cued=cued)
    if typed and typed.issuer:
        return typed
    issuer = read_issuer(reading, at)
    if issuer and issuer.official:
        standing = issuer.official in STANDING_ISSUERS
        units, end = read_units(reading, issuer)
        certainty = Certainty.SURE if standing else Certainty.NEEDS_CUE
        return Symbol(end, certainty, issuer=issuer.official, units=units)
    if typed:
        return typed
    return _glued(reading, at) or (_stranger(reading, issuer) if issuer else None)


def _typed(reading: Reading, at: int, *, cued: bool) -> Symbol | None:
    """A type, and the issuer after it; the type alone where none follows."""
    word = WORD.match(reading.folded, at)
    if not word or has_tone(reading.plain[at : word.end()]):
        return None
    kind = official_type(reading.plain[at : word.end()])
    if not kind:
        return None
    separator = SEPARATOR.match(reading.folded, word.end())
    if separator:
        issuer = read_issuer(reading, separator.end())
        spaces = [space for space in (separator[1], separator[3]) if space]
        if issuer and _may_follow(issuer, spaces, separator, cued=cued):
            joint = kind in JOINT_TYPES
            units, end = read_units(reading, issuer, joint=joint)
            sure = issuer.official or (issuer.capitals > 1 and word.group() != word.group()[:1])
            return Symbol(
                end,
                Certainty.SURE if sure else Certainty.NEEDS_CUE,
                type=kind,
                issuer=issuer.name,
                units=units,
                dashed=separator[2] == "/",
            )
    elif reading.folded[word.end() : word.end() + 1] in (" ", "."):
        issuer = read_issuer(reading, word.end() + 1)
        if issuer and issuer.official and issuer.capitals:
            units, end = read_units(reading, issuer)
            return Symbol(end, Certainty.SURE, type=kind, issuer=issuer.official, units=units)
    return Symbol(word.end(), Certainty.NEEDS_KIND, type=kind)


def _may_follow(issuer: Code, spaces: list[str], separator: re.Match[str], *, cued: bool) -> bool:
    """Whether an issuer may follow a type over this separator: spaces ask for a known one."""
    if separator[1] == "\n" and (separator[3] or not issuer.official):
        return False
    if issuer.official:
        return True
    if not spaces:
        return issuer.capitals > 0 or cued
    return issuer.capitals > 1 and (len(spaces) == 1 or cued)


def _glued(reading: Reading, at: int) -> Symbol | None:
    """A type and a known issuer without the dash between them: `71/2020/NĐCP`."""
    for length in (5, 4, 3, 2):
        kind = official_type(reading.plain[at : at + length])
        issuer = read_issuer(reading, at + length)
        if kind and issuer and issuer.official and issuer.capitals > 1:
            units, end = read_units(reading, issuer)
            return Symbol(end, Certainty.NEEDS_CUE, type=kind, issuer=issuer.official, units=units)
    return None


def _stranger(reading: Reading, issuer: Code) -> Symbol | None:
    """A letter of an issuer that no list knows: a school, a club, a company."""
    if issuer.capitals < 2 or len(issuer.written) < 3 or issuer.name.upper() in NOT_ISSUERS:
        return None
    units, end = read_units(reading, issuer)
    return Symbol(end, Certainty.NEEDS_KIND, issuer=issuer.name, units=units)


def _space(reading: Reading, at: int) -> bool:
    return reading.folded[at : at + 1] == " "


def _is_assembly(issuer: str | None) -> bool:
    return bool(issuer and re.fullmatch(r"(?:UBTV)?QH[0-9]{1,2}", issuer))
