"""Parts of a name that call its bearer without a title: `Tuyết Oanh`, `Nguyễn Oanh`, `N.T. Oanh`.

The last word must stand there, before it another word of the name at the least, or its initial;
also without accents and run together, as people type. Names of schools and of wards stay.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.graph.named_people import LONGEST_BEFORE, UPPER
from generator.graph.private_words import Keys, PrivateWords, Span, keys
from generator.vietnamese import bare

_PART = re.compile(rf"[{UPPER}]+(?:[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹{UPPER}]|[\u0300-\u036f])*")
"""A word with a capital, or what of a word begins with one: `Tuyết`, `Oanh` of `TuyếtOanh`."""
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT)\s+\Z",
    re.IGNORECASE,
)
"""Of two words those that can be nothing but a place; `cấp` and `cơ sở` may stand before people."""
_GAP = re.compile(r"\s*\.?\s*")


class _Part(NamedTuple):
    """A word with a capital where it stands; without accents it may be any that has them."""

    start: int
    end: int
    key: str
    is_ascii: bool

    def is_word(self, word: str) -> bool:
        return self.key == word or (self.is_ascii and self.key == bare(word))


class ShortenedNames:
    """Looked for in texts; `places` are names that are no person's."""

    def __init__(self, names: Iterable[str], places: PrivateWords) -> None:
        self._names = list(dict.fromkeys(words for words in map(keys, names) if len(words) > 1))
        self._places = places
        ends = {"".join(words[at:]) for words in self._names for at in range(len(words))}
        self._signs = ends | set(map(bare, ends))
        """Words of a text that may hold a name: most texts hold none."""

    def spans(self, text: str) -> Iterator[Span]:
        if not self._signs or self._signs.isdisjoint(keys(text)):
            return
        parts = list(_parts(text))
        places = self._places.spans(text)
        for words in self._names:
            for at, part in enumerate(parts):
                if not part.is_word(words[-1]):
                    continue
                first = _first(text, parts, at, words)
                start, end = parts[first].start, part.end
                if first == at or any(left <= start and end <= right for left, right in places):
                    continue
                before = text[max(start - LONGEST_BEFORE, 0) : start]
                if at - first == 1 and _PLACE_BEFORE.search(before):
                    continue
                yield start, end


def _parts(text: str) -> Iterator[_Part]:
    for found in _PART.finditer(text):
        if known := keys(found[0]):
            yield _Part(*found.span(), known[0], found[0].isascii())


def _first(text: str, parts: Sequence[_Part], last: int, words: Keys) -> int:
    """Where the name begins whose last word stands there, as far as its words go on."""
    first, left = last, words[:-1]
    while first and left:
        before = parts[first - 1]
        gap = text[before.end : parts[first].start]
        if not _GAP.fullmatch(gap):
            break
        if "." in gap:  # `N.T. Oanh`
            is_it = [len(before.key) <= 2 and word.startswith(before.key) for word in left]
        else:
            is_it = [before.is_word(word) for word in left]
        if not any(is_it):
            break
        first -= 1
        left = left[: len(left) - 1 - is_it[::-1].index(True)]
    return first
