"""A notice's passages read for what they name: documents, schools, those they address, due dates.

What the clerk says of some words (`notes:`) wins over what is found in them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model import Mark, Note, Notice, Passage, Topic
from generator.names.mentions import Names
from generator.names.named import How, Name, SchoolMention
from generator.numbers import citations
from generator.numbers.citations import Citation


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that fall due on a day, by the clerk's note."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage and everything it names; spans are in the passage's corrected text."""

    notice: Notice
    passage: Passage
    citations: tuple[Citation, ...]
    names: tuple[Name, ...]
    deadlines: tuple[Deadline, ...]


def read(notice: Notice, names: Names, topics: Sequence[Topic]) -> tuple[Reading, ...]:
    """Every passage of one notice, in reading order; short forms are joined across all of them."""
    passages = tuple(notice.passages())
    cited = citations.find_all([passage.prose.text for passage in passages])
    levels = {topic.key: topic.level for topic in topics}
    readings = []
    for passage, found in zip(passages, cited, strict=True):
        keys = passage.section.topics if passage.section else ()
        level = levels.get(keys[0]) if len(keys) == 1 else None
        noted = _notes(passage)
        kept = _with_documents(found, noted, passage.prose.text)
        named = _with_notes(names.find(passage.prose.text, section_level=level), noted)
        readings.append(
            Reading(
                notice,
                passage,
                kept,
                tuple(name for name in named if not _overlaps(name, kept)),
                tuple(Deadline(mark.start, mark.end, note.due) for mark, note in noted if note.due),
            )
        )
    return tuple(readings)


def _notes(passage: Passage) -> list[tuple[Mark, Note]]:
    return [(mark, mark.what) for mark in passage.prose.marks if isinstance(mark.what, Note)]


def _with_documents(
    found: Iterable[Citation], notes: Sequence[tuple[Mark, Note]], text: str
) -> tuple[Citation, ...]:
    """What was found, as noted; and the notes on words that nobody would take for a number."""
    said = [(mark, note.document) for mark, note in notes if note.document]
    kept = list(found)
    for mark, number in said:
        within = [n for n, c in enumerate(kept) if mark.start < c.end and c.start < mark.end]
        for n in within:
            kept[n] = replace(kept[n], number=number, joined=True, candidates=())
        if not within:
            words = text[mark.start : mark.end]
            kept.append(
                Citation(mark.start, mark.end, words, number, number, None, None, None, joined=True)
            )
    return tuple(sorted(kept, key=lambda citation: citation.start))


def _with_notes(found: Iterable[Name], notes: Iterable[tuple[Mark, Note]]) -> list[Name]:
    said: list[Name] = []
    silent: list[tuple[int, int]] = []
    for mark, note in notes:
        if note.school:
            said.append(SchoolMention(mark.start, mark.end, note.school, How.NOTED))
        if note.school or note.place or note.outside:
            silent.append((mark.start, mark.end))
    kept = [
        name
        for name in found
        if not any(start < name.end and name.start < end for start, end in silent)
    ]
    return sorted([*kept, *said], key=lambda name: name.start)


def _overlaps(name: Name, found: Iterable[Citation]) -> bool:
    return any(citation.start < name.end and name.start < citation.end for citation in found)
