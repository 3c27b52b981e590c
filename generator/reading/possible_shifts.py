"""Which lines that open a field or an item may stand too far left or right, and where to go."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.line_repairs import depth_of, shifted
from generator.reading.pasted_lines import lines_inside
from generator.reading.possible_gaps import places_to_look_at

_MOST_PLACES = 6
"""Places in a file that are looked at: the first of those with an error, or within a block."""

_NEIGHBOURS = 12
"""Lines of structure on each side whose depths a line may have."""

_MOST_DEPTHS = 3

_OPENS = re.compile(r" *(?:- |-$|[a-z_]+:(?: |$))")
_DASHES = re.compile(r" *(?:- +)*")


@dataclass(frozen=True, slots=True)
class Shift:
    """The line `at` (from 0) at another depth; those below that stand deeper go `with_those_below`.

    `is_swallowed` where the line is among the words of a block.
    """

    at: int
    depth: int
    with_those_below: bool = False
    is_swallowed: bool = False

    def applied(self, lines: Sequence[str]) -> list[str]:
        rest = shifted(lines[self.at :], self.depth, with_those_below=self.with_those_below)
        return [*lines[: self.at], *rest]


def shifts(lines: Sequence[str], wrong: Collection[int]) -> Iterator[Shift]:
    """Place by place, the nearest depth first; `wrong` are the lines, from 0, with an error."""
    inside = lines_inside([*lines])
    structure = [
        at for at, line in enumerate(lines) if at not in inside and _OPENS.match(line) is not None
    ]
    for at in _places(lines, inside, wrong, structure):
        is_swallowed = at in inside
        for depth in _depths(lines, at, structure):
            yield Shift(at, depth, is_swallowed=is_swallowed)
            if at + 1 < len(lines) and depth_of(lines[at + 1]) > depth_of(lines[at]):
                yield Shift(at, depth, with_those_below=True, is_swallowed=is_swallowed)


def _places(
    lines: Sequence[str],
    inside: Collection[int],
    wrong: Collection[int],
    structure: Sequence[int],
) -> list[int]:
    """In the order of the file."""
    places: list[int] = []
    for at in places_to_look_at(lines, inside, wrong):
        places += [at] if at in inside else _around(lines, at, structure)
    return [*dict.fromkeys(places)][:_MOST_PLACES]


def _around(lines: Sequence[str], at: int, structure: Sequence[int]) -> Iterator[int]:
    """What may be out of place where a line is wrong: the one above, itself, or items before."""
    above = [one for one in structure if one < at]
    yield from above[-1:]
    if at in structure:
        yield at
    if lines[at].lstrip().startswith("-"):
        items = (one for one in above if lines[one].lstrip().startswith("-"))
        yield from {depth_of(lines[one]): one for one in items}.values()


def _depths(lines: Sequence[str], at: int, structure: Sequence[int]) -> list[int]:
    """Those of the fields and items around, but its own; nearest first, of two the right one."""
    own = depth_of(lines[at])
    before = [one for one in structure if one < at][-_NEIGHBOURS:]
    after = [one for one in structure if one > at][:_NEIGHBOURS]
    found = {0}
    for one in (*before, *after):
        dashes = _DASHES.match(lines[one])
        found |= {depth_of(lines[one]), len(dashes[0]) if dashes else 0}
    return sorted(found - {own}, key=lambda depth: (abs(depth - own), -depth))[:_MOST_DEPTHS]
