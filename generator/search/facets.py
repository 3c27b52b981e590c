"""What search results are filtered by, as numbers: school years (newest first), fields, levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.graph.catalogue import Mention
from generator.graph.indexes import Graph
from generator.graph.linking import Reading
from generator.model import Level, Notice, Passage, SchoolYear
from generator.names.named import Audience, SchoolMention

Json: TypeAlias = str | int | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Facets:
    """The numbers of school years and fields, and the level of what bears one."""

    years: Mapping[SchoolYear, int]
    fields: Mapping[str, int]
    field_levels: Mapping[str, Level | None]
    school_levels: Mapping[str, Level]

    def year(self, notice: Notice) -> int:
        return self.years[notice.month.school_year]

    def years_of(self, mentions: Iterable[Mention]) -> list[int]:
        return sorted({self.year(mention.reading.notice) for mention in mentions})

    def fields_of(self, passages: Iterable[Passage]) -> list[int]:
        sections = (passage.section for passage in passages)
        return sorted({self.fields[key] for s in sections if s for key in s.topics})

    def levels_beside_field(self, reading: Reading) -> int:
        """The levels that a passage's words name or address and its fields don't belong to."""
        section = reading.passage.section
        own = {self.field_levels[key] for key in section.topics} if section else set()
        levels: set[Level | None] = set()
        for name in reading.names:
            match name:
                case SchoolMention(school=key):
                    levels.add(self.school_levels[key])
                case Audience(level=level):
                    levels.add(level)
        return level_bits(level for level in levels - own if level)


def facets(graph: Graph) -> Facets:
    return Facets(
        {year: number for number, year in enumerate(graph.years)},
        {key: number for number, key in enumerate(graph.topics)},
        {key: entry.topic.level for key, entry in graph.topics.items()},
        {key: entry.school.level for key, entry in graph.schools.items()},
    )


def level_bits(levels: Iterable[Level]) -> int:
    """A set of levels as a number, the first level being 1."""
    given = set(levels)
    return sum(1 << place for place, level in enumerate(Level) if level in given)
