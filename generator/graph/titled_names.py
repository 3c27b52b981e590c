"""Absent people called by the end of their name after a title: `đồng chí Yến Oanh`, `bà Oanh`.

Whoever else has that name is hidden with them: nobody can tell from the words who is meant.
"""

import re
from collections.abc import Iterable, Iterator

from generator.graph.private_words import LETTERS, Keys, Span, keys

_INITIAL = r"(?<!\w)[^\W\d_](?:h|r|g)?\."
_TITLE = re.compile(
    r"(?<![\w/])(?:(?P<comrade>đồng\s+chí|đ\s*/\s*c|đ\.\s*c|đc)|"
    r"ông|bà|(?:thầy|cô)(?:\s+giáo)?|anh|chị)(?!\w)[.:]?(?:\s+|(?=[“\"‘'«(\[]))[“\"‘'«(\[]*"
    rf"(?:{_INITIAL}\s*)*",
    re.IGNORECASE,
)
_WORD = re.compile(LETTERS)
_NEXT_WORD = re.compile(rf"\s+(?={LETTERS})")
_NEXT_NAME = re.compile(
    rf"[”\"’'»)\]]*(?:\s*[,;]\s*|\s+và\s+)[“\"‘'«(\[]*(?:{_INITIAL}\s*)*", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:\A|[.:;!?\n(“\"–—•+-])\s*\Z")
_OFFICES = frozenset("phó trưởng hiệu chủ chuyên bí giám giáo cán nhân kế văn thư phòng".split())
"""What an office begins with, also in capitals: `đ/c Oanh Phó Trưởng phòng`."""


class TitledNames:
    """Names and their last words, looked for after a title, and on in the list that follows."""

    def __init__(self, names: Iterable[str]) -> None:
        self._ends: set[Keys] = set()
        for words in map(keys, names):
            self._ends |= {words[-length:] for length in range(1, len(words) + 1)}

    def spans(self, text: str) -> Iterator[Span]:
        for title in _TITLE.finditer(text) if self._ends else ():
            if not title["comrade"] and _is_name(text, title.start()):
                continue
            at: int | None = title.end()
            while at is not None:
                words = _capitalised(text, at)
                if not words:
                    break
                if span := self._called(text, words):
                    yield span
                following = _NEXT_NAME.match(text, words[-1][1])
                at = following.end() if following else None

    def _called(self, text: str, words: list[Span]) -> Span | None:
        said = keys(text[words[0][0] : words[-1][1]])
        if said in self._ends:
            return words[0][0], words[-1][1]
        office = next((at for at, word in enumerate(said) if at and word in _OFFICES), 0)
        return (words[0][0], words[office - 1][1]) if said[:office] in self._ends else None


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
