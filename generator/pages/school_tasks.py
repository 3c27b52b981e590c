"""What is asked of a school and told to it: by its name, with its level, with every school.

All of it from the same newest notices, each sentence once, where it addresses the school closest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from generator import urls
from generator.graph.catalogue import Mention
from generator.graph.indexes import Graph, SchoolEntry
from generator.graph.linking import Reading
from generator.model import FootnoteMark, Month, Notice, School
from generator.pages.due_dates import due_dates
from generator.pages.entries import Quote
from generator.pages.page import Links
from generator.pages.quotes import by_sentence, cut, quote
from generator.vietnamese import Span

RECENT, MOST = 12, 90
"""Notices whose common words stand on a school's page, and places in them: every school of a level
has the same ones. Older ones are on the notices' own pages."""

MOST_MONTHS = 4
"""Months that are told one by one."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, or as much of it as is shown, with what addresses somebody in it."""

    reading: Reading
    words: Span
    hits: list[Span]
    quote: Quote

    @property
    def place(self) -> tuple[int, Span]:
        return id(self.reading), self.words


@dataclass(frozen=True, slots=True)
class Common:
    """What addresses a level and every school in some of the newest notices, newest first.

    Of both, what is asked and what is told.
    """

    notices: Sequence[Notice]
    tasks: tuple[Sequence[Told], Sequence[Told]]
    results: tuple[Sequence[Told], Sequence[Told]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Quotes of one list; `is_above` where all that belongs here stands in the lists above."""

    quotes: tuple[Quote, ...]
    is_above: bool


def common(graph: Graph, of_level: Sequence[Mention]) -> Common:
    """Whole notices, as many as have room for what addresses the level and every school."""
    newest = graph.newest[:RECENT]
    both = [_of(newest, of_level), _of(newest, graph.every_school)]
    number = Counter(mention.reading.notice.id for mentions in both for mention in mentions)
    fitting = newest[: fitting_notices([number[notice.id] for notice in newest])]
    level, every = ([*_told(graph, _of(fitting, mentions))] for mentions in both)
    tasks, results = (
        (
            [told for told, asks in level if asks is wanted],
            [told for told, asks in every if asks is wanted],
        )
        for wanted in (True, False)
    )
    return Common(fitting, tasks, results)


def fitting_notices(places: Sequence[int]) -> int:
    """How many of the newest notices there is room for, by the places in each, newest first."""
    return max(1, sum(total <= MOST for total in accumulate(places[:RECENT])))


def own_tasks(graph: Graph, entry: SchoolEntry, notices: Sequence[Notice]) -> list[Told]:
    """What names the school among the tasks of these notices."""
    mentions = _of(notices, [place.mention for place in entry.named])
    return [told for told, asks in _told(graph, mentions) if asks]


def has_older_tasks(graph: Graph, entry: SchoolEntry, notices: Sequence[Notice]) -> bool:
    recent = {notice.id for notice in notices}
    readings = (place.mention.reading for place in entry.named)
    return any(r.notice.id not in recent and is_task(graph, r) for r in readings)


def listed(school: School, *lists: Sequence[Told]) -> list[Listed]:
    """Each sentence once, in the first of the lists that has it; nothing of when it was closed."""
    seen: set[tuple[int, Span]] = set()
    found = []
    for these in lists:
        open_ = [told for told in these if _is_open(school, told.reading.notice.month)]
        new = [told for told in open_ if told.place not in seen]
        seen.update(told.place for told in new)
        found.append(Listed(tuple(_dated(told, school) for told in new), bool(open_) and not new))
    return found


def _is_open(school: School, month: Month) -> bool:
    """Nothing is asked of a school before it opens, nor after it ends."""
    return (school.since or month) <= month <= (school.until or month)


def _dated(told: Told, school: School) -> Quote:
    days = due_dates(told.reading, told.hits, school)
    return replace(told.quote, due=days) if days else told.quote


def _of(notices: Iterable[Notice], mentions: Sequence[Mention]) -> list[Mention]:
    """Those in some of the newest notices; `mentions` are newest first."""
    wanted = {notice.id for notice in notices}
    return list(takewhile(lambda mention: mention.reading.notice.id in wanted, mentions))


def _told(graph: Graph, mentions: Iterable[Mention]) -> Iterator[tuple[Told, bool]]:
    """With whether it is a task."""
    here = Links(urls.SCHOOLS)  # every school's page lies beside the index
    for reading, (start, end), hits in by_sentence(mentions):
        words = cut(reading.passage.prose.text, start, end, hits)
        told = Told(reading, words, hits, quote(reading, start, end, hits, here))
        yield told, is_task(graph, reading)


def is_task(graph: Graph, reading: Reading) -> bool:
    """Whether it stands among the notice's tasks, or in a footnote that is called from there."""
    if reading.passage.part:
        return reading.passage.part.is_tasks
    called = {
        mark.what.number
        for other in graph.readings[reading.notice.id]
        if other.passage.part and other.passage.part.is_tasks
        for mark in other.passage.prose.marks
        if isinstance(mark.what, FootnoteMark)
    }
    return any(
        footnote.number in called and f"{reading.passage.anchor}-".startswith(f"{footnote.anchor}-")
        for footnote in reading.notice.footnotes
    )


def where_from(notices: Sequence[Notice], count: int) -> str:
    """`3 thông báo mới nhất: 06, 07, 08/2026`, of `count` in all; `notices` are newest first."""
    months = sorted({notice.month for notice in notices})
    if not months:
        return ""
    how_many = "thông báo mới nhất" if len(notices) == 1 else f"{len(notices)} thông báo mới nhất"
    if len(notices) == count:
        how_many = f"cả {count} thông báo" if count > 1 else "thông báo duy nhất"
    if len(months) > MOST_MONTHS:
        return f"{how_many}, từ tháng {months[0]} đến tháng {months[-1]}"
    years = sorted({month.year for month in months})
    told = (
        f"{', '.join(f'{month.month:02}' for month in months if month.year == year)}/{year}"
        for year in years
    )
    return f"{how_many}: {'; '.join(told)}"
