"""Opens pages of a site in contexts of their own, and listens to what goes wrong."""

from typing import Literal

from playwright.sync_api import Browser, Page

from tests.servers import Server

Scheme = Literal["light", "dark"]


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
