"""Parts of a name that call its bearer without a title: `Tuyết Oanh`, `Nguyễn Oanh`, `N.T. Oanh`.

The last word must stand there, before it another word of the name at the least, or its initial;
also without accents and run together, as people type. Names of schools and of wards stay.
"""

import re
from collections.abc import Iterable, Iterator

from generator.graph.private_words import Keys, PrivateWords, Span, keys
from generator.vietnamese import bare

_UPPER = "".join(filter(str.isupper, map(chr, [*range(0x41, 0x1EFA), *range(0xFF21, 0xFF3B)])))
_PART = re.compile(rf"[{_UPPER}]+(?:[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹{_UPPER}]|[\u0300-\u036f])*")
"""A word with a capital, or what of a word begins with one: `Tuyết`, `Oanh` of `TuyếtOanh`."""
_GAP = re.compile(r"\s*\.?\s*")
_PLACE = re.compile(
    r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT)\s+\Z",
    re.IGNORECASE,
)
_LONGEST_PLACE = 20


class ShortenedNames:
    """Looked for in texts; `places` are names that are no person's."""

    def __init__(self, names: Iterable[str], places: PrivateWords) -> None:
        self._names = list(dict.fromkeys(words for words in map(keys, names) if len(words) > 1))
        self._places = places
        self._signs = {
            sign
            for words in self._names
            for length in range(1, len(words) + 1)
            for joined in ("".join(words[-length:]),)
            for sign in (joined, bare(joined))
        }
        """Words of a text that may hold a name: most texts hold none."""

    def spans(self, text: str) -> Iterator[Span]:
        if not self._signs or self._signs.isdisjoint(keys(text)):
            return
        parts = [part.span() for part in _PART.finditer(text)]
        said = [_spelled(text[start:end]) for start, end in parts]
        places = self._places.spans(text)
        for words in self._names:
            for at, spelled in enumerate(said):
                if not _is(spelled, words[-1]):
                    continue
                first = _first(text, parts, said, at, words)
                start, end = parts[first][0], parts[at][1]
                if first == at or any(left <= start and end <= right for left, right in places):
                    continue
                if at - first == 1 and _PLACE.search(text[max(start - _LONGEST_PLACE, 0) : start]):
                    continue
                yield start, end


def _first(text: str, parts: list[Span], said: list[Keys], last: int, words: Keys) -> int:
    """Where the name begins whose last word stands there, as far as its words go on."""
    first, word = last, len(words) - 1
    while first and word:
        gap = text[parts[first - 1][1] : parts[first][0]]
        if not _GAP.fullmatch(gap):
            break
        before = said[first - 1]
        is_initial = len(before[0]) <= 2 and "." in gap
        found = next(
            (
                at
                for at in range(word - 1, -1, -1)
                if (words[at].startswith(before[0]) if is_initial else _is(before, words[at]))
            ),
            None,
        )
        if found is None or (not is_initial and "." in gap):
            break
        first, word = first - 1, found
    return first


def _spelled(word: str) -> Keys:
    """What a word is compared by; one without accents may be any that has them."""
    return (*keys(word), "ascii") if word.isascii() else keys(word)


def _is(spelled: Keys, word: str) -> bool:
    return bool(spelled) and (spelled[0] == word or (len(spelled) > 1 and spelled[0] == bare(word)))
