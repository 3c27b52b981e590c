"""A file as it reads with some of its lines put in, moved or begun otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Generic, TypeVar

from generator.problems import Problem, Problems
from generator.reading import schema, yaml_tree
from generator.reading.pasted_lines import fields_inside, lines_inside
from generator.reading.possible_gaps import Gap
from generator.reading.possible_items import ItemGap
from generator.reading.repair_messages import at_origin
from generator.reading.schema import Record
from generator.reading.yaml_nodes import Node, moved_up, unread_at
from generator.reading.yaml_tree import Fields

T = TypeVar("T")


@dataclass(frozen=True)
class TrialReading(Generic[T]):
    """`origin` is the line of the file that each of `lines` stands on."""

    lines: Sequence[str]
    origin: Sequence[int]
    root: Node | None
    fields: Fields
    value: T | None
    told: tuple[Problem, ...]

    @cached_property
    def errors(self) -> frozenset[tuple[int, str]]:
        return frozenset((one.line, one.message) for one in self.told if not one.warning)

    @cached_property
    def swallowed(self) -> frozenset[int]:
        """The lines of blocks, from 0, that look like fields."""
        return frozenset(fields_inside(self.lines, lines_inside([*self.lines])))

    @property
    def cost(self) -> int:
        """Characters that were read."""
        return self.fields.times_read * sum(map(len, self.lines))

    @property
    def left(self) -> tuple[int, int]:
        """How much is wrong in it."""
        return len(self.swallowed), len(self.errors)

    @property
    def wrong(self) -> frozenset[int]:
        """The lines with an error, from 0."""
        lines = {line for line, _ in self.errors}
        return frozenset(at for at, line in enumerate(self.origin) if line in lines)

    def is_better_than(self, other: "TrialReading[Any]") -> bool:
        """Whether what was done mends something and harms nothing.

        Fields that a block swallows are told by nobody: to bring one to light is enough.
        """
        swallowed, before = len(self.swallowed), len(other.swallowed)
        if not (self.errors <= other.errors and swallowed <= before):
            return False
        return self.errors != other.errors or swallowed < before


def read_lines(
    shape: Record[T], lines: Sequence[str], origin: Sequence[int], source: Problems
) -> TrialReading[T]:
    """The file anew; `source` holds what is told of its characters, at its own lines."""
    problems = Problems(source.file)
    root, fields = yaml_tree.of_lines([*lines], problems)
    told = [at_origin(one, origin) for one in problems.found(fields.of)]
    grown = {line: place for place, line in enumerate(origin, start=1)}
    told += source.found(lambda line: fields.of(grown.get(line, line)))
    placed = root if root is None or isinstance(origin, range) else _placed(root, origin)
    value, found = schema.of_tree(shape, placed, tuple(told), source.file)
    return TrialReading(lines, origin, root, fields, value, found)


def _placed(root: Node, origin: Sequence[int]) -> Node:
    """The tree at the lines of the file; a value that was put in says nothing."""
    put_in = {line for line, (one, next_) in enumerate(pairwise(origin), 1) if one == next_}
    return moved_up(unread_at(root, put_in), origin)


def read_with(
    shape: Record[T], now: TrialReading[T], gap: Gap | ItemGap, source: Problems
) -> TrialReading[T]:
    """The file with one line more, or with an item begun by its dash."""
    lines, origin = [*now.lines], [*now.origin]
    if isinstance(gap, ItemGap) and not gap.opener:
        lines[gap.at] = gap.begun(lines[gap.at])
        return read_lines(shape, lines, now.origin, source)
    lines.insert(gap.at, f"{' ' * gap.depth}{gap.opener}")
    origin.insert(gap.at, origin[gap.at])
    return read_lines(shape, lines, origin, source)
