"""What a public site leaves out: who was away and why, phone numbers, numbers of identity papers.

It is left out of the archive itself, before anything is linked, shown or indexed, so no page, feed
or search data can hold it. Addresses stay as they are: both builds come from one record.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from enum import Enum
from operator import is_

from generator.graph.called_names import CalledNames, place_names, school_names
from generator.graph.hidden_words import HIDDEN, Find, hidden, hidden_prose
from generator.graph.personal_numbers import personal_numbers
from generator.graph.private_facts import (
    absent,
    distinctive,
    footnotes_of_absent,
    names_of_absent,
    personal_numbers_in,
    worded_fields,
    words_in,
)
from generator.graph.private_words import Keys, PrivateWords, Span, keys
from generator.graph.short_reasons import ShortReasons
from generator.model import (
    Archive,
    Attendance,
    Doubt,
    Edit,
    Footnote,
    KnownDocument,
    Notice,
    Paragraph,
    Prose,
)
from generator.records.sought import occurrences


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
        for words in distinctive(notice):
            written.setdefault(keys(words), words)
            private[keys(words)].add(notice.id)
    spelled = PrivateWords(written.values())
    texts = {notice.id: words_in(notice) for notice in archive.notices}
    for place, said in {**texts, "": words_in(archive.registers)}.items():
        for text in said:
            words_of_text = keys(text)
            for start, end in spelled.found(words_of_text):
                phrase = words_of_text[start:end]
                if place not in private.get(phrase, ()):
                    written.pop(phrase, None)
    return tuple(sorted({*written.values(), *personal_numbers_in(archive)}))


class _Hiding:
    """What is private in one archive, in each of its notices, and how it is hidden there."""

    def __init__(self, archive: Archive) -> None:
        self._known = PrivateWords(personal_numbers_in(archive))
        schools = archive.registers.schools
        self._schools, self._places = school_names(schools), place_names(schools)

    def numbers(self, text: str) -> Iterator[Span]:
        yield from self._known.spans(text)
        yield from personal_numbers(text)

    def notice(self, notice: Notice) -> Notice:
        everywhere = [words for words in distinctive(notice) if keys(words) not in self._schools]
        names = CalledNames(names_of_absent(notice), self._places)
        reasons = ShortReasons(person.reason for person in absent(notice))
        private = self._finding(everywhere, names, reasons)
        groups = []
        for group in notice.attendance:
            said = [words for one in group.absences for words in (one.name, one.role, one.reason)]
            shown = _without(
                replace(group, absences=()),
                self._finding(everywhere, names, reasons, said, group.group),
            )
            assert isinstance(shown, Attendance)
            groups.append(shown)
        rest = _without(replace(notice, attendance=(), corrections=()), private)
        assert isinstance(rest, Notice)
        hung = set(footnotes_of_absent(notice))
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

    def _finding(
        self,
        words: Iterable[str],
        names: CalledNames,
        reasons: ShortReasons,
        beside: Iterable[str] = (),
        own: str = "",
    ) -> Find:
        """Finds `words` anywhere, and those `beside` but where a group's `own` words say them."""
        spelled, said = PrivateWords(words), PrivateWords(filter(None, beside))

        def find(text: str) -> Iterator[Span]:
            whole = [(at, at + len(own)) for at in occurrences(own, text)] if own else []
            called = [
                *spelled.spans(text),
                *names.spans(text),
                *(one for one in said.spans(text) if not _is_within(one, whole)),
            ]
            yield from called
            yield from reasons.spans(text, called)
            yield from self.numbers(text)

        return find


def _is_within(span: Span, runs: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in runs)


def _emptied(footnote: Footnote) -> Footnote:
    line = footnote.blocks[0].line if footnote.blocks else footnote.line
    return replace(footnote, blocks=(Paragraph(Prose(HIDDEN), line),))


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
        for name in worded_fields(kind):
            before = getattr(value, name)
            after = _without(before, private)
            if after is not before:
                changed[name] = after
        return replace(value, **changed) if changed else value
    return value
