"""Browsers of 2020: our styles and scripts ask nothing of a newer one, and the search runs there.

Chrome and Edge 80, Firefox 78 (and 115, the last for Windows 7), Safari 14.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publishing import offline
from generator.search.engine import without_comments
from tests.search_site import search_site, served
from tests.small_department import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets"
STYLES = sorted((ASSETS / "styles").glob("*.css"))
SCRIPTS = sorted(path for path in ASSETS.glob("*/*.js") if path.name != "iframe-worker.js")

# One selector that a browser doesn't know drops the whole rule; `:has` may stand by itself, where
# nothing is lost without it.
NEWER_STYLES = {
    "selector": r",[^{}]*:has\(|:has\([^{}]*,|:is\(|:where\(|:not\([^()]*[, >~+][^()]*\)|&"
    r"|:focus-visible[^{}]*:hover|:hover[^{}]*:focus-visible",
    "at-rule": r"@layer|@container|@scope|@starting-style",
    "property": r"\b(?:inset|aspect-ratio|(?:padding|margin|border)-(?:inline|block)[-\w]*)\s*:",
    "value": r"\d[dsl]v[hw]\b|color-mix\(|clamp\(|overflow-wrap:\s*anywhere",
    "gap of a flexible row": r"\{[^{}]*display:\s*(?:inline-)?flex[^{}]*[^-]gap:"
    r"|\{[^{}]*[^-]gap:[^{}]*display:\s*(?:inline-)?flex",
}
NEWER_SCRIPTS = {
    "syntax": r"\?\.[A-Za-z_$(\[]|\?\?|\|\|=|&&=|static \{|this\.#",
    "pattern": r"\(\?<[=!]",
    "built-in": r"\.at\(|\.findLast\(|\.to(?:Sorted|Reversed|Spliced)\(|Object\.hasOwn|\.groupBy\("
    r"|Promise\.any|AbortSignal\.|WeakRef|scheduler\.|checkVisibility|:is\(|:has\(|:where\(",
}
SUPPLIED = r"\.replaceAll\(|\.findLastIndex\(|\.replaceChildren\(|structuredClone\("


def newer(text: str, patterns: dict[str, str]) -> list[str]:
    return [
        f"{kind}: {found[0][-60:]}"
        for kind, pattern in patterns.items()
        for found in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_ask_nothing_of_a_newer_browser(path: Path) -> None:
    style = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert newer(style, NEWER_STYLES) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_ask_nothing_of_a_newer_browser(path: Path) -> None:
    """What old-browsers.js supplies is there for the search alone."""
    script = without_comments(path.read_text("utf-8"))
    supplied = {} if path.parent.name == "search" else {"not supplied here": SUPPLIED}
    assert newer(script, NEWER_SCRIPTS | supplied) == []


LACKING = b"""delete String.prototype.replaceAll; delete Array.prototype.findLastIndex;
self.Element && delete Element.prototype.replaceChildren; delete self.structuredClone;
"""


def made_old(site: Path) -> None:
    """As if the browser had never had them: on every page, and in the worker."""
    [engine] = (site / "tra-cuu").glob("may-*.js")
    is_copy = "iframe-worker.js" in (site / "index.html").read_text("utf-8")
    first = "scripts/iframe-worker.js" if is_copy else "search/client.js"
    for script in (site / "assets" / first, engine):
        script.write_bytes(LACKING + script.read_bytes())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return search_site(tmp_path_factory.mktemp("cũ"))


@pytest.fixture
def address(built: Path, tmp_path: Path) -> Iterator[str]:
    old = tmp_path / "trang"
    shutil.copytree(built, old)
    made_old(old)
    with served(old) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def searches(page: Page, home: str) -> None:
    """In the dialog, and on the search page."""
    page.goto(home)
    assert "native" not in page.evaluate("String(String.prototype.replaceAll)")
    page.keyboard.press("/")
    page.keyboard.type("1249/pgddt 2021")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.goto(home)
    page.fill("#q", "thcs nguyen trai")
    page.keyboard.press("Enter")
    expect(page.locator(".search-result mark").last).to_have_text("Nguyễn Trãi")


@pytest.mark.browser
def test_the_search_runs_in_an_old_browser(page: Page, address: str) -> None:
    searches(page, address)


@pytest.mark.browser
def test_the_search_of_a_copy_on_a_disk_runs_in_an_old_browser(
    page: Page, built: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "bản sao"
    offline.copy(built, copy)
    made_old(copy)
    searches(page, (copy / "index.html").as_uri())
