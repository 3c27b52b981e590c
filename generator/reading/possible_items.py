"""Which lines that open an item of a list may be missing in a file: `- title: …`, `- text: |`.

Without its first line the rest of an item is read as more of the item before, or as no list at all.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.reading.field_names import FIELD_BEGINS
from generator.reading.line_repairs import depth_of
from generator.reading.pasted_lines import lines_inside
from generator.reading.prose import ProseShape
from generator.reading.schema import ListOf, Record, Shape

_MOST_PLACES = 6
"""Places in a file that are looked at: the first of those with an error."""

_OPENS_A_LIST = re.compile(r" *(?:- +)*([a-z_]+): *")
_ITEM = re.compile(r" *- +\{? *([a-z_]+):(?: |$)")
_FIELD = re.compile(r" *([a-z_]+):(?: |$)")

_BRACED = re.compile(r" *\{ *([a-z_]+): ")

_ANY_VALUE = "…"


@dataclass(frozen=True, slots=True)
class ItemGap:
    """A line that may be missing above the line `at` (from 0): the first of an item.

    Without an `opener` the line opens the item itself, and lacks its dash. The gap `is_likely`
    where its list has no item above, or where fields follow each other as they do from one item to
    the next, not within one.
    """

    at: int
    depth: int
    opener: str
    is_likely: bool

    def begun(self, line: str) -> str:
        """A line that opens an item once it has its dash."""
        return f"{' ' * self.depth}- {line.lstrip()}"


def item_gaps(
    shape: Record[Any], lines: Sequence[str], wrong: Collection[int]
) -> Iterator[ItemGap]:
    """Place by place; `wrong` are the lines, from 0, with an error."""
    structure = _Structure(lines)
    shapes = {name: record for name, record in _lists(shape)}
    for at in [at for at in structure.written if at in wrong][:_MOST_PLACES]:
        before = structure.before(at)
        for place in (at,) if before is None else (before, at):
            for depth in structure.depths(place):
                yield from _at(shapes, structure, place, depth, is_wrong=place == at)
        yield from _undashed(shapes, structure, at)


def _lists(shape: Shape[Any]) -> Iterator[tuple[str, Record[Any]]]:
    """The lists of records in a record, and in those."""
    fields: Mapping[str, Any] = shape.fields if isinstance(shape, Record) else {}
    for name, field in fields.items():
        if isinstance(field.shape, ListOf) and isinstance(field.shape.item, Record):
            yield name, field.shape.item
            yield from _lists(field.shape.item)
        else:
            yield from _lists(field.shape)


class _Structure:
    """The lines of a file that are no words of a block."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        inside = lines_inside([*lines])
        self.written = [
            at
            for at, line in enumerate(lines)
            if at not in inside and line.strip() and not line.lstrip().startswith("#")
        ]
        self._dashes = {depth_of(lines[at]) for at in self.written if _ITEM.match(lines[at])}

    def depths(self, at: int) -> Sequence[int]:
        """Where the dash of an item may stand that a line belongs to, deepest first."""
        depth = depth_of(self.lines[at])
        if _FIELD.match(self.lines[at]):
            return [depth - 2] if depth > 1 else []
        return sorted((one for one in self._dashes if one < depth - 1), reverse=True)

    def before(self, at: int) -> int | None:
        """The line of the field right above that of another, in the same item and not its first."""
        return self._before.get(at)

    @cached_property
    def _before(self) -> Mapping[int, int]:
        found: dict[int, int] = {}
        open_: list[tuple[int, int]] = []
        for at in self.written:
            depth = depth_of(self.lines[at])
            while open_ and open_[-1][0] > depth:
                open_.pop()
            if open_ and open_[-1][0] == depth and self.name(at) and self.name(open_[-1][1]):
                found[at] = open_[-1][1]
            open_.append((depth, at))
        return found

    def above(self, at: int, depth: int) -> tuple[str, Collection[str]]:
        """The list whose items have their dashes at a depth, and the names that open them."""
        openers: set[str] = set()
        for one in reversed(self.written):
            if one >= at or depth_of(self.lines[one]) > depth:
                continue
            item = _ITEM.match(self.lines[one])
            if item is None or depth_of(self.lines[one]) < depth:
                opened = _OPENS_A_LIST.fullmatch(self.lines[one])
                return opened[1] if opened else "", openers
            openers.add(item[1])
        return "", openers

    def below(self, at: int, depth: int) -> Collection[str]:
        """The names that open the later items of such a list."""
        openers: set[str] = set()
        for one in self.written:
            if one > at and depth_of(self.lines[one]) <= depth:
                item = _ITEM.match(self.lines[one])
                if item is None or depth_of(self.lines[one]) < depth:
                    break
                openers.add(item[1])
        return openers

    def names(self, at: int, depth: int) -> Sequence[str]:
        """The names of the fields from a line on, as long as they stand at a depth."""
        names: list[str] = []
        for one in self.written:
            if one >= at and depth_of(self.lines[one]) <= depth:
                field = _FIELD.match(self.lines[one])
                if field is None or depth_of(self.lines[one]) < depth:
                    break
                names.append(field[1])
        return names

    def often_follow(self, name: str, other: str) -> bool:
        """Whether a field stands right below another in more than one item."""
        pairs = ((before, at) for at in self.written if (before := self.before(at)) is not None)
        return sum((self.name(one), self.name(at)) == (name, other) for one, at in pairs) > 1

    def name(self, at: int) -> str:
        field = _FIELD.match(self.lines[at])
        return field[1] if field else ""


def _at(
    shapes: Mapping[str, Record[Any]],
    structure: _Structure,
    at: int,
    depth: int,
    *,
    is_wrong: bool,
) -> Iterator[ItemGap]:
    """What may open an item above one line, its dash at one depth."""
    opened, above = structure.above(at, depth)
    if opened not in shapes:
        return
    record = shapes[opened]
    usual = _usual(record, structure, at, depth, above)
    if structure.name(at):
        names = structure.names(at, depth + 2)
        if names and record.fields.keys() >= {*names}:
            is_usual = not is_wrong and _is_usual(record, structure, names[:2])
            is_likely = is_usual or not above
            for name in [name for name in usual if name not in names][:1]:
                yield ItemGap(at, depth, f"- {name}: {_ANY_VALUE}", is_likely)
    elif not FIELD_BEGINS.match(structure.lines[at]) and depth_of(structure.lines[at]) > depth + 2:
        for name in usual:
            if isinstance(record.fields[name].shape, ProseShape):
                yield ItemGap(at, depth, f"- {name}: |", not above)


def _undashed(
    shapes: Mapping[str, Record[Any]], structure: _Structure, at: int
) -> Iterator[ItemGap]:
    """A line that opens an item but for its dash: the line, or its name, where it should be."""
    depth = depth_of(structure.lines[at])
    braced = _BRACED.match(structure.lines[at])
    name = braced[1] if braced else structure.name(at)
    for one in (depth, depth - 2):
        opened, above = structure.above(at, one)
        if one < 0 or opened not in shapes:
            continue
        if name in _usual(shapes[opened], structure, at, one, above):
            yield ItemGap(at, one, "", not above)


def _usual(
    record: Record[Any], structure: _Structure, at: int, depth: int, above: Collection[str]
) -> Sequence[str]:
    """The names that the other items of a list begin with, or else its first required one."""
    openers = {*above, *structure.below(at, depth)}
    usual = [name for name in record.fields if name in openers]
    return usual or [name for name, field in record.fields.items() if field.required][:1]


def _is_usual(record: Record[Any], structure: _Structure, names: Sequence[str]) -> bool:
    """Whether two fields stand in the order that other items have, or else the format."""
    if len(names) < 2:
        return False
    one, next_ = names
    is_in_order = [*record.fields].index(one) < [*record.fields].index(next_)
    return structure.often_follow(one, next_) or (
        is_in_order and not structure.often_follow(next_, one)
    )
