"""YAML as a tree of nodes that know their lines, every scalar still the text that was typed.

Nothing is resolved: `05`, `no`, `12:30`, `12.843`, `~` and `null` stay text (PyYAML would make
them 5, False, 750, a float, None). `yaml_tree` builds the nodes.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Sequence as Lines
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing written where a value stands: `title:` and no more."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `style` is "" (plain), "'", '"', "|" or ">"; columns count from 1."""

    text: str
    line: int
    column: int
    style: str = ""
    starts: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """(offset in the text, line of the file) of each source line of a text of several lines."""

    def line_of(self, offset: int) -> int:
        """The file's line of a place in the text: exact for `|`, the best known otherwise."""
        if self.style == "|":
            return self.line + 1 + self.text.count("\n", 0, offset)
        line = self.line
        for start, at in self.starts:
            if start > offset:
                break
            line = at
        return line


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that could not be read, of which all there is to tell is told."""

    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """`cut` where the file could not be read on: more items may follow."""

    items: tuple["Node", ...]
    line: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Of equal keys, which the reader has told, the first is meant; `cut` as of a sequence."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    cut: bool = False


Node: TypeAlias = Scalar | Blank | Unread | Sequence | Mapping


_NAME = re.compile("[a-z_]{1,40}")


def below(path: str, key: str) -> str:
    """The path of what stands under a key; a key that can be no field's name adds nothing."""
    if not _NAME.fullmatch(key):
        return path
    return f"{path}.{key}" if path else key


def paths(root: Node, path: str = "") -> Iterator[tuple[int, int, str]]:
    """(line, column, path of the field) of each name and each item, in the order of the file.

    The column is nought of an item: its dash stands before it, who knows where.
    """
    match root:
        case Mapping(entries=entries):
            for key, value in entries:
                named = below(path, key.text)
                yield key.line, key.column, named
                yield from paths(value, named)
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield item.line, 0, f"{path}[{index}]"
                yield from paths(item, f"{path}[{index}]")


_FARTHEST_LOOK = 2000


def line_starts(text: str, written: Iterable[str], first: int) -> Iterator[tuple[int, int]]:
    """(offset, line) of what each written line, from line `first` on, gave to a folded text.

    Looked for near the place where the line before ended: escapes make a text shorter than its
    lines, blank lines leave a break each.
    """
    cursor = missed = 0
    for line, words in enumerate(written, first):
        words = words.removesuffix("\\").strip(" '\"")
        reach = cursor + len(words) + min(missed, _FARTHEST_LOOK) + 2
        found = text.find(words, cursor, reach) if words else -1
        if found >= 0:
            yield found, line
            cursor, missed = found + len(words), 0
        else:
            missed += len(words) + 1


def moved_up(node: Node, origin: Lines[int]) -> Node:
    """The same tree with every line as `origin` (of each line from 1) has it."""

    def line(number: int) -> int:
        return origin[number - 1] if 0 < number <= len(origin) else number

    match node:
        case Mapping(entries=entries):
            moved = ((moved_up(key, origin), moved_up(value, origin)) for key, value in entries)
            pairs = tuple((key, value) for key, value in moved if isinstance(key, Scalar))
            return replace(node, entries=pairs, line=line(node.line))
        case Sequence(items=items):
            found = tuple(moved_up(item, origin) for item in items)
            return replace(node, items=found, line=line(node.line))
        case Scalar(starts=starts):
            begun = tuple((start, line(at)) for start, at in starts)
            own = line(node.line + 1) - 1 if node.style == "|" else line(node.line)
            return replace(node, starts=begun, line=own)
        case _:
            return replace(node, line=line(node.line))


def unread_at(node: Node, lines: Collection[int]) -> Node:
    """The same tree with the values on such lines as none that could be read, but for blocks."""
    match node:
        case Mapping(entries=entries):
            pairs = tuple((key, unread_at(value, lines)) for key, value in entries)
            return replace(node, entries=pairs)
        case Sequence(items=items):
            return replace(node, items=tuple(unread_at(item, lines) for item in items))
        case Scalar(style="", line=line) if line in lines:
            return Unread(line)
        case _:
            return node


class OpenCollection:
    """A collection whose end has not come yet; `key` waits for its value in a mapping."""

    def __init__(self, line: int, *, mapping: bool) -> None:
        self.line = line
        self.mapping = mapping
        self.items: list[Node] = []
        self.entries: list[tuple[Scalar, Node]] = []
        self.seen: dict[str, int] = {}
        self.key: Scalar | None = None
        self.has_key = False

    def node(self, *, cut: bool = False) -> Node:
        if self.mapping:
            return Mapping(tuple(self.entries), self.line, cut)
        return Sequence(tuple(self.items), self.line, cut)


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place_of(mark: _Mark | None) -> tuple[int, int]:
    """Line and column from 1; libyaml's events always carry their marks."""
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
