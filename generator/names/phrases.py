"""A text as words that know their places, and tables of phrases to find among them.

Words compare by tone key, so case, tone placement, composition and white space make no difference.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from operator import attrgetter, eq
from typing import Any, Generic, NamedTuple, TypeVar

from generator.vietnamese import tone_key

T = TypeVar("T")

BREAK = "\n"
"""The key of a paragraph's end or of a line that opens with a bullet."""

# Letters and digits; footnote marks in superscript stand apart.
_LETTERS = r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_OTHERS = r"\n\s*\n|\n(?=[ \t]*[-+•*][ \t])|\S"
_WORD = re.compile(rf"{_LETTERS}|{_OTHERS}")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_DECOMPOSED_WORD = re.compile(rf"(?:{_LETTERS}|[\u0300-\u036f]+)+|{_OTHERS}")


class Piece(NamedTuple):
    """Words without a space between; `starts` are within the piece, `length` takes in the space."""

    keys: tuple[str, ...]
    written: tuple[str, ...]
    glued: tuple[bool, ...]
    starts: tuple[int, ...]
    length: int


@dataclass(frozen=True)
class Words:
    """Words and punctuation in order; `keys` has an empty one after the last, and so before all.

    What they are compared by is always wanted, the rest only where something is named: it is put
    together from the pieces when it is asked for.
    """

    text: str
    pieces: Sequence[Piece]
    keys: tuple[str, ...]

    @cached_property
    def written(self) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(attrgetter("written"), self.pieces)))

    @cached_property
    def glued(self) -> tuple[bool, ...]:
        """Of each, whether nothing stands between it and the one before."""
        return tuple(chain.from_iterable(map(attrgetter("glued"), self.pieces)))

    @cached_property
    def _begins(self) -> tuple[Sequence[int], Sequence[int]]:
        """Of each piece: its first word, its first character."""
        words = accumulate(map(len, map(attrgetter("keys"), self.pieces)), initial=0)
        places = accumulate(map(attrgetter("length"), self.pieces), initial=0)
        return list(words), list(places)

    def start(self, at: int) -> int:
        """Where a word stands in the text."""
        words, places = self._begins
        piece = bisect_right(words, at) - 1
        return places[piece] + self.pieces[piece].starts[at - words[piece]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of words start to end in the text."""
        return self.start(start), self.start(end - 1) + len(self.written[end - 1])

    def __len__(self) -> int:
        return len(self.keys) - 1

    def is_glued(self, at: int) -> bool:
        """Whether nothing stands between this word and the one before."""
        return at < len(self) and self.glued[at]

    def is_name_word(self, at: int) -> bool:
        """`Bắc`, `A`, `II`; not `bắc`, nor `UBND`, which is no part of a school's name."""
        if not self.keys[at]:
            return False
        written = self.written[at]
        if not written[0].isupper():
            return False
        return len(written) == 1 or not written.isupper() or written in {"II", "III"}

    def follows_name_word(self, at: int) -> bool:
        """Whether the word before could belong to the same name: `Tây` before `Bắc Sơn`."""
        return self.is_name_word(at - 1)

    def phrase(self, start: int, end: int) -> str:
        """The text of words start to end, white space single."""
        first, last = self.span(start, end)
        return " ".join(self.text[first:last].split())


def words(text: str) -> Words:
    """Piece by piece between spaces, since the same pieces come again and again.

    Only a text of several lines has words that reach over a space: its paragraphs' ends.
    """
    pieces = list(map(_piece, [text] if "\n" in text else text.split(" ")))
    return Words(text, pieces, (*chain.from_iterable(map(attrgetter("keys"), pieces)), ""))


@lru_cache(maxsize=1 << 16)
def _piece(text: str) -> Piece:
    found = list(_pattern(text).finditer(text))
    written = tuple(word[0] for word in found)
    starts = tuple(word.start() for word in found)
    ends = (-1, *(word.end() for word in found))
    glued = tuple(map(eq, starts, ends))
    return Piece(tuple(map(key, written)), written, glued, starts, len(text) + 1)


def _pattern(text: str) -> re.Pattern[str]:
    return _DECOMPOSED_WORD if _COMBINING.search(text) else _WORD


@lru_cache(maxsize=1 << 16)
def key(written: str) -> str:
    return BREAK if written[0] == "\n" else tone_key(written)


def follows_any(among: Words, at: int, phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the phrases, given as keys, ends right before."""
    return any(among.keys[at - len(phrase) : at] == phrase for phrase in phrases)


class _Branch(Generic[T]):
    """Where some words of a phrase lead: to further words, and to a meaning if one ends here."""

    __slots__ = ("further", "meaning")

    def __init__(self) -> None:
        self.further: dict[str, _Branch[T]] = {}
        self.meaning: tuple[T] | None = None

    def grow(self, phrase: Iterable[str], meaning: T) -> None:
        branch = self
        for word in phrase:
            branch = branch.further.setdefault(word, _Branch())
        branch.meaning = branch.meaning or (meaning,)


class Phrases(Generic[T]):
    """Phrases and what each means; at one place the longest wins, then the one given first."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._root: _Branch[T] = _Branch()
        self.keys: set[tuple[str, ...]] = set()
        for phrase, meaning in meanings:
            keys = words(phrase).keys[:-1]
            if keys:
                self._root.grow(keys, meaning)
                self.keys.add(keys)
        self.first_words = frozenset(self._root.further)

    def at(self, among: Words, start: int) -> tuple[T, int] | None:
        """What the phrase that starts here means, and where it ends."""
        keys = among.keys
        branch = self._root.further.get(keys[start])
        found, end = None, start
        while branch is not None:
            end += 1
            if branch.meaning is not None:
                found = branch.meaning[0], end
            branch = branch.further.get(keys[end])
        return found


class Openers:
    """The phrases of several tables, looked for in one go."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        self._root: _Branch[None] = _Branch()
        for table in tables:
            for phrase in table.keys:
                self._root.grow(phrase, None)
        self.first_words = frozenset(self._root.further)

    def places(self, among: Words) -> list[int]:
        """Where any of the phrases begins."""
        keys, first_words = among.keys, self.first_words
        return [at for at, word in enumerate(keys) if word in first_words and self._at(keys, at)]

    def _at(self, keys: Sequence[str], at: int) -> bool:
        branch: _Branch[None] | None = self._root
        while branch is not None and branch.meaning is None:
            branch = branch.further.get(keys[at])
            at += 1
        return branch is not None
