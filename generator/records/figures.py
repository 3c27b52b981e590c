"""Figures of a section as data, checked against the words they stand in."""

import re
from collections.abc import Iterator, Sequence

from generator.model import Block, Figure, Item, Month, Prose
from generator.problems import Problem, quoted
from generator.records.notice_shape import FigureDraft

_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")


def figures(
    drafts: Sequence[FigureDraft],
    blocks: Sequence[Block],
    month: Month,
    anchor: str,
    label: str,
    problems: list[Problem],
) -> tuple[Figure, ...]:
    """`month`, `anchor` and `label` are the section's, for what stands in its own paragraphs."""
    passages = list(_passages(blocks, anchor, label))
    return tuple(_figure(draft, passages, month, problems) for draft in drafts)


Place = tuple[Prose, str, str]


def _passages(blocks: Sequence[Block], anchor: str, label: str) -> Iterator[Place]:
    for block in blocks:
        if isinstance(block, Item):
            yield block.prose, block.anchor, block.label
            yield from _passages(block.items, block.anchor, block.label)
        else:
            yield block.prose, anchor, label


def _figure(
    draft: FigureDraft, passages: Sequence[Place], month: Month, problems: list[Problem]
) -> Figure:
    value = draft.value
    places = [place for place in passages for _ in _standing(value.text, place[0].printed)]
    if draft.words:
        places = [place for place in passages if draft.words in place[0].printed]
        if not places or value.text not in _NUMBER.findall(draft.words):
            message = (
                f"{quoted(draft.words)} không có trong lời văn của mục, hoặc không chứa số"
                f" {quoted(value.text)}; chép lại mấy chữ liền với số ấy đúng như bản in"
            )
            problems.append(draft.at.problem(message, "words"))
    elif not places:
        printed = ", ".join(
            number for place in passages for number in _NUMBER.findall(place[0].printed)
        )
        there = f"các số ở đó: {printed}" if printed else "mục này không có số nào"
        message = (
            f"số {quoted(value.text)} không có trong lời văn của mục; ghi lại số như bản in"
            f" ({there})"
        )
        problems.append(draft.at.problem(message, "value"))
    elif len(places) > 1:
        message = (
            f"số {quoted(value.text)} đứng ở {len(places)} chỗ trong mục; ghi thêm «words»: vài"
            " chữ liền với số ấy, như bản in"
        )
        problems.append(draft.at.problem(message, "value"))
    problems += _wrong_parts(draft, places)
    _, anchor, label = places[0] if places else (Prose(""), "", "")
    return Figure(
        draft.what,
        value.text,
        value.value,
        value.of,
        draft.unit,
        draft.level,
        draft.month or month,
        anchor,
        label,
        draft.at.line,
        tuple((share.what, share.value.text) for share in draft.made_of),
        counts_schools=draft.count == "schools",
    )


def _wrong_parts(draft: FigureDraft, places: Sequence[Place]) -> Iterator[Problem]:
    if not draft.made_of:
        return
    total = sum(share.value.value for share in draft.made_of)
    if total != draft.value.value:
        sums = " + ".join(share.value.text for share in draft.made_of)
        message = f"{sums} = {total}, không bằng {draft.value.text}; kiểm tra lại với bản in"
        yield draft.at.problem(message, "made_of")
    for share in draft.made_of:
        if places and not any(_standing(share.value.text, place[0].printed) for place in places):
            message = (
                f"số {quoted(share.value.text)} không có trong đoạn có số {draft.value.text};"
                " ghi lại số như bản in"
            )
            yield share.at.problem(message, "value")


def _standing(number: str, words: str) -> list[str]:
    """Where a number stands as a whole number, not inside a date or a larger one."""
    return [found for found in _NUMBER.findall(words) if found == number]
