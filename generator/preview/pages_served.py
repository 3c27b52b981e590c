"""The preview's web server: the last good site, with an ear for the next one on every page."""

import json
import mimetypes
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
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
    """What browsers get: the site in `root` (the `site`-th good one) and what keeps the next
    away."""

    seen: int = 0
    site: int = 0
    root: Path | None = None
    failures: tuple[str, ...] = ()


class PreviewServer(ThreadingHTTPServer):
    """Serves `shown` below `mount`, the path of the site's own address."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], mount: str) -> None:
        super().__init__(address, _Handler)
        self.mount = mount
        self._shown = Shown()
        self._news = threading.Condition()

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, root: Path | None, failures: tuple[str, ...]) -> None:
        """A new good site, or the old one with what is wrong."""
        with self._news:
            old = self._shown
            site = old.site + 1 if root else old.site
            self._shown = Shown(old.seen + 1, site, root or old.root, failures)
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
            seen = parse_qs(address.query).get("seen", ["-1"])[0]
            self._answer_state(int(seen) if seen.lstrip("-").isdigit() else -1)
        elif path == f"{OWN}overlay.js":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT)
        else:
            self._answer_page(path, address.path)

    def _answer_state(self, seen: int) -> None:
        shown = self.server.news(seen)
        state = {"seen": shown.seen, "site": shown.site, "failures": shown.failures}
        self._send(HTTPStatus.OK, "application/json", json.dumps(state).encode())

    def _answer_page(self, path: str, asked: str) -> None:
        shown = self.server.shown
        mount = self.server.mount
        if shown.root is None:
            self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, NOTHING_YET.encode(), shown)
            return
        if not path.startswith(mount):
            self._redirect(mount)
            return
        inside = PurePosixPath("/", path.removeprefix(mount)).parts[1:]
        file = shown.root.joinpath(*(part for part in inside if part != ".."))
        if file.is_dir():
            if not path.endswith("/"):
                self._redirect(f"{asked}/")
                return
            file /= "index.html"
        status = HTTPStatus.OK
        if not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, shown.root / "404.html"
        try:
            content = file.read_bytes()
        except OSError:
            content = b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            self._send_page(status, content, shown)
        else:
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self._send(status, kind + charset, content)

    def _send_page(self, status: HTTPStatus, content: bytes, shown: Shown) -> None:
        script = f'<script src="{OWN}overlay.js" data-site="{shown.site}"></script>'.encode()
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
