"""Private words and numbers found again in a text, however they are spelled there.

Words compare by tone key, numbers by their digits, and nothing that stands between them makes a
difference: capitals, tone placement, line breaks, footnote marks, `_2`, the grouping of a phone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from generator.vietnamese import tone_key

Span = tuple[int, int]
Keys = tuple[str, ...]

_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LETTERS = rf"(?:[^\W\d_{_MARKS}]|[\u0300-\u036f])+"
"""A word of letters, composed or not; a footnote's mark is no part of it."""

_COMPOSED_WORD = re.compile(rf"[^\W\d_{_MARKS}]+|\d+")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_ANY_WORD = re.compile(rf"{LETTERS}|\d+")
_MOST_REMEMBERED = 1 << 17


class _Remembered(dict[str, str]):
    """What each word is compared by; the same words come again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if word.isascii():
            key = word.lower()
        elif word[0].isdecimal():
            key = "".join(str(unicodedata.decimal(digit)) for digit in word)
        else:
            # Full-width letters are letters.
            key = tone_key(unicodedata.normalize("NFKC", word))
        self[word] = key
        return key


_KEYS = _Remembered()


def keys(text: str) -> Keys:
    """What the words of a text are compared by, letters apart from digits."""
    return tuple(map(_KEYS.__getitem__, _pattern(text).findall(text)))


def _pattern(text: str) -> re.Pattern[str]:
    return _ANY_WORD if _COMBINING.search(text) else _COMPOSED_WORD


class _Branch:
    """Where some words lead: to further words, and whether a phrase ends here."""

    __slots__ = ("ends", "further")

    def __init__(self) -> None:
        self.further: dict[str, _Branch] = {}
        self.ends = False


class PrivateWords:
    """Phrases to look for, all at once; one of digits alone is a number.

    Looking takes time with the text, not with how many there are.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Branch()
        self._numbers: set[str] = set()
        for words in map(keys, phrases):
            if all(word.isdecimal() for word in words):
                self._numbers.add("".join(words))
            else:
                branch = self._root
                for word in words:
                    branch = branch.further.setdefault(word, _Branch())
                branch.ends = True
        self._numbers.discard("")
        self._beginnings = {
            number[:length] for number in self._numbers for length in range(1, len(number) + 1)
        }
        self._firsts = self._root.further.keys() | self._beginnings

    def found(self, words: Sequence[str]) -> Iterator[Span]:
        """Where the phrases stand among words given as keys: all, also one within another."""
        firsts = self._firsts
        for at in [at for at, word in enumerate(words) if word in firsts]:
            yield from ((at, end) for end in self._ends(words, at))

    def _ends(self, words: Sequence[str], at: int) -> Iterator[int]:
        branch = self._root.further.get(words[at])
        end = at + 1
        while branch is not None:
            if branch.ends:
                yield end
            branch = branch.further.get(words[end]) if end < len(words) else None
            end += 1
        number = words[at]
        end = at + 1
        while number in self._beginnings:
            if number in self._numbers:
                yield end
            number += words[end] if end < len(words) else "-"
            end += 1

    def spans(self, text: str) -> list[Span]:
        """Where the phrases stand in a text."""
        found = list(self.found(keys(text))) if self._firsts else []
        if not found:
            return []
        places = [word.span() for word in _pattern(text).finditer(text)]
        return [(places[start][0], places[end - 1][1]) for start, end in found]
