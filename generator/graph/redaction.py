"""What a public site leaves out: who was away and why, phone numbers, numbers of identity papers.

It is left out of the archive itself, before anything is linked, shown or indexed, so no page, feed
or search data can hold it. Addresses stay as they are: both builds come from one record.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import is_

from generator.graph.hidden_words import hidden, hidden_prose
from generator.graph.personal_numbers import personal_numbers
from generator.model import Absence, Archive, Attendance, Doubt, Edit, Notice, Plain, Prose

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
        shown = _without(replace(group, absences=()), (*names, *said))
        assert isinstance(shown, Attendance)
        groups.append(shown)
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
            return hidden_prose(value, private)
        case str():
            return hidden(value, private)
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
