"""Texts cut into pieces: words, words that fold together, and phrases that recur."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain, islice, pairwise
from typing import NewType

from generator.folding import Folding

Piece = NewType("Piece", str)
"""Words with a space between: one, or a phrase that recurs. `special` pieces say more."""

ROUNDS = 6
"""A phrase is at most 2**ROUNDS words long."""

FREQUENT = 2
"""How often in one year two pieces must follow each other to become a phrase."""

MOST_PIECES = 1 << 30
"""More than one year has of them: two neighbours are one number, which is counted faster."""

GLUE = "\1"
"""Before what stands without a space: `17/KH-UBND,` is `17`, `/KH-UBND` and the comma."""

LONGEST_NUMBER = 200
"""Letters of a word beyond which it is no number, whatever it looks like."""

_NUMBER_AND_SIGNS = re.compile(r"(.*[0-9][^\s.,;:)]*)([.,;:)”]+)")
_NUMBER_AND_ENDING = re.compile(r"(\(?[0-9]+(?:/[0-9]{4})?)(/[^0-9]+)")
_MARK = "\0"
_END_OF_TEXT = Piece("")


def special(words: str, folded: str) -> Piece:
    """Words that belong together whatever follows (`mô đul`), or that their neighbours decide:
    `TT` in `TT 22` has the `folded` form `thong tu`.
    """
    return Piece(f"{_MARK}{folded}{_MARK}{words}")


def written(piece: Piece) -> str:
    return piece.rpartition(_MARK)[2]


def folded_by_neighbours(piece: Piece) -> str:
    """What a piece folds to where that is not what its words fold to by themselves; else empty."""
    return piece.split(_MARK)[1] if piece.startswith(_MARK) else ""


@cache
def is_shareable(piece: Piece) -> bool:
    """Whether other years may use it: numbers and dates hardly recur."""
    return piece != _END_OF_TEXT and not (
        piece.startswith(_MARK) or any("0" <= character <= "9" for character in piece)
    )


class Cutter:
    """Cuts texts at their spaces; what folds together stays together.

    What it has met it remembers: words and what stands near them recur by the thousand.
    """

    def __init__(self, folding: Folding) -> None:
        self.folding = folding
        self._joining = folding.joining()
        self._reach = folding.reach()
        self._folded = cache(folding.fold)
        self._alone = cache(self._cut_alone)
        self._without_signs = cache(self._cut_signs)
        self._begun = cache(self._cut_first)

    def pieces(self, text: str) -> list[Piece]:
        words = text.split()
        alone = list(map(self._alone, words))
        if all(alone):
            return list(chain.from_iterable(alone))
        found: list[Piece] = []
        place = 0
        while place < len(words):
            if alone[place]:
                found += alone[place]
                place += 1
            else:
                together, size = self._begun(tuple(self._near(words, place)))
                found += together
                place += size
        return found

    def _cut_alone(self, word: str) -> tuple[Piece, ...]:
        """The pieces of a word; none where what follows may join it to others."""
        may_join = not self._joining.isdisjoint(self._folded(word).split())
        return () if may_join else self._without_signs(word)

    def _cut_signs(self, word: str) -> tuple[Piece, ...]:
        """A number apart from what follows it, so that it stands once in the list of pieces."""
        if len(word) > LONGEST_NUMBER:
            return (Piece(word),)
        parted = _NUMBER_AND_SIGNS.fullmatch(word)
        number, signs = (parted[1], (Piece(GLUE + parted[2]),)) if parted else (word, ())
        ended = _NUMBER_AND_ENDING.fullmatch(number)
        if ended:
            fold = self.folding.fold
            if fold(number) == f"{fold(ended[1])} {fold(ended[2])}":
                return (Piece(ended[1]), Piece(GLUE + ended[2]), *signs)
        return (Piece(number), *signs)

    def _cut_first(self, near: tuple[str, ...]) -> tuple[tuple[Piece, ...], int]:
        """The first of some words, with those that fold as one with it; how many they are."""
        found = self.folding.tokens(" ".join(near))
        ends = list(accumulate(map(len, near), lambda at, size: at + 1 + size))
        last, here = 0, []
        for token in found:
            if token.start >= ends[last]:
                break
            here.append(token.text)
            while ends[last] < token.end:
                last += 1
        run, folded = " ".join(near[: last + 1]), " ".join(here)
        if folded != self._folded(run):
            return (special(run, folded),), last + 1
        return ((special(run, ""),) if last else self._without_signs(run)), last + 1

    def _near(self, words: Sequence[str], first: int) -> Iterator[str]:
        """Words from `first` on: as many as may decide how it folds."""
        left = self._reach
        for word in islice(words, first, None):
            yield word
            left -= bool(self._folded(word))
            if left < 0:
                return


class _Following(dict[Piece, "_Following"]):
    """What may follow the words so far in a known phrase, and that phrase where it may end here."""

    __slots__ = ("phrase",)

    def __init__(self) -> None:
        self.phrase: Piece | None = None


@dataclass(slots=True)
class Phrases:
    """Phrases known so far."""

    _begun: _Following = field(default_factory=_Following)

    def add(self, phrase: Piece) -> None:
        following = self._begun
        for word in phrase.split(" "):
            following = following.setdefault(Piece(word), _Following())
        following.phrase = phrase

    def joined(self, row: Sequence[Piece]) -> list[Piece]:
        """The same words, the longest phrase put in place wherever one begins."""
        put: list[Piece] = []
        place, size = 0, len(row)
        while place < size:
            found, after = row[place], place + 1
            following = self._begun.get(found)
            at = after
            while following is not None and at < size:
                following = following.get(row[at])
                at += 1
                if following is not None and following.phrase is not None:
                    found, after = following.phrase, at
            put.append(found)
            place = after
        return put


def with_new_phrases(rows: Iterable[Sequence[Piece]]) -> list[list[Piece]]:
    """The rows, with pieces that often follow each other made one."""
    numbers: dict[Piece, int] = {_END_OF_TEXT: 0}
    line = [
        numbers.setdefault(piece, len(numbers))
        for row in rows
        for piece in chain(row, (_END_OF_TEXT,))
    ]
    for _ in range(ROUNDS):
        known = list(numbers)
        pairs = [one * MOST_PIECES + other for one, other in pairwise(line)]
        counts = Counter(pairs)
        frequent: dict[int, int] = {}
        for pair in [pair for pair, count in counts.items() if count >= FREQUENT]:
            one, other = known[pair // MOST_PIECES], known[pair % MOST_PIECES]
            if is_shareable(one) and is_shareable(other):
                phrase = Piece(f"{one} {other}")
                frequent[pair] = numbers.setdefault(phrase, len(numbers))
        if not frequent:
            break
        line = _merged(line, pairs, frequent)
    known = list(numbers)
    found: list[list[Piece]] = [[]]
    for number in line:
        if number:
            found[-1].append(known[number])
        else:
            found.append([])
    return found[:-1]


def _merged(line: Sequence[int], pairs: Sequence[int], frequent: Mapping[int, int]) -> list[int]:
    """The line, from its beginning on each frequent pair put together."""
    merged: list[int] = []
    is_taken = True
    for one, pair in zip(line, (-1, *pairs), strict=True):
        if not is_taken and pair in frequent:
            merged[-1] = frequent[pair]
            is_taken = True
        else:
            merged.append(one)
            is_taken = False
    return merged
