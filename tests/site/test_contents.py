"""A page's contents, beside its text or above it; where one is and has arrived."""

import pytest
from playwright.sync_api import Browser, expect

from tests.servers import Server
from tests.site.opener import Opener

pytestmark = pytest.mark.browser

LIST = ".contents ul"
BREADCRUMBS = "nav.breadcrumbs"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 640])
def test_above_the_text_contents_open_when_asked(opened: Opener, width: int, scripts: bool) -> None:
    page = opened("/huong-dan/van-thu/", width=width, scripts=scripts)
    contents = page.get_by_role("navigation", name="Trên trang này")
    assert contents.count() == 1
    below = page.locator("h1").bounding_box()
    above = contents.bounding_box()
    crumbs = page.locator(BREADCRUMBS).bounding_box()
    assert below and above and crumbs
    assert crumbs["y"] < above["y"] < below["y"] < 400
    expect(page.locator(LIST).first).not_to_be_visible()
    page.get_by_text("Trên trang này").click()
    link = page.locator(LIST).first.get_by_role("link").last
    link.click()
    assert "#" in page.url
    expect(page.locator(f"[id='{page.url.split('#')[1]}']")).to_be_in_viewport()


def test_beside_the_text_they_stand_open(opened: Opener) -> None:
    page = opened("/huong-dan/van-thu/")
    expect(page.locator(LIST).first).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 900})
    expect(page.locator(LIST).first).not_to_be_visible()


@pytest.mark.parametrize("address", ["/thong-bao/2021-10/", "/vb/1249-pgddt/", "/tra-cuu/"])
def test_a_notice_or_a_short_page_has_none_above(opened: Opener, address: str) -> None:
    page = opened(address, width=360)
    expect(page.get_by_text("Trên trang này")).not_to_be_visible()


@pytest.mark.parametrize("address", ["/nam-hoc/", "/con-bo-ngo/", "/tra-cuu/"])
def test_a_page_beside_the_sections_says_where_it_is(opened: Opener, address: str) -> None:
    page = opened(address)
    expect(page.locator(BREADCRUMBS).get_by_role("link", name="Trang chủ")).to_be_visible()


def test_forced_colours_show_where_one_has_arrived(browser: Browser, site: Server) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site.url}/thong-bao/2021-10/#muc-i-2-1")
    outlines = {
        selector: page.locator(selector).first.evaluate(
            "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineColor]"
        )
        for selector in ("#muc-i-2-1", "#muc-i-2-2")
    }
    assert outlines["#muc-i-2-1"] == ["solid", "rgb(0, 0, 0)"]
    assert outlines["#muc-i-2-2"][0] == "none"
    page.goto(site.url)
    button = page.get_by_role("button", name="Tra cứu")
    assert button.evaluate("e => getComputedStyle(e).outlineColor") == "rgb(0, 0, 0)"
    context.close()
