"""A line that opens a field, `text: |` or `sections:`, and is gone: found by putting one back.

Without it YAML takes what stands below for something else, and trips over it lines later. Where one
line put in makes all of that right and nothing wrong, that line is told, and not what its want did.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from generator.problems import Problem, Problems, quoted
from generator.reading import schema, yaml_nodes, yaml_tree
from generator.reading.pasted_lines import lines_inside
from generator.reading.possible_gaps import Gap, gaps
from generator.reading.schema import Record
from generator.reading.source_text import source_lines
from generator.reading.yaml_nodes import Node, moved_up

T = TypeVar("T")

_MOST_MISSING = 3
_MOST_TRIED = 500_000
"""Characters read in all to try lines."""

_MOST_NAMED = 3
_LINE_IN_MESSAGE = re.compile(r"(?<= dòng )\d+(?: đến \d+)?")


@dataclass(frozen=True, slots=True)
class _Reading(Generic[T]):
    """A file as it reads with some lines put in: `origin` is the line of the file of each line."""

    lines: Sequence[str]
    origin: Sequence[int]
    root: Node | None
    value: T | None
    told: tuple[Problem, ...]

    @property
    def errors(self) -> frozenset[tuple[int, str]]:
        return frozenset((one.line, one.message) for one in self.told if not one.warning)

    @property
    def wrong(self) -> frozenset[int]:
        """The lines with an error, from 0."""
        lines = {line for line, _ in self.errors}
        return frozenset(at for at, line in enumerate(self.origin) if line in lines)


def read(shape: Record[T], raw: bytes, file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """As `schema.read`, with lines that are missing told as such."""
    source = Problems(file)
    lines = source_lines(raw, source)
    if lines is None:
        return None, source.found()
    now = _read(shape, lines, range(1, len(lines) + 1), source)
    left = _MOST_TRIED // (len(raw) + 1)
    missing: list[Problem] = []
    while left > 0 and len(missing) < _MOST_MISSING:
        tried: list[tuple[Gap, _Reading[T]]] = []
        for gap in gaps(shape, now.root, now.lines, now.wrong):
            if left <= 0 or (tried and (gap.at, gap.path) != (tried[0][0].at, tried[0][0].path)):
                break
            left -= 1
            then = _with(shape, now, gap, source)
            if _is_righted(then, now, gap):
                tried.append((gap, then))
        if not tried:
            break
        best = [one for one in tried if _rank(*one) == min(_rank(*other) for other in tried)]
        missing.append(_problem(file, now, [gap for gap, _ in best]))
        now = best[0][1]
    return now.value, tuple(sorted({*now.told, *missing}))


def _rank(gap: Gap, then: _Reading[Any]) -> tuple[int, bool]:
    return len(then.errors), not gap.is_next


def _read(
    shape: Record[T], lines: Sequence[str], origin: Sequence[int], source: Problems
) -> _Reading[T]:
    """`source` holds what is told of the file's characters, at its own lines."""
    problems = Problems(source.file)
    root, fields = yaml_tree.of_lines([*lines], problems)
    told = [_at_origin(one, origin) for one in problems.found(fields.of)]
    grown = {line: place for place, line in enumerate(origin, start=1)}
    told += source.found(lambda line: fields.of(grown.get(line, line)))
    placed = root if root is None or isinstance(origin, range) else moved_up(root, origin)
    value, found = schema.of_tree(shape, placed, tuple(told), source.file)
    return _Reading(lines, origin, root, value, found)


def _at_origin(problem: Problem, origin: Sequence[int]) -> Problem:
    def line(number: int) -> int:
        return origin[number - 1] if 0 < number <= len(origin) else number

    def lines(found: re.Match[str]) -> str:
        return re.sub(r"\d+", lambda number: str(line(int(number[0]))), found[0])

    message = _LINE_IN_MESSAGE.sub(lines, problem.message)
    return replace(problem, line=line(problem.line), message=message)


def _with(shape: Record[T], now: _Reading[T], gap: Gap, source: Problems) -> _Reading[T]:
    lines, origin = [*now.lines], [*now.origin]
    lines.insert(gap.at, f"{' ' * gap.depth}{gap.opener}")
    origin.insert(gap.at, origin[gap.at])
    return _read(shape, lines, origin, source)


def _is_righted(then: _Reading[Any], now: _Reading[Any], gap: Gap) -> bool:
    """Whether a line put in mends something; of a block that hides fields only that it harms none.

    What a block swallows is told by nobody.
    """
    is_swallowed = gap.at in lines_inside([*now.lines])
    return then.errors < now.errors or (is_swallowed and then.errors <= now.errors)


def _problem(file: str, now: _Reading[Any], gaps: Sequence[Gap]) -> Problem:
    first = gaps[0]
    names = [quoted(gap.opener) for gap in gaps[:_MOST_NAMED]]
    depth = f"lùi {first.depth} dấu cách" if first.depth else "sát lề trái"
    message = (
        f"thiếu dòng {' hoặc '.join(names)} ngay trên dòng này:"
        f" {quoted(now.lines[first.at].strip())}; thêm vào, {depth}"
    )
    path = yaml_nodes.below(first.path, first.name) if len(gaps) == 1 else first.path
    return Problem(file, now.origin[first.at], path, message)
