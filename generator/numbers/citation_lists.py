"""Serials, lists and ranges in prose: `công văn số 1249, 1250/PGDĐT`, `01-04/2021/TT-BGDĐT`.

The suffix at the end of a list goes back over it; a range is filled in; a bare number counts
only after a word that announces one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.numbers.characters import Reading
from generator.numbers.citation_context import (
    Context,
    context,
    counts_things,
    without_outside_matter,
)
from generator.numbers.citation_items import Item, items_of
from generator.numbers.document_number import DocumentNumber, number
from generator.numbers.number_cues import Cue, cues, names_a_form
from generator.numbers.number_grammar import Serial, Symbol
from generator.numbers.number_starts import may_be_full, may_hold_numbers, serial_starts

LONGEST_RANGE = 50

GOES_ON = re.compile(r"[ ]?[/\\-][ ]?[0-9]|/|[.,][0-9]|[:][0-9]|-(?=[0-9a-z])")
THOUSANDS = re.compile(r"\.[0-9]{3}$")


@dataclass(frozen=True, slots=True)
class Found:
    """One number at places `start` to `end` of a reading; empty for one that a range implies."""

    start: int
    end: int
    number: DocumentNumber
    kind: str | None
    context: Context
    only_if_joined: bool = False


def found_numbers(reading: Reading) -> Iterator[Found]:
    """Every number of a text in order; no two overlap."""
    if not may_hold_numbers(reading.plain):
        return
    seen = without_outside_matter(reading)
    announced = {cue.end: cue for cue in cues(seen)}
    starts = set(serial_starts(seen.folded))
    done = idle = 0
    for start in sorted(starts | announced.keys()):
        if start < done:
            continue
        cue = announced.get(start)
        if cue and cue.start < done:
            cue = None
        if not cue and not may_be_full(seen.folded, start):
            continue
        if cue and cue.is_alone and start < idle:
            continue
        items = items_of(seen, start, cue)
        if cue and cue.is_alone and _is_idle(seen, items, cue):
            idle = items[-1].start
        for found in _list(seen, items, cue):
            if found.start >= done:
                done = max(done, found.end)
                yield found


def _is_idle(reading: Reading, items: list[Item], cue: Cue) -> bool:
    """Whether no list that begins at a later `số` of this one can end in a full number either.

    After `số:` more is taken for one than after `số`.
    """
    if not items or any(item.is_full for item in items):
        return False
    return (
        ":" not in reading.plain[cue.end : items[-1].end]
        or ":" in reading.plain[cue.start : cue.end]
    )


def _list(reading: Reading, items: list[Item], cue: Cue | None) -> list[Found]:
    if not items:
        return []
    start = items[0].start
    if not cue and len(items) > 1 and all(item.serial.is_like_a_year for item in items):
        return []
    last_full = max((place for place, item in enumerate(items) if item.is_full), default=-1)
    names_it = cue is not None and cue.name and (last_full >= 0 or not cue.numbered)
    if not names_it and names_a_form(reading, cue.start if cue else start):
        return []
    found: list[Found] = []
    if last_full >= 0:
        found = _with_suffix(reading, items[: last_full + 1], cue)
    if cue and cue.name:
        found += _short_forms(reading, items[last_full + 1 :], cue, first=last_full < 0)
    return found


def _with_suffix(reading: Reading, items: list[Item], cue: Cue | None) -> list[Found]:
    """The numbers of a list that ends in a full one: its suffix goes back over the bare ones."""
    full: list[tuple[Item, Symbol, Context]] = []
    for item in reversed(items):
        if item.symbol is not None and item.is_full:
            full.append((item, item.symbol, context(reading, item.end)))
            continue
        _, symbol, around = full[-1]
        if item.symbol:
            symbol = replace(symbol, year=item.symbol.year)
        full.append((item, symbol, context(reading, item.end) if item.dated else around))
    full.reverse()
    found: list[Found] = []
    for place, (item, symbol, around) in enumerate(full):
        made = number(item.serial, symbol, cue)
        supplied = place == 0 and symbol.type is None and made.type is not None
        if place and (item.link in ("dash", "to")):
            before, other = full[place - 1][0], full[place - 1][1]
            if number(before.serial, other, cue).key.split("|")[1:] == made.key.split("|")[1:]:
                found += _implied(reading, before, item, symbol, cue, around)
        start = cue.start if supplied and cue and item.is_full else item.start
        kind = cue.name if cue else None
        if around.body is None and cue and cue.body:
            around = replace(around, body=cue.body)
        found.append(Found(start, item.end, made, kind, around))
    return found


def _implied(
    reading: Reading, first: Item, last: Item, symbol: Symbol, cue: Cue | None, around: Context
) -> Iterator[Found]:
    """The numbers between a range's ends; none where the range is absurd."""
    if not (first.serial.text.isdigit() and last.serial.text.isdigit()):
        return
    low, high = int(first.serial.text), int(last.serial.text)
    if not low < high <= low + LONGEST_RANGE:
        return
    for value in range(low + 1, high):
        serial = Serial(f"{value:02d}", last.end, plain=True)
        made = number(serial, symbol, cue)
        yield Found(last.start, last.start, made, cue.name if cue else None, around)


def _short_forms(reading: Reading, items: list[Item], cue: Cue, *, first: bool) -> Iterator[Found]:
    """Bare numbers after a word that announces them: `Thông tư 22`, `Nghị định 71 và 108`."""
    if not cue.takes_bare_number:
        return
    for place, item in enumerate(items):
        leads = first and place == 0
        if not leads and item.symbol is None and (not first or item.link in ("dash", "to")):
            return
        if not _is_short_form(reading, item, cue):
            return
        made = number(item.serial, item.symbol, cue)
        around = context(reading, item.end)
        if around.body is None and cue.body:
            around = replace(around, body=cue.body)
        start = cue.start if leads else item.start
        unsure = cue.kind is None or (item.serial.is_like_a_year and not cue.numbered)
        yield Found(start, item.end, made, cue.name, around, only_if_joined=unsure)


def _is_short_form(reading: Reading, item: Item, cue: Cue) -> bool:
    text = item.serial.text
    if not item.serial.plain or text[-1].isupper() or THOUSANDS.search(text):
        return False
    if item.symbol is not None:
        return cue.numbered or cue.kind != "CV"
    if GOES_ON.match(reading.folded, item.end):
        return False
    return not counts_things(reading, item.end)
