"""Who was at the meeting, by group: the printed line, and its figures checked against it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.model import Absence, Attendance, Block, Doubt, Edit, Item
from generator.problems import Problem, first_ones, quoted
from generator.reading.place import At
from generator.reading.prose import Prose
from generator.reading.scalars import Count
from generator.records.absent_people import AbsentPeople
from generator.records.notice_drafts import AttendanceDraft
from generator.records.sought import SoughtStrings

_ABSENT = re.compile(r"[Vv]ắng(?:\s+mặt)?\s*:?\s*(?P<count>[0-9]{1,9})")

_NUMBER = re.compile(r"(?<![0-9.])[0-9][0-9.]*")

BlocksOf = Callable[[Prose, At, int, AbsentPeople], tuple[Block, ...]]
"""(words, place, items already placed, the people not to be named in public) -> blocks."""


def attendance(
    drafts: Sequence[AttendanceDraft], blocks_of: BlocksOf, problems: list[Problem]
) -> tuple[Attendance, ...]:
    groups: list[Attendance] = []
    placed = 0
    for draft in drafts:
        people = [
            tuple(word for word in (person.name, person.role, person.reason) if word)
            for person in draft.absent
        ]
        found = blocks_of(draft.text, draft.at.field("text"), placed, AbsentPeople(people))
        placed += sum(isinstance(block, Item) for block in found)
        group = Attendance(
            draft.group,
            found,
            draft.present.value,
            draft.invited.value if draft.invited else None,
            _absent(draft),
            tuple(Absence(person.name, person.role, person.reason) for person in draft.absent),
            draft.at.line,
        )
        # What the clerk doubts in this line, or corrects in its numbers, has been seen: no error.
        seen = any(_is_doubted(mark.what) for block in found for mark in block.prose.marks)
        problems += [replace(p, warning=p.warning or seen) for p in _wrong(draft, group, seen=seen)]
        groups.append(group)
    return tuple(groups)


def _is_doubted(what: object) -> bool:
    return isinstance(what, Doubt) or (
        isinstance(what, Edit) and _NUMBER.search(what.printed) is not None
    )


def _absent(draft: AttendanceDraft) -> int:
    printed = _ABSENT.search(draft.text.text)
    return int(printed["count"]) if printed else len(draft.absent)


def _wrong(draft: AttendanceDraft, group: Attendance, *, seen: bool) -> list[Problem]:
    words = draft.text.text
    wrong = [*first_ones(_unsaid(draft))]
    if draft.group not in words:
        message = f"{quoted(draft.group)} không có trong «text»; chép lại đúng như bản in"
        wrong.append(draft.at.problem(message, "group"))
    for name, count in (("present", draft.present), ("invited", draft.invited)):
        if count and not _stands(count, words):
            message = f"số {quoted(count.text)} không có trong «text»; ghi lại số như bản in"
            wrong.append(draft.at.problem(message, name))
    if group.absent != len(group.absences) and group.absences:
        message = (
            f"bản in ghi vắng {group.absent} người, danh sách này có {len(group.absences)};"
            " ghi đủ từng người như bản in"
        )
        wrong.append(draft.at.problem(message, "absent"))
    if group.absent and not group.absences:
        message = f"bản in ghi vắng {group.absent} người; nếu có nêu tên thì ghi ở «absent»"
        wrong.append(draft.at.problem(message, "absent", warning=True))
    if group.invited is not None and group.present + group.absent != group.invited:
        message = (
            f"có mặt {group.present} + vắng mặt {group.absent} ="
            f" {group.present + group.absent}, không bằng số được mời {group.invited}"
        )
        if not seen:
            message += (
                "; nếu bản in đúng là như vậy, ghi chỗ ấy vào «corrections» với «sure: nghi ngờ»"
            )
        wrong.append(draft.at.problem(message, "invited"))
    return wrong


def _unsaid(draft: AttendanceDraft) -> Iterator[Problem]:
    """What is recorded of absent people, and is not in the words."""
    said = [
        (person.at, name, text)
        for person in draft.absent
        for name, text in (("name", person.name), ("role", person.role), ("reason", person.reason))
        if text
    ]
    words = draft.text.text.replace("\n", " ")
    found = SoughtStrings(dict.fromkeys(text for _, _, text in said)).starts(words)
    for at, name, text in said:
        if text not in found:
            message = f"{quoted(text)} không có trong «text»; chép lại đúng như bản in"
            yield at.problem(message, name)


def _stands(count: Count, words: str) -> bool:
    """Whether a number of the words is this one, or begins with it and a full stop: `05.`."""
    return any(f"{number}.".startswith(f"{count.text}.") for number in _NUMBER.findall(words))
