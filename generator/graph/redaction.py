"""What a public site leaves out: who was away and why, phone numbers, numbers of identity papers.

It is left out of the archive itself, before anything is linked, shown or indexed, so no page, feed
or search data can hold it. Addresses stay as they are: both builds come from one record.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import is_

from generator.graph.personal_numbers import personal_numbers
from generator.model import Absence, Archive, Attendance, Doubt, Edit, Mark, Notice, Plain, Prose
from generator.records.marking import occurrences

HIDDEN = "[đã lược thông tin cá nhân]"

_ADDRESSES = frozenset({"anchor", "file", "id", "key", "link"})
"""Fields that hold addresses, not words."""

_LONG_ENOUGH = 15
"""Characters of a reason that can't stand by chance in other words."""


def redacted(archive: Archive) -> Archive:
    """The archive as anyone may read it."""
    registers = _without(archive.registers, ())
    assert isinstance(registers, type(archive.registers))
    return Archive(tuple(_notice(notice) for notice in archive.notices), registers)


def canaries(archive: Archive) -> tuple[str, ...]:
    """Words of the records that no file of a public site may hold.

    Left out are those that a reader may well meet: a name that another notice gives as of one who
    was there, a reason made of everyday words.
    """
    absent = {notice.id: {person.name for person in _absent(notice)} for notice in archive.notices}
    reasons = Counter(person.reason for notice in archive.notices for person in _absent(notice))
    plain = {notice.id: "\n".join(_words(_without(notice, ()))) for notice in archive.notices}
    # A name of one word may be anyone's, or a school's.
    names = {name for away in absent.values() for name in away if " " in name}
    found = {
        name
        for name, standing in _standing(names, plain).items()
        if all(name in absent[notice] for notice in standing)
    }
    for notice in archive.notices:
        for person in _absent(notice):
            shown = plain[notice.id].count(person.reason)
            if len(person.reason) >= _LONG_ENOUGH and shown <= reasons[person.reason]:
                found.add(person.reason)
        found |= {run for run in _private_runs(notice) if len(run) >= _LONG_ENOUGH}
    for text in _words(archive):
        found |= {text[start:end] for start, end in personal_numbers(text)}
    return tuple(sorted(found))


def _standing(names: Collection[str], texts: Mapping[str, str]) -> dict[str, set[str]]:
    """The texts, by their ids, in which each name stands; every text is gone through once.

    Names are looked for where a text has the letters that they begin with.
    """
    standing: dict[str, set[str]] = {name: set() for name in names}
    width = min(map(len, names), default=0)
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_beginning[name[:width]].append(name)
    for notice, text in texts.items() if names else ():
        for beginning in by_beginning.keys() & {
            text[at : at + width] for at in range(len(text) - width + 1)
        }:
            for name in by_beginning[beginning]:
                if name in text:
                    standing[name].add(notice)
    return standing


def _private_runs(notice: Notice) -> Iterator[str]:
    for group in notice.attendance:
        for block in group.blocks:
            for mark in block.prose.marks:
                if mark.what is Plain.PRIVATE:
                    yield block.prose.text[mark.start : mark.end]


def _absent(notice: Notice) -> Iterator[Absence]:
    for group in notice.attendance:
        yield from group.absences


def _notice(notice: Notice) -> Notice:
    # A name of one word may be anyone's, or a school's.
    names = tuple(person.name for person in _absent(notice) if " " in person.name)
    groups = []
    for group in notice.attendance:
        said = tuple(
            words
            for person in group.absences
            for words in (person.name, person.role, person.reason)
            if words
        )
        hidden = _without(replace(group, absences=()), (*names, *said))
        assert isinstance(hidden, Attendance)
        groups.append(hidden)
    rest = _without(replace(notice, attendance=(), corrections=()), names)
    assert isinstance(rest, Notice)
    kept = replace(rest, attendance=tuple(groups))
    shown = {
        mark.what.correction.line
        for passage in kept.all_passages()
        for mark in passage.prose.marks
        if isinstance(mark.what, (Edit, Doubt))
    }
    spoken = _without(notice.corrections, names)
    assert isinstance(spoken, tuple)
    return replace(kept, corrections=tuple(c for c in spoken if c.line in shown))


def _without(value: object, private: Sequence[str]) -> object:
    """The value with the private words and numbers hidden in its texts; itself if it holds none."""
    match value:
        case Enum():
            return value
        case Prose():
            return _prose(value, private)
        case str():
            return _hidden(value, _merged(_runs(value, private)))
        case tuple():
            entries = tuple(_without(entry, private) for entry in value)
            return value if all(map(is_, entries, value)) else entries
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        kind: type = type(value)
        for name in _worded(kind):
            before = getattr(value, name)
            after = _without(before, private)
            if after is not before:
                changed[name] = after
        return replace(value, **changed) if changed else value
    return value


@cache
def _worded(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that may hold words."""
    return tuple(field.name for field in fields(kind) if field.name not in _ADDRESSES)


def _words(value: object) -> Iterator[str]:
    """Every text within, words of a prose both as printed and as corrected."""
    match value:
        case Enum():
            return
        case Prose():
            yield from {value.text, value.printed}
        case str():
            yield value
        case tuple():
            for entry in value:
                yield from _words(entry)
        case _ if is_dataclass(value):
            kind: type = type(value)
            for name in _worded(kind):
                yield from _words(getattr(value, name))


Span = tuple[int, int]


def _runs(text: str, private: Sequence[str]) -> Iterator[Span]:
    for words in private:
        for start in occurrences(words, text):
            yield start, start + len(words)
    yield from personal_numbers(text)


def _merged(runs: Iterator[Span] | Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _hidden(text: str, runs: Sequence[Span]) -> str:
    if not runs:
        return text
    pieces, at = [], 0
    for start, end in runs:
        pieces += [text[at:start], HIDDEN]
        at = end
    return "".join([*pieces, text[at:]])


def _prose(prose: Prose, private: Sequence[str]) -> Prose:
    """Runs are looked for in the print, which records quote, and in the corrected words."""
    printed = _Printed.of(prose)
    places = _runs(printed.text, private) if printed.edits else ()
    runs = [
        *((mark.start, mark.end) for mark in prose.marks if mark.what is Plain.PRIVATE),
        *_runs(prose.text, private),
        *(printed.corrected(run) for run in places),
    ]
    if not runs:
        marks = [_spoken(mark, private) for mark in prose.marks]
        return prose if all(map(is_, marks, prose.marks)) else Prose(prose.text, tuple(marks))
    edits = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark.what, Edit)]
    whole = _merged(runs)
    # A corrected word is hidden whole, or its printed form would show.
    whole = _merged([*whole, *(edit for edit in edits if _touches(edit, whole))])
    marks = [
        Mark(_moved(mark.start, whole), _moved(mark.end, whole), _spoken(mark, private).what)
        for mark in prose.marks
        if not (isinstance(mark.what, (Edit, Doubt)) and printed.quotes(mark.what, whole))
        and not any(left <= mark.start and mark.end <= right for left, right in whole)
    ]
    return Prose(_hidden(prose.text, whole), tuple(marks))


def _spoken(mark: Mark, private: Sequence[str]) -> Mark:
    """The mark, and what its correction says of people hidden like the words of the notice."""
    if not isinstance(mark.what, (Edit, Doubt)):
        return mark
    correction = mark.what.correction
    why = _hidden(correction.why, _merged(_runs(correction.why, private)))
    if why is correction.why:
        return mark
    return replace(mark, what=replace(mark.what, correction=replace(correction, why=why)))


def _touches(run: Span, others: Sequence[Span]) -> bool:
    return any(run[0] <= end and start <= run[1] for start, end in others)


def _moved(offset: int, runs: Sequence[Span]) -> int:
    """Where a place of the text is once the runs are hidden; a place inside a run is at its end."""
    shift = 0
    for start, end in runs:
        if offset <= start:
            break
        if offset < end:
            return start + shift + len(HIDDEN)
        shift += len(HIDDEN) - (end - start)
    return offset + shift


@dataclass(frozen=True, slots=True)
class _Printed:
    """A prose's printed words, and where each of its places stands in the corrected text.

    `edits` are pairs of runs: in the print, in the corrected text.
    """

    text: str
    edits: tuple[tuple[Span, Span], ...]

    @classmethod
    def of(cls, prose: Prose) -> "_Printed":
        edits, shift = [], 0
        for mark in prose.marks:
            if isinstance(mark.what, Edit):
                start = mark.start + shift
                edits.append(((start, start + len(mark.what.printed)), (mark.start, mark.end)))
                shift += len(mark.what.printed) - (mark.end - mark.start)
        return cls(prose.printed, tuple(edits))

    def corrected(self, run: Span) -> Span:
        """The run of the corrected text that holds a run of the print."""
        return self._at(run[0], is_end=False), self._at(run[1], is_end=True)

    def _at(self, offset: int, *, is_end: bool) -> int:
        shift = 0
        for (start, end), (right_start, right_end) in self.edits:
            if offset < start or (offset == start and is_end):
                break
            if offset < end:
                return right_end if is_end else right_start
            shift = right_end - end
        return offset + shift

    def quotes(self, what: Edit | Doubt, hidden: Sequence[Span]) -> bool:
        """Whether the correction, which quotes more than it changes, quotes hidden words."""
        quote = what.correction.printed
        return any(
            _touches(self.corrected((start, start + len(quote))), hidden)
            for start in occurrences(quote, self.text)
        )
