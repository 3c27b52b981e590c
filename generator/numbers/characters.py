"""A reading of raw text in which numbers stand plainly, with the way back to the original.

Old encodings of letters, exotic spaces and dashes, soft hyphens, zero-width characters, emphasis
marks and line breaks are simplified here, one character at a time, so that the grammar sees
`1224/SGDĐT-GDTrH` however it was typed, and every find still has its place in the given text.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

PARAGRAPH = "\r"
"""Stands for two or more line breaks: no number and no cue reaches over it."""

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d")
SLASHES = frozenset("/\u2044\u2215\uff0f")
AMPERSANDS = frozenset("&\ufe60\uff06")
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
SUPERSCRIPTS = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
EMPHASIS = frozenset("*_`")
LINE_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
LETTERS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
ESCAPABLE = frozenset("-/&*_.|()[]#+!<>\\\n\r")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

_LETTER = r"[!-)+-\[\]^a-~“”‘’…À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]"
ORDINARY = re.compile(f"{_LETTER}+(?: {_LETTER}+)*(?![\u0300-\u036f])")
"""A run in which nothing is to be simplified: ASCII, Vietnamese letters, single spaces between."""
MARKS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Reading:
    """`plain` and `folded` have one character for each place; `starts`/`ends` lead back.

    `plain` keeps case and accents (NFC), `folded` is lower case without them. A run of white
    space is one space, one line break, or PARAGRAPH.
    """

    plain: str
    folded: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the places from `start` up to `end` lie in the original text."""
        if start >= end:
            edge = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return edge, edge
        return self.starts[start], self.ends[end - 1]

    def without(self, spans: Collection[tuple[int, int]]) -> "Reading":
        """The same reading with some places blanked, so that nothing is found there."""
        if not spans:
            return self
        plain, bare = list(self.plain), list(self.folded)
        for start, end in spans:
            plain[start:end] = bare[start:end] = "\x00" * (end - start)
        return Reading("".join(plain), "".join(bare), self.starts, self.ends)


@lru_cache(maxsize=4096)
def simplified(cluster: str) -> tuple[str, str]:
    """A letter with its marks, as (plain, folded); white space as " " or a line break."""
    letter = unicodedata.normalize("NFC", cluster)[0]
    if letter in LINE_BREAKS:
        return "\n", "\n"
    if letter.isspace() or letter in SUPERSCRIPTS:
        return " ", " "
    if letter in INVISIBLE or unicodedata.combining(letter):
        return "", ""
    if letter in DASHES:
        return "-", "-"
    if letter in SLASHES:
        return "/", "/"
    if letter in AMPERSANDS:
        return "&", "&"
    letter = LETTERS.get(letter, letter)
    if "\uff01" <= letter <= "\uff5e":
        letter = unicodedata.normalize("NFKC", letter)
    base = unicodedata.normalize("NFD", letter)[0].lower()[0]
    return letter, "d" if base == "đ" else base


@lru_cache(maxsize=4096)
def has_tone(text: str) -> bool:
    """Whether a tone mark stands in it: words carry tones, codes such as `GDĐT` never do."""
    return not text.isascii() and any(mark in TONES for mark in unicodedata.normalize("NFD", text))


class _Known:
    """Characters each of which is one place of a reading, whatever stands beside it.

    `run` matches them with single spaces between, or what stands for a space, `gap` several of
    these before one; nothing that joins the character before it can follow.
    """

    def __init__(self) -> None:
        self.plain: dict[int, str] = {}
        self.folded: dict[int, str] = {}
        for code in chain(*_MAY_BE_KNOWN):
            letter, base = simplified.__wrapped__(chr(code))
            is_itself = letter not in EMPHASIS and letter not in "\\&\n"
            if is_itself or letter == chr(code) == "&":
                self.plain[code], self.folded[code] = letter, base
        spaces = _any_of(code for code, letter in self.plain.items() if letter == " ")
        letters = _any_of(code for code, letter in self.plain.items() if letter != " ")
        unjoined = "".join(f"{chr(codes[0])}-{chr(codes[-1])}" for codes in _MAY_BE_KNOWN)
        self.gap = re.compile(f"{spaces}+(?={letters})")
        self.run = re.compile(f"{letters}+(?:{spaces}{letters}+)*(?=[{unjoined}]|\\Z)")


_MAY_BE_KNOWN = (
    range(0x20, 0x300),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x20D0),
    range(0x2100, 0x2C00),
    range(0xFF00, 0xFFF0),
)
"""None of them is a mark that joins another character."""


def _any_of(codes: Iterable[int]) -> str:
    return f"[{re.escape(''.join(map(chr, codes)))}]"


@cache
def _known() -> _Known:
    return _Known()


def read(text: str) -> Reading:
    """The reading of a text; linear in its length."""
    has_entities = "&amp;" in text
    if not has_entities and ORDINARY.fullmatch(text):
        places = range(len(text) + 1)
        return Reading(text, _folded(text), places[:-1], places[1:])
    plain: list[str] = []
    bare: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gap_breaks = 0
    place, length = 0, len(text)
    known = _known()
    while place < length:
        if not has_entities and (run_of_known := known.run.match(text, place)):
            run = run_of_known[0]
            plain += run.translate(known.plain)
            bare += run.translate(known.folded)
            starts += range(place, run_of_known.end())
            ends += range(place + 1, run_of_known.end() + 1)
            place, gap_breaks = run_of_known.end(), 0
            continue
        if plain and plain[-1] not in " \n\r" and (gap := known.gap.match(text, place)):
            plain.append(" ")
            bare.append(" ")
            starts.append(place)
            ends.append(gap.end())
            place = gap.end()
            continue
        start, place = place, place + 1
        while place < length and unicodedata.combining(text[place]):
            place += 1
        letter, base = simplified(text[start:place])
        if letter in EMPHASIS:
            glued = _is_word(plain[-1] if plain else "") and _is_word(text[place : place + 1])
            letter, base = (" ", " ") if glued else ("", "")
        elif letter == "\\":
            escapes = text[place : place + 1] in ESCAPABLE
            letter, base = ("", "") if escapes else ("/", "/")
        elif letter == "&" and text.startswith("amp;", place):
            place += 4
        if not letter:
            continue
        if letter not in " \n":
            gap_breaks = 0
        else:
            crlf = text[start] == "\r" and text.startswith("\n", place)
            gap_breaks += letter == "\n" and not crlf
            letter = base = " " if not gap_breaks else "\n" if gap_breaks == 1 else PARAGRAPH
            if plain and plain[-1] in " \n\r":
                plain[-1] = bare[-1] = letter
                ends[-1] = place
                continue
        plain.append(letter)
        bare.append(base)
        starts.append(start)
        ends.append(place)
    return Reading("".join(plain), "".join(bare), tuple(starts), tuple(ends))


def _folded(run: str) -> str:
    """An ordinary run in lower case without marks, letter for letter, word by known word."""
    return " ".join(map(_folded_word, run.split(" ")))


@lru_cache(maxsize=1 << 16)
def _folded_word(word: str) -> str:
    if not word.isascii():
        word = MARKS.sub("", unicodedata.normalize("NFD", word))
    return word.lower().replace("đ", "d")


def _is_word(letter: str) -> bool:
    return letter.isalnum()
