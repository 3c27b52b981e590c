"""Material's search dialog, as people use it: keyboard, touch, pasting."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

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
        "Chưa có 1248/PGDĐT trong các thông báo. Số gần giống:"
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


def test_a_fast_enter_goes_where_a_slow_one_does(page: Page, address: str) -> None:
    place = re.compile(r"/thong-bao/2021-12/#muc-i-5-6$")
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("ma tuy")
    page.keyboard.press("Enter")
    page.wait_for_url(place)
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("ma tuy")
    expect(page.locator(".md-search-result__meta")).to_have_text("1 kết quả")
    page.keyboard.press("Enter")
    page.wait_for_url(place)


def test_enter_is_forgotten_where_somebody_types_on(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("ma")
    page.keyboard.press("Enter")
    page.keyboard.type(" tuy")
    expect(page.locator(".md-search-result__meta")).to_have_text("1 kết quả")
    assert page.url == address


def test_what_no_key_has_typed_is_answered_once(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(
        """() => {
            const { postMessage } = Worker.prototype
            window.asked = []
            Worker.prototype.postMessage = function (message) {
                if (message.type === 2) window.asked.push(message.data)
                return postMessage.call(this, message)
            }
        }"""
    )
    page.keyboard.press("/")
    page.keyboard.insert_text("giao duc d")
    expect(page.locator(".md-search-result mark").first).to_have_text("giáo dục địa")
    expect(page.locator(".md-search__suggest")).to_have_text("giao duc dia")
    page.keyboard.type("ia")
    expect(page.locator(".md-search-result mark").first).to_have_text("giáo dục địa")
    assert page.evaluate("asked") == ["giao duc d", "giao duc di", "giao duc dia"]


def test_emptying_the_field_empties_the_results(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("ma tuy")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.get_by_role("button", name="Xóa ô tra cứu").click()
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Gõ số văn bản, tên trường hoặc vài từ"
    )
    expect(page.locator(".md-search-result__list a")).to_have_count(0)
    expect(page.locator(".md-search__suggest")).to_have_text("")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_on_a_phone_the_glass_opens_the_dialog_for_typing(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(address)
    page.locator("[data-opens-search]").tap()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.insert_text("ma tuy")
    expect(page.locator(".md-search-result mark").first).to_have_text("ma túy")
    page.get_by_text("Đóng tra cứu").tap()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("[data-opens-search]")).to_be_focused()
    page.close()


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_ctrl_k_opens_the_dialog_from_anywhere(page: Page, address: str, key: str) -> None:
    """From a field too, and back to it; open, it leads to what was typed."""
    page.goto(address)
    page.focus("#q")
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.type("ma tuy")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("1249")
    expect(page.locator(".md-search__input")).to_have_value("1249")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()


def test_who_closes_the_dialog_is_where_they_were(page: Page, address: str) -> None:
    page.goto(f"{address}van-ban/")
    link = page.locator("article a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("ma tuy")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.mouse.click(20, 700)
    expect(page.locator("#__search")).not_to_be_checked()
    expect(link).to_be_focused()


def test_a_group_of_results_is_headed_by_its_page(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("hội nghị giao ban tháng 12")
    heading = page.locator(".md-search-result h1")
    expect(heading.first).to_have_text("Thông báo kết luận tháng 12/2021")
    page.fill(".md-search__input", "Phan Hồng Anh")
    expect(page.locator(".md-search-result h1 + *, .md-search-result h2").first).to_contain_text(
        "Người ký: "
    )
    assert "Tiêu đề" not in heading.all_inner_texts()


def test_a_footnotes_mark_is_no_part_of_a_word_found(page: Page, address: str) -> None:
    page.goto(f"{address}thong-bao/2021-12/?h=h%E1%BB%8Dc+k%E1%BB%B3+I#muc-ii-3")
    expect(page.locator("#muc-ii-3 mark.found").first).to_have_text("học kỳ I")


def test_an_address_keeps_no_empty_search(page: Page, address: str) -> None:
    page.goto(f"{address}van-ban/1249-pgddt-2021/?h=")
    page.wait_for_url(f"{address}van-ban/1249-pgddt-2021/")


def test_the_dialog_is_even(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("trung vuong")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    middles = page.locator(".md-search__form, .md-search__options > *").evaluate_all(
        """all => all.map(e => e.getBoundingClientRect()).map(box => box.top + box.height / 2)"""
    )
    assert max(middles) - min(middles) <= 1
    room = page.locator(".md-search-result__link:last-child .md-search-result__article")
    assert all(
        room.evaluate_all("all => all.map(e => parseFloat(getComputedStyle(e).paddingBottom) > 8)")
    )
