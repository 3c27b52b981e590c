"""Private words and numbers hidden in a text, whatever marks stand over them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_

from generator.graph.private_words import Span
from generator.model import Correction, Doubt, Edit, FootnoteMark, Mark, Prose
from generator.records.sought import occurrences

HIDDEN = "[đã lược thông tin cá nhân]"

_SAID = re.compile(r"[^();]*(?=[;)])")

Find = Callable[[str], Iterable[Span]]
"""Where the private words and numbers of a text are."""

Shown = tuple[int, int, str]
"""A run that is hidden, and what is shown for it."""


def _merged(runs: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def hidden(text: str, private: Find) -> str:
    """The text with the private words and numbers hidden; itself if it holds none."""
    runs = _merged(private(text))
    return _without(text, [(start, end, HIDDEN) for start, end in runs]) if runs else text


def _without(text: str, runs: Sequence[Shown]) -> str:
    pieces, at = [], 0
    for start, end, shown in runs:
        pieces += [text[at:start], shown]
        at = end
    return "".join([*pieces, text[at:]])


def hidden_prose(prose: Prose, private: Find) -> Prose:
    """Runs are looked for in the print, which records quote, and in the corrected words."""
    printed = _Printed.of(prose)
    places = private(printed.text) if printed.edits else ()
    runs = [
        *(_in_bracket(prose.text, m) for m in prose.marks if m.is_private),
        *private(prose.text),
        *(printed.corrected(run) for run in places),
    ]
    if not runs:
        marks = [_spoken(mark, private) for mark in prose.marks]
        return prose if all(map(is_, marks, prose.marks)) else Prose(prose.text, tuple(marks))
    edits = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark.what, Edit)]
    whole = _merged(runs)
    # A corrected word is hidden whole, or its printed form would show.
    whole = _merged([*whole, *(edit for edit in edits if _touches(edit, whole))])
    shown = list(_around_footnote_marks(whole, prose.marks))
    marks = [
        Mark(_moved(mark.start, shown), _moved(mark.end, shown), _spoken(mark, private).what)
        for mark in prose.marks
        if isinstance(mark.what, FootnoteMark) or not _goes(mark, whole, printed)
    ]
    return Prose(_without(prose.text, shown), tuple(marks))


def _in_bracket(text: str, mark: Mark) -> Span:
    """The run, and what else the bracket in which it ends says: `(đ/c Oanh – ốm; …)`."""
    if _is_closed(text, mark.end):
        return mark.start, mark.end
    closed = _SAID.match(text, mark.end)
    if closed is None:
        return mark.start, mark.end
    has_opened = _is_closed(text, mark.start) and text[closed.end()] == ")"
    return mark.start, closed.end() + has_opened


def _is_closed(text: str, end: int) -> bool:
    return text.count("(", 0, end) <= text.count(")", 0, end)


def _goes(mark: Mark, whole: Sequence[Span], printed: "_Printed") -> bool:
    """Whether the mark stands over hidden words alone, or quotes them."""
    if isinstance(mark.what, (Edit, Doubt)) and printed.quotes(mark.what, whole):
        return True
    return any(left <= mark.start and mark.end <= right for left, right in whole)


def _around_footnote_marks(runs: Iterable[Span], marks: Iterable[Mark]) -> Iterator[Shown]:
    """The runs but for the footnote marks in them: a footnote leads back to its mark."""
    notes = [(mark.start, mark.end) for mark in marks if isinstance(mark.what, FootnoteMark)]
    for start, end in runs:
        shown = HIDDEN
        for left, right in notes:
            if start <= left and right <= end:
                if start < left:
                    yield start, left, shown
                    shown = ""
                start = right
        if start < end:
            yield start, end, shown


def _spoken(mark: Mark, private: Find) -> Mark:
    """The mark, and what its correction says of people hidden like the words of the notice."""
    if not isinstance(mark.what, (Edit, Doubt)):
        return mark
    before = mark.what.correction
    after = hidden_correction(before, private)
    return mark if after is before else replace(mark, what=replace(mark.what, correction=after))


def hidden_correction(correction: Correction, private: Find) -> Correction:
    """What a correction says, with the private words hidden; itself if it says none."""
    words = (correction.printed, correction.right, correction.why)
    printed, right, why = (hidden(text, private) for text in words)
    if (printed, right, why) == words:
        return correction
    return replace(correction, printed=printed, right=right, why=why)


def _touches(run: Span, others: Sequence[Span]) -> bool:
    return any(run[0] <= end and start <= run[1] for start, end in others)


def _moved(offset: int, runs: Sequence[Shown]) -> int:
    """Where a place of the text is once the runs are hidden; a place inside a run is at its end."""
    shift = 0
    for start, end, shown in runs:
        if offset <= start:
            break
        if offset < end:
            return start + shift + len(shown)
        shift += len(shown) - (end - start)
    return offset + shift


@dataclass(frozen=True, slots=True)
class _Printed:
    """A prose's printed words, and where each of its places stands in the corrected text.

    `edits` are pairs of runs: in the print, in the corrected text.
    """

    text: str
    edits: tuple[tuple[Span, Span], ...]

    @classmethod
    def of(cls, prose: Prose) -> "_Printed":
        edits, shift = [], 0
        for mark in prose.marks:
            if isinstance(mark.what, Edit):
                start = mark.start + shift
                edits.append(((start, start + len(mark.what.printed)), (mark.start, mark.end)))
                shift += len(mark.what.printed) - (mark.end - mark.start)
        return cls(prose.printed, tuple(edits))

    def corrected(self, run: Span) -> Span:
        """The run of the corrected text that holds a run of the print."""
        return self._at(run[0], is_end=False), self._at(run[1], is_end=True)

    def _at(self, offset: int, *, is_end: bool) -> int:
        shift = 0
        for (start, end), (right_start, right_end) in self.edits:
            if offset < start or (offset == start and is_end):
                break
            if offset < end:
                return right_end if is_end else right_start
            shift = right_end - end
        return offset + shift

    def quotes(self, what: Edit | Doubt, hidden: Sequence[Span]) -> bool:
        """Whether the correction, which quotes more than it changes, quotes hidden words."""
        quote = what.correction.printed
        return any(
            _touches(self.corrected((start, start + len(quote))), hidden)
            for start in occurrences(quote, self.text)
        )
