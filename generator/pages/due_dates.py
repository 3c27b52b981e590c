"""When what a quote on a school's page asks falls due, by the clerk's notes in the same passage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from generator.graph.linking import Deadline, Reading
from generator.model import Level, School
from generator.names.named import Audience, Name, OpenName, SchoolMention
from generator.pages.quotes import clause_of
from generator.vietnamese import Span


def due_dates(reading: Reading, hits: Iterable[Span], school: School) -> tuple[date, ...]:
    """The days of those named at `hits`, or else of what the passage asks of the school, in order.

    Quoted for what it asks of another in the same breath, a task is still the school's own.
    """
    if not reading.deadlines:
        return ()
    asked = [n for n in reading.names if isinstance(n, SchoolMention | OpenName | Audience)]
    found = _days_of(reading, hits, asked)
    found = found or {d.day for d in reading.deadlines if _concerns(d, reading, asked, school)}
    return tuple(sorted(found))


def _days_of(reading: Reading, hits: Iterable[Span], asked: Sequence[Name]) -> set[date]:
    """A name within the words that fall due has their day alone: `mầm non kết thúc ngày 07/01,
    THCS ngày 08/01`. Else it has the days of its own clause, and of those after it that name
    nobody, without those of other names.
    """
    of_clauses: dict[Span, set[date]] = defaultdict(set)
    for deadline in reading.deadlines:
        if not _within(deadline, asked):
            of_clauses[_asking(reading, deadline.start, asked)].add(deadline.day)
    found: set[date] = set()
    for start, end in hits:
        own = {d.day for d in reading.deadlines if d.start < end and start < d.end}
        found |= own or of_clauses[clause_of(reading, start)]
    return found


def _concerns(deadline: Deadline, reading: Reading, asked: Sequence[Name], school: School) -> bool:
    """Whether those of whom it is asked are the school, its level, everyone, or nobody named."""
    start, end = _asking(reading, deadline.start, asked)
    of = _within(deadline, asked) or [name for name in asked if start <= name.start < end]
    return not of or any(_is_meant(name, school) for name in of)


def _is_meant(name: Name, school: School) -> bool:
    match name:
        case SchoolMention(school=key):
            return key == school.key
        case Audience(level=level):
            of_both = school.level is Level.TH_THCS and level in (Level.TH, Level.THCS)
            return level is None or level is school.level or of_both
        case _:
            return False


def _within(deadline: Deadline, asked: Sequence[Name]) -> list[Name]:
    return [n for n in asked if n.start < deadline.end and deadline.start < n.end]


def _asking(reading: Reading, place: int, asked: Sequence[Name]) -> Span:
    """The clause that says of whom the one at `place` speaks: itself, or the nearest before."""
    text = reading.passage.prose.text
    span = clause_of(reading, place)
    before = span
    while not any(before[0] <= name.start < before[1] for name in asked):
        end = len(text[: before[0]].rstrip())
        if not end:
            return span
        before = clause_of(reading, end - 1)
    return before
