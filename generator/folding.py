"""Folding for search: what makes `1249/pgddt`, `giao duc` and `vacxin` find what was written.

`theme/assets/search/fold.js` does the same in the browser; `tests/folding_vectors.tsv` and a test
of made-up strings hold the two together. Folding is not identity: it merges Trung Vương with
Trưng Vương on purpose.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from generator.model import Synonyms


class Token(NamedTuple):
    """A folded word and the place (characters of the original text) it was folded from.

    `accented` tells `má` from `mã`, for ranking; its tone stands last, so that hoà = hòa.
    The words that an abbreviation stands for share its place.
    """

    text: str
    accented: str
    start: int
    end: int


Word: TypeAlias = tuple[str, str]
"""`text` and `accented` of a token."""

Words: TypeAlias = tuple[Word, ...]

# Superscripts, subscripts and fractions are footnote marks and the like, not part of a word.
_NO_LETTERS = "\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u2070-\u209c\u2150-\u215f"
_INVISIBLE = "\u0300-\u036f\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_LETTER = rf"[^\W_{_NO_LETTERS}]"
_PIECE = re.compile(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}(?![0-9]|\.[0-9])"  # 12.843
    rf"|[A-Za-zĐđÐð]/[A-Za-zĐđÐð](?!{_LETTER}|[{_INVISIBLE}])"  # đ/c
    rf"|{_LETTER}+(?:[{_INVISIBLE}]+{_LETTER}*)*"
    r"|&"
)
_CHUNK = re.compile(r"\S+")
_GROUPED_NUMBER = re.compile(r"[0-9.]+")
_NUMBER = re.compile(r"[0-9]+")
_I_FOR_Y = re.compile(r"[hklmst]y")
_D_FOR_D = str.maketrans("ðɖ", "đđ")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOST_REMEMBERED = 200_000


_kind = cache(unicodedata.category)


def _word(raw: str) -> Word:
    """One written word, folded; empty where a few odd letters leave nothing."""
    if _GROUPED_NUMBER.fullmatch(raw):
        raw = raw.replace(".", "")
    if raw.isascii() and raw.isalnum():
        text = accented = raw.lower()
        tones = ""
    else:
        lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", raw).lower())
        marked = [c for c in lower.translate(_D_FOR_D) if _kind(c)[0] in "LMN"]
        tones = "".join([c for c in marked if c in _TONES])
        accented = "".join([c for c in marked if c not in _TONES])
        text = "".join([c for c in marked if _kind(c)[0] != "M"]).replace("đ", "d")
    if _NUMBER.fullmatch(text):
        text = accented = text.lstrip("0") or "0"
    # Of kỳ/kì and quy/qui the form kept is the one that other words begin with (kinh, quyết), so
    # that it still finds them while one types on.
    elif _I_FOR_Y.fullmatch(text):
        text, accented = text.replace("y", "i"), accented.replace("y", "i")
    elif text == "qui":
        text, accented = "quy", accented.replace("i", "y")
    return text, accented + tones


def _words(piece: str) -> Words:
    """The folded words of one match of `_PIECE`."""
    parts = ["và"] if piece == "&" else piece.split("/")
    return tuple(word for word in map(_word, parts) if word[0])


class _Piece(NamedTuple):
    """What one match of `_PIECE` folds to: words, their texts joined, and its place."""

    words: Words
    text: str
    start: int
    end: int


def _pieces(chunk: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(chunk):
        words = _words(match[0])
        if words:
            yield _Piece(words, " ".join(text for text, _ in words), *match.span())


class _Sequence(NamedTuple):
    """The texts of pieces that together are written otherwise, perhaps only before a number."""

    texts: list[str]
    become: Words
    before_number: bool

    def stands_at(self, place: int, texts: list[str]) -> bool:
        after = place + len(self.texts)
        if texts[place:after] != self.texts:
            return False
        if not self.before_number:
            return True
        following = [text for text in texts[after : after + 2] if text != "so"][:1]
        return bool(following) and following[0][0] in "0123456789"


class _Chunks(dict[str, tuple[_Piece, ...]]):
    """Every run of characters between spaces met so far, folded, single synonyms put in place."""

    def __init__(self) -> None:
        self.synonyms: dict[str, Words] = {}

    def __missing__(self, chunk: str) -> tuple[_Piece, ...]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        pieces = tuple(self._with_synonym(chunk, piece) for piece in _pieces(chunk))
        self[chunk] = pieces
        return pieces

    def _with_synonym(self, chunk: str, piece: _Piece) -> _Piece:
        words = self.synonyms.get(_synonym_key(chunk, piece))
        if words is None:
            return piece
        return piece._replace(words=words, text=" ".join(text for text, _ in words))


def _synonym_key(chunk: str, piece: _Piece) -> str:
    """`đ/c` is not `đ c`; anything else is what it folds to."""
    has_slash = "/" in chunk[piece.start : piece.end]
    return piece.text.replace(" ", "/") if has_slash else piece.text


def spelling_key(spelling: str) -> str:
    """By this a spelling is found in a text: equal for what a table of synonyms takes as one."""
    pieces = list(_pieces(spelling))
    if len(pieces) == 1:
        return _synonym_key(spelling, pieces[0])
    return " ".join(piece.text for piece in pieces)


class Folding:
    """Folding by one table of synonyms; `key` tells it from every other that folds otherwise."""

    def __init__(self, synonyms: Synonyms) -> None:
        self.key = repr((synonyms.words, synonyms.documents))
        self._chunks = _Chunks()
        self._sequences: dict[str, list[_Sequence]] = {}
        for rows, before_number in ((synonyms.words, False), (synonyms.documents, True)):
            for full, *others in rows:
                become = tuple(word for piece in _pieces(full) for word in piece.words)
                for other in others:
                    self._add(other, become, before_number=before_number)
        for sequences in self._sequences.values():
            sequences.sort(key=lambda sequence: -len(sequence.texts))

    def _add(self, other: str, become: Words, *, before_number: bool) -> None:
        pieces = list(_pieces(other))
        if len(pieces) == 1 and not before_number:
            self._chunks.synonyms[_synonym_key(other, pieces[0])] = become
        elif pieces:
            texts = [piece.text for piece in pieces]
            sequence = _Sequence(texts, become, before_number)
            self._sequences.setdefault(texts[0], []).append(sequence)

    def joining(self) -> frozenset[str]:
        """Folded words that, with what follows them, may become others (`tt` before a number)."""
        return frozenset(self._sequences)

    def reach(self) -> int:
        """How many pieces decide at most what a piece becomes: also a number and `số` before it."""
        sequences = chain.from_iterable(self._sequences.values())
        return max((len(s.texts) + 2 * s.before_number for s in sequences), default=1)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The folded words of a text in order, each with the place it stands at."""
        pieces: list[_Piece] = []
        starts: list[int] = []
        for chunk in _CHUNK.finditer(text):
            found = self._chunks[chunk[0]]
            pieces += found
            starts += [chunk.start()] * len(found)
        folded: list[Token] = []
        for words, first, last in self._grouped(pieces):
            start = starts[first] + pieces[first].start
            end = starts[last] + pieces[last].end
            folded += [Token(text, accented, start, end) for text, accented in words]
        return tuple(folded)

    def fold(self, text: str) -> str:
        """The texts of `tokens`, a space between: equal for what search takes as one."""
        chunks = map(self._chunks.__getitem__, _CHUNK.findall(text))
        pieces = [piece for chunk in chunks for piece in chunk]
        texts = [piece.text for piece in pieces]
        if not self._sequences.keys().isdisjoint(texts):
            texts = [text for words, _, _ in self._grouped(pieces) for text, _ in words]
        return " ".join(texts)

    def _grouped(self, pieces: list[_Piece]) -> Iterator[tuple[Words, int, int]]:
        """The words, sequences replaced, and the first and last piece they came from."""
        texts = [piece.text for piece in pieces]
        place = 0
        while place < len(texts):
            words, last = pieces[place].words, place
            for sequence in self._sequences.get(texts[place], ()):
                if sequence.stands_at(place, texts):
                    words, last = sequence.become, place + len(sequence.texts) - 1
                    break
            yield words, place, last
            place = last + 1
