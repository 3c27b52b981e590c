"""A text as words that know their places, and tables of phrases to find among them.

Words compare by tone key, so case, tone placement, composition and white space make no difference.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from generator.vietnamese import tone_key

T = TypeVar("T")

BREAK = "\n"
"""The key of a paragraph's end or of a line that opens with a bullet."""

# Letters and digits; footnote marks in superscript stand apart.
_LETTERS = r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_OTHERS = r"\n\s*\n|\n(?=[ \t]*[-+•*][ \t])|[^\w\s]|_|[⁰¹²³⁴⁵⁶⁷⁸⁹]"
_WORD = re.compile(rf"{_LETTERS}|{_OTHERS}")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_DECOMPOSED_WORD = re.compile(rf"(?:{_LETTERS}|[\u0300-\u036f]+)+|{_OTHERS}")


@dataclass(frozen=True, slots=True)
class Words:
    """Words and punctuation in order; `keys` has an empty one after the last, and so before all."""

    text: str
    written: tuple[str, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.written)

    def is_glued(self, at: int) -> bool:
        """Whether nothing stands between this word and the one before."""
        return 0 < at < len(self) and self.starts[at] == self.ends[at - 1]

    def is_name_word(self, at: int) -> bool:
        """`Bắc`, `A`, `II`; not `bắc`, nor `UBND`, which is no part of a school's name."""
        if at >= len(self) or not self.written[at][0].isupper():
            return False
        written = self.written[at]
        return len(written) == 1 or not written.isupper() or written in {"II", "III"}

    def follows_name_word(self, at: int) -> bool:
        """Whether the word before could belong to the same name: `Tây` before `Bắc Sơn`."""
        return at > 0 and not self.is_glued(at) and self.is_name_word(at - 1)

    def phrase(self, start: int, end: int) -> str:
        """The text of words start to end, white space single."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())


def words(text: str) -> Words:
    pattern = _DECOMPOSED_WORD if _COMBINING.search(text) else _WORD
    spans = [word.span() for word in pattern.finditer(text)]
    written = [text[start:end] for start, end in spans]
    return Words(
        text,
        tuple(written),
        (*map(key, written), ""),
        tuple(start for start, _ in spans),
        tuple(end for _, end in spans),
    )


@lru_cache(maxsize=1 << 16)
def key(written: str) -> str:
    return BREAK if written[0] == "\n" else tone_key(written)


def follows_any(among: Words, at: int, phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the phrases, given as keys, ends right before."""
    return any(among.keys[max(at - len(phrase), 0) : at] == phrase for phrase in phrases)


class Phrases(Generic[T]):
    """Phrases and what each means; at one place the longest wins, then the one given first."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings:
            keys = words(phrase).keys[:-1]
            if keys:
                self._by_first.setdefault(keys[0], []).append((keys, meaning))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    @property
    def first_words(self) -> frozenset[str]:
        return frozenset(self._by_first)

    def at(self, among: Words, start: int) -> tuple[T, int] | None:
        """What the phrase that starts here means, and where it ends."""
        for keys, meaning in self._by_first.get(among.keys[start], ()):
            end = start + len(keys)
            if among.keys[start:end] == keys:
                return meaning, end
        return None
