"""What a command costs over all its processes: seconds of wall and CPU, memory at its peak."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks at the memory."""


class Failed(Exception):
    """A command that did not end well; carries the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`memory` is the largest sum, in bytes, of what all processes held at one moment."""

    wall: float
    cpu: float
    memory: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder`; raises Failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    wall = time.perf_counter() - start
    watch.done.set()
    watch.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise Failed(f"{' '.join(command)}:\n{said.decode(errors='replace')[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, watch.peak)


class _Watch(threading.Thread):
    """Looks at a session of processes again and again."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak = 0
        self.done = threading.Event()

    def run(self) -> None:
        while True:
            self.peak = max(self.peak, _held(self.session))
            if self.done.wait(_EVERY):
                return


def _held(session: int) -> int:
    """Bytes that every process of the session holds, which is what the machine has less of.

    What several processes share is shared out among them (the proportional set size, PSS): a forked
    worker's resident pages are mostly its parent's, and adding them up would count them again.
    Linux only: `/proc/PID/stat`, of which field 6 is the session, and `/proc/PID/smaps_rollup`.
    """
    total = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == session:
                    lines = Path(entry.path, "smaps_rollup").read_text().splitlines()
                    total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            except OSError:  # ended while we looked
                continue
    return total * 1024


def size(folder: Path) -> tuple[int, int]:
    """(files, bytes) below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
