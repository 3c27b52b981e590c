"""`python -m benchmarks.preview`: from saving a record to the changed page, in headless Chromium.

The newest notice of an archive is open in the browser while its title is saved with another word,
again and again; each round is timed from the save to the moment the word can be read. The yardstick
is `mkdocs serve` with our plugin, which builds the whole site anew.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import archive, builders
from benchmarks.search.measure import FLAGS

_TITLE = re.compile(r"^title: Kết luận(?: lần [0-9]+ \S+)?", re.MULTILINE)

_GIAOBAN = "import sys; from generator.cli import main; sys.exit(main())"

LONGEST = 600.0
"""Seconds to wait for a first build, or for a change."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description=__doc__)
    parser.add_argument("--notices", type=int, default=240)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="store_true", help="also `mkdocs serve`, three rounds")
    given = parser.parse_args()
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="giaoban-preview-") as place, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=FLAGS)
        folder = Path(place)
        _lay_out(folder, given.notices, given.seed)
        ours = _timed(browser, folder, ["-c", _GIAOBAN, "serve", "--address"], given.rounds)
        print(_line("giaoban serve", ours), flush=True)
        if given.peer:
            peer = _timed(browser, folder, ["-m", "mkdocs", "serve", "--dev-addr"], 3)
            ratio = statistics.median(ours) / statistics.median(peer)
            print(f"{_line('mkdocs serve', peer)}\nratio {ratio:.2f}")
        browser.close()


def _lay_out(folder: Path, notices: int, seed: int) -> None:
    archive.write(folder / "records", notices, seed)
    shutil.copytree(builders.PROJECT / "docs" / "huong-dan", folder / "docs" / "huong-dan")
    ours = next(builder for builder in builders.BUILDERS if builder.name == "giaoban")
    ours.lay_out(folder)


def _timed(browser: Browser, folder: Path, command: Sequence[str], rounds: int) -> list[float]:
    """Seconds of each round."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    record = max((folder / "records").glob("[0-9]*/*.yml"))
    server = subprocess.Popen(
        [sys.executable, *command, address],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(builders.PROJECT), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address)
        page = browser.new_page()
        page.set_default_timeout(LONGEST * 1000)
        page.goto(f"http://{address}/thong-bao/{record.stem}/", wait_until="load")
        took = []
        for number in range(rounds + 1):
            word = f"Kết luận lần {number} thử"
            text = record.read_text("utf-8")
            record.write_text(_TITLE.sub(f"title: {word}", text, count=1), "utf-8")
            start = time.perf_counter()
            page.get_by_text(word).first.wait_for(state="attached")
            took.append(time.perf_counter() - start)
            time.sleep(3)  # the whole site is built behind the page
        page.close()
        return took[1:]  # the first builds what is kept from then on
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    host, port = address.split(":")
    end = time.monotonic() + LONGEST
    while True:
        try:
            with socket.create_connection((host, int(port))):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def _line(name: str, took: Sequence[float]) -> str:
    return (
        f"{name:14} median {statistics.median(took):.2f} s, {min(took):.2f} to {max(took):.2f} s"
        f" of {len(took)}"
    )


if __name__ == "__main__":
    main()
