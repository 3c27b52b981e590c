"""`giaoban publish` in processes of their own, with sites made beforehand instead of built ones.

Everything but the building is the real thing. What takes long to load is loaded once, here, and
each run is a fork of it. With `--step N kill` a run kills itself just before the N-th change
outside of the folder it builds in, with `--step N full` it finds the disk full there; it says «cắt»
when it comes to that.
"""

import argparse
import errno
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

from generator.search.sisters import NO_SISTERS, SisterSites

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "shutil.rmtree"}
AT_MOST = 60
"""Seconds of one run."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Starts runs; `folder` holds what they say."""

    process: "subprocess.Popen[str]"
    folder: Path

    def start(self, *arguments: str) -> "Run":
        said = self.folder / f"{time.monotonic_ns()}.txt"
        said.touch()
        return Run(self, self._asked({"run": arguments, "said": str(said)}), said)

    def _asked(self, request: dict[str, object]) -> int:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@dataclass(frozen=True, slots=True)
class Run:
    """One run of publishing."""

    publisher: Publisher
    pid: int
    said: Path

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def ended(self) -> tuple[int, str]:
        """Waits; how it ended (a signal is negative) and what it said."""
        code = self.publisher._asked({"wait": self.pid})
        return code, self.said.read_text("utf-8")


@contextmanager
def publisher(folder: Path) -> Iterator[Publisher]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.publishing"],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Publisher(process, folder)


def main() -> None:
    """Serve requests, a line of JSON each, until there are no more."""
    # MkDocs takes long to load, and is not wanted here.
    plugin = ModuleType("generator.plugin")
    vars(plugin).update(CACHE=".cache", Settings=object, settings=None, build_html=None)
    sys.modules["generator.plugin"] = plugin
    importlib.import_module("generator.publishing.publish")
    for line in sys.stdin:
        request = json.loads(line)
        if "run" in request:
            answer = os.fork()
            if answer == 0:
                _run(request["run"], request["said"])
        else:
            answer = os.waitstatus_to_exitcode(os.waitpid(request["wait"], 0)[1])
        print(answer, flush=True)


def _run(arguments: Sequence[str], said: str) -> None:
    """In the fork: publish, and end."""
    signal.alarm(AT_MOST)
    code = 2
    with open(said, "w", encoding="utf-8") as told:
        sys.stdout = sys.stderr = told
        try:
            code = _publish(arguments)
        finally:
            told.flush()
            os._exit(code)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the plugin would read from the configuration."""

    records: Path
    docs: Path
    site_url: str = ""
    sister_sites: SisterSites = NO_SISTERS
    faults: tuple[str, ...] = ()
    public: bool = False


def _publish(arguments: Sequence[str]) -> int:
    from generator.generate import Generated
    from generator.published.ledger import Ledger
    from generator.publishing import publish
    from generator.publishing.going_live import Order
    from generator.publishing.releases import NotPublished, Shelf

    parser = argparse.ArgumentParser()
    for name in ("project", "shelf", "site"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--step", nargs=2)
    parser.add_argument("--by-file", action="store_true")
    parser.add_argument("--slow", type=float, default=0.0)
    parser.add_argument("--reload", default="")
    parser.add_argument("--public", action="store_true")
    parser.add_argument("--back", action="store_true")
    given = parser.parse_args(arguments)

    def settings(config: Path) -> Settings:
        return Settings(config.parent / "records", config.parent / "docs")

    def build_html(config: Path, site: Path, **_: object) -> tuple[str, ...]:
        time.sleep(given.slow)
        shutil.copytree(given.site, site)
        return ()

    def generate(
        records: Path, docs: Path, *, public: bool, publishing: bool, cache: Path
    ) -> Generated:
        assert publishing
        return Generated((), None, date(2022, 1, 1), Ledger(), {"": {}})

    vars(publish).update(settings=settings, build_html=build_html, generate=generate)
    if given.step:
        sys.addaudithook(_Step(given.shelf.absolute(), int(given.step[0]), given.step[1]))
    shelf = Shelf(given.shelf, not given.by_file)
    order = Order(given.project / "mkdocs.yml", shelf, given.public, given.reload)
    try:
        if given.back:
            publish.back(order, print)
        else:
            publish.publish(order, print)
    except NotPublished as reason:
        print(reason)
        return 1
    return 0


class _Step:
    """An audit hook: the system tells it of every change before it is made."""

    def __init__(self, shelf: Path, step: int, how: str) -> None:
        self.shelf = str(shelf)
        self.building = str(shelf / ".new")
        self.left = step
        self.how = how

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and str(arguments[1] or "r")[0] in "wax"
        if not (writes or event in CHANGES):
            return
        paths = [
            os.path.abspath(str(path)) for path in arguments[:2] if isinstance(path, (str, Path))
        ]
        outside = [p for p in paths if p.startswith(self.shelf) and not p.startswith(self.building)]
        if not outside:
            return
        self.left -= 1
        if self.left == 0:
            print("cắt", flush=True)
            if self.how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), outside[0])


if __name__ == "__main__":
    main()
