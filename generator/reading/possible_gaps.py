"""Which lines that open a field may be missing in a file: where, how deep, of which names."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.reading import yaml_nodes
from generator.reading.field_names import FIELD_BEGINS
from generator.reading.line_repairs import depth_of
from generator.reading.pasted_lines import BULLET, fields_inside, lines_inside
from generator.reading.prose import ProseShape
from generator.reading.schema import ListOf, Record, Shape
from generator.reading.yaml_nodes import Mapping, Node, paths

_MOST_PLACES = 6
"""Places in a file that are looked at: the first of those with an error."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that may be missing above the line `at` (from 0), in the record at `path`.

    `is_next` where its name follows that of the field above, as the names are commonly ordered.
    """

    at: int
    depth: int
    path: str
    name: str
    opener: str = ""
    is_next: bool = False


def gaps(
    shape: Record[Any], root: Node | None, lines: Sequence[str], wrong: Collection[int]
) -> Iterator[Gap]:
    """Lines that may be missing, place by place; the likelier names of one place first.

    `wrong` are the lines, from 0, with an error.
    """
    if not isinstance(root, Mapping):
        return
    inside = lines_inside([*lines])
    places = _places(lines, inside, wrong)
    if not places:
        return
    begun: dict[int, list[tuple[int, str]]] = {}
    for line, column, path in paths(root):
        if column:
            begun.setdefault(line - 1, []).append((column - 1, path))
    for at in places:
        yield from _first_within(shape, root, lines, at, begun)
        for depth, path in _above(lines, at, inside, begun):
            record, _, above = path.rpartition(".")
            found = _record(shape, root, record)
            if found and at not in inside and _goes_on(found[0], above, lines[at]):
                break
            if found:
                gap = Gap(at, depth, record, above)
                openers = _openers(*found, lines, gap)
                if _is_pasted(lines, at, inside):
                    between = _between(found[0], lines, gap)
                    openers = (one for one in openers if one.name in between)
                yield from openers


def _first_within(
    shape: Record[Any],
    root: Node,
    lines: Sequence[str],
    at: int,
    begun: dict[int, list[tuple[int, str]]],
) -> Iterator[Gap]:
    """The text that a group begins with, where prose stands right below the group's own name."""
    above = next((one for one in range(at - 1, -1, -1) if lines[one].strip()), -1)
    if above not in begun:
        return
    depth, path = begun[above][-1]
    holder, _, name = path.rpartition(".")
    found = _record(shape, root, holder)
    group = found[0].fields.get(name) if found else None
    if group is None or not isinstance(group.shape, Record):
        return
    after = (depth_of(line) for line in lines[at:] if line.strip())
    own = next((one for one in after if one < depth_of(lines[at])), 0)
    own = own if own > depth else depth + 2
    first, field = next(iter(group.shape.fields.items()))
    if isinstance(field.shape, ProseShape) and _is_prose(lines, at, own):
        yield Gap(at, own, path, first, f"{first}: |", is_next=True)


def _is_pasted(lines: Sequence[str], at: int, inside: Collection[int]) -> bool:
    """Whether a line that stands too far left was put back into the block above it."""
    return at in inside and not FIELD_BEGINS.match(lines[at])


def _goes_on(record: Record[Any], name: str, line: str) -> bool:
    """Whether a line is more of the text in the field above it, which needs no other field."""
    field = record.fields.get(name)
    return field is not None and isinstance(field.shape, ProseShape) and not _is_field(line)


def _is_field(line: str) -> bool:
    return FIELD_BEGINS.match(line) is not None or line.lstrip(" -").startswith("{")


def places_to_look_at(
    lines: Sequence[str], inside: Collection[int], wrong: Collection[int]
) -> Iterator[int]:
    """In order: lines with an error, and those within blocks at which fields begin."""
    hidden = {at for at in fields_inside(lines, inside) if not FIELD_BEGINS.match(lines[at - 1])}
    return iter(sorted(hidden | {at for at in wrong if at not in inside and at < len(lines)}))


def _places(lines: Sequence[str], inside: Collection[int], wrong: Collection[int]) -> list[int]:
    """Where the lines begin that may lack one above."""
    pasted = [at for at in wrong if _is_pasted(lines, at, inside) and _ends_a_block(lines, at)]
    places: list[int] = []
    for at in sorted([*places_to_look_at(lines, inside, wrong), *pasted]):
        below = next((one for one in range(at + 1, len(lines)) if lines[one].strip()), at)
        places += [at] if at in inside else [_begin(lines, at, inside), below]
    kept = [at for at in dict.fromkeys(places) if at < len(lines) and lines[at].strip()]
    return kept[:_MOST_PLACES]


def _ends_a_block(lines: Sequence[str], at: int) -> bool:
    """Whether a line and those down to the next field stand evenly, left of those above them.

    A bullet there is rather one more of those above.
    """
    if BULLET.match(lines[at].lstrip()):
        return False
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    for line in lines[at:]:
        if line.strip() and depth_of(line) != depth_of(lines[at]):
            return depth_of(line) < depth_of(lines[at]) < depth_of(above)
    return depth_of(lines[at]) < depth_of(above)


def _begin(lines: Sequence[str], at: int, inside: Collection[int]) -> int:
    """The first of the lines of prose that a line belongs to; itself where it opens a field."""
    while at and at - 1 not in inside and not FIELD_BEGINS.match(lines[at]):
        before = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), -1)
        if before < 0 or depth_of(lines[before]) < depth_of(lines[at]):
            break
        if before in inside or _is_field(lines[before]):
            break
        at = before
    return at


def _above(
    lines: Sequence[str],
    at: int,
    inside: Collection[int],
    begun: dict[int, list[tuple[int, str]]],
) -> Iterator[tuple[int, str]]:
    """(depth, path) of the fields above beside which a line could open what stands at `at`."""
    deepest = depth_of(lines[at]) + lines[at].lstrip().startswith("- ")
    for index in range(at - 1, -1, -1):
        for depth, path in begun.get(index, ())[:1]:
            if depth < deepest and (index not in inside):
                yield depth, path
                deepest = depth
        if not deepest:
            return


def _record(shape: Shape[Any], root: Node, path: str) -> tuple[Record[Any], frozenset[str]] | None:
    """The shape of the record at a path, and the fields that are written in it."""
    node = root
    for step in re.findall(r"[a-z_]+|\d+", path):
        if isinstance(shape, ListOf) and isinstance(node, yaml_nodes.Sequence):
            below, shape = node.items[int(step) : int(step) + 1], shape.item
        elif isinstance(shape, Record) and isinstance(node, Mapping) and step in shape.fields:
            below = tuple(value for key, value in node.entries if key.text == step)
            shape = shape.fields[step].shape
        else:
            return None
        if not below:  # it stands in the second of two equal fields
            return None
        node = below[0]
    if not (isinstance(shape, Record) and isinstance(node, Mapping)):
        return None
    return shape, frozenset(key.text for key, _ in node.entries)


def _openers(
    record: Record[Any], written: Collection[str], lines: Sequence[str], beside: Gap
) -> Iterator[Gap]:
    """Those that can open the lines from `beside.at` on; first those that follow its own field."""
    names = [*record.fields]
    place = names.index(beside.name) if beside.name in names else 0
    for name in names[place:] + names[:place]:
        if name in written:
            continue
        shape, is_next = record.fields[name].shape, names.index(name) > place
        if isinstance(shape, ProseShape):
            is_likely = record.fields[name].required or name in ("text", _headed(beside.name))
            is_likely = is_likely or name in _between(record, lines, beside)
            if is_likely and _is_prose(lines, beside.at, beside.depth):
                yield replace(beside, name=name, opener=f"{name}: |", is_next=is_next)
        elif _holds(shape, lines[beside.at]):
            yield replace(beside, name=name, opener=f"{name}:", is_next=is_next)


def _between(record: Record[Any], lines: Sequence[str], beside: Gap) -> Sequence[str]:
    """The fields whose place is after the list or group above, and before the field below."""
    names = [*record.fields]
    below = next(
        (line for line in lines[beside.at :] if line.strip() and depth_of(line) <= beside.depth), ""
    )
    name, is_named, _ = below.strip().partition(":")
    if not is_named or not {name, beside.name} <= {*names}:
        return ()
    if not isinstance(record.fields[beside.name].shape, ListOf | Record):
        return ()
    return names[names.index(beside.name) + 1 : names.index(name)]


def _headed(name: str) -> str:
    """What a heading of its own stands above: `recipients` of `recipients_heading`."""
    return name.removesuffix("_heading")


def _holds(shape: Shape[Any], line: str) -> bool:
    """Whether a line can be the first of a list or a group of such a shape."""
    words = line.strip()
    found = re.match(r"(?:- +)*\{? *([a-z_]+):(?: |$)", words)
    if isinstance(shape, ListOf) and words.startswith("- "):
        if isinstance(shape.item, Record):
            return found is not None and found[1] in shape.item.fields
        return found is None
    if isinstance(shape, Record) and found and not words.startswith(("-", "{")):
        return found[1] in shape.fields
    return False


def _is_prose(lines: Sequence[str], at: int, depth: int) -> bool:
    """Whether a block opened at a depth would take words alone, and some."""
    if depth_of(lines[at]) <= depth:
        return False
    for line in lines[at:]:
        if line.strip() and depth_of(line) <= depth:
            return True
        if _is_field(line):
            return False
    return True
