"""What a mistyped word most likely meant, for `có phải «…»?`: one of a few words, or of thousands.

Words are compared without marks and capitals. Of many choices only those that share most letters
with the word are compared letter by letter.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nsmallest

from generator.vietnamese import bare, sort_key

_LONGEST = 200
"""Characters; nobody mistypes a name of more, and what is so long is no name."""

_MOST_COMPARED = 20_000
"""Pairs of letters compared for one word: fifty names of twenty letters."""

_MOST_LOOKED_AT = 1_000_000
"""Choices looked at for all words together: five thousand of each of two hundred words."""


class Choices:
    """Words that others can be taken for; made once, asked as often as a file has slips."""

    def __init__(self, choices: Collection[str]) -> None:
        self._given = choices
        self._bits: dict[tuple[str, int], int] = {}
        self._looked_at = 0

    @cached_property
    def _choices(self) -> list[tuple[str, str, int]]:
        """Each with its bare letters, and these as bits; in order, made where somebody asks."""
        short = {choice for choice in self._given if len(choice) <= _LONGEST}
        spelled = [(choice, bare(choice)) for choice in sorted(short, key=sort_key)]
        return [(choice, letters, self._letters(letters)) for choice, letters in spelled]

    def _letters(self, word: str) -> int:
        """Each letter of a word as a bit, its second `a` another than its first."""
        bits = self._bits
        found = 0
        for letter, count in Counter(word).items():
            for nth in range(count):
                found |= 1 << bits.setdefault((letter, nth), len(bits))
        return found

    def nearest(self, word: str, *, least: float = 0.6) -> str | None:
        """The choice most like `word`, the first in order of equals; None when none comes near.

        `least` is how much of the letters must agree: 1 is all of them. None too for whoever asks
        after thousands of words.
        """
        if len(word) > _LONGEST or self._looked_at > _MOST_LOOKED_AT:
            return None
        self._looked_at += len(self._choices)
        wanted = bare(word)
        size, letters = len(wanted), self._letters(wanted)
        hopeful = [
            (-bound, place)
            for place, (_, other, others) in enumerate(self._choices)
            if (bound := _ratio((letters & others).bit_count(), size + len(other))) >= least
        ]
        most = max(1, _MOST_COMPARED // max(1, size * size))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best = (-least, len(self._choices))
        for bound, place in nsmallest(most, hopeful):
            if bound > best[0]:
                break
            matcher.set_seq1(self._choices[place][1])
            best = min(best, (-matcher.ratio(), place))
        return self._choices[best[1]][0] if best[1] < len(self._choices) else None


def _ratio(matches: int, length: int) -> float:
    """As `SequenceMatcher` counts it, of the letters of both words together."""
    return 2.0 * matches / length if length else 1.0


def nearest(word: str, choices: Iterable[str], *, least: float = 0.6) -> str | None:
    """The one of a few choices that `word` most likely meant; None when none comes near."""
    return Choices([*choices]).nearest(word, least=least)
