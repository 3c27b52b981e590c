"""Figures of a section as data, checked against the words they stand in."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.model import Block, Figure, Item, Month, Prose
from generator.problems import Problem, quoted
from generator.records.notice_drafts import FigureDraft
from generator.records.sought import Sought

_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
"""A whole number, not one inside a date or a larger one."""

_MOST_SHOWN = 40


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
    places = _Places(_passages(blocks, anchor, label), [*words])
    return tuple(_figure(draft, places, month, problems) for draft in drafts)


Place = tuple[Prose, str, str]


def _passages(blocks: Sequence[Block], anchor: str, label: str) -> Iterator[Place]:
    for block in blocks:
        if isinstance(block, Item):
            yield block.prose, block.anchor, block.label
            yield from _passages(block.items, block.anchor, block.label)
        else:
            yield block.prose, anchor, label


class _Places:
    """A section's passages, by the whole numbers and by the figures' words that stand in them."""

    def __init__(self, passages: Iterable[Place], words: Sequence[str]) -> None:
        self.of_number: dict[str, list[Place]] = defaultdict(list)
        self.of_words: dict[str, list[Place]] = defaultdict(list)
        self._beside: dict[int, frozenset[str]] = {}
        sought, numbers = Sought(words), list[str]()
        for place in passages:
            printed = place[0].printed
            standing = _NUMBER.findall(printed)
            numbers += standing
            for number in standing:
                self.of_number[number].append(place)
            for which in sought.first_ends(printed) if words else ():
                self.of_words[words[which]].append(place)
        self.shown = _few(numbers)

    def beside(self, found: list[Place]) -> frozenset[str]:
        """The numbers that stand in some of the places, which are one of the lists kept here."""
        if id(found) not in self._beside:
            numbers = (n for place in found for n in _NUMBER.findall(place[0].printed))
            self._beside[id(found)] = frozenset(numbers)
        return self._beside[id(found)]


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
        problems += _wrong_parts(draft, known.beside(places))
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


def _wrong_parts(draft: FigureDraft, beside: Collection[str]) -> Iterator[Problem]:
    """`beside` are the numbers of the figure's place, none where it has no place."""
    total = sum(share.value.value for share in draft.made_of)
    if total != draft.value.value:
        sums = _few([share.value.text for share in draft.made_of], " + ")
        message = f"{sums} = {total}, không bằng {draft.value.text}; kiểm tra lại với bản in"
        yield draft.at.problem(message, "made_of")
    for share in draft.made_of:
        if beside and share.value.text not in beside:
            message = (
                f"số {quoted(share.value.text)} không có trong đoạn có số {draft.value.text};"
                " ghi lại số như bản in"
            )
            yield share.at.problem(message, "value")


def _few(numbers: Sequence[str], between: str = ", ") -> str:
    """Numbers in a row, of very many the first."""
    more = [f"… ({len(numbers)} số)"] if len(numbers) > _MOST_SHOWN else []
    return between.join([*numbers[:_MOST_SHOWN], *more])
