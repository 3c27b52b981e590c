"""The small invented department, published as a clerk would, and served by a real nginx."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search_site import search_site, served
from tests.servers import Server, caddy, nginx
from tests.site.opener import Opener
from tests.small_department import ROOT, small_department

expect.set_options(timeout=15_000)  # other work may stand beside the tests


def published(project: Path, *arguments: str) -> Path:
    """Publish the project; the folder it was published into."""
    shelf = project / "công bố"
    done = subprocess.run(
        [
            *(sys.executable, "-c", "import sys; from generator.cli import main; sys.exit(main())"),
            *("publish", str(shelf), *arguments),
        ],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return shelf


@pytest.fixture(scope="session")
def internal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(small_department(tmp_path_factory.mktemp("nội bộ")))


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(small_department(tmp_path_factory.mktemp("công khai")), "--public")


@pytest.fixture(scope="session")
def site(internal: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The internal site behind nginx, with the headers of its own ready file."""
    with nginx(internal, tmp_path_factory.mktemp("nginx")) as server:
        yield server


@pytest.fixture(scope="session", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, internal: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The internal site behind each of the servers in turn."""
    start = nginx if request.param == "nginx" else caddy
    with start(internal, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return search_site(tmp_path_factory.mktemp("tra cứu"))


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with served(built) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that tells of every error; none is expected."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: errors.append(said.text) if said.type == "error" else None,
    )
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def opened(browser: Browser, site: Server) -> Iterator[Opener]:
    opener = Opener(browser, site)
    yield opener
    opener.close()
