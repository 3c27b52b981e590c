"""From the folder of records to the files in `docs/`: read, check, build, write."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator import checks, indexes, records, site, writer
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Generated:
    """What came of it; nothing is written when any problem is an error."""

    problems: tuple[Problem, ...]
    written: writer.Written | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.warning)


def read(folder: Path) -> tuple[indexes.Graph | None, tuple[Problem, ...]]:
    """The archive cross-linked, and every problem; None where an error stands in the way."""
    loaded = records.load(folder)
    if loaded.archive is None:
        return None, loaded.problems
    graph = indexes.graph(loaded.archive)
    return graph, tuple(sorted({*loaded.problems, *checks.problems(graph)}))


def generate(folder: Path, docs: Path, *, today: date | None = None) -> Generated:
    """Write the pages of `folder` (records) into `docs`; raises writer.HandWritten."""
    graph, problems = read(folder)
    if graph is None or any(not problem.warning for problem in problems):
        return Generated(problems, None)
    built = site.build(graph, today or day_given() or site.latest_date(graph.archive))
    return Generated(problems, writer.write(built.files, docs))


def day_given() -> date | None:
    """The day that SOURCE_DATE_EPOCH asks for, for builds that anyone can repeat."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
