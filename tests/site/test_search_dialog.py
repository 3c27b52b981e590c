"""Material's search dialog, as people use it: keyboard, touch, pasting."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_dialog_by_keyboard_leads_to_the_marked_place(page: Page, address: str) -> None:
    page.goto(f"{address}van-ban/")
    page.keyboard.press("s")
    page.keyboard.type("giao duc dia phuong")
    expect(page.locator(".md-search-result__list a").nth(1)).to_have_attribute(
        "href", re.compile(r"/thong-bao/2021-12/.*#muc-i-2-4$")
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/thong-bao/2021-12/#muc-i-2-4$"))
    expect(page.locator("mark.found")).to_have_text("giáo dục địa phương")
    expect(page.locator("#muc-i-2-4 mark.found")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_enter_waits_for_the_answer_to_what_was_typed(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("3194/sgddt")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}van-ban/3194-sgddt-gdpt-2021/")


def test_no_match_says_so_and_names_what_is_near(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("1248/PGDĐT")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Không tìm thấy kết quả. Có thể gõ không dấu. Gần với chữ đã gõ:"
    )
    near = page.locator(".md-search-result__list a")
    expect(near.first).to_contain_text("Công văn 1249/PGDĐT năm 2023")
    page.keyboard.press("Enter")
    expect(near.first).to_be_focused()
    assert page.url.rstrip("/") == address.rstrip("/")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}van-ban/1249-pgddt-2023/")


def test_a_slip_in_a_name_offers_the_nearest(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("thcs trưng vươgn")
    expect(page.locator(".md-search-result__meta")).to_contain_text(
        "Không có đúng như đã gõ. Gần đúng với “THCS Trưng Vương”"
    )
    expect(page.locator(".md-search-result__list a").first).to_contain_text("THCS Trưng Vương")


def test_the_dialog_says_that_a_number_is_not_there(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("9999/XYZ")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Chưa có 9999/XYZ trong các thông báo."
    )


def test_a_shared_search_opens_with_its_results(page: Page, address: str) -> None:
    page.goto(f"{address}truong/?q=trung+vuong")
    expect(page.locator(".md-search-result mark").first).to_have_text("Trưng Vương")
