"""YAML as a tree of nodes that know their lines, every scalar still the text that was typed.

Nothing is resolved: `05`, `no`, `12:30`, `12.843`, `~` and `null` stay text (PyYAML would make
them 5, False, 750, a float, None). `yaml_tree` builds the nodes.
"""

from dataclasses import dataclass, field
from typing import TypeAlias


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
class Sequence:
    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node: TypeAlias = Scalar | Blank | Sequence | Mapping
