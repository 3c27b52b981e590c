"""A notice back as plain text: as it was printed, or as corrected."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Block, Edit, Mark, Notice, Paragraph, Plain, Prose


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
    edits = [mark for mark in prose.marks if isinstance(mark.what, Edit)] if printed else []
    runs = _italic_runs(prose.marks, edits)
    changes = sorted(
        [
            *((end, 0, end, "*") for _, end in runs),
            *((start, 1, start, "*") for start, _ in runs),
            *((mark.start, 2, mark.end, _printed(mark)) for mark in edits),
        ]
    )
    pieces, at = [], 0
    for start, _, end, put in changes:
        pieces += [prose.text[at:start], put]
        at = end
    return "".join([*pieces, prose.text[at:]])


def _printed(mark: Mark) -> str:
    assert isinstance(mark.what, Edit)
    return mark.what.printed


def _italic_runs(marks: Iterable[Mark], edits: Sequence[Mark]) -> list[tuple[int, int]]:
    """Runs apart from one another; one that would begin or end within an edit holds all of it."""
    runs: list[tuple[int, int]] = []
    for mark in marks:
        if mark.what is not Plain.ITALIC:
            continue
        start, end = mark.start, mark.end
        for edit in edits:
            if edit.start < end and start < edit.end:
                start, end = min(start, edit.start), max(end, edit.end)
        if runs and start <= runs[-1][1]:
            start, end = runs[-1][0], max(end, runs.pop()[1])
        runs.append((start, end))
    return runs
