"""Which fields of prose may lack the sign of a block: `text:` with lines of prose right below.

YAML then takes each line for whatever it looks like, most of them for nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from generator.reading.field_names import FIELD_BEGINS
from generator.reading.line_repairs import depth_of
from generator.reading.prose import ProseShape
from generator.reading.schema import ListOf, Record

_MOST_PLACES = 6
"""Fields of a file that are looked at: the first of those with an error below."""

_ALONE = re.compile(r" *(?:- +)*(?P<name>[a-z_]+): *")


def open_blocks(
    shape: Record[Any], lines: Sequence[str], wrong: Collection[int]
) -> Iterator[tuple[int, str]]:
    """(line from 0, what to write there); `wrong` are the lines, from 0, with an error."""
    names, places = _names_of_prose(shape), 0
    for at, line in enumerate(lines[:-1]):
        alone = _ALONE.fullmatch(line)
        if not alone or alone["name"] not in names or places >= _MOST_PLACES:
            continue
        end = _end_of_words(lines, at + 1, alone.start("name"))
        if end > at + 1 and any(one in wrong for one in range(at, end + 1)):
            places += 1
            yield at, f"{line.rstrip()} |"


def _names_of_prose(shape: Record[Any]) -> frozenset[str]:
    """The names of fields that are prose, in whatever record they stand."""
    found: set[str] = set()
    for name, field in shape.fields.items():
        inner = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        if isinstance(inner, ProseShape):
            found.add(name)
        elif isinstance(inner, Record):
            found |= _names_of_prose(inner)
    return frozenset(found)


def _end_of_words(lines: Sequence[str], start: int, depth: int) -> int:
    """The first line that stands no deeper than the field, or opens one itself."""
    for at in range(start, len(lines)):
        line = lines[at]
        if line.strip() and (depth_of(line) <= depth or FIELD_BEGINS.match(line)):
            return at
    return len(lines)
