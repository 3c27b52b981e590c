"""Absent people called by the end of their name after a title: `đồng chí Yến Oanh`, `HT Oanh`.

Whoever else has that name is hidden with them: nobody can tell from the words who is meant.
"""

import re
from collections.abc import Iterable, Iterator

from generator.graph.named_people import INSTITUTION
from generator.graph.private_words import LETTERS, Keys, Span, keys
from generator.graph.titles import ADDRESS, BEGINS_OFFICE, DEGREE, OFFICE, OFFICE_WORDS

_INITIAL = r"(?<!\w)[^\W\d_](?:h|r|g)?\."
_TITLE = re.compile(
    rf"(?<![\w/])(?:(?P<address>{ADDRESS})|{OFFICE}|{DEGREE})"
    rf"(?:[.:]?\s*(?:{OFFICE}|{DEGREE}|{ADDRESS}))*[.:]?(?:\s+|(?=[“\"‘'«(\[]))[“\"‘'«(\[]*"
    rf"(?:{_INITIAL}\s*)*",
    re.IGNORECASE,
)
_COMRADE = re.compile("đ", re.IGNORECASE)
_WORD = re.compile(LETTERS)
_NEXT_WORD = re.compile(rf"\s+(?={LETTERS})")
_NEXT_NAME = re.compile(
    r"[”\"’'»)\]]*(?:\s*\([^()]*\))?(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)[“\"‘'«(\[]*"
    rf"(?:{_INITIAL}\s*)*",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:\A|[.:;!?\n(“\"–—•+-])\s*\Z")


class TitledNames:
    """Names and their last words, looked for after a title, and on in the list that follows."""

    def __init__(self, names: Iterable[str]) -> None:
        self._ends: set[Keys] = set()
        for words in map(keys, names):
            self._ends |= {words[-length:] for length in range(1, len(words) + 1)}

    def spans(self, text: str) -> Iterator[Span]:
        for title in _TITLE.finditer(text) if self._ends else ():
            address = title["address"]
            if address and not _COMRADE.match(address) and _is_name(text, title.start()):
                continue
            at: int | None = title.end()
            while at is not None:
                words = _capitalised(text, at)
                if not words:
                    if address and (small := self._small(text, at)):
                        yield small
                    break
                if span := self._called(text, words):
                    yield span
                following = _NEXT_NAME.match(text, words[-1][1])
                at = following.end() if following else None

    def _called(self, text: str, words: list[Span]) -> Span | None:
        run = text[words[0][0] : words[-1][1]]
        said = keys(run)
        if said in self._ends:
            return words[0][0], words[-1][1]
        for at in range(len(said) - 1, 0, -1):
            # A sentence in capitals tells no name from what follows it.
            is_end = run.isupper() or said[at] in OFFICE_WORDS
            if not is_end and not INSTITUTION.match(text, words[at][0]):
                continue
            if said[:at] in self._ends:
                return words[0][0], words[at - 1][1]
        return None

    def _small(self, text: str, at: int) -> Span | None:
        """`bà oanh`."""
        word = _WORD.match(text, at)
        is_name = word and not BEGINS_OFFICE.match(text, at) and keys(word[0]) in self._ends
        return word.span() if word and is_name else None


def _is_name(text: str, start: int) -> bool:
    """`Cô` of `huyện Cô Tô`; in capitals or at a sentence's beginning it is a title."""
    is_capital = text[start].isupper() and not text[start : start + 2].isupper()
    return is_capital and not _BEGINS.search(text[max(start - 20, 0) : start])


def _capitalised(text: str, at: int) -> list[Span]:
    """The words with a capital that follow each other from here on."""
    found: list[Span] = []
    while (word := _WORD.match(text, at)) and word[0][0].isupper():
        found.append(word.span())
        gap = _NEXT_WORD.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return found
