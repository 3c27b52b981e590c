"""Words of a notice that come near a quotation which stands nowhere in it.

The same words with other marks, capitals or signs, without quotation marks at their ends, or with
other digits. Every step takes time with the length of the notice.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.problems import LONGEST_QUOTE, quoted
from generator.records.sought import occurrences
from generator.vietnamese import bare

_COPY = "hãy chép lại đúng như bản in"
_SIGNS = str.maketrans("“”„«»‘’–—\n", '"""""\'\'-- ') | dict.fromkeys(map(ord, "¹²³⁴⁵⁶⁷⁸⁹⁰"), "^")
"""Signs that are typed one for the other; a footnote's mark is no part of the word before it."""

_QUOTES = " \"'"
_RUN = re.compile(r"[0-9]+| +|[^0-9 ]+")
_NUMBER = re.compile(r"[0-9]+")
_SHOWN_BEFORE = 20
"""Characters of a long run of words that are shown before those that are not as quoted."""
_FEWEST_LETTERS = 4
"""Besides other digits: `12/15` is near to every fraction."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in which runs of spaces, or of digits too, are one; `starts` and `ends` are those of
    each run in the text itself, `places` those in the folded one.
    """

    text: str
    places: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded text stands in the text itself."""
        first = bisect_right(self.places, start) - 1
        last = bisect_right(self.places, end - 1) - 1
        beyond = self.places[last + 1] if last + 1 < len(self.places) else len(self.text)
        return self.starts[first] + start - self.places[first], self.ends[last] - (beyond - end)


class NearWords:
    """The passages of a notice, each with its line, asked for words that are nearly some others."""

    def __init__(self, passages: Sequence[str], lines: Sequence[int]) -> None:
        self._passages = passages
        self._lines = lines

    @cached_property
    def _text(self) -> str:
        return "\0".join(self._passages)

    @cached_property
    def _plain(self) -> str:
        """Letter for letter as the text."""
        return "\0".join(map(_plain, self._passages))

    @cached_property
    def _begins(self) -> list[int]:
        return [0, *accumulate(len(passage) + 1 for passage in self._passages)]

    @cached_property
    def _with_digits(self) -> Folded:
        return _folded(self._plain, digits=False)

    @cached_property
    def _without_digits(self) -> Folded:
        return _folded(self._plain, digits=True)

    def hint(self, words: str) -> str:
        """What to do about words that stand nowhere."""
        wanted = dict.fromkeys((_plain(words), _plain(words).strip(_QUOTES)))
        for one in filter(None, wanted):
            if spans := self._spans(_folded(one, digits=False).text, self._with_digits):
                return self._is_it(words, spans)
        if words in self._text:
            return "chép thêm cả dấu chú thích, hay những chữ liền bên cạnh"
        for one in wanted:
            if sum(map(str.isalpha, one)) < _FEWEST_LETTERS or not _NUMBER.search(one):
                continue
            spans = self._spans(_folded(one, digits=True).text, self._without_digits)
            if len(spans) == 1:
                return self._with_other_digits(words, *spans[0])
        return _COPY

    def _spans(self, wanted: str, among: Folded) -> list[tuple[int, int]]:
        """Where such words stand as whole ones, footnotes' marks behind them with them."""
        spans = []
        for start in occurrences(wanted, among.text):
            first, last = among.span(start, start + len(wanted))
            while self._plain[last : last + 1] == "^":
                last += 1
            spans.append((first, last))
        return spans

    def _is_it(self, words: str, spans: Sequence[tuple[int, int]]) -> str:
        start, end = spans[0]
        where = f" ở dòng {self._line(start)}" if len(spans) == 1 else ""
        return f"có phải {_shown(self._text[start:end], words)}{where}?"

    def _with_other_digits(self, words: str, start: int, end: int) -> str:
        there = _NUMBER.findall(self._plain[start:end])
        if [*map(_value, there)] == [*map(_value, _NUMBER.findall(_plain(words)))]:
            return self._is_it(words, [(start, end)])
        shown = _shown(self._text[start:end], words)
        return (
            f"dòng {self._line(start)} viết {shown}: số ở một trong hai chỗ gõ nhầm, xem bản in rồi"
            " sửa chỗ sai"
        )

    def _line(self, start: int) -> int:
        return self._lines[bisect_right(self._begins, start) - 1]


def _shown(there: str, words: str) -> str:
    """Quoted around the first difference from other words, where a quotation would end before it:
    the quotation of these ends there too.
    """
    pairs = enumerate(zip(there, words, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(there), len(words)))
    if len(there) <= LONGEST_QUOTE or same < LONGEST_QUOTE - 1:
        return quoted(there)
    begin = max(there.rfind(" ", 0, same - _SHOWN_BEFORE) + 1, same - 2 * _SHOWN_BEFORE)
    return quoted("…" + there[begin:])


def _plain(words: str) -> str:
    """Without marks and capitals, letter for letter."""
    words = words.translate(_SIGNS)
    plain = bare(words)
    if len(plain) == len(words):
        return plain
    return "".join((bare(letter) or "?")[0] for letter in words)


def _value(number: str) -> str:
    return number.lstrip("0")


def _folded(plain: str, *, digits: bool) -> Folded:
    runs = [*_RUN.finditer(plain)]
    shown = {" ": " ", **dict.fromkeys("0123456789" if digits else "", "0")}
    pieces = [shown.get(run[0][0], run[0]) for run in runs]
    places = [*accumulate(map(len, pieces), initial=0)][:-1]
    return Folded(
        "".join(pieces), places, [run.start() for run in runs], [run.end() for run in runs]
    )
