"""A line that opens a field, and is gone or stands at a wrong depth: found by trying.

Without it YAML takes what stands below for something else, and trips over it lines later, or takes
it for words in silence. Where one line put in or moved makes all of that right and nothing wrong,
that line is told, and not what its want did.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from generator.problems import Problem, Problems, quoted
from generator.reading import yaml_nodes
from generator.reading.possible_blocks import open_blocks
from generator.reading.possible_gaps import Gap, gaps
from generator.reading.possible_items import ItemGap, item_gaps
from generator.reading.possible_shifts import Shift, shifts
from generator.reading.repair_messages import missing, out_of_place, without_dash, without_sign
from generator.reading.schema import Record
from generator.reading.source_text import source_lines
from generator.reading.tabs_in_front import other_depths, runs_of_tabbed
from generator.reading.trial_reading import TrialReading, read_lines, read_with

T = TypeVar("T")

_MOST_TOLD = 3
_MOST_TRIED = 3_000_000
"""Characters read in all to try repairs."""

_LONGEST = 100_000
"""Bytes of a file of which repairs are tried; a notice has a quarter of them."""


def read(shape: Record[T], raw: bytes, file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """As `schema.read`, with lines that are missing or at a wrong depth told as such."""
    source = Problems(file)
    lines = source_lines(raw, source)
    if lines is None:
        return None, source.found()
    now = read_lines(shape, lines, range(1, len(lines) + 1), source)
    trials = _Trials(_MOST_TRIED if len(raw) <= _LONGEST else 0)
    for run, end in runs_of_tabbed(raw):
        now = _untabbed(shape, now, run, end, source, trials)
    told: list[Problem] = []
    while len(told) < _MOST_TOLD and (now.errors or now.swallowed):
        tries = (_opened, _filled, _begun, _shifted)
        repairs = [one for attempt in tries if (one := attempt(shape, now, source, trials))]
        if not repairs:
            break
        problem, now = min(repairs, key=lambda one: one[1].left)
        told.append(problem)
    return now.value, tuple(sorted({*now.told, *told}))


class _Trials:
    """Goes on as long as there are characters left to be read."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __iter__(self) -> Iterator[None]:
        while self.left > 0:
            yield


def _untabbed(
    shape: Record[T],
    now: TrialReading[T],
    run: range,
    end: int,
    source: Problems,
    trials: "_Trials",
) -> TrialReading[T]:
    """Lines that a tab begins, and are told for it, at the depth that leaves least to tell.

    At `end` stands the next such line, whose want of depth may hide what else is wrong.
    """

    def left(one: TrialReading[T]) -> tuple[int, int, int]:
        swallowed, errors = one.left
        return swallowed, sum(line <= end for line, _ in one.errors), errors

    tried: list[TrialReading[T]] = []
    for lines, _ in zip(other_depths(now.lines, run), trials, strict=False):
        then = read_lines(shape, lines, now.origin, source)
        trials.left -= then.cost
        tried.append(then)
    now = min([*tried, now], key=left)
    if len(run) > 1 and sum(line - 1 in run for line, _ in now.errors) > len(run):
        for at in run:
            below = at + 1 if at < run[-1] else end
            now = _untabbed(shape, now, range(at, at + 1), below, source, trials)
    return now


_Told = tuple[Problem, TrialReading[T]]
"""What to tell, and the file so repaired."""


def _opened(
    shape: Record[T], now: TrialReading[T], source: Problems, trials: "_Trials"
) -> _Told[T] | None:
    """The first field whose lines become right when it opens a block, and are not told so yet."""
    for (at, opened), _ in zip(open_blocks(shape, now.lines, now.wrong), trials, strict=False):
        lines = [*now.lines[:at], opened, *now.lines[at + 1 :]]
        then = read_lines(shape, lines, now.origin, source)
        trials.left -= then.cost
        written = quoted(opened.strip())
        gone = [message for _, message in now.errors - then.errors]
        if then.is_better_than(now) and not all(written in message for message in gone):
            message = without_sign(now.lines[at], opened)
            return _problem(source, now, at, then.fields.of(at + 1), message), then
    return None


def _shifted(
    shape: Record[T], now: TrialReading[T], source: Problems, trials: "_Trials"
) -> _Told[T] | None:
    """One line moved: of the moves that help, the one that leaves least to tell.

    Where either of two lines may go, it is the one that then stands where such lines commonly do.
    """
    tried: list[tuple[Shift, TrialReading[T]]] = []
    for shift, _ in zip(shifts(now.lines, now.wrong), trials, strict=False):
        then = read_lines(shape, shift.applied(now.lines), now.origin, source)
        trials.left -= then.cost
        if shift.at not in then.wrong and then.is_better_than(now):
            tried.append((shift, then))
    if not tried:
        return None
    shift, then = min(tried, key=lambda one: (one[1].left, _unusual(*one)))
    message = out_of_place(shift, now.lines[shift.at])
    return _problem(source, now, shift.at, then.fields.of(shift.at + 1), message), then


def _unusual(shift: Shift, then: TrialReading[Any]) -> int:
    """How far a moved line is from where the records of the guide have it, two spaces a level."""
    path = then.fields.of(shift.at + 1)
    is_item = then.lines[shift.at].lstrip().startswith("-")
    return abs(2 * (path.count(".") + path.count("[") - is_item) - shift.depth)


def _filled(
    shape: Record[T], now: TrialReading[T], source: Problems, trials: "_Trials"
) -> _Told[T] | None:
    """One line put in at the first place where it helps: of its names those that leave least."""
    tried: list[tuple[Gap, TrialReading[T]]] = []
    for gap, _ in zip(gaps(shape, now.root, now.lines, now.wrong), trials, strict=False):
        if tried and (gap.at, gap.path) != (tried[0][0].at, tried[0][0].path):
            break
        then = read_with(shape, now, gap, source)
        trials.left -= then.cost
        if then.is_better_than(now):
            tried.append((gap, then))
    if not tried:
        return None
    best = [one for one in tried if _rank(*one) == min(_rank(*other) for other in tried)]
    names = [gap.opener for gap, _ in best]
    gap, then = best[0]
    path = yaml_nodes.below(gap.path, gap.name) if len(names) == 1 else gap.path
    return _problem(source, now, gap.at, path, missing(gap, names, now.lines[gap.at])), then


def _rank(gap: Gap, then: TrialReading[Any]) -> tuple[int, bool]:
    return len(then.errors), not gap.is_next


def _begun(
    shape: Record[T], now: TrialReading[T], source: Problems, trials: "_Trials"
) -> _Told[T] | None:
    """One item begun with the line that is missing: of those that help, what leaves least.

    One field twice, and nothing else, is rather a field too many.
    """
    tried: list[tuple[ItemGap, TrialReading[T]]] = []
    for gap, _ in zip(item_gaps(shape, now.lines, now.wrong), trials, strict=False):
        then = read_with(shape, now, gap, source)
        trials.left -= then.cost
        is_likely = gap.is_likely or len(now.errors - then.errors) > 1
        if is_likely and then.is_better_than(now):
            tried.append((gap, then))
    if not tried:
        return None
    gap, then = min(tried, key=lambda one: one[1].left)
    path = then.fields.of(gap.at + 1)
    line = now.lines[gap.at]
    message = missing(gap, [gap.opener], line) if gap.opener else without_dash(gap, line)
    return _problem(source, now, gap.at, path, message), then


def _problem(source: Problems, now: TrialReading[Any], at: int, path: str, message: str) -> Problem:
    return Problem(source.file, now.origin[at], path, message)
