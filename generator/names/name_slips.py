"""Schools that a mistyped name may have meant: `Trung Vương`, `Bắc Sươn`, `Lê Lợy`, `THSC`."""

import unicodedata
from collections.abc import Iterable

from generator.model import Level, School
from generator.nearest import Choices
from generator.vietnamese import bare, normalise_tone

_ALIKE = 0.85
"""How much of a name's letters must agree: all but one, of seven or more."""

_Named = dict[tuple[Level, str], list[School]]


class NameSlips:
    """Names of schools, each with the level it is called by, to be compared with others."""

    def __init__(self, named: Iterable[tuple[Level, str, School]]) -> None:
        self._bare: _Named = {}
        self._pieces: _Named = {}
        for level, name, school in named:
            self._bare.setdefault((level, bare(name)), []).append(school)
            self._pieces.setdefault((level, in_pieces(name)), []).append(school)
        self._spelled = {
            level: (
                Choices([name for of, name in self._pieces if of is level]),
                Choices([name for of, name in self._bare if of is level]),
            )
            for level in Level
        }

    def near(self, level: Level | None, name: str) -> tuple[School, ...]:
        """Schools whose name differs by accents alone, or else by a letter, a tone among them."""
        levels = (level,) if level else tuple(Level)
        for near_at in (self._by_accents, self._by_letters):
            near = [school for one in levels for school in near_at(one, name)]
            if near:
                return tuple({school.key: school for school in near}.values())
        return ()

    def _by_accents(self, level: Level, name: str) -> Iterable[School]:
        return self._bare.get((level, bare(name)), ())

    def _by_letters(self, level: Level, name: str) -> Iterable[School]:
        """What agrees with its marks comes before what agrees without them."""
        in_marks, in_letters = self._spelled[level]
        if near := in_marks.nearest(in_pieces(name), least=_ALIKE):
            return self._pieces[level, near]
        if near := in_letters.nearest(name, least=_ALIKE):
            return self._bare[level, near]
        return ()


_MARKS = {
    "\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5",
    "\u0302": "6", "\u0306": "7", "\u031b": "8",
}  # fmt: skip
"""Marks as signs that stay when words are compared without marks."""


def in_pieces(name: str) -> str:
    """Letters, and after each its marks: `Lê Lợi` is nine, of which `Lê Lợy` has eight."""
    pieces = unicodedata.normalize("NFD", normalise_tone(name).casefold().replace("đ", "d9"))
    return "".join(_MARKS.get(piece, piece) for piece in pieces)


_SHORT_LEVELS = {"THCS": Level.THCS, "TH": Level.TH, "MN": Level.MN}
_LONG = 4
_OTHER_WORDS = frozenset({"HT"})
"""`HT Bắc Sơn` is its headmaster."""


def mistyped_levels(word: str) -> tuple[Level, ...]:
    """Levels whose short form a word in capitals may have meant: `THSC`, `TCHS`, `THC`, `NM`."""
    if not word.isupper() or word in _OTHER_WORDS:
        return ()
    return tuple(level for short, level in _SHORT_LEVELS.items() if _is_slip(word, short))


def _is_slip(word: str, short: str) -> bool:
    """Two neighbours changed or a letter twice; in a long one a letter less, or another, too."""
    if any(word == _with_changed(short, n) for n in range(len(short) - 1)):
        return True
    if any(word == short[: n + 1] + short[n:] for n in range(len(short))):
        return True
    if len(short) < _LONG:
        return False
    places = range(len(short))
    less = any(word == short[:n] + short[n + 1 :] for n in places)
    is_long = len(word) == len(short)
    return less or (is_long and sum(a != b for a, b in zip(word, short, strict=True)) == 1)


def _with_changed(word: str, n: int) -> str:
    return word[:n] + word[n + 1] + word[n] + word[n + 2 :]
