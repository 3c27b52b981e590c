"""Figures that count schools, held against the schools that their place names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.graph.indexes import Graph
from generator.graph.linking import Reading
from generator.model import Notice
from generator.names.named import OpenName, SchoolMention
from generator.problems import Problem, first_ones
from generator.vietnamese import sort_key


def wrong_counts(graph: Graph) -> Iterator[Problem]:
    """`05 trường` and five names."""
    for notice in graph.archive.notices:
        yield from first_ones(_counts_in(graph, notice))


def _counts_in(graph: Graph, notice: Notice) -> Iterator[Problem]:
    readings: dict[str, list[Reading]] = defaultdict(list)
    for reading in graph.readings[notice.id]:
        readings[reading.passage.anchor].append(reading)
    named: dict[str, _Named] = {}
    for i, part in enumerate(notice.parts):
        for j, section in enumerate(part.sections):
            for k, figure in enumerate(section.figures):
                if not figure.counts_schools:
                    continue
                if figure.anchor not in named:
                    named[figure.anchor] = _named(graph, readings[figure.anchor])
                schools = named[figure.anchor]
                if schools.count != figure.amount:
                    path = f"parts[{i}].sections[{j}].figures[{k}].value"
                    message = (
                        f"ghi {figure.value} trường nhưng {figure.label} nêu tên {schools.count}"
                        f" trường{schools.names}; kiểm tra lại số và tên trường{schools.unknown}"
                    )
                    yield Problem(notice.file, figure.line, path, message)


@dataclass(frozen=True, slots=True)
class _Named:
    """How many schools a place names, and in brackets which, and which of them nobody knows."""

    count: int
    names: str
    unknown: str


def _named(graph: Graph, readings: Sequence[Reading]) -> _Named:
    """`readings` are those of one place."""
    known: set[str] = set()
    unsettled: dict[str, OpenName] = {}
    for reading in readings:
        for name in reading.names:
            if isinstance(name, SchoolMention):
                entry = graph.schools.get(name.school)  # a note may name one that nobody knows
                known.add(str(entry.school) if entry else name.school)
            elif isinstance(name, OpenName):
                unsettled[reading.passage.prose.text[name.start : name.end]] = name
    schools = sorted(known | {*unsettled}, key=sort_key)
    new = [words for words, name in unsettled.items() if not name.candidates]
    return _Named(
        len(known) + len(unsettled),
        f" ({_few_schools(schools)})" if schools else "",
        f" (chưa có trong records/schools.yml: {_few_schools(new)})" if new else "",
    )


_MOST_SCHOOLS = 10


def _few_schools(names: Sequence[str]) -> str:
    """The first of the schools, and how many more there are."""
    shown = ", ".join(names[:_MOST_SCHOOLS])
    more = len(names) - _MOST_SCHOOLS
    return f"{shown} và {more} trường khác nữa" if more > 0 else shown
