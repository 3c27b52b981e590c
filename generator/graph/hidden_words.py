"""Private words and numbers hidden in a text, whatever marks stand over them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_

from generator.graph.personal_numbers import personal_numbers
from generator.model import Doubt, Edit, Mark, Plain, Prose
from generator.records.marking import occurrences

HIDDEN = "[đã lược thông tin cá nhân]"

Span = tuple[int, int]


def _runs(text: str, private: Sequence[str]) -> Iterator[Span]:
    for words in private:
        for start in occurrences(words, text):
            yield start, start + len(words)
    yield from personal_numbers(text)


def _merged(runs: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def hidden(text: str, private: Sequence[str]) -> str:
    """The text with the private words and numbers hidden; itself if it holds none."""
    return _without(text, _merged(_runs(text, private)))


def _without(text: str, runs: Sequence[Span]) -> str:
    if not runs:
        return text
    pieces, at = [], 0
    for start, end in runs:
        pieces += [text[at:start], HIDDEN]
        at = end
    return "".join([*pieces, text[at:]])


def hidden_prose(prose: Prose, private: Sequence[str]) -> Prose:
    """Runs are looked for in the print, which records quote, and in the corrected words."""
    printed = _Printed.of(prose)
    places = _runs(printed.text, private) if printed.edits else ()
    runs = [
        *((mark.start, mark.end) for mark in prose.marks if mark.what is Plain.PRIVATE),
        *_runs(prose.text, private),
        *(printed.corrected(run) for run in places),
    ]
    if not runs:
        marks = [_spoken(mark, private) for mark in prose.marks]
        return prose if all(map(is_, marks, prose.marks)) else Prose(prose.text, tuple(marks))
    edits = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark.what, Edit)]
    whole = _merged(runs)
    # A corrected word is hidden whole, or its printed form would show.
    whole = _merged([*whole, *(edit for edit in edits if _touches(edit, whole))])
    marks = [
        Mark(_moved(mark.start, whole), _moved(mark.end, whole), _spoken(mark, private).what)
        for mark in prose.marks
        if not (isinstance(mark.what, (Edit, Doubt)) and printed.quotes(mark.what, whole))
        and not any(left <= mark.start and mark.end <= right for left, right in whole)
    ]
    return Prose(_without(prose.text, whole), tuple(marks))


def _spoken(mark: Mark, private: Sequence[str]) -> Mark:
    """The mark, and what its correction says of people hidden like the words of the notice."""
    if not isinstance(mark.what, (Edit, Doubt)):
        return mark
    correction = mark.what.correction
    why = hidden(correction.why, private)
    if why is correction.why:
        return mark
    return replace(mark, what=replace(mark.what, correction=replace(correction, why=why)))


def _touches(run: Span, others: Sequence[Span]) -> bool:
    return any(run[0] <= end and start <= run[1] for start, end in others)


def _moved(offset: int, runs: Sequence[Span]) -> int:
    """Where a place of the text is once the runs are hidden; a place inside a run is at its end."""
    shift = 0
    for start, end in runs:
        if offset <= start:
            break
        if offset < end:
            return start + shift + len(HIDDEN)
        shift += len(HIDDEN) - (end - start)
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
