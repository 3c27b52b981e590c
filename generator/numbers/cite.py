"""What `giaoban cite` prints: each line's numbers, or everything that is known of each mention."""

from collections.abc import Iterable
from typing import TypedDict

from generator.numbers.citations import Citation, find


class CitedNumber(TypedDict):
    """One mention, ready for JSON; `line` counts from 1, offsets are code points of the text."""

    line: int
    start: int
    end: int
    printed: str
    number: str
    written: str
    kind: str | None
    date: str | None
    body: str | None
    complete: bool
    joined: bool
    candidates: list[str]


def cite_lines(text: str) -> list[str]:
    """For each line its canonical numbers, each once, joined by `;`.

    A number broken over two lines belongs to the line it starts on; short forms join across the
    whole text. Only `\\n` and `\\r\\n` end a line; one at the very end begins no other.
    """
    lines: list[list[str]] = [[] for _ in range(_line_count(text))]
    for line, citation in _with_lines(text):
        lines[line].append(str(citation.number))
    return [";".join(dict.fromkeys(numbers)) for numbers in lines]


def cite_json(text: str) -> list[CitedNumber]:
    """Every mention in order, with its place, forms, date and body."""
    return [
        CitedNumber(
            line=line + 1,
            start=citation.start,
            end=citation.end,
            printed=citation.printed,
            number=str(citation.number),
            written=str(citation.written),
            kind=citation.kind,
            date=citation.date.isoformat() if citation.date else None,
            body=citation.body,
            complete=citation.number.is_complete,
            joined=citation.joined,
            candidates=[str(number) for number in citation.candidates],
        )
        for line, citation in _with_lines(text)
    ]


def _line_count(text: str) -> int:
    return text.count("\n") + (not text.endswith("\n") and text != "")


def _with_lines(text: str) -> Iterable[tuple[int, Citation]]:
    line = at = 0
    for citation in find(text):
        line += text.count("\n", at, citation.start)
        at = citation.start
        yield line, citation
