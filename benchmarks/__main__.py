"""`python -m benchmarks` (`make bench`): what building costs, ours beside plain MkDocs and others.

Figures are medians of a few rounds in one run on one machine; only their ratios to plain MkDocs,
which builds the same Markdown in the same run, say anything about another machine.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.builders import PROJECT, YARDSTICK, available
from benchmarks.compare import CASES, Row, compare


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--notices", type=int, nargs="+", default=[24, 240])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], help="these builders, beside mkdocs")
    parser.add_argument("--large", action="store_true", help="2,400 notices too: takes an hour")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    chosen = [b for b in available() if not given.only or b.name in (YARDSTICK, *given.only)]
    figures = {}
    for notices in [*given.notices, *([2400] if given.large else [])]:
        with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as place:
            folder = Path(place)
            rows = compare(folder, notices, given.seed, chosen, given.rounds, _tell)
            phases = _phases(folder / "base" / "records")
        print("\n".join(_table(notices, rows)))
        print("\n".join(_of_phases(phases)), flush=True)
        figures[notices] = {"builds": [asdict(row) for row in rows], "generator": phases}
        if given.json:
            given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
    else:
        print(words, file=sys.stderr, flush=True)


def _phases(records: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "benchmarks.phases", str(records)]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout
    report = json.loads(said)
    assert isinstance(report, dict)
    return report


def _table(notices: int, rows: Sequence[Row]) -> Iterator[str]:
    measure = {row.case: row for row in rows if row.builder == YARDSTICK}
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    yield f"\n{notices} notices, medians of {rows[0].runs}; × is against {YARDSTICK}, the same case"
    heads = f"{'wall s':>8}{'×':>7}{'CPU s':>8}{'×':>7}{'MB':>7}{'×':>7}{'files':>8}{'out MB':>8}"
    yield f"{'':12}{'case':12}{heads}"
    for case in CASES:
        for row in rows:
            if row.case != case:
                continue
            than = measure[case]
            yield (
                f"{row.builder:12}{case:12}{row.wall:8.2f}{row.wall / than.wall:7.2f}"
                f"{row.cpu:8.2f}{row.cpu / than.cpu:7.2f}"
                f"{row.memory / 1e6:7.0f}{row.memory / than.memory:7.2f}"
                f"{row.files:8}{row.size / 1e6:8.1f}"
            )


def _of_phases(report: dict[str, object]) -> Iterator[str]:
    yield "\nrecords to Markdown in one process"
    phases = report["phases"]
    assert isinstance(phases, dict)
    for name, spent in phases.items():
        yield f"{name:12}{spent['cpu']:8.2f} s CPU, {spent['memory'] / 1e6:5.0f} MB at most so far"
    heaviest = report["heaviest, gzipped"]
    assert isinstance(heaviest, list)
    yield from (f"{'':12}{line} bytes gzipped" for line in heaviest[:4])


if __name__ == "__main__":
    main()
