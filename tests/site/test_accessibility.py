"""Every kind of page for everyone: axe finds nothing, wide and narrow, light and dark; the keyboard
reaches everything; large letters, no motion, no script, paper.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.servers import Server

pytestmark = pytest.mark.browser

AXE = (Path(__file__).with_name("axe-core") / "axe.min.js").read_text("utf-8")

RUN_AXE = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.map(v => `${v.id}: ${v.help}: ` +
        v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | "));
}"""

# One of each kind; the last stands for every address that leads nowhere.
KINDS = {
    "home": "/",
    "notices": "/thong-bao/",
    "notice": "/thong-bao/2021-10/",
    "notice with corrections": "/thong-bao/2022-03/",
    "schools": "/truong/",
    "school": "/truong/th-cau-da/",
    "fields": "/linh-vuc/",
    "field": "/linh-vuc/giao-duc-tieu-hoc/",
    "documents": "/van-ban/",
    "document": "/van-ban/1249-pgddt-2021/",
    "choice": "/vb/1249-pgddt/",
    "year": "/nam-hoc/2021-2022/",
    "questions": "/con-bo-ngo/",
    "search": "/tra-cuu/",
    "search with results": "/tra-cuu/?q=1249",
    "guide": "/huong-dan/",
    "clerk's guide": "/huong-dan/van-thu/",
    "not found": "/khong/co/trang/nay/",
}

Scheme = Literal["light", "dark"]
WIDTHS = (1280, 360)


@pytest.fixture
def opened(browser: Browser, site: Server) -> Iterator["Opener"]:
    opener = Opener(browser, site)
    yield opener
    opener.close()


class Opener:
    """Opens pages of the site; at its end nothing may have been refused or asked of others."""

    def __init__(self, browser: Browser, site: Server) -> None:
        self.browser = browser
        self.site = site
        self.wrong: list[str] = []
        self.pages: list[Page] = []

    def __call__(
        self,
        address: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        scripts: bool = True,
        motion: Literal["reduce", "no-preference"] = "no-preference",
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion=motion,
            locale="vi-VN",
        )
        page = context.new_page()
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.goto(self.site.url + address, wait_until="load")
        self.pages.append(page)
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.url, "data:", "blob:")):
            self.wrong.append(f"asked {url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "404" not in text:
            self.wrong.append(text)

    def close(self) -> None:
        for page in self.pages:
            page.context.close()
        assert self.wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(opened: Opener, kind: str) -> None:
    """Wide and narrow, light and dark."""
    page = opened(KINDS[kind], motion="reduce")
    if kind == "search with results":
        page.wait_for_selector("article a[href*='1249-pgddt']")
    page.evaluate(AXE)
    found: list[str] = []
    for scheme, scheme_name in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.wait_for_selector(f"body[data-md-color-scheme={scheme_name}]")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width} {scheme}: {told}" for told in page.evaluate(RUN_AXE)]
    assert "\n".join(found) == ""
