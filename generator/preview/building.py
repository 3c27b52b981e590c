"""The process that builds for the preview: it stays warm, and what it reads it keeps at hand."""

import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from generator.preview.watching import Watched


@dataclass(frozen=True, slots=True)
class Order:
    """Build into `site`, which may hold an older site."""

    config: Path
    site: Path


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
    """Carry out orders until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then hangs up
    while True:
        try:
            order = orders.recv()
        except EOFError:
            return
        try:
            outcome = _build(order)
        except Exception as error:  # the preview goes on, whatever was saved
            outcome = Outcome((f"{type(error).__name__}: {error}",))
        orders.send(outcome)


def _build(order: Order) -> Outcome:
    from generator import writer
    from generator.generate import generate
    from generator.plugin import CACHE, build_html, settings

    begun = time.monotonic()
    where = settings(order.config)
    cache = order.config.absolute().parent / CACHE
    generated = generate(where.records, where.docs, cache=cache)
    failures = tuple(map(str, generated.errors))
    if not failures:
        failures = build_html(order.config, order.site, generated=generated)
    by_hand = {*writer.hand_written(where.docs)}
    generated_at_top = frozenset(path.name for path in where.docs.glob("*.*")) - by_hand
    places = (order.config, where.records, *where.watched)
    watched = Watched(places, where.docs, generated_at_top)
    doubtful = tuple(str(problem) for problem in generated.problems if problem.warning)
    return Outcome(failures, doubtful, time.monotonic() - begun, watched)
