"""Texts cut into pieces: words, words that fold together, and phrases that recur."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from typing import NewType

from generator.search.folding import fold, joining, tokens

Piece = NewType("Piece", str)
"""Words with a space between: one, or a phrase that recurs. `special` pieces say more."""

ROUNDS = 6
"""A phrase is at most 2**ROUNDS words long."""

FREQUENT = 2
"""How often in one year two pieces must follow each other to become a phrase."""

GLUE = "\1"
"""Before what stands without a space: `17/KH-UBND,` is `17`, `/KH-UBND` and the comma."""

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


def pieces(text: str) -> list[Piece]:
    """A text cut at its spaces; what folds together stays together."""
    words = text.split()
    if any(map(_may_join, words)):
        return list(_joined(words))
    return list(chain.from_iterable(map(_without_signs, words)))


@cache
def _without_signs(word: str) -> tuple[Piece, ...]:
    """A number apart from what follows it, so that it stands once in the list of pieces."""
    parted = _NUMBER_AND_SIGNS.fullmatch(word)
    number, signs = (parted[1], (Piece(GLUE + parted[2]),)) if parted else (word, ())
    ended = _NUMBER_AND_ENDING.fullmatch(number)
    if ended and fold(number) == f"{fold(ended[1])} {fold(ended[2])}":
        return (Piece(ended[1]), Piece(GLUE + ended[2]), *signs)
    return (Piece(number), *signs)


@cache
def _may_join(word: str) -> bool:
    """Whether a word may fold otherwise beside what follows."""
    return not joining().isdisjoint(_folded(word).split())


_folded = cache(fold)


def _joined(words: Sequence[str]) -> Iterator[Piece]:
    found = tokens(" ".join(words))
    ends = list(_ends(words))
    first = place = 0
    while first < len(words):
        last, here = first, []
        while place < len(found) and found[place].start < ends[last]:
            here.append(found[place].text)
            while ends[last] < found[place].end:
                last += 1
            place += 1
        run, folded = " ".join(words[first : last + 1]), " ".join(here)
        if folded != _folded(run):
            yield special(run, folded)
        else:
            yield from (special(run, ""),) if last > first else _without_signs(run)
        first = last + 1


def _ends(words: Iterable[str]) -> Iterator[int]:
    at = 0
    for word in words:
        yield at + len(word)
        at += len(word) + 1


@dataclass(slots=True)
class Phrases:
    """Phrases known so far."""

    _known: set[str] = field(default_factory=set)
    _lengths: dict[str, dict[str, tuple[int, ...]]] = field(default_factory=dict)

    def add(self, phrase: Piece) -> None:
        words = phrase.split(" ")
        self._known.add(phrase)
        following = self._lengths.setdefault(words[0], {})
        lengths = {*following.get(words[1], ()), len(words)}
        following[words[1]] = tuple(sorted(lengths, reverse=True))

    def joined(self, row: Sequence[Piece]) -> list[Piece]:
        """The same words, the longest phrase put in place wherever one begins."""
        put: list[Piece] = []
        place, last = 0, len(row) - 1
        while place <= last:
            following = self._lengths.get(row[place])
            if following and place < last:
                for length in following.get(row[place + 1], ()):
                    run = " ".join(row[place : place + length])
                    if run in self._known:
                        put.append(Piece(run))
                        place += length
                        break
                else:
                    put.append(row[place])
                    place += 1
            else:
                put.append(row[place])
                place += 1
        return put


def with_new_phrases(rows: Iterable[Sequence[Piece]]) -> list[list[Piece]]:
    """The rows, with pieces that often follow each other made one."""
    line = list(chain.from_iterable((*row, _END_OF_TEXT) for row in rows))
    for _ in range(ROUNDS):
        frequent = {
            pair
            for pair, count in Counter(pairwise(line)).items()
            if count >= FREQUENT and is_shareable(pair[0]) and is_shareable(pair[1])
        }
        if not frequent:
            break
        line = list(_merged(line, frequent))
    found: list[list[Piece]] = [[]]
    for piece in line:
        if piece == _END_OF_TEXT:
            found.append([])
        else:
            found[-1].append(piece)
    return found[:-1]


def _merged(line: Sequence[Piece], frequent: set[tuple[Piece, Piece]]) -> Iterator[Piece]:
    before: Piece | None = None
    for piece in line:
        if before is None:
            before = piece
        elif (before, piece) in frequent:
            yield Piece(f"{before} {piece}")
            before = None
        else:
            yield before
            before = piece
    if before is not None:
        yield before
