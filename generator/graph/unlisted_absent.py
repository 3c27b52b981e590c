"""People whom a notice names as absent in its words while its record doesn't say so.

What the words alone say can't be hidden for sure, so a public site waits for the record.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.graph.absent_words import MASK, MOST_BELOW, AbsentWords
from generator.graph.called_names import CalledNames, place_names, school_names
from generator.graph.named_people import Names
from generator.graph.private_facts import distinctive, names_of_absent
from generator.graph.private_words import PrivateWords, Span
from generator.model import Archive, Attendance, Note, Notice, Prose
from generator.problems import Problem, quoted

_LONGEST_QUOTATION = 200
"""Characters of words that a clerk would copy."""


def problems(archive: Archive) -> Iterator[Problem]:
    """An error for each group of the attendance, each other passage, and each label that names
    such a person.
    """
    schools = archive.registers.schools
    others, places = school_names(schools), place_names(schools)
    for notice in archive.notices:
        called = CalledNames(names_of_absent(notice), places)
        listed = _Listed(PrivateWords(distinctive(notice)), called)
        yield from _in_attendance(notice, others)
        yield from _elsewhere(notice, others, listed)
        yield from _in_labels(notice, others, listed)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Those whom the record lists: hidden wherever they are named."""

    said: PrivateWords
    called: CalledNames

    def masked(self, text: str, known: Iterable[Span] = ()) -> str:
        return _masked(text, (*known, *self.said.spans(text), *self.called.spans(text)))


def _in_attendance(notice: Notice, others: Names) -> Iterator[Problem]:
    sought = AbsentWords(others, is_sure=True)
    for place, group in enumerate(notice.attendance):
        texts = _without_known(group)
        for words, name in sought.named(texts):
            message = (
                f"{quoted(words)} nêu người vắng mà «absent» chưa ghi, nên bản công khai"
                f" sẽ để lộ; ghi «absent: [{{name: {name}}}]», thêm «role», «reason» nếu"
                " có, chép đúng như bản in (không có tên thì ghi chức vụ ở «name»); người ấy có mặt"
                f" thì ghi vào «notes» dòng «{_note(_quotation(words, name, texts), 'không')}»"
            )
            yield Problem(notice.file, group.line, f"attendance[{place}].absent", message)
            break


def _elsewhere(notice: Notice, others: Names, listed: _Listed) -> Iterator[Problem]:
    sought = AbsentWords(others, is_sure=False)
    for place, found in groupby(notice.all_passages(), lambda passage: _field(passage.path)):
        if place == "attendance":
            continue
        passages = list(found)
        texts = [listed.masked(one.prose.text, _known(one.prose)) for one in passages]
        for number, passage in enumerate(passages):
            following = texts[number : number + 1 + MOST_BELOW]
            for words, name in sought.named(following, only_first=True):
                yield Problem(
                    notice.file, passage.line, passage.path, _message(place, words, name, texts)
                )
                break


def _in_labels(notice: Notice, others: Names, listed: _Listed) -> Iterator[Problem]:
    """No note can quote these, so they are to be written otherwise."""
    sought = AbsentWords(others, is_sure=False)
    for line, field, text in _labels(notice):
        for words, name in sought.named([listed.masked(text)]):
            message = (
                f"{quoted(words)} nêu người vắng, nên bản công khai sẽ để lộ; bỏ những chữ ấy ở"
                f" đây, hoặc ghi «absent: [{{name: {name}}}]» cho một nhóm ở «attendance»"
            )
            yield Problem(notice.file, line, field, message)
            break


def _labels(notice: Notice) -> Iterator[tuple[int, str, str]]:
    """(line, field, words) of what is shown beside the passages."""
    first = notice.attendance[0].line if notice.attendance else 1
    yield first, "attendance_heading", notice.attendance_heading
    for place, group in enumerate(notice.attendance):
        yield group.line, f"attendance[{place}].group", group.group
    for number, part in enumerate(notice.parts):
        for own, section in enumerate(part.sections):
            for at, figure in enumerate(section.figures):
                path = f"parts[{number}].sections[{own}].figures[{at}]"
                yield figure.line, f"{path}.what", figure.what
    yield 1, "recipients_heading", notice.recipients_heading
    for place, correction in enumerate(notice.corrections):
        yield correction.line, f"corrections[{place}].why", correction.why


def _field(path: str) -> str:
    """`parts[0].sections[2]` of `parts[0].sections[2].items[1]`; an attendance is one field."""
    return "attendance" if path.startswith("attendance") else path.partition(".items")[0]


def _message(place: str, words: str, name: str, texts: Sequence[str]) -> str:
    if place == "opening":
        return (
            f"{quoted(words)} nêu người vắng ở lời mở đầu, nên bản công khai sẽ để lộ; chuyển"
            " câu ấy vào «text» của một nhóm ở «attendance», và ghi"
            f" «absent: [{{name: {name}}}]» cho nhóm ấy"
        )
    note = _note(_quotation(words, name, texts), "có")
    return (
        f"{quoted(words)} nêu người vắng, nên bản công khai sẽ để lộ; thêm vào «notes» dòng"
        f" «{note}», chép đủ tên, chức vụ, lý do như bản in; nếu không nói về"
        " người vắng họp thì ghi «absent: không»"
    )


def _quotation(words: str, name: str, texts: Sequence[str]) -> str:
    """What a note can quote: the words that tell of somebody, or the name alone."""
    whole = next((_to_bracket(text, words) for text in texts if words in text), name)
    can_be_quoted = MASK * 2 not in whole and len(whole) <= _LONGEST_QUOTATION
    return whole if can_be_quoted else name


def _note(words: str, absent: str) -> str:
    return f"- {{words: {json.dumps(words, ensure_ascii=False)}, absent: {absent}}}"


def _to_bracket(text: str, words: str) -> str:
    """The words, and to its end the bracket that they open: there stands why."""
    if words.count("(") <= words.count(")"):
        return words
    end = text.find(")", text.index(words) + len(words))
    return text[text.index(words) : end + 1] if end >= 0 else words


def _without_known(group: Attendance) -> list[str]:
    return [_masked(prose.text, _known(prose)) for prose in group.proses()]


def _known(prose: Prose) -> Iterator[Span]:
    """What the record says is private, or speaks of nobody who was away."""
    for mark in prose.marks:
        is_noted = isinstance(mark.what, Note) and mark.what.absent is not None
        if mark.is_private or is_noted:
            yield mark.start, mark.end


def _masked(text: str, runs: Iterable[Span]) -> str:
    for start, end in runs:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text
