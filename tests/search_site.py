"""A site to search: the real notice and invented ones of other years, built and served."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.publishing import build_site
from tests.small_department import ROOT, small_department

SITE_URL = "https://giaoban.example.vn/uong-bi/"


def search_site(folder: Path) -> Path:
    """Build the site below `folder`; where it stands."""
    records = folder / "bản ghi"
    shutil.copytree(ROOT / "records", records)
    shutil.copytree(ROOT / "tests" / "search_records", records, dirs_exist_ok=True)
    project = small_department(folder / "dự án", records)
    config = project / "mkdocs.yml"
    published = config.read_text("utf-8").replace("site_url: ''", f"site_url: {SITE_URL}")
    config.write_text(published, "utf-8")
    assert build_site.build(project / "mkdocs.yml", project / "site", plain=True) == ()
    return project / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site, with a final slash."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
