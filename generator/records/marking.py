"""Words of a notice + what the record says about some of them -> `Prose`.

A record quotes the words it speaks of as they are printed. Here they are looked up, corrections are
narrowed to the words they change, and everything is carried over to the corrected text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

from generator.model import (
    Correction,
    Doubt,
    Edit,
    FootnoteMark,
    Mark,
    Note,
    Plain,
    Prose,
    Sureness,
)
from generator.reading.place import At
from generator.records.sought import SoughtWords

_MARKS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
# A footnote's mark stands apart from the word before it, so that a corrected word keeps it.
_TOKEN = re.compile(rf"\b[kcdm]?m[{_MARKS}]+|[^\W{_MARKS}]+|[{_MARKS}]+|\s+|[^\w\s]")
_SUPERSCRIPT = re.compile(rf"[{_MARKS}](?<!\bm.)(?<!\b[kcdm]m.)[{_MARKS}]*")
MOST_MARKED = 20_000
"""Places that all quotations of a notice may have together; a real one has some dozens."""
_FEW_TO_COMPARE, _MOST_TO_COMPARE = 2_500, 10_000
"""Pairs of tokens; comparing repeated words takes time with their cube."""
_DIGITS = str.maketrans(_MARKS, "1234567890")
_SUPERSCRIPTS = str.maketrans("1234567890", _MARKS)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Printed words that a record speaks of, how often they stand in it, and what it says."""

    words: str
    times: int
    what: Correction | Note | Plain
    at: At


@dataclass(frozen=True, slots=True)
class Found:
    """A run in the printed text and what is said of it."""

    start: int
    end: int
    what: Correction | Note | Plain | FootnoteMark


_Edit = tuple[int, int, str, Correction]


_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmμµ]?[mM]|mét|ha|inch|dặm)$")
"""What a ² or ³ is a power of: `12cm²`."""

_LONGEST_UNIT, _UNIT_ENDS = 6, tuple("mMtah")


class Marker:
    """Marks up the passages of one notice, and counts how often each quotation was found."""

    def __init__(self, quotations: Sequence[Quotation], footnotes: int) -> None:
        self.quotations = quotations
        self.are_too_many = False
        self._places: dict[str, list[int]] = {}
        for index, quotation in enumerate(quotations):
            self._places.setdefault(quotation.words, []).append(index)
        self._sought = SoughtWords(self._places)
        self._counts = dict.fromkeys(self._places, 0)
        self._marked = 0
        self.footnote_marks = [0] * footnotes
        self.unknown_footnotes: list[tuple[int, str, str]] = []
        self.lost_footnotes: list[tuple[int, str, str]] = []
        self.clashes: list[tuple[int, str, str]] = []
        self.passages: list[str] = []
        self.lines: list[int] = []

    @property
    def counts(self) -> list[int]:
        """How often each quotation was found."""
        return [self._counts[quotation.words] for quotation in self.quotations]

    def prose(self, printed: str, line: int, path: str, also: Iterable[Found] = ()) -> Prose:
        """One run of words; `line` and `path` say where it stands, for what is told of it."""
        self.passages.append(printed)
        self.lines.append(line)
        found = [*also, *self._footnotes(printed, line, path)]
        found += self._quoted(printed)
        if not found:
            return Prose(printed)
        edits = self._edits(printed, found, line, path)
        text, marks = _corrected(printed, edits)
        carried = _Carrier(edits)
        self.lost_footnotes += [
            (line, path, printed[run.start : run.end])
            for run in found
            if isinstance(run.what, FootnoteMark) and carried.changes(run.start)
        ]
        for run in found:
            if isinstance(run.what, Correction):
                if run.what.sure is not Sureness.DOUBTFUL:
                    continue
                what: Doubt | FootnoteMark | Note | Plain = Doubt(run.what)
            else:
                what = run.what
            marks.append(Mark(carried(run.start), carried(run.end), what))
        return Prose(text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))

    def _quoted(self, printed: str) -> Iterator[Found]:
        """What the record says of these words, in its own order."""
        standing = self._sought.occurrences(printed)
        if standing is None:
            self.are_too_many = True
            return
        for words, starts in standing.items():
            self._counts[words] += len(starts)
            self._marked += len(starts) * len(self._places[words])
        if self._marked > MOST_MARKED:
            self.are_too_many = True
            return
        for index, words in sorted((i, w) for w in standing for i in self._places[w]):
            for start in standing[words]:
                yield Found(start, start + len(words), self.quotations[index].what)

    def _footnotes(self, printed: str, line: int, path: str) -> Iterable[Found]:
        for match in _SUPERSCRIPT.finditer(printed):
            start = match.start()
            before = printed[max(0, start - _LONGEST_UNIT) : start]
            if before.endswith(_UNIT_ENDS) and _UNIT.search(before):
                continue
            number = int(match[0][:4].translate(_DIGITS))
            if 1 <= number <= len(self.footnote_marks):
                self.footnote_marks[number - 1] += 1
                yield Found(start, match.end(), FootnoteMark(number))
            else:
                self.unknown_footnotes.append((line, path, match[0]))

    def _edits(self, printed: str, found: Iterable[Found], line: int, path: str) -> list[_Edit]:
        edits = sorted(
            (
                (run.start + start, run.start + end, right, run.what)
                for run in found
                if isinstance(run.what, Correction) and run.what.sure is not Sureness.DOUBTFUL
                for start, end, right in _changes(run.what.printed, run.what.right)
            ),
            key=lambda edit: edit[:3],
        )
        kept: list[_Edit] = []
        for edit in edits:
            if kept and edit[0] < kept[-1][1]:
                self.clashes.append((line, path, printed[edit[0] : edit[1]]))
            else:
                kept.append(edit)
        return kept


def footnote_mark(number: int) -> str:
    """`¹`, as it stands in the words and before the footnote."""
    return str(number).translate(_SUPERSCRIPTS)


@lru_cache(maxsize=1 << 10)
def _changes(printed: str, right: str) -> tuple[tuple[int, int, str], ...]:
    """The words of `printed` that change: (start, end, what is right).

    What is only put in or only left out is shown with the word it leans on, never with a
    footnote's mark, which is a link of its own.
    """
    old, new = _TOKEN.findall(printed), _TOKEN.findall(right)
    runs: list[tuple[int, int, int, int]] = []
    for i, j, k, m in _differences(old, new):
        if i == j or k == m:
            before = "" if i == 0 or old[i - 1][0] in _MARKS else old[i - 1]
            after = "" if j == len(old) or old[j][0] in _MARKS else old[j]
            if before and (not after or not before.isspace()):
                i, k = i - 1, k - 1
            elif after:
                j, m = j + 1, m + 1
        if runs and i < runs[-1][1]:  # both lean on one word
            i, _, k, _ = runs.pop()
        runs.append((i, j, k, m))
    starts = [0, *accumulate(map(len, old))]
    return tuple((starts[i], starts[j], "".join(new[k:m])) for i, j, k, m in runs)


def _differences(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where two runs of tokens differ; in long ones between their equal ends."""
    if len(old) * len(new) <= _FEW_TO_COMPARE:
        return _compared(old, new, 0)
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if len(left) * len(right) <= _MOST_TO_COMPARE:
        return _compared(left, right, start)
    return [(start, len(old) - end, start, len(new) - end)]


def _compared(
    old: Sequence[str], new: Sequence[str], start: int
) -> list[tuple[int, int, int, int]]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        (start + i, start + j, start + k, start + m) for tag, i, j, k, m in codes if tag != "equal"
    ]


def _corrected(printed: str, edits: Sequence[_Edit]) -> tuple[str, list[Mark]]:
    pieces: list[str] = []
    marks, at, length = [], 0, 0
    for start, end, right, correction in edits:
        pieces += [printed[at:start], right]
        length += start - at
        marks.append(Mark(length, length + len(right), Edit(printed[start:end], correction)))
        length += len(right)
        at = end
    return "".join([*pieces, printed[at:]]), marks


class _Carrier:
    """Offsets in the printed text -> the same places in the corrected text."""

    def __init__(self, edits: Sequence[_Edit]) -> None:
        self._edits = edits
        self._starts = [start for start, *_ in edits]
        grown = (len(right) - (end - start) for start, end, right, _ in edits)
        self._shifts = [0, *accumulate(grown)]

    def __call__(self, offset: int) -> int:
        place = bisect_left(self._starts, offset)
        if place and offset < self._edits[place - 1][1]:
            start, _, right, _ = self._edits[place - 1]
            return start + self._shifts[place - 1] + len(right)
        return offset + self._shifts[place]

    def changes(self, offset: int) -> bool:
        """Whether the character there is one of those corrected."""
        place = bisect_right(self._starts, offset)
        return place > 0 and offset < self._edits[place - 1][1]
