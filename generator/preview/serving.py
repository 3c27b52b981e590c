"""The preview as a whole: look, build beside, show, tell."""

import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import quote, urlsplit

from generator.fingerprints import PACKAGE
from generator.preview.building import Ahead, Order, Outcome, work
from generator.preview.pages_served import PreviewServer
from generator.preview.watching import Watched, changed
from generator.records.files import OWN_SYNONYMS

LOOK_EVERY = 0.15
"""Seconds between two looks at the files."""

SETTLED = 0.05
"""Seconds without a change after which an editor has done saving."""


def serve(config: Path, address: str) -> int:
    """Serve until Ctrl-C; 1 where the address is not to be had."""
    if not config.is_file():
        _tell(f"{config}: không có tệp cấu hình này; chạy lệnh trong thư mục có mkdocs.yml")
        return 1
    host, _, port = address.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        _tell(f"«{address}» không phải là địa chỉ và cổng, dạng 127.0.0.1:8000")
        return 1
    try:
        server = PreviewServer((host or "127.0.0.1", int(port)), _mount(config))
    except OSError as error:
        _tell(f"Không mở được {address}: {error.strerror}; thử cổng khác, ví dụ --address :8001")
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shown = f"http://{host or '127.0.0.1'}:{server.server_address[1]}{server.mount}"
    with tempfile.TemporaryDirectory(prefix="giaoban-xem-thu-") as folder:
        preview = _Preview(config, Path(folder), server)
        try:
            preview.build()
            _tell(f"Xem ở {shown}; bấm Ctrl-C để thôi.")
            while True:
                preview.follow()
        finally:
            preview.close()
            server.shutdown()


def _mount(config: Path) -> str:
    from generator.plugin import settings

    path = urlsplit(settings(config).site_url).path
    return quote(path if path.endswith("/") else f"{path}/")


class _Preview:
    """Two folders take turns: one is shown while the next site is built in the other."""

    def __init__(self, config: Path, folder: Path, server: PreviewServer) -> None:
        self.config, self.server = config, server
        self.folders = [folder / "a", folder / "b"]
        self.told: frozenset[str] = frozenset()
        self.watched = Watched((config,), config.parent / "docs")
        self.state = self.watched.state()
        self.builder, self.orders = _hire()

    def build(self, changed: Sequence[str] = ()) -> None:
        state = self.watched.state()
        outcome = self._ask(changed)
        if outcome.watched and outcome.watched != self.watched:
            self.watched = outcome.watched
            state = self.watched.state()
        self.state = state
        if outcome.failures:
            self.server.show_failures(outcome.failures)
        else:
            self.server.show(self.folders[0], looks=any(map(_changes_every_page, changed)))
            self.folders.reverse()
        self._tell(outcome)

    def follow(self) -> None:
        """Wait for something to be saved, then build."""
        time.sleep(LOOK_EVERY)
        paths = changed(self.state, self.watched.state())
        if not paths:
            return
        before = self.state
        while (now := self.watched.state()) != before:
            before = now
            time.sleep(SETTLED)
        if any(PACKAGE in Path(path).parents for path in paths):
            self.close()
            self.builder, self.orders = _hire()
        self.build(paths)

    def close(self) -> None:
        self.orders.close()
        self.builder.join(timeout=5)
        if self.builder.is_alive():
            self.builder.kill()

    def _ask(self, changed: Sequence[str]) -> Outcome:
        try:
            self.orders.send(Order(self.config, self.folders[0], changed))
            while isinstance(outcome := self.orders.recv(), Ahead):
                self.server.show_ahead(outcome.pages)
        except (EOFError, OSError):
            self.close()
            self.builder, self.orders = _hire()
            return Outcome(("Tiến trình dựng trang bị dừng giữa chừng; lưu lại tệp để dựng lại.",))
        assert isinstance(outcome, Outcome)
        return outcome

    def _tell(self, outcome: Outcome) -> None:
        doubtful = frozenset(outcome.doubtful)
        if outcome.failures:
            lines: Iterable[str] = (
                *outcome.failures,
                "Chưa dựng lại được; trang cũ vẫn giữ nguyên.",
            )
        else:
            fresh = sorted(doubtful - self.told) if self.told else ()
            seconds = f"{outcome.seconds:.1f}".replace(".", ",")
            lines = (*fresh, f"Đã dựng trang sau {seconds} giây.")
            if doubtful and not self.told:
                lines = (
                    *lines,
                    f"{len(doubtful)} chỗ nên xem lại; «giaoban check» kể ra từng chỗ.",
                )
            self.told = doubtful
        for line in lines:
            _tell(line)


def _changes_every_page(path: str) -> bool:
    """Whether open pages have to be loaded anew though their own words are the same."""
    is_words = path.endswith((".yml", ".md"))
    return not is_words or Path(path).name == f"{OWN_SYNONYMS}.yml"


def _hire() -> tuple[BaseProcess, Connection]:
    """A fresh process: it reads the code as it is now, and forks without threads of ours."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    builder = context.Process(target=work, args=(theirs,))
    builder.start()
    theirs.close()
    return builder, ours


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
