"""`giaoban publish` in a process of its own, with a site made beforehand instead of a built one.

    python -m tests.publishing PROJECT SHELF SITE [--step N kill|full] [--by-file] [--slow] ...

Everything but the building is the real thing; MkDocs, which takes long to load, stays out. With
`--step N` the process kills itself just before the N-th change outside of the folder it builds in,
or finds the disk full there; it says «cắt» when it comes to that.
"""

import argparse
import errno
import os
import shutil
import signal
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "shutil.rmtree"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the plugin would read from the configuration."""

    records: Path
    docs: Path
    site_url: str = ""


def main() -> int:
    parser = argparse.ArgumentParser()
    for name in ("project", "shelf", "site"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--step", nargs=2)
    parser.add_argument("--by-file", action="store_true")
    parser.add_argument("--slow", type=float, default=0.0)
    parser.add_argument("--reload", default="")
    parser.add_argument("--public", action="store_true")
    given = parser.parse_args()

    def settings(config: Path) -> Settings:
        return Settings(config.parent / "records", config.parent / "docs")

    def build_html(config: Path, site: Path, **_: object) -> tuple[str, ...]:
        time.sleep(given.slow)
        shutil.copytree(given.site, site)
        return ()

    plugin = ModuleType("generator.plugin")
    vars(plugin).update(Settings=Settings, settings=settings, build_html=build_html)
    sys.modules["generator.plugin"] = plugin
    from generator.generate import Generated
    from generator.ledger import Ledger
    from generator.publishing import publish
    from generator.publishing.releases import NotPublished, Shelf

    def generate(records: Path, docs: Path, *, public: bool) -> Generated:
        return Generated((), None, date(2022, 1, 1), Ledger(), {"": {}})

    vars(publish)["generate"] = generate
    if given.step:
        sys.addaudithook(_Step(given.shelf.absolute(), int(given.step[0]), given.step[1]))
    shelf = Shelf(given.shelf, not given.by_file)
    order = publish.Order(given.project / "mkdocs.yml", shelf, given.public, given.reload)
    try:
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
    sys.exit(main())
