"""What of an archive only the department may read, as far as the records tell it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import chain

from generator.graph.absent_names import called
from generator.graph.corrected_names import Spellings, quoted_parts
from generator.graph.named_people import noted
from generator.graph.personal_numbers import digits, personal_numbers
from generator.graph.private_words import keys
from generator.model import Absence, Archive, FootnoteMark, Note, Notice, Prose

_ADDRESSES = frozenset({"anchor", "file", "id", "key", "link"})
"""Fields that hold addresses, not words."""

_LONG_ENOUGH = 15
"""Characters of a reason that can't stand by chance in other words."""

_SHORTEST_NUMBER = 9
"""Digits of a number that can't stand by chance among other figures."""

_AFTER = r"[\s.,;:”\"⁰¹²³⁴⁵⁶⁷⁸⁹]*"
_HANGS_ON = re.compile(rf"[^();.,]*{_AFTER}")
_HANGS_ON_BRACKET = re.compile(rf"[^()]*\)?{_AFTER}")
"""What may stand between a person and the footnote that speaks of them."""


def distinctive(notice: Notice) -> Iterator[str]:
    """What is said of those who were away that is hidden wherever it stands in the notice."""
    written = (person.name for person in absent(notice))
    names = tuple(dict.fromkeys((*written, *names_of_absent(notice))))
    # A name of one word may be anyone's, or a school's.
    yield from (name for name in names if len(keys(name)) > 1)
    yield from quoted_parts(notice.corrections, names)
    spellings = Spellings(notice)
    for person in absent(notice):
        if len(person.reason) >= _LONG_ENOUGH and keys(person.reason):
            yield person.reason
            yield from filter(keys, spellings.of(person.reason))
    for prose, start, end in _private_places(notice):
        if end - start >= _LONG_ENOUGH:
            yield prose.text[start:end]


def names_of_absent(notice: Notice) -> tuple[str, ...]:
    """The name of each person without what stands beside it, as printed and as corrected."""
    listed = (name for person in absent(notice) for name in called(person))
    printed = dict.fromkeys(chain(listed, _noted_names(notice)))
    spellings = Spellings(notice)
    corrected = (right for name in printed for right in spellings.of(name))
    return tuple(dict.fromkeys((*printed, *corrected)))


def _private_places(notice: Notice) -> Iterator[tuple[Prose, int, int]]:
    for passage in notice.all_passages():
        for mark in passage.prose.marks:
            if mark.is_private:
                yield passage.prose, mark.start, mark.end


def _noted_names(notice: Notice) -> Iterator[str]:
    """The names in words of which a note says that they speak of somebody who was away."""
    for passage in notice.all_passages():
        for mark in passage.prose.marks:
            if isinstance(mark.what, Note) and mark.what.absent:
                yield from noted(passage.prose.text[mark.start : mark.end])


def footnotes_of_absent(notice: Notice) -> Iterator[int]:
    """Footnotes hung on someone who was away, or on the bracket around them: they speak of them."""
    for prose, start, end in _private_places(notice):
        is_bracket = prose.text.count("(", 0, start) > prose.text.count(")", 0, start)
        hung = (_HANGS_ON_BRACKET if is_bracket else _HANGS_ON).match(prose.text, end)
        for mark in prose.marks:
            if isinstance(mark.what, FootnoteMark) and hung and start <= mark.start <= hung.end():
                yield mark.what.number


def absent(notice: Notice) -> Iterator[Absence]:
    for group in notice.attendance:
        yield from group.absences


def personal_numbers_in(archive: Archive) -> set[str]:
    """The personal numbers of all records, by their digits: hidden also where nothing tells them
    from other figures.
    """
    found: set[str] = set()
    links = (document.link for document in archive.registers.documents)
    for text in chain(words_in(archive), links):
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


@cache
def worded_fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that may hold words."""
    return tuple(field.name for field in fields(kind) if field.name not in _ADDRESSES)


def words_in(value: object) -> Iterator[str]:
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
                yield from words_in(entry)
        case _ if is_dataclass(value):
            kind: type = type(value)
            for name in worded_fields(kind):
                yield from words_in(getattr(value, name))
