"""The codes in a number: issuers and units, in every spelling that people type.

Issuers are a large but listable set, units an open one. `GD&ĐT`, `GD-ĐT`, `GD ĐT`, `GDDT` are
GDĐT; a unit nobody listed keeps the casing it was typed in, or capitals if it had none.
"""

import re
from dataclasses import dataclass, replace

from generator.numbers.characters import Reading, has_tone
from generator.numbers.number_words import (
    PARTY_ISSUERS,
    STANDING_ISSUERS,
    official_issuer,
    official_unit,
)


@dataclass(frozen=True, slots=True)
class Code:
    """One abbreviation; `official` is None where it is not a known one."""

    written: str
    end: int
    official: str | None = None

    @property
    def name(self) -> str:
        return self.official or (self.written.upper() if self.written.islower() else self.written)

    @property
    def capitals(self) -> int:
        return sum(letter.isupper() for letter in self.written)


CODE = re.compile(r"[a-z][a-z0-9]{0,23}(?:&[a-z][a-z0-9]{0,15}){0,3}(?![a-z0-9])")
END = r"(?:(?=[0-9]{1,2}(?![a-z0-9]))|(?![a-z0-9]))"
EDUCATION = re.compile(rf"(?:([bsp])(?:\. ?)?)?gd(?:[ \n]?(?:&|-|\.|va )[ \n]?|[ \n])?dt{END}")
LABOUR = re.compile(rf"([bsp])?ld[ \n]?[-&]?[ \n]?tb[ \n]?[-&]?[ \n]?xh{END}")
GLUED_WORDS = re.compile(r"(?<=[A-ZĐ])(?:ngày|ngay|của|cua|về|ve)$")
FOOTNOTE = re.compile(r"[0-9]{1,2}$")
DOTTED_UNIT = re.compile(r"\.(?=[A-ZĐ]{2,}(?![^\W_]))")
SEPARATOR = re.compile(r"([ \n]?)([/-])([ \n]?)")


def read_issuer(reading: Reading, at: int) -> Code | None:
    """An issuer: education in all its spellings, a known code, or any code without tones."""
    for pattern, name in ((EDUCATION, "GDĐT"), (LABOUR, "LĐTBXH")):
        found = pattern.match(reading.folded, at)
        if found:
            written = reading.plain[at : found.end()]
            return Code(written, found.end(), (found[1] or "").upper() + name)
    code = _code(reading, at)
    if not code:
        return None
    official = official_issuer(code.written)
    footnote = FOOTNOTE.search(code.written)
    if not official and footnote:
        shorter = code.written[: footnote.start()]
        known = official_issuer(shorter)
        if known:
            return Code(shorter, at + len(shorter), known)
    return replace(code, official=official)


def _code(reading: Reading, at: int) -> Code | None:
    """Letters that could be an abbreviation; a word glued to capitals (`PGDĐTngày`) is cut off."""
    found = CODE.match(reading.folded, at)
    if not found:
        return None
    written = reading.plain[at : found.end()]
    glued = GLUED_WORDS.search(written)
    if glued:
        written = written[: glued.start()]
    if has_tone(written):
        return None
    return Code(written, at + len(written))


def read_units(
    reading: Reading, issuer: Code, *, joint: bool = False
) -> tuple[tuple[str, ...], int]:
    """The units after an issuer (the other issuers of a joint document), and where they end."""
    units: list[str] = []
    end = issuer.end
    while len(units) < 6:
        dotted = DOTTED_UNIT.match(reading.plain, end)
        separator = SEPARATOR.match(reading.folded, end)
        if separator and separator[1] != "\n":
            unit = _unit(reading, separator, issuer, joint=joint)
        elif dotted:
            unit = _unit(reading, dotted, issuer, joint=False)
        else:
            break
        if not unit:
            break
        units.append(unit.name)
        end = unit.end
    return tuple(units), end


def _unit(reading: Reading, separator: re.Match[str], issuer: Code, *, joint: bool) -> Code | None:
    at = separator.end()
    spelled = EDUCATION.match(reading.folded, at)
    if spelled:
        written = reading.plain[at : spelled.end()]
        own = written == "GDDT" and "Đ" in issuer.written
        name = "GDDT" if own else (spelled[1] or "").upper() + "GDĐT"
        unit: Code | None = Code(written, spelled.end(), name)
    elif joint:
        unit = read_issuer(reading, at)
    else:
        unit = _unit_code(reading, at, issuer)
    if not unit or unit.written.lower() in ("ngay", "cua", "ve"):
        return None
    text = separator.group()
    if "/" in text and not (unit.official and text == "/"):
        return None
    if text.strip() == text:
        lower = issuer.written.islower() and unit.written.islower()
        return unit if unit.official or unit.capitals > 1 or lower or _single(unit) else None
    if official_issuer(unit.written) and not (joint or _is_rather_a_unit(unit)):
        return None
    one_side = text[0] == "-" or text[-1] == "-"
    return unit if unit.official or (one_side and unit.capitals > 1) else None


def _is_rather_a_unit(unit: Code) -> bool:
    """Whether a code is better known as a unit (`NV`, `TNMT`) than as a body of its own."""
    name = unit.official or unit.written
    return name not in STANDING_ISSUERS and name not in PARTY_ISSUERS and len(name) <= 5


def _single(unit: Code) -> bool:
    return len(unit.written) <= 4 and unit.capitals == 1 and unit.written[0].isupper()


def _unit_code(reading: Reading, at: int, issuer: Code) -> Code | None:
    """A unit: `GDTrH`, `GDTrH&GDTX`, each part in official casing where it is known."""
    code = _code(reading, at)
    if not code:
        return None
    parts = code.written.split("&")
    names = [official_unit(part) for part in parts]
    if all(names):
        return replace(code, official="&".join(name for name in names if name))
    footnote = FOOTNOTE.search(code.written)
    if footnote and len(footnote.group()) == 1 and official_unit(code.written[:-1]):
        known = official_unit(code.written[:-1])
        if issuer.name.endswith("GDĐT"):
            return Code(code.written[:-1], code.end - 1, known)
        return replace(code, official=f"{known}{footnote.group()}")
    shown = (name or Code(part, 0).name for part, name in zip(parts, names, strict=True))
    spelled = "&".join(shown)
    return replace(code, official=spelled if any(names) else None)
