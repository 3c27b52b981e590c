"""Three departments' sites, built apart, behind real web servers; and sisters that behave badly."""

import json
import mimetypes
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from generator.search.data import FORMAT
from tests.small_department import ROOT, small_department

SONG_MO = "Phòng GD&ĐT Sông Mơ"
UONG_BI = "Phòng GD&ĐT Uông Bí"
NUI_XANH = "Phòng GD&ĐT Núi Xanh"

Sisters = dict[str, str]
"""Name -> address."""


def department(
    folder: Path, name: str, address: str, sisters: Sisters, found_by: list[str]
) -> Path:
    """A department's project, which `giaoban publish` can run in."""
    records = ROOT / "tests" / "records"
    if name == UONG_BI:
        records = folder / "bản ghi"
        shutil.copytree(ROOT / "records", records)
        shutil.copytree(ROOT / "tests" / "search_records", records, dirs_exist_ok=True)
    project = small_department(folder / "dự án", records)
    if name == NUI_XANH:
        for path in (project / "records").rglob("*.yml"):
            text = path.read_text("utf-8").replace("Sông Mơ", "Núi Xanh")
            path.write_text(text.replace("SÔNG MƠ", "NÚI XANH"), "utf-8")
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    named = [{"name": sister, "address": place} for sister, place in sisters.items()]
    config["plugins"] = [{"giaoban": {"sisters": named, "found_by": found_by}}]
    config |= {"site_author": name, "site_url": address}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    return project


@dataclass(slots=True)
class BadSites:
    """Sister sites in folders of one server, each wrong in its own way; `asked` are paths."""

    port: int
    asked: list[str] = field(default_factory=list)

    def address(self, folder: str) -> str:
        return f"http://127.0.0.1:{self.port}/{folder}/"


@contextmanager
def bad_sites(site: Path) -> Iterator[BadSites]:
    """`site` is a good one, which the bad ones are made of. `cham/` never ends its answers."""
    found = BadSites(0)
    is_over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            found.asked.append(path)
            _, folder, name = path.split("/", 2)
            content = _ANSWERS[folder](site, name)
            self.send_response(200 if content else 404)
            kind = mimetypes.guess_type(name)[0] or "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            if folder != "kin":
                self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(content) + (folder == "cham")))
            self.end_headers()
            self.wfile.write(content)
            self.wfile.flush()
            if folder == "cham":
                is_over.wait(60)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found
        is_over.set()
        server.shutdown()


def _good(site: Path, name: str) -> bytes:
    path = site / (name if not name.endswith("/") else f"{name}index.html")
    return path.read_bytes() if path.is_file() else b""


def _changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """A data file with its JSON changed."""
    text = content.decode()
    start = text.index(",", text.index(",") + 1) + 1
    told = json.loads(text[start : text.rindex(")")])
    change(told)
    return f"{text[:start]}{json.dumps(told, ensure_ascii=False)})\n".encode()


def _of_format(number: object) -> Callable[[Path, str], bytes]:
    def answer(site: Path, name: str) -> bytes:
        content = _good(site, name)
        if name != "tra-cuu/du-lieu.js":
            return content
        return _changed(content, lambda manifest: manifest.update(format=number))

    return answer


HOSTILE = (
    "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
    "\"'><svg onload=window.ran=1>{{7*7}}\u202e"
)
PLACES = (
    "javascript:window.ran=1//",
    "//evil.example/",
    "https://evil.example/",
    "../../../evil/",
    "/evil/",
    "truong/%2e%2e/%2e%2e/evil/",
    "data:text/html,evil",
    "truong/?evil",
    "truong\\..\\evil/",
)


def _hostile(site: Path, name: str) -> bytes:
    """Markup in every text, addresses that lead elsewhere, an engine of its own."""
    content = _good(site, name)
    if name.startswith("tra-cuu/may-"):
        return b"self.postMessage({type: 'found', id: 1}); self.ran = 1"
    if name.startswith("tra-cuu/ten-"):
        return _changed(content, _hostile_names)
    if name.startswith("tra-cuu/20"):
        return _changed(content, _hostile_year)
    return content


def _hostile_names(names: Any) -> None:
    for number, row in enumerate(names["schools"]):
        row[0] = PLACES[number] if number < len(PLACES) else row[0]
        row[3] = f"Độc {HOSTILE}"
    for row in names["fields"]:
        row[1] = f"Độc {HOSTILE}"
    for row in names["notices"]:
        row[:2] = [f"{row[0]}/../../evil", f"Độc {HOSTILE}"]
    names["documents"]["kinds"] = [[code, HOSTILE] for code, _ in names["documents"]["kinds"]]
    names["documents"]["addresses"]["0"] = PLACES[0]


def _hostile_year(year: Any) -> None:
    year["pieces"] = year["pieces"].replace("\n", f"\n{HOSTILE.replace(' ', '_')}", 1)
    year["labels"] = {str(number): f"Độc {HOSTILE}" for number in range(50)}
    year["notices"] = [[f"{id_}/../../evil", count] for id_, count in year["notices"]]


_ANSWERS: dict[str, Callable[[Path, str], bytes]] = {
    "tot": _good,
    "kin": _good,
    "cu": _of_format(None),
    "moi": _of_format(FORMAT + 1),
    "hong": lambda site, name: b"<!doctype html><title>x</title>",
    "trong": lambda site, name: b"",
    "doc": _hostile,
    "cham": lambda site, name: b"giaoban",
}
