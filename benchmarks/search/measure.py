"""One engine on one site in a fresh browser page: ranks, bytes, times, memory."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search.engines import Engine
from benchmarks.search.queries import Query
from benchmarks.search.server import served

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--enable-blink-features=ForceEagerMeasureMemory",
)
LONGEST = 600_000
"""Milliseconds to wait for an answer."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes are packed as sent, times milliseconds, memory bytes of the page with its workers.

    `view` is what a page view loads of the search, `bytes` all that a search loads. `ready` runs
    from focus, asking at once on a page just loaded, to the first answer, `whole` to that of the
    whole archive. `first` is the share of queries whose right page came first, `found` within ten.
    """

    engine: str
    view: int
    bytes: int
    ready: float
    whole: float
    median: float
    slowest: float
    memory: int
    first: float
    found: float
    missed: tuple[str, ...]


def measure(browser: Browser, engine: Engine, site: Path, queries: Sequence[Query]) -> Measured:
    """The first of the queries is asked first and last, so that the first answer is a cold one."""
    with served(site) as (address, sent):
        page = browser.new_page()
        page.set_default_timeout(LONGEST)
        page.goto(address, wait_until="networkidle")
        view = _of(engine, sent)
        sent.clear()
        page.close()
        page = browser.new_page()
        page.set_default_timeout(LONGEST)
        page.goto(address, wait_until="load")
        answer = page.evaluate(engine.ask, queries[0].text)
        ready, whole = answer["took"], answer["whole"]
        times, ranks = [], []
        for query in [*queries[1:], queries[0]]:
            answer = page.evaluate(engine.ask, query.text)
            times.append(answer["took"])
            ranks.append(_rank(answer["links"], query, address))
        memory = page.evaluate(
            "async () => (await performance.measureUserAgentSpecificMemory()).bytes"
        )
        page.close()
        total = _of(engine, sent)
    asked = [*queries[1:], queries[0]]
    return Measured(
        engine.name,
        view,
        total,
        ready,
        whole,
        statistics.median(times),
        max(times),
        memory,
        ranks.count(1) / len(ranks),
        sum(0 < rank <= 10 for rank in ranks) / len(ranks),
        tuple(query.text for query, rank in zip(asked, ranks, strict=True) if rank != 1),
    )


def _of(engine: Engine, sent: dict[str, int]) -> int:
    return sum(size for path, size in sent.items() if path.startswith(engine.loads))


def _rank(links: Sequence[str], query: Query, address: str) -> int:
    """Where the first right page stands, from 1; 0 when it is not there. Nothing is right alone."""
    if not query.right:
        return 0 if links else 1
    for place, link in enumerate(links, start=1):
        path = link.removeprefix(address).lstrip("/").split("#")[0].split("?")[0]
        if path in query.right:
            return place
    return 0
