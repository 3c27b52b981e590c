"""`python -m benchmarks.search`: search side by side on archives of a few sizes.

Figures are of one run on one machine; what stands beside each other was measured one after the
other in the same browser. Pagefind and MiniSearch take part
where they are installed: `npm install pagefind minisearch`.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import archive, builders
from benchmarks.search import minisearch
from benchmarks.search.engines import ENGINES, Engine, pagefind
from benchmarks.search.measure import FLAGS, Measured, measure
from benchmarks.search.queries import Query, queries
from generator.generate import generate
from generator.graph import indexes
from generator.graph.indexes import Graph
from generator.records import loading

OURS = (
    sys.executable,
    "-c",
    "import sys; from generator.cli import main; sys.exit(main(['build']))",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--notices", type=int, nargs="+", default=[24, 240])
    parser.add_argument("--each", type=int, default=20, help="queries of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], help="these engines")
    parser.add_argument("--misses", action="store_true", help="tell the queries that missed")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    chosen = [e for e in ENGINES if not given.only or e.name in given.only]
    missing = {name for name, found in _libraries().items() if not found}
    chosen = [engine for engine in chosen if engine.name not in missing]
    figures = {}
    for notices in given.notices:
        with tempfile.TemporaryDirectory(prefix="giaoban-search-") as place:
            rows = _compare(Path(place), notices, given.seed, given.each, chosen)
        print("\n".join(_table(notices, rows)), flush=True)
        if given.misses:
            for row in rows:
                print(f"{row.engine} missed: {', '.join(row.missed)}")
        figures[notices] = [asdict(row) for row in rows]
        if given.json:
            text = json.dumps(figures, ensure_ascii=False, indent=2)
            given.json.write_text(f"{text}\n", "utf-8")


def _compare(
    folder: Path, notices: int, seed: int, each: int, chosen: Sequence[Engine]
) -> list[Measured]:
    archive.write(folder / "records", notices, seed)
    shutil.copytree(builders.PROJECT / "docs" / "huong-dan", folder / "docs" / "huong-dan")
    generate(folder / "records", folder / "docs")
    graph = _graph(folder / "records")
    asked = _queries(graph, each, seed)
    sites = {name: _built(folder, name, graph) for name in {engine.site for engine in chosen}}
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        rows = [measure(browser, engine, sites[engine.site], asked) for engine in chosen]
        browser.close()
    return rows


def _libraries() -> dict[str, bool]:
    """Which of what npm installs is here."""
    return {"pagefind": pagefind() is not None, "minisearch": minisearch.LIBRARY.exists()}


def _graph(folder: Path) -> Graph:
    archive_ = loading.load(folder).archive
    if archive_ is None:
        raise SystemExit("the archive cannot be read")
    return indexes.graph(archive_)


def _queries(graph: Graph, each: int, seed: int) -> list[Query]:
    met: dict[str, Query] = {}
    for query in queries(graph, each, seed):
        met.setdefault(query.text, query)
    return list(met.values())


def _built(folder: Path, name: str, graph: Graph) -> Path:
    """The site of one engine: ours, or Material as it comes, with Pagefind's index beside it."""
    home = folder / name
    if name == "minisearch":
        minisearch.write(graph, home)
        return home
    builder = next(
        b for b in builders.BUILDERS if b.name == {"ours": "giaoban"}.get(name, "mkdocs")
    )
    if builder.reads_records:
        shutil.copytree(folder / "records", home / "records")
        shutil.copytree(folder / "docs" / "huong-dan", home / "docs" / "huong-dan")
    else:
        shutil.copytree(folder / "docs", home / "docs")
    builder.lay_out(home)
    command = OURS if name == "ours" else builder.command
    _run(command, home, dict(builder.environment))
    if name == "plain" and (found := pagefind()):
        _run([found, "--site", "site"], home, {})
    return home / builder.output


def _run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> None:
    print(f"{folder.name}: {Path(command[0]).name} …", file=sys.stderr, flush=True)
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])


def _table(notices: int, rows: Sequence[Measured]) -> Iterator[str]:
    yield f"\n{notices} notices\n"
    yield (
        "| engine | right first | in ten | KB a view | KB all | ms to first answer"
        " | ms to all | ms a query | slowest | MB |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for row in rows:
        yield (
            f"| {row.engine} | {row.first:.0%} | {row.found:.0%} | {row.view / 1024:.1f}"
            f" | {row.bytes / 1024:.0f} | {row.ready:.0f}"
            f" | {row.whole:.0f} | {row.median:.1f} | {row.slowest:.0f}"
            f" | {row.memory / 1e6:.0f} |"
        )


if __name__ == "__main__":
    main()
