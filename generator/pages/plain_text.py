"""A notice back as plain text: as it was printed, or as corrected."""

from collections.abc import Iterable, Iterator

from generator.model import Block, Edit, Notice, Paragraph, Plain, Prose


def plain_text(notice: Notice, *, printed: bool) -> str:
    """The whole notice in reading order, a blank line between paragraphs; `*` around italics."""
    return "\n\n".join(_paragraphs(notice, printed)) + "\n"


def _paragraphs(notice: Notice, printed: bool) -> Iterator[str]:
    for line in notice.head:
        yield words(line, printed=printed)
    yield notice.kind
    yield words(notice.title, printed=printed)
    yield from _lines(notice.opening, printed)
    if notice.attendance:
        yield notice.attendance_heading
    for group in notice.attendance:
        yield from _lines(group.blocks, printed)
    yield from _lines(notice.ruling, printed)
    for part in notice.parts:
        yield f"{part.numeral}. {words(part.title, printed=printed)}"
        yield from _lines(part.blocks, printed)
        for section in part.sections:
            lines = list(_lines(section.blocks, printed))
            if section.title is not None:
                lines.insert(0, words(section.title, printed=printed))
            yield f"{section.number}. {lines[0]}"
            yield from lines[1:]
    yield from _lines(notice.closing, printed)
    if notice.recipients:
        yield notice.recipients_heading
    yield from _lines(notice.recipients, printed)
    for line in notice.position:
        yield words(line, printed=printed)
    yield notice.signed_by
    for footnote in notice.footnotes:
        lines = list(_lines(footnote.blocks, printed))
        yield f"{footnote.mark} {lines[0]}"
        yield from lines[1:]


def _lines(blocks: Iterable[Block], printed: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield words(block.prose, printed=printed)
        else:
            yield f"{block.mark} {words(block.prose, printed=printed)}"
            yield from _lines(block.items, printed)


def words(prose: Prose, *, printed: bool) -> str:
    """The words of one run; `*` stands around what is set in italics."""
    pieces, at = [], 0
    ends: list[int] = []
    for mark in prose.marks:
        while ends and ends[0] <= mark.start:
            pieces += [prose.text[at : ends[0]], "*"]
            at = ends.pop(0)
        if mark.what is Plain.ITALIC:
            pieces += [prose.text[at : mark.start], "*"]
            at = mark.start
            ends.append(mark.end)
        elif printed and isinstance(mark.what, Edit):
            pieces += [prose.text[at : mark.start], mark.what.printed]
            at = mark.end
    for end in ends:
        pieces += [prose.text[at:end], "*"]
        at = end
    return "".join([*pieces, prose.text[at:]])
