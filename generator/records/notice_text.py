"""The plain text of a notice, as a clerk pastes it: lines -> paragraphs and bullets.

A line that begins with a bullet opens an item; a line that begins without one goes on with the line
above, unless a blank line stands between: then it is a paragraph of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

BULLET: Final = re.compile(r"(?P<mark>[-–—+*•▪●]|[a-zđ]\)|\d+\)|\d+\.\d+\.)(?:[ \t]+|$)")


@dataclass(slots=True)
class RawBlock:
    """A paragraph (`mark` empty) or a bullet with what hangs under it; text is one line."""

    mark: str
    text: str
    line: int
    items: list["RawBlock"] = field(default_factory=list)


def blocks(lines: Sequence[tuple[int, str]]) -> list[RawBlock]:
    """Paragraphs and nested bullets from (line number, text) pairs, in the order they stand.

    Depth comes from the marks, not from indentation, which Word loses on the way: a mark of a kind
    not yet open goes one deeper, a kind already open goes back to its depth.
    """
    found: list[RawBlock] = []
    open_items: list[RawBlock] = []
    for block in _joined(lines):
        if not block.mark:
            open_items.clear()
            found.append(block)
            continue
        kinds = [_kind(item.mark) for item in open_items]
        if _kind(block.mark) in kinds:
            del open_items[kinds.index(_kind(block.mark)) :]
        (open_items[-1].items if open_items else found).append(block)
        open_items.append(block)
    return found


def _joined(lines: Sequence[tuple[int, str]]) -> Iterator[RawBlock]:
    current: RawBlock | None = None
    for number, line in lines:
        words = line.strip()
        bullet = BULLET.match(words)
        if bullet or not words:
            if current:
                yield current
            current = bullet and RawBlock(bullet["mark"], words[bullet.end() :], number)
        elif current:
            current.text = f"{current.text} {words}".lstrip()
        else:
            current = RawBlock("", words, number)
    if current:
        yield current


def _kind(mark: str) -> str:
    """Which marks stand for one level: all letters, all numbers, all dashes."""
    if mark[0].isalpha():
        return "a)"
    if mark[0].isdigit():
        return re.sub("[0-9]+", "1", mark)
    return "-" if mark in "-–—" else mark
