"""The words of notices as the browser's search takes them: each written form once, texts as codes.

A text is cut at its spaces into pieces (`tháng`, `(công`, `12/2021,`). Pieces with a digit belong
to one school year; the others, and phrases that recur, to a list that all years share and that
only grows: what a newer year adds stands at its end, so that an older year's codes never change.
`theme/assets/search/codes.js` and `texts.js` read all this.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain

from generator.folding import Folding
from generator.recall import Recall, anew
from generator.search.pieces import (
    Cutter,
    Phrases,
    Piece,
    folded_by_neighbours,
    is_shareable,
    with_new_phrases,
    written,
)

BETWEEN = "~"
SAME_AS = "}"
ALPHABET = "".join(chr(c) for c in range(0x20, 0x7F) if chr(c) not in '"\\}~')
"""Printable ASCII that JSON doesn't escape, but for the mark between texts and that of a repeat."""

SHARED = (55, 21, 2, 1)
OWN = (0, 9, 1, 1)
"""How many characters of ALPHABET begin a code of one, two, three, four characters: first those of
the shared list, then those of a year's own pieces; the last begins that of a date."""

DATES = len(ALPHABET) ** 2
"""A date's code counts its days, from some twenty years before the notices that give it."""

_DATE = re.compile(r"([0-9]{2})/([0-9]{2})/([12][0-9]{3})")

WORTH_NAMING = 4
"""A repeated text of fewer codes is written again: its number would be no shorter."""


@dataclass(frozen=True, slots=True)
class CodedYear:
    """The texts of one school year.

    `pieces` are its own, one a line; `folds` says what one of them folds to where its neighbours
    decide it (`TT` in `TT 22`), by its place among them. `leads` are the first characters of all
    codes and `rests` the others, which pack better apart; BETWEEN texts stands its mark, and a text
    that stands before word for word is SAME_AS and that text's number.
    """

    pieces: str
    folds: tuple[tuple[int, str], ...]
    leads: str
    rests: str


@dataclass(frozen=True, slots=True)
class Addition:
    """What one school year adds to the shared list: words one a line, then phrases as codes."""

    words: str
    leads: str
    rests: str


@dataclass(slots=True)
class SharedWords:
    """The list that all years share, as it grows; years are coded oldest first."""

    folding: Folding
    recall: Recall = anew
    additions: list[Addition] = field(default_factory=list)
    _numbers: dict[Piece, int] = field(default_factory=dict)
    _phrases: Phrases = field(default_factory=Phrases)
    _cutter: Cutter = field(init=False)
    _so_far: str = field(init=False)
    """The fingerprint of the folding and the list so far: no more of the years before counts."""

    def __post_init__(self) -> None:
        self._cutter = Cutter(self.folding)
        self._so_far = self.folding.key

    def code_year(self, texts: Iterable[str], first_day: date) -> CodedYear:
        """The next year's texts, in order; white space is not kept.

        Dates from `first_day` on, as far as there is room, are not in the list of pieces.
        """
        texts = list(texts)
        coming = _fingerprint(self._so_far, f"{first_day}", texts)
        years = len(self.additions)
        coded, new, addition = self.recall(f"year {coming}", lambda: self._coded(texts, first_day))
        self._so_far = _fingerprint(self._so_far, new)
        if len(self.additions) == years:  # an earlier run coded it
            for piece in new:
                self._take(piece)
            self.additions.append(addition)
        return coded

    def _coded(
        self, texts: Sequence[str], first_day: date
    ) -> tuple[CodedYear, Sequence[Piece], Addition]:
        """The year, and what it adds to the list, in order; it is added."""
        cut, joined = self._cutter.pieces, self._phrases.joined
        known = {text: joined(cut(text)) for text in dict.fromkeys(texts)}
        rows = with_new_phrases([known[text] for text in texts])
        counts = Counter(chain.from_iterable(rows))
        frequent = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
        new = self._add([p for p in frequent if p not in self._numbers and is_shareable(p)])
        days = {piece: _day(piece, first_day) for piece in counts}
        own = [p for p in frequent if p not in self._numbers and days[p] is None]
        codes = {piece: code(self._numbers[piece]) for piece in counts if piece in self._numbers}
        codes |= {piece: code(number, is_own=True) for number, piece in enumerate(own)}
        codes |= {piece: _date_code(day) for piece, day in days.items() if day is not None}
        folds = enumerate(map(folded_by_neighbours, own))
        coded = CodedYear(
            "\n".join(map(written, own)),
            tuple((place, folded) for place, folded in folds if folded),
            *_apart(_each_once(rows, codes)),
        )
        return coded, new, self.additions[-1]

    def _add(self, new: Sequence[Piece]) -> list[Piece]:
        """Words first; a phrase is told by words and shorter phrases that stand before it."""
        phrases = sorted((p for p in new if " " in p), key=lambda p: (p.count(" "), p))
        words = [piece for piece in new if " " not in piece]
        parts = {Piece(word) for phrase in phrases for word in phrase.split(" ")}
        words += sorted(parts - self._numbers.keys() - set(words))
        for word in words:
            self._take(word)
        told = []
        for phrase in phrases:
            row = self._phrases.joined([Piece(word) for word in phrase.split(" ")])
            told.append([code(self._numbers[piece]) for piece in row])
            self._take(phrase)
        self.additions.append(Addition("\n".join(words), *_apart(told)))
        return [*words, *phrases]

    def _take(self, piece: Piece) -> None:
        self._numbers[piece] = len(self._numbers)
        if " " in piece:
            self._phrases.add(piece)


def _fingerprint(*told: object) -> str:
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@cache
def code(number: int, *, is_own: bool = False) -> str:
    """`number` as characters of ALPHABET: the smaller, the shorter."""
    size, first = len(ALPHABET), sum(SHARED) if is_own else 0
    for length, leads in enumerate(OWN if is_own else SHARED):
        room = leads * size**length
        if number < room:
            digits = []
            for _ in range(length):
                number, digit = divmod(number, size)
                digits.append(ALPHABET[digit])
            return ALPHABET[first + number] + "".join(reversed(digits))
        number -= room
        first += leads
    raise ValueError(f"too many different words: {number}")


def _day(piece: Piece, first_day: date) -> int | None:
    """The days from `first_day` to the date that a piece is, if there is a code for it."""
    found = _DATE.fullmatch(piece)
    if not found:
        return None
    try:
        day = (date(int(found[3]), int(found[2]), int(found[1])) - first_day).days
    except ValueError:
        return None
    return day if 0 <= day < DATES else None


def _date_code(day: int) -> str:
    high, low = divmod(day, len(ALPHABET))
    return ALPHABET[-1] + ALPHABET[high] + ALPHABET[low]


def _apart(rows: Iterable[Sequence[str]]) -> tuple[str, str]:
    """Codes as their first characters and all the others."""
    leads: list[str] = []
    rests: list[str] = []
    for row in rows:
        if row and row[0].startswith(SAME_AS):
            leads += row
        else:
            leads.append("".join([code[0] for code in row]))
            rests += [code[1:] for code in row]
    return BETWEEN.join(leads), "".join(rests)


def _each_once(
    rows: Sequence[Sequence[Piece]], codes: Mapping[Piece, str]
) -> Iterator[Sequence[str]]:
    seen: dict[tuple[Piece, ...], int] = {}
    for number, row in enumerate(rows):
        before = seen.setdefault(tuple(row), number)
        again = before < number and len(row) >= WORTH_NAMING
        yield [f"{SAME_AS}{before}"] if again else [codes[piece] for piece in row]
