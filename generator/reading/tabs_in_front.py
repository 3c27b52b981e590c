"""Tabs where a line's spaces should be: at which depths such lines may have been meant to stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.reading.line_repairs import depth_of

_LINE_END = re.compile(rb"\r\n|\r|\n")
_TAB_IN_FRONT = re.compile(rb"(?:\xef\xbb\xbf)? *\t[ \t]*[^ \t]")
_DASHES = re.compile(r" *(?:- +)*")
_NEIGHBOURS = 6
"""Lines on each side whose depths a line may have."""


def runs_of_tabbed(raw: bytes) -> Iterator[tuple[range, int]]:
    """The lines of a file, from 0, that begin with a tab; those below one another together.

    With each run comes the line of the next one, or the end of the file.
    """
    if b"\t" not in raw:
        return
    written = _LINE_END.split(raw)
    tabbed = [at for at, line in enumerate(written) if _TAB_IN_FRONT.match(line)]
    first = 0
    for place, (at, next_) in enumerate(pairwise([*tabbed, len(written)]), start=1):
        if next_ > at + 1 or place == len(tabbed):
            yield range(tabbed[first], at + 1), next_
            first = place


def other_depths(lines: Sequence[str], run: range) -> Iterator[list[str]]:
    """The file with such lines, moved together, at the depths of those around; likelier first."""
    first = lines[run.start]
    for depth in _depths_around(lines, run):
        by = depth - depth_of(first)
        moved = [f"{' ' * max(0, depth_of(lines[at]) + by)}{lines[at].lstrip(' ')}" for at in run]
        yield [*lines[: run.start], *moved, *lines[run.stop :]]


def _depths_around(lines: Sequence[str], run: range) -> list[int]:
    above = [line for line in lines[: run.start] if line.strip()][: -_NEIGHBOURS - 1 : -1]
    below = [line for line in lines[run.stop :] if line.strip()][:_NEIGHBOURS]
    found: dict[int, None] = {}
    for line in (*above[:1], *below[:1], *above, *below):
        dashes = _DASHES.match(line)
        within = len(dashes[0]) if dashes else 0
        opened = [within + 2] if line.endswith((":", "|")) else []
        found |= dict.fromkeys([depth_of(line), within, *opened])
    return [*found]
