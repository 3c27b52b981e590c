"""A line with a slip of syntax, mended so that YAML can read on past it.

What the clerk meant is not guessed: a value that cannot be read becomes some text, of which the
reader then tells nothing more.
"""

import re
from collections.abc import Callable, Collection, Sequence

from generator.reading.field_names import NAME_WITHOUT_COLON

Repair = Callable[[str], str]

VALUE = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*: +)?(?P<value>\S.*)")


def emptied(line: str) -> str:
    return ""


def with_colon(line: str) -> str:
    """`title` -> `title:`, `title Họp` -> `title: 'Họp'`"""
    found = NAME_WITHOUT_COLON.fullmatch(line)
    if found is None:
        return f"{line.rstrip()}:"
    rest = found["rest"].rstrip()
    if rest not in ("|", ">"):
        rest = "'" + rest.replace("'", "''") + "'"
    return f"{found['before']}{found['name']}: {rest}"


def with_space(line: str) -> str:
    """`title:Họp` -> `title: Họp`, `-Họp` -> `- Họp`"""
    return re.sub(r"^(\s*(?:- +)*(?:[A-Za-z_][\w-]*:|-))(?=\S)", r"\1 ", line)


def opening_a_block(line: str) -> str:
    """`text: | Họp` -> `text: |`"""
    return re.sub(r"(:|-)\s.*", r"\1 |", line)


def as_text(line: str) -> str:
    """`title: Họp: tháng 11` -> `title: 'Họp: tháng 11'`"""
    found = VALUE.match(line)
    if found is None:
        return ""
    value = found["value"].rstrip().replace("'", "''")
    return f"{line[: found.start('value')]}'{value}'"


_NEVER_CLOSED = re.compile(r"""(["'])(?:(?!\1).)*""")


def is_never_closed(value: str) -> bool:
    return _NEVER_CLOSED.fullmatch(value) is not None


def unquoted(lines: Sequence[str], at: int) -> str | None:
    """`title: "Họp` -> `title: 'Họp'`; None where more than the line may belong to the value."""
    found = VALUE.match(lines[at])
    if found is None or not found["key"] or not is_never_closed(found["value"]):
        return None
    if any(lines[line - 1].strip() for line in lines_within(lines, at)):
        return None
    value = found["value"][1:].strip().replace("'", "''")
    return f"{lines[at][: found.start('value')]}'{value}'"


def lines_within(lines: Sequence[str], at: int) -> range:
    """The lines, from 1, that stand deeper than the field or the item whose value begins at one."""
    found = VALUE.match(lines[at])
    depth = found.start("key") if found and found["key"] else depth_of(lines[at])
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or depth_of(lines[end]) > depth):
        end += 1
    return range(at + 2, end + 1)


_NAME_OR_ITEM = re.compile(r"(?P<depth> *)(?P<dashes>(?:- +)*)(?P<name>[A-Za-z_][\w-]*:(?:\s|$))?")


def moved(lines: list[str], at: int, inside: Collection[int]) -> bool:
    """Move a line that stands at no depth of its own, and those below it that stand deeper, to the
    nearest depth at which the lines above let it stand; False where there is none.

    `inside` are lines of blocks, all counted from 0.
    """
    depth, is_item = depth_of(lines[at]), lines[at].lstrip().startswith("- ")
    depths = _open_depths(lines, at, inside, is_item=is_item)
    if not depths or depth in depths:
        return False
    nearest = min(depths, key=lambda one: (abs(one - depth), -one))
    lines[at:] = shifted(lines[at:], nearest, with_those_below=True)
    return True


def shifted(lines: Sequence[str], to: int, *, with_those_below: bool) -> list[str]:
    """The lines with the first one at another depth, and those below it that stand deeper."""
    depth = depth_of(lines[0])
    end = 1
    while with_those_below and end < len(lines) and _is_below(lines[end], depth):
        end += 1
    moved_lines = [
        f"{' ' * max(0, depth_of(line) + to - depth)}{line.lstrip(' ')}" for line in lines[:end]
    ]
    return [*moved_lines, *lines[end:]]


def _is_below(line: str, depth: int) -> bool:
    return not line.strip() or depth_of(line) > depth


def _open_depths(
    lines: list[str], at: int, inside: Collection[int], *, is_item: bool
) -> frozenset[int]:
    """Where an item, or a name, may stand below the lines above."""
    found: set[int] = set()
    lowest = None
    for index in range(at - 1, -1, -1):
        if index in inside or not lines[index].strip() or lines[index].lstrip().startswith("#"):
            continue
        parts = _NAME_OR_ITEM.match(lines[index])
        assert parts is not None, "all of it may be missing"
        depth = len(parts["depth"])
        if lowest is not None and depth >= lowest:
            continue
        named = depth + len(parts["dashes"])
        if is_item and parts["dashes"]:
            found.add(depth)
        elif is_item and parts["name"] and lines[index].rstrip().endswith(":") and lowest is None:
            found.add(named + 2)
        elif not is_item and parts["name"]:
            found.add(named)
        lowest = depth
        if depth == 0:
            break
    return frozenset(found)


def depth_of(line: str) -> int:
    """How many spaces it begins with."""
    return len(line) - len(line.lstrip(" "))
