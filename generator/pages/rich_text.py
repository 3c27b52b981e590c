"""Words with links and marks over them -> Markdown.

Links nest outside, marks inside. A corrected word is never cut: a link that would begin or end
within one is widened to hold it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from generator.model import Doubt, Edit, FootnoteMark, Mark, Note, Plain, Prose
from generator.pages.markdown import address, escape, escaped


@dataclass(frozen=True, slots=True)
class Link:
    """A run of words that leads somewhere; `kind` is its classes (`.school .inferred`)."""

    start: int
    end: int
    target: str
    kind: str
    title: str = ""


def rich(prose: Prose, *, links: Iterable[Link] = ()) -> Markup:
    """The whole run as Markdown; links may not overlap one another."""
    marks = [mark for mark in prose.marks if not isinstance(mark.what, Note)]
    links = tuple(links)
    if not marks and not links:
        return Markup(escaped(prose.text))
    pieces: list[str] = []
    at = 0
    for link in _widened(links, marks, len(prose.text)):
        pieces.append(_marked(prose.text, at, link.start, marks))
        inside = _marked(prose.text, link.start, link.end, marks)
        pieces.append(_linked(inside, link))
        at = link.end
    pieces.append(_marked(prose.text, at, len(prose.text), marks))
    return Markup("".join(pieces))


def quoted(prose: Prose, start: int, end: int, hits: Sequence[tuple[int, int]]) -> Markup:
    """A part of the corrected text, the runs that are spoken of in <mark>."""
    pieces: list[str] = []
    at = start
    for hit_start, hit_end in hits:
        if hit_start < at:
            continue  # words are never shown twice
        before, hit = prose.text[at:hit_start], prose.text[hit_start:hit_end]
        pieces.append(f"{escaped(before)}<mark>{escaped(hit)}</mark>")
        at = hit_end
    pieces.append(escaped(prose.text[at:end]))
    return Markup("".join(pieces))


def _widened(links: Iterable[Link], marks: Sequence[Mark], length: int) -> list[Link]:
    widened: list[Link] = []
    for link in sorted(links, key=lambda link: link.start):
        start, end = link.start, link.end
        for mark in marks:
            if isinstance(mark.what, Edit) and mark.start < end and start < mark.end:
                start, end = min(start, mark.start), max(end, mark.end)
        start = max(start, widened[-1].end if widened else 0)
        for left, right in _between_calls(start, min(end, length), marks):
            is_as_it_was = (left, right) == (link.start, link.end)
            widened.append(link if is_as_it_was else replace(link, start=left, end=right))
    return widened


def _between_calls(start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """A run without the footnote calls in it, which are links themselves."""
    for mark in marks:
        if isinstance(mark.what, FootnoteMark) and start <= mark.start < end:
            if start < mark.start:
                yield start, mark.start
            start = mark.end
    if start < end:
        yield start, end


def _linked(inside: str, link: Link) -> str:
    title = f' title="{escape(link.title)}"' if link.title else ""
    return f"[{inside}]({address(link.target)}){{: {link.kind}{title} }}"


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """Words and the marks over them; where marks overlap, each piece carries all of its own."""
    within = [mark for mark in marks if mark.start < end and start < mark.end]
    if not within:
        return escaped(text[start:end])
    edges = {start, end}
    for mark in within:
        edges |= {max(mark.start, start), min(mark.end, end)}
    for mark in within:  # a corrected word is one piece
        if isinstance(mark.what, Edit):
            edges -= set(range(mark.start + 1, mark.end))
    ordered = sorted(edges)
    pieces = []
    for left, right in pairwise(ordered):
        here = [mark for mark in within if mark.start < right and left < mark.end]
        pieces.append(_piece(text[left:right], here))
    return "".join(pieces)


def _piece(text: str, marks: Sequence[Mark]) -> str:
    shown = escaped(text)
    for mark in marks:
        match mark.what:
            case Edit(printed=printed, correction=correction):
                title = escape(f"Bản in: {printed or '(không có)'}. {correction.why}")
                given = f'title="{title}" data-printed="{escape(printed)}"'
                shown = f'<ins class="corrected" {given}>{shown}</ins>'
            case Doubt(correction=correction):
                title = escape(f"Còn ngờ: {correction.why}")
                shown = f'<span class="doubtful" title="{title}">{shown}</span>'
            case FootnoteMark(number=number):
                given = f'#goi-chu-thich-{number} title="Xem chú thích {number}"'
                shown = f"<sup>[{number}](#chu-thich-{number}){{: {given} }}</sup>"
            case Plain.ITALIC:
                shown = f"<em>{shown}</em>"
    return shown
