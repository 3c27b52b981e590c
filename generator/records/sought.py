"""Phrases looked for all at once: time goes with the text and with what is found, not with both.

The automaton of Aho and Corasick (Communications of the ACM 18, 1975), over letters or any pieces.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_RUN = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W_]+|[\W_]")
"""A run of letters and digits, or one other character: whole words begin and end with pieces."""

_FEW = 50
"""So many phrases are sooner looked for one by one."""
_MOST_LOOKED_AT = 200_000


class Sought:
    """Phrases, each a sequence of pieces; a phrase is known by its place among those given."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._further: list[dict[str, int]] = [{}]
        self._phrase = [-1]
        self.lengths: list[int] = []
        for place, phrase in enumerate(phrases):
            self.lengths.append(len(phrase))
            self._phrase[self._node(phrase)] = place
        self._back = [0] * len(self._further)
        """The node of the longest end of a node's pieces that is a beginning of a phrase."""
        self._within = [0] * len(self._further)
        """The node of the longest phrase that ends where a node does, other than its own."""
        self._turn_back()

    def _node(self, phrase: Sequence[str]) -> int:
        node = 0
        for piece in phrase:
            known = self._further[node].get(piece)
            if known is None:
                known = self._further[node][piece] = len(self._further)
                self._further.append({})
                self._phrase.append(-1)
            node = known
        return node

    def _turn_back(self) -> None:
        order = [*self._further[0].values()]
        for node in order:
            for piece, child in self._further[node].items():
                order.append(child)
                back = self._step(self._back[node], piece)
                self._back[child] = back
                self._within[child] = back if self._phrase[back] >= 0 else self._within[back]

    def _step(self, node: int, piece: str) -> int:
        further = self._further
        while node and piece not in further[node]:
            node = self._back[node]
        return further[node].get(piece, 0)

    def found(self, pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Every phrase wherever it stands: (which, the place after it)."""
        for end, node in self._ends(pieces):
            while node:
                yield self._phrase[node], end
                node = self._within[node]

    def first_ends(self, pieces: Iterable[str]) -> dict[int, int]:
        """The phrases that stand in a text -> the place after each one's first occurrence."""
        found: dict[int, int] = {}
        for end, node in self._ends(pieces):
            while node and self._phrase[node] not in found:
                found[self._phrase[node]] = end
                node = self._within[node]
        return found

    def _ends(self, pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The places at which a phrase ends, each with the node of the longest one there."""
        further, node = self._further, 0
        for end, piece in enumerate(pieces, start=1):
            following = further[node].get(piece)
            node = self._step(node, piece) if following is None else following
            if node:
                longest = node if self._phrase[node] >= 0 else self._within[node]
                if longest:
                    yield end, longest


class SoughtStrings:
    """Different runs of characters, wherever they stand."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [*phrases]
        self._sought = Sought(self._phrases) if len(self._phrases) > _FEW else None

    def starts(self, text: str) -> dict[str, int]:
        """Those that stand in a text -> where each one's first occurrence begins."""
        if self._sought is None:
            places = ((phrase, text.find(phrase)) for phrase in self._phrases)
            return {phrase: start for phrase, start in places if start >= 0}
        ends = self._sought.first_ends(text)
        found = ((self._phrases[which], end) for which, end in ends.items())
        return {phrase: end - len(phrase) for phrase, end in found}


class SoughtWords:
    """Runs of words looked for as whole words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [*phrases]
        if len(self._phrases) <= _FEW:
            return
        pieces = [_PIECE.findall(phrase) for phrase in self._phrases]
        self._firsts = {words[0] for words in pieces}
        self._sought = Sought(pieces)

    def occurrences(self, text: str) -> dict[str, list[int]] | None:
        """Where each phrase stands in a text, none over itself; those alone that stand there.

        None where phrases within phrases stand at more places than anybody means.
        """
        if len(self._phrases) <= _FEW:
            standing = (phrase for phrase in self._phrases if phrase in text)
            return {phrase: at for phrase in standing if (at := occurrences(phrase, text))}
        found: dict[str, list[int]] = {}
        pieces = _PIECE.findall(text)
        if self._firsts.isdisjoint(pieces):
            return found
        ends = [0, *accumulate(map(len, pieces))]
        for looked, (which, last) in enumerate(self._sought.found(pieces)):
            if looked > _MOST_LOOKED_AT:
                return None
            phrase, end = self._phrases[which], ends[last]
            start = end - len(phrase)
            before, after = text[max(start - 1, 0) : start], text[end : end + 1]
            if _joins(phrase[0], before) or _joins(phrase[-1], after):
                continue
            starts = found.setdefault(phrase, [])
            if not starts or starts[-1] + len(phrase) <= start:
                starts.append(start)
        return found


def _joins(edge: str, beside: str) -> bool:
    """Whether an underscore makes one word of a phrase and what stands beside it."""
    return beside == "_" and edge.isalnum()


def occurrences(words: str, text: str) -> list[int]:
    """Where `words` stand in `text` as whole words, none over another."""
    found: list[int] = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if _is_within_word(words[0], text[start - 1 : start]) or _is_within_word(
            words[-1], text[end : end + 1]
        ):
            run = _RUN.match(text, start)  # begun within a word, it cannot stand later in it
            end = run.end() if run else start + 1
        else:
            found.append(start)
        start = text.find(words, end)
    return found


def _is_within_word(edge: str, beside: str) -> bool:
    return edge.isalnum() and (beside.isalnum() or beside == "_")
