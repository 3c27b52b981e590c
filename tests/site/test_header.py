"""The header by keyboard and for a screen reader: nothing opens by itself, all is in reach."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.opener import Opener

pytestmark = pytest.mark.browser

FIELD = ".md-search__input"
FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"


def start_at_top(page: Page) -> None:
    page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")


def tabs(page: Page, count: int, key: str = "Tab") -> list[str]:
    """What has the focus after each of `count` keys."""
    found = []
    for _ in range(count):
        page.keyboard.press(key)
        page.wait_for_timeout(20)  # Material hears of the focus a moment later
        found.append(page.evaluate(FOCUSED))
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_the_focus_passes_through_and_opens_nothing(opened: Opener, width: int) -> None:
    page = opened("/truong/", width=width, motion="reduce")
    start_at_top(page)
    passed = tabs(page, 6)
    assert passed[2:] == ["Chuyển sang nền sáng", "Tra cứu", "Trang chủ", "Thông báo"]
    expect(page.locator("#__search")).not_to_be_checked()
    assert tabs(page, 2, "Shift+Tab") == ["Trang chủ", "Tra cứu"]
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_dialog_opens_when_something_is_typed(opened: Opener) -> None:
    page = opened("/truong/", motion="reduce")
    page.focus(FIELD)
    page.keyboard.type("12", delay=20)
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(FIELD)).to_have_value("12")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_everything_in_the_open_dialog_is_reached(opened: Opener, width: int) -> None:
    page = opened("/truong/", width=width, motion="reduce")
    page.keyboard.press("/")
    page.keyboard.type("1249", delay=20)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert tabs(page, 2) == ["Chép địa chỉ của lần tra cứu này", "Xóa ô tra cứu"]
    page.keyboard.press("Tab")
    expect(page.locator(".md-search__scrollwrap")).to_be_focused()
    assert tabs(page, 1) == ["Tra cứu"]
    assert tabs(page, 2, "Shift+Tab")[1] == "Xóa ô tra cứu"
    page.keyboard.press("Space")
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize(("width", "opener"), [(1280, FIELD), (360, "[data-opens-search]")])
def test_who_leaves_the_dialog_is_where_it_was_opened(
    opened: Opener, width: int, opener: str
) -> None:
    page = opened("/truong/", width=width, motion="reduce")
    page.click(opener)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator(opener)).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_colours_are_switched_by_a_button_that_says_what_follows(
    opened: Opener, key: str
) -> None:
    page = opened("/truong/", motion="reduce")
    for name, scheme in (
        ("Chuyển sang nền sáng", "default"),
        ("Chuyển sang nền tối", "slate"),
        ("Theo cài đặt của máy", "default"),
        ("Chuyển sang nền sáng", "default"),
    ):
        button = page.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(button).not_to_be_visible()
    expect(page.get_by_role("button", name="Chuyển sang nền tối")).to_be_focused()
    assert page.get_by_role("radio").count() == 0
