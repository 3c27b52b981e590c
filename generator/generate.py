"""From the folder of records to the files in `docs/`: read, check, build, write."""

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from generator import checks, indexes, ledger, records, redaction, site, writer
from generator.ledger import Addresses, Ledger
from generator.problems import Problem
from generator.urls import Address

LEDGER = "published.json"
"""The file among the records that lists what was ever published."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What came of it; nothing is written when any problem is an error.

    `addresses` are the site's own, `ledger` those that were ever published; `canaries` are words
    that may not be in a public site.
    """

    problems: tuple[Problem, ...]
    written: writer.Written | None = None
    today: date | None = None
    ledger: Ledger = field(default_factory=Ledger)
    addresses: Addresses = field(default_factory=dict)
    canaries: tuple[str, ...] = ()

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
    by_hand = writer.hand_written(docs)
    known, text, unreadable = _ledger(folder)
    built = site.build(
        shown,
        today,
        public=public,
        redirects=known.redirects,
        by_hand=[Address(path.removesuffix(".md")) for path in by_hand if path.endswith(".md")],
    )
    addresses = ledger.addresses(graph.archive, [*built.sources, *by_hand])
    file = f"{folder.name}/{LEDGER}"
    lost = ledger.problems(known, addresses, graph.archive, text=text, file=file)
    problems = (*problems, *unreadable, *lost)
    if any(not problem.warning for problem in problems):
        return Generated(problems)
    return Generated(
        problems,
        writer.write(built.files, docs),
        today,
        known,
        addresses,
        redaction.canaries(graph.archive) if public else (),
    )


def _ledger(folder: Path) -> tuple[Ledger, str, tuple[Problem, ...]]:
    """The ledger of the folder of records, its text, and what is wrong with it."""
    path = folder / LEDGER
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    try:
        return ledger.read(text, f"{folder.name}/{LEDGER}") if text else Ledger(), text, ()
    except ledger.Unreadable as error:
        return Ledger(), text, (error.problem,)


def day_given() -> date | None:
    """The day that SOURCE_DATE_EPOCH asks for, for builds that anyone can repeat."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
