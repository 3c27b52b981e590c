"""What a public site leaves out: who was away and why, phone numbers, numbers of identity papers.

It is left out of the archive itself, before anything is linked, shown or indexed, so no page, feed
or search data can hold it. Addresses stay as they are: both builds come from one record.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from itertools import chain
from operator import is_

from generator.graph.hidden_words import HIDDEN, Find, hidden, hidden_prose
from generator.graph.personal_numbers import digits, personal_numbers
from generator.graph.private_words import Keys, PrivateWords, Span, keys
from generator.graph.titled_names import TitledNames
from generator.model import (
    Absence,
    Archive,
    Attendance,
    Block,
    Doubt,
    Edit,
    Footnote,
    FootnoteMark,
    Item,
    KnownDocument,
    Notice,
    Paragraph,
    Plain,
    Prose,
)

_ADDRESSES = frozenset({"anchor", "file", "id", "key", "link"})
"""Fields that hold addresses, not words."""

_LONG_ENOUGH = 15
"""Characters of a reason that can't stand by chance in other words."""

_SHORTEST_NUMBER = 9
"""Digits of a number that can't stand by chance among other figures."""


def redacted(archive: Archive) -> Archive:
    """The archive as anyone may read it."""
    hiding = _Hiding(archive)
    registers = _without(archive.registers, hiding.numbers)
    assert isinstance(registers, type(archive.registers))
    documents = tuple(map(_without_number_in_link, registers.documents))
    return Archive(
        tuple(map(hiding.notice, archive.notices)), replace(registers, documents=documents)
    )


def canaries(archive: Archive) -> tuple[str, ...]:
    """Words of the records that no file of a public site may hold, however they are spelled.

    Left out are those that a reader may well meet, since a notice or a register gives them where
    they are not private: a name of one who was there, a reason that was somebody's task.
    """
    written: dict[Keys, str] = {}
    private: dict[Keys, set[str]] = defaultdict(set)
    for notice in archive.notices:
        for words in _distinctive(notice):
            written.setdefault(keys(words), words)
            private[keys(words)].add(notice.id)
    spelled = PrivateWords(written.values())
    texts = {notice.id: _words(notice) for notice in archive.notices}
    for place, said in {**texts, "": _words(archive.registers)}.items():
        for text in said:
            words_of_text = keys(text)
            for start, end in spelled.found(words_of_text):
                phrase = words_of_text[start:end]
                if place not in private.get(phrase, ()):
                    written.pop(phrase, None)
    return tuple(sorted({*written.values(), *_numbers(archive)}))


class _Hiding:
    """What is private in one archive, in each of its notices, and how it is hidden there."""

    def __init__(self, archive: Archive) -> None:
        self._known = PrivateWords(_numbers(archive))
        schools = archive.registers.schools
        self._schools = {
            keys(name) for school in schools for name in (school.name, *school.aliases)
        }

    def numbers(self, text: str) -> Iterator[Span]:
        yield from self._known.spans(text)
        yield from personal_numbers(text)

    def notice(self, notice: Notice) -> Notice:
        distinctive = [words for words in _distinctive(notice) if keys(words) not in self._schools]
        names = TitledNames(person.name for person in _absent(notice))
        private = self._finding(distinctive, names)
        groups = []
        for group in notice.attendance:
            said = [
                words
                for person in group.absences
                for words in (person.name, person.role, person.reason)
                if words
            ]
            bare = replace(group, absences=())
            shown = _without(bare, self._finding([*distinctive, *said], names))
            assert isinstance(shown, Attendance)
            groups.append(shown)
        rest = _without(replace(notice, attendance=(), corrections=()), private)
        assert isinstance(rest, Notice)
        hung = set(_footnotes_of_absent(notice))
        footnotes = tuple(_emptied(n) if n.number in hung else n for n in rest.footnotes)
        kept = replace(rest, attendance=tuple(groups), footnotes=footnotes)
        shown_lines = {
            mark.what.correction.line
            for passage in kept.all_passages()
            for mark in passage.prose.marks
            if isinstance(mark.what, (Edit, Doubt))
        }
        spoken = _without(notice.corrections, private)
        assert isinstance(spoken, tuple)
        return replace(kept, corrections=tuple(c for c in spoken if c.line in shown_lines))

    def _finding(self, words: Iterable[str], names: TitledNames) -> Find:
        spelled = PrivateWords(words)

        def find(text: str) -> Iterator[Span]:
            yield from spelled.spans(text)
            yield from names.spans(text)
            yield from self.numbers(text)

        return find


def _distinctive(notice: Notice) -> Iterator[str]:
    """What is said of those who were away that is hidden wherever it stands in the notice."""
    for person in _absent(notice):
        # A name of one word may be anyone's, or a school's.
        if len(keys(person.name)) > 1:
            yield person.name
        if len(person.reason) >= _LONG_ENOUGH and keys(person.reason):
            yield person.reason
    yield from (run for run in _private_runs(notice) if len(run) >= _LONG_ENOUGH)


def _private_runs(notice: Notice) -> Iterator[str]:
    for prose, start, end in _private_places(notice):
        yield prose.text[start:end]


def _private_places(notice: Notice) -> Iterator[tuple[Prose, int, int]]:
    for group in notice.attendance:
        for prose in _proses(group.blocks):
            for mark in prose.marks:
                if mark.what is Plain.PRIVATE:
                    yield prose, mark.start, mark.end


def _proses(blocks: Iterable[Block]) -> Iterator[Prose]:
    """The words of blocks, in order."""
    for block in blocks:
        yield block.prose
        if isinstance(block, Item):
            yield from _proses(block.items)


def _footnotes_of_absent(notice: Notice) -> Iterator[int]:
    """Footnotes hung on the name or the reason of someone who was away: they speak of them."""
    for prose, start, end in _private_places(notice):
        for mark in prose.marks:
            if isinstance(mark.what, FootnoteMark) and start <= mark.start <= end:
                yield mark.what.number


def _emptied(footnote: Footnote) -> Footnote:
    line = footnote.blocks[0].line if footnote.blocks else footnote.line
    return replace(footnote, blocks=(Paragraph(Prose(HIDDEN), line),))


def _absent(notice: Notice) -> Iterator[Absence]:
    for group in notice.attendance:
        yield from group.absences


def _numbers(archive: Archive) -> set[str]:
    """The personal numbers of all records, by their digits: hidden also where nothing tells them
    from other figures.
    """
    found: set[str] = set()
    links = (document.link for document in archive.registers.documents)
    for text in chain(_words(archive), links):
        for start, end in personal_numbers(text):
            number = digits(text[start:end])
            if number.isdigit():
                found |= {n for n in _spellings(number) if len(n) >= _SHORTEST_NUMBER}
            else:
                found.add(number)
    return found


def _spellings(number: str) -> tuple[str, ...]:
    """`0912…`, `84912…`, `912…` are one phone; a paper's number has one spelling."""
    if number.startswith("0084"):
        number = number[2:]
    if number.startswith("84") and len(number) >= 11:
        number = "0" + number[2:].removeprefix("0")
    if number.startswith("0") and len(number) in (10, 11):
        return number, f"84{number[1:]}", f"840{number[1:]}", number[1:]
    return (number,)


def _without_number_in_link(document: KnownDocument) -> KnownDocument:
    """An address that calls someone leads nobody on."""
    return replace(document, link="") if any(personal_numbers(document.link)) else document


def _without(value: object, private: Find) -> object:
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
    """Every text within, words of a prose both as printed and as corrected, and of its notes."""
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
