"""From the folder of records to the files in `docs/`: read, check, build, write."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator import checks, indexes, records, redaction, site, writer
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Generated:
    """What came of it; nothing is written when any problem is an error."""

    problems: tuple[Problem, ...]
    written: writer.Written | None = None
    today: date | None = None

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


def generate(
    folder: Path, docs: Path, *, today: date | None = None, public: bool = False
) -> Generated:
    """Write the pages of `folder` (records) into `docs`; raises writer.HandWritten.

    `public` leaves out what only the department may read.
    """
    graph, problems = read(folder)
    if graph is None or any(not problem.warning for problem in problems):
        return Generated(problems)
    today = today or day_given() or site.latest_date(graph.archive)
    shown = indexes.graph(redaction.redacted(graph.archive)) if public else graph
    built = site.build(shown, today, public=public)
    return Generated(problems, writer.write(built.files, docs), today)


def day_given() -> date | None:
    """The day that SOURCE_DATE_EPOCH asks for, for builds that anyone can repeat."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
