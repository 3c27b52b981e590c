"""A notice's passages read for what they name: documents, schools, those they address, due dates.

What the clerk says of some words (`notes:`) wins over what is found in them.
"""

from bisect import bisect_left, insort_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from generator.model import Mark, Note, Notice, Passage, Topic
from generator.names.mentions import Names
from generator.names.named import How, Name, SchoolMention
from generator.numbers import citations
from generator.numbers.citations import Citation

MOST_CITATIONS = 10_000
"""Citations read of one notice, which has some dozens; one that has so many is refused."""

MOST_CANDIDATES = 50_000
"""Places of a notice where a number or a name may begin; a megabyte of plain prose has half."""


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
    is_unread: bool = False
    """Whether its notice holds more candidates than anybody means, and nothing was looked for."""


def read(notice: Notice, names: Names, topics: Sequence[Topic]) -> tuple[Reading, ...]:
    """Every passage of one notice, in reading order; short forms are joined across all of them."""
    passages = tuple(notice.passages())
    texts = [passage.prose.text for passage in passages]
    if _hold_too_much(texts, names):
        return tuple(Reading(notice, passage, (), (), (), is_unread=True) for passage in passages)
    cited = citations.find_all(texts, most=MOST_CITATIONS)
    levels = {topic.key: topic.level for topic in topics}
    readings = []
    for passage, found in zip(passages, cited, strict=True):
        keys = passage.section.topics if passage.section else ()
        level = levels.get(keys[0]) if len(keys) == 1 else None
        noted = _notes(passage)
        named = names.find(passage.prose.text, section_level=level)
        due: tuple[Deadline, ...] = ()
        if noted:
            found = _with_documents(found, noted, passage.prose.text)
            named = _with_notes(named, noted)
            due = _deadlines(noted)
        if found and named:
            linked = _Spans((citation.start, citation.end) for citation in found)
            named = tuple(name for name in named if not linked.touch(name.start, name.end))
        readings.append(Reading(notice, passage, found, named, due))
    return tuple(readings)


def _hold_too_much(texts: Sequence[str], names: Names) -> bool:
    """Looked at only in a notice of several times the usual length."""
    return (
        sum(map(len, texts)) > MOST_CANDIDATES
        and sum(citations.candidates(text) + names.candidates(text) for text in texts)
        > MOST_CANDIDATES
    )


def _notes(passage: Passage) -> list[tuple[Mark, Note]]:
    return [(mark, mark.what) for mark in passage.prose.marks if isinstance(mark.what, Note)]


def _deadlines(notes: Iterable[tuple[Mark, Note]]) -> tuple[Deadline, ...]:
    return tuple(Deadline(mark.start, mark.end, note.due) for mark, note in notes if note.due)


def _with_documents(
    found: Iterable[Citation], notes: Sequence[tuple[Mark, Note]], text: str
) -> tuple[Citation, ...]:
    """What was found, as noted; and the notes on words that nobody would take for a number."""
    kept = sorted(found, key=_start)
    for mark, note in notes:
        number = note.document
        if not number:
            continue
        within = _within(kept, mark)
        for n in within:
            kept[n] = replace(kept[n], number=number, joined=True, candidates=())
        if not within:
            words = text[mark.start : mark.end]
            noted = Citation(
                mark.start, mark.end, words, number, number, None, None, None, joined=True
            )
            insort_right(kept, noted, key=_start)
    return tuple(kept)


def _start(citation: Citation) -> int:
    return citation.start


def _within(kept: Sequence[Citation], mark: Mark) -> list[int]:
    """Which of some citations, none over another, stand in the words of a mark."""
    found: list[int] = []
    for n in range(bisect_left(kept, mark.end, key=_start) - 1, -1, -1):
        citation = kept[n]
        if mark.start < citation.end:
            found.append(n)
        elif citation.start < citation.end:
            break
    return found


def _with_notes(found: Iterable[Name], notes: Iterable[tuple[Mark, Note]]) -> tuple[Name, ...]:
    said: list[Name] = []
    silent: list[tuple[int, int]] = []
    for mark, note in notes:
        if note.school:
            said.append(SchoolMention(mark.start, mark.end, note.school, How.NOTED))
        if note.school or note.place or note.outside:
            silent.append((mark.start, mark.end))
    silenced = _Spans(silent)
    kept = [name for name in found if not silenced.touch(name.start, name.end)]
    return tuple(sorted([*kept, *said], key=lambda name: name.start))


class _Spans:
    """Places of a text, some over others, to be asked what they touch."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._farthest = [*accumulate((end for _, end in ordered), max)]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character between `start` and `end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._farthest[before - 1] > start
