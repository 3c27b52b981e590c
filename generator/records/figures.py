"""Figures of a section as data, checked against the words they stand in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Block, Figure, Item, Month, Prose
from generator.problems import Problem, quoted
from generator.records.notice_drafts import FigureDraft
from generator.records.sought import SoughtStrings

_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
"""A whole number, not one inside a date or a larger one."""

_MOST_SHOWN = 40
_MOST_PLACES = 20


def figures(
    drafts: Sequence[FigureDraft],
    blocks: Sequence[Block],
    month: Month,
    anchor: str,
    label: str,
    problems: list[Problem],
) -> tuple[Figure, ...]:
    """`month`, `anchor` and `label` are the section's, for what stands in its own paragraphs."""
    if not drafts:
        return ()
    words = dict.fromkeys(draft.words for draft in drafts if draft.words)
    places = _Places(_passages(blocks, anchor, label), words)
    return tuple(_figure(draft, places, month, problems) for draft in drafts)


class _Place:
    """A passage as printed, and the whole numbers in it, in order and as a set."""

    def __init__(self, prose: Prose, anchor: str, label: str) -> None:
        self.printed = prose.printed
        self.anchor = anchor
        self.label = label
        self.standing = _NUMBER.findall(self.printed)
        self.numbers = frozenset(self.standing)


def _passages(blocks: Sequence[Block], anchor: str, label: str) -> Iterator[_Place]:
    for block in blocks:
        if isinstance(block, Item):
            yield _Place(block.prose, block.anchor, block.label)
            yield from _passages(block.items, block.anchor, block.label)
        else:
            yield _Place(block.prose, anchor, label)


class _Places:
    """A section's passages, by the whole numbers and by the figures' words that stand in them."""

    def __init__(self, passages: Iterable[_Place], words: Iterable[str]) -> None:
        self.of_number: dict[str, list[_Place]] = defaultdict(list)
        self.of_words: dict[str, list[_Place]] = defaultdict(list)
        sought, numbers = SoughtStrings(words), list[str]()
        for place in passages:
            numbers += place.standing
            for number in place.standing:
                self.of_number[number].append(place)
            for standing in sought.starts(place.printed):
                self.of_words[standing].append(place)
        self.shown = _few(numbers)


def _figure(draft: FigureDraft, known: _Places, month: Month, problems: list[Problem]) -> Figure:
    value = draft.value
    places = known.of_number[value.text]
    if draft.words:
        places = known.of_words[draft.words]
        if not places or value.text not in _NUMBER.findall(draft.words):
            message = (
                f"{quoted(draft.words)} không có trong lời văn của mục, hoặc không chứa số"
                f" {quoted(value.text)}; chép lại mấy chữ liền với số ấy đúng như bản in"
            )
            problems.append(draft.at.problem(message, "words"))
    elif not places:
        there = f"các số ở đó: {known.shown}" if known.shown else "mục này không có số nào"
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
    if draft.made_of:
        problems += _wrong_parts(draft, places)
    anchor, label = (places[0].anchor, places[0].label) if places else ("", "")
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


def _wrong_parts(draft: FigureDraft, places: Sequence[_Place]) -> Iterator[Problem]:
    """`places` are the figure's; where it has none, or very many, no number is missed there."""
    looked_at = places if len(places) <= _MOST_PLACES else ()
    beside = [place.numbers for place in looked_at if place.numbers]
    total = sum(share.value.value for share in draft.made_of)
    if total != draft.value.value:
        sums = _few([share.value.text for share in draft.made_of], " + ")
        message = f"{sums} = {total}, không bằng {draft.value.text}; kiểm tra lại với bản in"
        yield draft.at.problem(message, "made_of")
    for share in draft.made_of:
        number = share.value.text
        if beside and not any(number in numbers for numbers in beside):
            message = (
                f"số {quoted(number)} không có trong đoạn có số {draft.value.text};"
                " ghi lại số như bản in"
            )
            yield share.at.problem(message, "value")


def _few(numbers: Sequence[str], between: str = ", ") -> str:
    """Numbers in a row, of very many the first."""
    more = [f"… ({len(numbers)} số)"] if len(numbers) > _MOST_SHOWN else []
    return between.join([*numbers[:_MOST_SHOWN], *more])
