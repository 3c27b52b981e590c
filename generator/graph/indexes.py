"""The archive as a graph: notices by school, field, document and school year; back-links.

Everything is in the order people read it: newest month first, within a notice as it stands.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.graph import linking
from generator.graph.catalogue import Catalogue, Mention, catalogue
from generator.graph.linking import Reading
from generator.model import (
    Archive,
    Level,
    Notice,
    Part,
    Passage,
    Registers,
    School,
    SchoolYear,
    Section,
    Topic,
)
from generator.names.mentions import Names
from generator.names.named import Audience, How, Name, OpenName, SchoolMention


@dataclass(frozen=True, slots=True)
class SchoolPlace:
    """A place that names a school, and how the school is known from it."""

    mention: Mention
    how: How


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    """A school with every place that names it; `common` holds those that address its level."""

    school: School
    named: tuple[SchoolPlace, ...]
    common: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class TopicPlace:
    """One section of a notice about a field: results of a month, or a task."""

    notice: Notice
    part: Part
    section: Section


@dataclass(frozen=True, slots=True)
class TopicEntry:
    topic: Topic
    places: tuple[TopicPlace, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due: the words, the day, where."""

    mention: Mention
    day: date


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A name that nobody can settle from the words alone."""

    mention: Mention
    name: OpenName


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole archive, read and cross-linked."""

    archive: Archive
    readings: Mapping[str, tuple[Reading, ...]]
    catalogue: Catalogue
    schools: Mapping[str, SchoolEntry]
    topics: Mapping[str, TopicEntry]
    every_school: tuple[Mention, ...]
    due: tuple[Due, ...]
    open_names: tuple[OpenPlace, ...]

    @property
    def newest(self) -> tuple[Notice, ...]:
        return self.archive.notices[::-1]

    @property
    def years(self) -> Mapping[SchoolYear, tuple[Notice, ...]]:
        """Notices of each school year, newest year first, newest month first."""
        years: dict[SchoolYear, list[Notice]] = defaultdict(list)
        for notice in self.newest:
            years[notice.month.school_year].append(notice)
        return {year: tuple(years[year]) for year in sorted(years, reverse=True)}

    def neighbours(self, notice: Notice) -> tuple[Notice | None, Notice | None]:
        """The notice before and the one after."""
        notices = self.archive.notices
        place = bisect_left(notices, (notice.month, notice.id), key=lambda n: (n.month, n.id))
        before = notices[place - 1] if place else None
        return before, notices[place + 1] if place + 1 < len(notices) else None


def graph(archive: Archive, read: Mapping[str, tuple[Reading, ...]] | None = None) -> Graph:
    """Read every notice for what it names, but for those in `read` by id; turn the links round."""
    read = read or {}
    new = read_all((n for n in archive.notices if n.id not in read), archive.registers)
    readings = {n.id: read[n.id] if n.id in read else new[n.id] for n in archive.notices}
    in_order = [reading for notice in archive.notices for reading in readings[notice.id]]
    newest = [reading for notice in archive.notices[::-1] for reading in readings[notice.id]]
    named, common, every, open_names = _schools(newest)
    return Graph(
        archive,
        readings,
        catalogue(in_order, archive),
        {
            school.key: SchoolEntry(
                school,
                tuple(named[school.key]),
                tuple(common[school.level]),
            )
            for school in archive.registers.schools
        },
        _topics(archive),
        tuple(every),
        tuple(
            Due(_mention(reading, deadline.start, deadline.end), deadline.day)
            for reading in newest
            for deadline in reading.deadlines
        ),
        tuple(open_names),
    )


def read_all(notices: Iterable[Notice], registers: Registers) -> dict[str, tuple[Reading, ...]]:
    """What the passages of some notices name, by the notice's id."""
    own = registers.own_body.place
    names = Names(registers.schools, wards=[own] if own else [])
    return {notice.id: linking.read(notice, names, registers.topics) for notice in notices}


def _mention(reading: Reading, start: int, end: int) -> Mention:
    return Mention(reading, start, end, reading.passage.prose.text[start:end])


def _schools(
    newest: Sequence[Reading],
) -> tuple[
    dict[str, list[SchoolPlace]], dict[Level, list[Mention]], list[Mention], list[OpenPlace]
]:
    named: dict[str, list[SchoolPlace]] = defaultdict(list)
    common: dict[Level, list[Mention]] = defaultdict(list)
    every: list[Mention] = []
    unsettled: list[OpenPlace] = []
    for reading in newest:
        has_work = _has_work(reading.passage)
        for name, start, end in _spans(reading.names):
            mention = _mention(reading, start, end)
            match name:
                case SchoolMention(school=key, how=how):
                    named[key].append(SchoolPlace(mention, how))
                case Audience() if not has_work:
                    pass
                case Audience(level=None):
                    every.append(mention)
                case Audience(level=Level() as level):
                    common[level].append(mention)
                    if level in (Level.TH, Level.THCS):
                        # A school of two levels is addressed as either of them.
                        both = common[Level.TH_THCS]
                        if not both or both[-1] != mention:  # two levels said in one breath
                            both.append(mention)
                case OpenName():
                    unsettled.append(OpenPlace(mention, name))
    return named, common, every, unsettled


def _spans(names: Sequence[Name]) -> Iterator[tuple[Name, int, int]]:
    """Each name with its own words; `các trường phổ thông` addresses two levels in one breath.

    A level that is said again is said in another breath.
    """
    audiences = [name for name in names if isinstance(name, Audience)]
    place = -1
    for name in names:
        start, end = name.start, name.end
        if isinstance(name, Audience):
            place += 1
            levels = {name.level}
            before = audiences[place - 1] if place else None
            if before and start <= before.end + 1 and before.level not in levels:
                levels.add(before.level)
                start = before.start
            for other in audiences[place + 1 : place + 1 + len(Level)]:
                if other.start > end + 1 or other.level in levels:
                    break
                levels.add(other.level)
                end = max(end, other.end)
        yield name, start, end


def _has_work(passage: Passage) -> bool:
    """Whether it can ask something of those it addresses: no head, no foot, no heading does."""
    if passage.part is None:
        return passage.anchor.startswith("chu-thich-")
    section_title = passage.section.title if passage.section else None
    return passage.prose is not passage.part.title and passage.prose is not section_title


def _topics(archive: Archive) -> dict[str, TopicEntry]:
    places: dict[str, list[TopicPlace]] = defaultdict(list)
    for notice in archive.notices[::-1]:
        for part in notice.parts:
            for section in part.sections:
                for key in section.topics:
                    places[key].append(TopicPlace(notice, part, section))
    return {
        topic.key: TopicEntry(topic, tuple(places[topic.key])) for topic in archive.registers.topics
    }
