"""Where the generator's time goes in one process: reading, linking, checking, rendering; `apart` is
what another one makes where there is a second core: search's data, lists of fields and years.

`python -m benchmarks.phases RECORDS` prints JSON; with `--profile link` also what that phase does.
"""

import argparse
import cProfile
import gc
import gzip
import json
import pstats
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator import site
from generator.cli import GARBAGE
from generator.graph import checks, indexes
from generator.records import loading as records

T = TypeVar("T")

PHASES = ("read", "link", "check", "render", "apart")


class Clock:
    """CPU seconds and peak memory in bytes by phase."""

    def __init__(self, profiled: str) -> None:
        self.profiled = profiled
        self.phases: dict[str, dict[str, float]] = {}

    def time(self, phase: str, work: Callable[[], T]) -> T:
        profile = cProfile.Profile()
        start = time.process_time()
        result = profile.runcall(work) if phase == self.profiled else work()
        cpu = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self.phases[phase] = {"cpu": round(cpu, 3), "memory": memory}
        if phase == self.profiled:
            pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(40)
        return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.phases", description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--profile", default="", choices=PHASES)
    given = parser.parse_args()
    gc.set_threshold(*GARBAGE)
    clock = Clock(given.profile)
    loaded = clock.time("read", lambda: records.load(given.records))
    archive = loaded.archive
    if archive is None:
        raise SystemExit("\n".join(map(str, loaded.problems[:20])))
    graph = clock.time("link", lambda: indexes.graph(archive))
    clock.time("check", lambda: checks.problems(graph))
    day = site.latest_date(archive)
    built = clock.time("render", lambda: site.build(graph, day, meanwhile=dict))
    files = built.files | clock.time("apart", lambda: site.apart(graph))
    heaviest = sorted(
        ((len(gzip.compress(text, 6, mtime=0)), path) for path, text in files.items()),
        reverse=True,
    )
    report = {
        "phases": clock.phases,
        "files": len(files),
        "bytes": sum(map(len, files.values())),
        "heaviest, gzipped": [f"{path}: {weight}" for weight, path in heaviest[:8]],
    }
    print(json.dumps(report, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
