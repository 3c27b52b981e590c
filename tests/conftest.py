"""What every test may ask for: whether golden files are to be rewritten, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator.graph import indexes
from generator.graph.indexes import Graph
from generator.model import Notice
from generator.reading import schema
from generator.records import loading as records
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader

# A busy machine is slow, not wrong.
settings.register_profile("giaoban", deadline=None)
settings.register_profile("giaoban-ci", deadline=None, derandomize=True, database=None)
settings.load_profile("giaoban-ci" if os.environ.get("CI") else "giaoban")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # The site asks nothing of the outside; nor does the browser that looks at it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    # With it a page that is closed while it is being loaded again stays open, and Playwright waits
    # for it without end (crbug.com/536385539): the preview's pages did so in every second run.
    # Chromium takes the last such list, and these tests need nothing of Playwright's own.
    "--disable-features=RenderDocument",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="rewrite the golden files instead of comparing"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Only what compares with golden files is of use where these are rewritten."""
    if config.getoption("--regenerate"):
        items[:] = [item for item in items if "regenerate" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def regenerate(request: pytest.FixtureRequest) -> bool:
    """True when the golden files are to be rewritten with what the code writes today."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(scope="session")
def records_folder() -> Path:
    """The small invented department's records."""
    return Path(__file__).with_name("records")


@pytest.fixture(scope="session")
def graph(records_folder: Path) -> Graph:
    """The small invented department, cross-linked."""
    archive = records.load(records_folder).archive
    assert archive is not None
    return indexes.graph(archive)


@pytest.fixture(scope="session")
def notice_of(graph: Graph) -> Callable[[str], Notice]:
    """A notice of the small department from the lines of its record after title and signature."""

    def read(lines: str) -> Notice:
        head = "title: Kết luận giao ban\nsigned: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        raw = f"{head}{lines}".encode()
        draft, told = schema.read(NOTICE, raw, "records/2021/2021-12.yml")
        assert draft is not None, told
        reader = NoticeReader(draft, "2021-12", graph.archive.registers)
        notice = reader.notice()
        assert [problem for problem in reader.problems if not problem.warning] == []
        return notice

    return read


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless; `CHROMIUM` names another one."""
    installed = filter(None, map(shutil.which, CHROMIUM_NAMES))
    found = os.environ.get("CHROMIUM") or next(installed, None)
    if found is None:
        pytest.fail("No Chromium found: install it, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
