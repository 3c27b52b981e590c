"""Schools that a mistyped name may have meant: `Trung Vương`, `Bắc Sươn`, `Lê Lợy`."""

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
