"""When what a quote on a school's page asks falls due, by the clerk's notes in the same passage."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeAlias, TypeVar

from generator.graph.linking import Deadline, Reading
from generator.model import Level, School
from generator.names.named import Audience, OpenName, SchoolMention
from generator.pages.quotes import clause_of, clauses
from generator.vietnamese import Span

Asked: TypeAlias = SchoolMention | OpenName | Audience
P = TypeVar("P", bound=Deadline | Asked)


def due_dates(reading: Reading, hits: Iterable[Span], school: School) -> tuple[date, ...]:
    """The days of those named at `hits`, or else of what the passage asks of the school, in order.

    Quoted for what it asks of another in the same breath, a task is still the school's own.
    """
    if not reading.deadlines:
        return ()
    due = _due(_Told(reading))
    found = {day for hit in hits for day in due.of_name(hit)}
    return tuple(sorted(found)) if found else due.of_school(school)


class _Told:
    """What of a reading tells when what falls due, the same as another if it is that very thing.

    To compare, or hash, all that is named would take as long as to go through it.
    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.passage.prose.text
        self.names = reading.names
        self.deadlines = reading.deadlines

    def __hash__(self) -> int:
        return hash((self.text, id(self.names), id(self.deadlines)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Told)
            and self.names is other.names
            and self.deadlines is other.deadlines
            and self.text == other.text
        )


class _Due:
    """The days of a reading and whom they are for, found once for all the quotes of it."""

    def __init__(self, told: _Told) -> None:
        self._text = told.text
        self._deadlines = _Placed(told.deadlines)
        asked = _Placed(n for n in told.names if isinstance(n, SchoolMention | OpenName | Audience))
        asking = _asking(clauses(told.text), asked)
        self._of_clauses: dict[Span, set[date]] = defaultdict(set)
        self._of: list[tuple[Sequence[Asked], set[date]]] = []
        for deadline in told.deadlines:
            if within := asked.touching(deadline.start, deadline.end):
                self._of.append((within, {deadline.day}))
            else:
                clause = clause_of(told.text, deadline.start)
                self._of_clauses[asking.get(clause, clause)].add(deadline.day)
        self._of += ((asked.beginning(*clause), of) for clause, of in self._of_clauses.items())
        self._of_schools: dict[tuple[str, Level], tuple[date, ...]] = {}

    def of_name(self, hit: Span) -> Iterable[date]:
        """A name within the words that fall due has their day alone: `mầm non kết thúc ngày 07/01,
        THCS ngày 08/01`. Else it has the days of its own clause, and of those after it that name
        nobody, without those of other names.
        """
        own = [deadline.day for deadline in self._deadlines.touching(*hit)]
        return own or self._of_clauses.get(clause_of(self._text, hit[0]), ())

    def of_school(self, school: School) -> tuple[date, ...]:
        """Those asked of the school, of its level, of everyone, or of nobody named."""
        key = school.key, school.level
        if key not in self._of_schools:
            found: set[date] = set()
            for names, days in self._of:
                if not names or any(_is_meant(name, school) for name in names):
                    found |= days
            self._of_schools[key] = tuple(sorted(found))
        return self._of_schools[key]


@lru_cache(maxsize=1 << 12)
def _due(told: _Told) -> _Due:
    return _Due(told)


class _Placed(Generic[P]):
    """Places of a text in order, some perhaps over others, to be asked where they stand."""

    def __init__(self, places: Iterable[P]) -> None:
        self._places = sorted(places, key=lambda place: place.start)
        self._starts = [place.start for place in self._places]
        self._farthest = [*accumulate((place.end for place in self._places), max)]

    def beginning(self, start: int, end: int) -> Sequence[P]:
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touching(self, start: int, end: int) -> Sequence[P]:
        return [*self._touching(start, end)]

    def _touching(self, start: int, end: int) -> Iterator[P]:
        for n in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._farthest[n] <= start:
                break
            if self._places[n].end > start:
                yield self._places[n]


def _asking(spans: Iterable[Span], asked: _Placed[Asked]) -> Mapping[Span, Span]:
    """For each clause the one that says of whom it speaks.

    Itself, or the nearest before it where somebody's name begins: in whichever sentence, however
    far, back to the first words of the passage. Itself too where none does.
    """
    found: dict[Span, Span] = {}
    last: Span | None = None
    for clause in spans:
        if asked.beginning(*clause):
            last = clause
        found[clause] = last or clause
    return found


def _is_meant(name: Asked, school: School) -> bool:
    match name:
        case SchoolMention(school=key):
            return key == school.key
        case Audience(level=level):
            of_both = school.level is Level.TH_THCS and level in (Level.TH, Level.THCS)
            return level is None or level is school.level or of_both
        case _:
            return False
