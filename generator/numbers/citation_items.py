"""The serials of a list in prose, each with the symbol that follows it, as far as the list goes."""

import re
from dataclasses import dataclass, replace

from generator.numbers.characters import Reading
from generator.numbers.citation_context import read_date
from generator.numbers.document_number import number
from generator.numbers.number_cues import Cue
from generator.numbers.number_grammar import Certainty, Serial, Symbol, read_serial, read_symbol

LONGEST_LIST = 60
CONNECTOR = re.compile(
    r"""(?:
        [ \n]?(?P<dash>-|÷)[ \n]?
      | [ \n](?P<to>den)[ \n](?:het[ \n])?(?:so[ \n])?
      | (?:[ \n]?[,;&+](?:[ \n]va)?|[ \n](?:va|hoac))[ \n]?(?:so:?[ \n])?
    )(?=[0-9oli])""",
    re.VERBOSE,
)
FROM = re.compile(r"(?<![a-z])tu[ \n](?:so[ \n])?$")
NUMBERING = re.compile(r"\n[0-9]{1,2}[.)][ \n]")
YEAR_BEFORE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[ \n]-[ \n]?$")
YEARLY = frozenset(("NĐ", "TT", "TTLT"))
PERIOD = re.compile(r"(?<![a-z])(?:ngay|tuan|thang|quy|nam|lop|khoi|tiet|dot|phong|to)[ \n]$")


@dataclass(frozen=True, slots=True)
class Item:
    """One serial of a list, with its symbol if one follows it."""

    start: int
    serial: Serial
    symbol: Symbol | None
    end: int
    dated: bool = False
    link: str = ""

    @property
    def is_full(self) -> bool:
        return self.symbol is not None and self.symbol.has_code


def items_of(reading: Reading, start: int, cue: Cue | None) -> list[Item]:
    """The serials of a list from a place on, as far as its separators reach."""
    items: list[Item] = []
    at, link = start, ""
    listing = cue is not None and not cue.counting
    while len(items) < LONGEST_LIST:
        serial = read_serial(reading, at)
        if not serial:
            break
        symbol = _symbol(reading, at, serial, cue, linked=bool(items))
        if symbol and items and _belongs_elsewhere(serial, symbol, cue):
            break
        end = symbol.end if symbol else serial.end
        if items and link == "dash" and (items[-1].is_full or items[-1].link == "dash"):
            break
        items.append(Item(at, serial, symbol, end, link=link))
        if symbol is None and listing:
            day, after = read_date(reading, end)
            if day:
                items[-1] = replace(items[-1], dated=True)
                end = after
        connector = CONNECTOR.match(reading.folded, end)
        if not connector or NUMBERING.match(reading.folded, connector.end() - 1):
            break
        link = connector.lastgroup or "and"
        if not listing and not (link == "dash" or (link == "to" and _from(reading, start))):
            break
        at = connector.end()
    return items


def _belongs_elsewhere(serial: Serial, symbol: Symbol, cue: Cue | None) -> bool:
    """Whether a number after bare ones can't lend them its suffix: `Nghị định 71 và 45/PGDĐT`."""
    if not cue or not cue.kind:
        return False
    kind = number(serial, symbol, cue).type
    return kind != cue.kind and not YEARLY.isdisjoint((kind, cue.kind))


def _symbol(
    reading: Reading, at: int, serial: Serial, cue: Cue | None, *, linked: bool
) -> Symbol | None:
    """The symbol after a serial, if what stands before it is cue enough."""
    useful = cue if cue and not cue.counting else None
    if not (useful or linked) and (
        before_slash(reading, at)
        or (serial.is_like_a_year and YEAR_BEFORE.search(reading.folded, max(0, at - 8), at))
    ):
        return None
    symbol = read_symbol(reading, serial.end, cued=useful is not None)
    if symbol is None:
        return None
    if symbol.year and serial.is_like_a_year and "-" in reading.folded[serial.end :][:2]:
        return None
    if not useful and symbol.type is None and PERIOD.search(reading.folded, max(0, at - 8), at):
        return None
    if symbol.certainty is Certainty.SURE:
        return symbol
    if useful is None:
        return None
    if symbol.certainty is Certainty.NEEDS_CUE or useful.name:
        return symbol
    colon = ":" in reading.plain[useful.start : useful.end]
    return symbol if symbol.type or (symbol.issuer and colon) else None


def before_slash(reading: Reading, at: int) -> bool:
    """Whether the digits go on from something before them: `11/12`, `.../2021`, `12.843`."""
    before = reading.folded[max(0, at - 3) : at]
    return (
        before.rstrip(" \n").endswith("/")
        or (before[-1:] in (".", ",", ":", "-") and before[-2:-1].isdigit())
        or before.endswith(("…", ".."))
    )


def _from(reading: Reading, start: int) -> bool:
    return FROM.search(reading.folded, max(0, start - 8), start) is not None
