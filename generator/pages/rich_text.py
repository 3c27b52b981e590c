"""Words with links and marks over them -> Markdown.

Links nest outside, marks inside. A corrected word is never cut: a link that would begin or end
within one is widened to hold it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from generator.model import Doubt, Edit, FootnoteMark, Mark, Note, Plain, Prose
from generator.pages.markdown import escape


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
    pieces: list[Markup] = []
    at = 0
    for link in _widened(links, marks, len(prose.text)):
        pieces.append(_marked(prose.text, at, link.start, marks))
        inside = _marked(prose.text, link.start, link.end, marks)
        pieces.append(_linked(inside, link))
        at = link.end
    pieces.append(_marked(prose.text, at, len(prose.text), marks))
    return Markup("").join(pieces)


def quoted(prose: Prose, start: int, end: int, hits: Sequence[tuple[int, int]]) -> Markup:
    """A part of the corrected text, the runs that are spoken of in <mark>."""
    pieces: list[Markup] = []
    at = start
    for hit_start, hit_end in hits:
        if hit_start < at:
            continue  # words are never shown twice
        pieces += [
            escape(prose.text[at:hit_start]),
            Markup("<mark>"),
            escape(prose.text[hit_start:hit_end]),
            Markup("</mark>"),
        ]
        at = hit_end
    pieces.append(escape(prose.text[at:end]))
    return Markup("").join(pieces)


def _widened(links: Iterable[Link], marks: Sequence[Mark], length: int) -> list[Link]:
    widened: list[Link] = []
    for link in sorted(links, key=lambda link: link.start):
        start, end = link.start, link.end
        for mark in marks:
            if isinstance(mark.what, Edit) and mark.start < end and start < mark.end:
                start, end = min(start, mark.start), max(end, mark.end)
        start = max(start, widened[-1].end if widened else 0)
        for left, right in _between_calls(start, min(end, length), marks):
            widened.append(replace(link, start=left, end=right))
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


def _linked(inside: Markup, link: Link) -> Markup:
    title = Markup(' title="%s"') % escape(link.title) if link.title else Markup("")
    return Markup("[%s](%s){: %s%s }") % (inside, Markup(link.target), Markup(link.kind), title)


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """Words and the marks over them; where marks overlap, each piece carries all of its own."""
    within = [mark for mark in marks if mark.start < end and start < mark.end]
    if not within:
        return escape(text[start:end])
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
    return Markup("").join(pieces)


def _piece(text: str, marks: Sequence[Mark]) -> Markup:
    shown = escape(text)
    for mark in marks:
        match mark.what:
            case Edit(printed=printed, correction=correction):
                title = f"Bản in: {printed or '(không có)'}. {correction.why}"
                shown = Markup('<ins class="corrected" title="%s" data-printed="%s">%s</ins>') % (
                    escape(title),
                    escape(printed),
                    shown,
                )
            case Doubt(correction=correction):
                shown = Markup('<span class="doubtful" title="%s">%s</span>') % (
                    escape(f"Còn ngờ: {correction.why}"),
                    shown,
                )
            case FootnoteMark(number=number):
                call = (
                    '<sup>[%d](#chu-thich-%d){: #goi-chu-thich-%d title="Xem chú thích %d" }</sup>'
                )
                shown = Markup(call) % (number, number, number, number)
            case Plain.ITALIC:
                shown = Markup("<em>%s</em>") % shown
    return shown
