"""The process that builds for the preview: it stays warm, and what it reads it keeps at hand."""

import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from generator import urls, writer
from generator.accelerator import Doubt, Warm
from generator.generate import MEMORY, generate, linked
from generator.kept_files import CACHE
from generator.memory import Memory
from generator.mkdocs_messages import Unconfigured
from generator.pages.notice import notice_page
from generator.pages.surroundings import surroundings
from generator.plugin import Settings, build_html, settings
from generator.preview.watching import Watched
from generator.problems import any_error


@dataclass(frozen=True, slots=True)
class Order:
    """Build into `site`, which may hold an older site; `changed` are the files that were saved."""

    config: Path
    site: Path
    changed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Ahead:
    """The pages of the saved records, before all others: HTML by place in the site."""

    pages: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: `failures` keep the site from being built, there are none when it was.

    `doubtful` is what should be looked at; `watched` is None where nobody knows what to watch.
    """

    failures: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    seconds: float = 0.0
    watched: Watched | None = None


def work(orders: Connection) -> None:
    """Carry out orders until the other side hangs up: Ahead where it can be had, then Outcome."""
    builder = _Builder()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then hangs up
    while True:
        try:
            order = orders.recv()
        except EOFError:
            return
        try:
            if ahead := builder.ahead(order):
                orders.send(Ahead(ahead))
            outcome = builder.build(order)
        except Unconfigured as told:
            outcome = Outcome(tuple(f"{told}".split("\n")))
        except Exception as error:  # the preview goes on, whatever was saved
            outcome = Outcome((f"{type(error).__name__}: {error}",))
        orders.send(outcome)


class _Builder:
    """Keeps what the last build left ready."""

    def __init__(self) -> None:
        self.warm: Warm | None = None
        self.records = Path()
        self.public = False

    def ahead(self, order: Order) -> Mapping[str, bytes]:
        """The saved notices' pages, where nothing is wrong; the whole site comes after them."""
        ids = {Path(path).stem for path in order.changed if self.records in Path(path).parents}
        # What is left out of one notice depends on all of them.
        if self.warm is None or not ids or self.public:
            return {}
        memory = Memory(order.config.absolute().parent / CACHE / MEMORY)
        known = linked(self.records, memory)
        graph = known.graph
        if graph is None or any_error(known.problems):
            return {}
        pages: dict[str, bytes] = {}
        for notice in graph.archive.notices:
            if notice.id in ids:
                around = surroundings(graph, notice)
                page = notice_page(notice, graph.readings[notice.id], around)
                with suppress(Doubt):
                    if rendered := self.warm.page(urls.source(page.address), page.text):
                        pages.update([rendered])
        return pages

    def build(self, order: Order) -> Outcome:
        begun = time.monotonic()
        where = settings(order.config)
        self.records, self.public = where.records, where.public
        cache = order.config.absolute().parent / CACHE
        generated = generate(where.records, where.docs, public=where.public, cache=cache)
        failures = tuple(map(str, generated.errors))
        if not failures:
            failures = build_html(
                order.config, order.site, generated=generated, warm=self._keep_warm
            )
        watched = _watched(order.config, where)
        doubtful = tuple(str(problem) for problem in generated.problems if problem.warning)
        return Outcome(failures, doubtful, time.monotonic() - begun, watched)

    def _keep_warm(self, warm: Warm) -> None:
        self.warm = warm


def _watched(config: Path, where: Settings) -> Watched:
    by_hand = {*writer.hand_written(where.docs)}
    generated_at_top = frozenset(path.name for path in where.docs.glob("*.*")) - by_hand
    places = (config, where.records, *where.watched)
    return Watched(places, where.docs, generated_at_top)
