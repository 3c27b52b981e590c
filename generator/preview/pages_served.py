"""The preview's web server: the last good site, with an ear for the next one on every page."""

import hashlib
import json
import mimetypes
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

OWN = "/.giaoban/"
"""Addresses of the preview itself; no page begins so."""

PATIENCE = 25.0
"""Seconds that a browser waits for news before it asks again."""

NOTHING_YET = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Xem thử</title>
<body><p>Chưa có trang nào: lần dựng đầu tiên chưa xong.</p></body></html>"""

_SCRIPT = Path(__file__).with_name("overlay.js").read_bytes()


@dataclass(frozen=True, slots=True)
class Shown:
    """What browsers get: the last good site, in `root`, and what keeps the next away.

    `seen` counts the news; `looks` those that may change every page's looks; the pages in `ahead`
    stand for those in `root` that are not built yet.
    """

    seen: int = 0
    looks: int = 0
    root: Path | None = None
    ahead: Mapping[str, bytes] = field(default_factory=dict)
    failures: tuple[str, ...] = ()


def _version(content: bytes, shown: Shown) -> str:
    """Another one for another page, or for other looks."""
    return hashlib.sha256(content).hexdigest()[:16] + f"-{shown.looks}"


class PreviewServer(ThreadingHTTPServer):
    """Serves `shown` below `mount`, the path of the site's own address."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], mount: str) -> None:
        super().__init__(address, _Handler)
        self.mount = mount
        self._shown = Shown()
        self._news = threading.Condition()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went on to another page no longer listens; that is nobody's fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, root: Path, *, looks: bool = False) -> None:
        """A new good site."""
        self._tell(lambda old: Shown(old.seen + 1, old.looks + looks, root))

    def show_ahead(self, pages: Mapping[str, bytes]) -> None:
        """Pages of the next site, by their places in it."""
        self._tell(lambda old: replace(old, seen=old.seen + 1, ahead=pages, failures=()))

    def show_failures(self, failures: tuple[str, ...]) -> None:
        """The last good site stays, with what is wrong."""
        self._tell(lambda old: replace(old, seen=old.seen + 1, ahead={}, failures=failures))

    def _tell(self, change: Callable[[Shown], Shown]) -> None:
        with self._news:
            self._shown = change(self._shown)
            self._news.notify_all()

    def news(self, seen: int) -> Shown:
        """What is shown, as soon as it is not what was seen, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self._shown.seen != seen, timeout=PATIENCE)
            return self._shown


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == f"{OWN}state":
            asked = parse_qs(address.query)
            seen, page = (asked.get(name, [""])[0] for name in ("seen", "page"))
            self._answer_state(int(seen) if seen.isdigit() else -1, unquote(page))
        elif path == f"{OWN}overlay.js":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT)
        else:
            self._answer_page(path, address.path)

    def _answer_state(self, seen: int, page: str) -> None:
        shown = self.server.news(seen)
        state = {
            "seen": shown.seen,
            "page": _version(self._found(shown, page)[2], shown),
            "failures": shown.failures,
        }
        self._send(HTTPStatus.OK, "application/json", json.dumps(state).encode())

    def _answer_page(self, path: str, asked: str) -> None:
        shown = self.server.shown
        if shown.root and not path.startswith(self.server.mount):
            self._redirect(self.server.mount)
            return
        status, file, content = self._found(shown, path)
        if status == HTTPStatus.MOVED_PERMANENTLY:
            self._redirect(f"{asked}/")
            return
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        if kind == "text/html":
            self._send_page(status, content, _version(content, shown))
        else:
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self._send(status, kind + charset, content)

    def _found(self, shown: Shown, path: str) -> tuple[HTTPStatus, str, bytes]:
        """How a request ends, the name of the file it gets, and that file."""
        if shown.root is None:
            return HTTPStatus.SERVICE_UNAVAILABLE, "index.html", NOTHING_YET.encode()
        parts = PurePosixPath("/", path.removeprefix(self.server.mount)).parts[1:]
        inside = PurePosixPath(*(part for part in parts if part != ".."))
        if (shown.root / inside).is_dir():
            if not path.endswith("/"):
                return HTTPStatus.MOVED_PERMANENTLY, "", b""
            inside /= "index.html"
        if str(inside) in shown.ahead:
            return HTTPStatus.OK, inside.name, shown.ahead[str(inside)]
        for status, name in ((HTTPStatus.OK, inside), (HTTPStatus.NOT_FOUND, "404.html")):
            with suppress(OSError):
                return status, PurePosixPath(name).name, (shown.root / name).read_bytes()
        return HTTPStatus.NOT_FOUND, "404.html", b""

    def _send_page(self, status: HTTPStatus, content: bytes, version: str) -> None:
        script = f'<script src="{OWN}overlay.js" data-page="{version}"></script>'.encode()
        before, end, after = content.rpartition(b"</body>")
        page = before + script + end + after if end else after + script
        self._send(status, "text/html; charset=utf-8", page)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are of no interest to the clerk."""
