"""The notice page in use: two readings of one text, notes to words, the bar of the item at hand."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search_site import search_site, served
from tests.site.test_accessibility import AXE, RUN_AXE

pytestmark = pytest.mark.browser

NOTICE = "thong-bao/2021-12/"
IN_LINK = ".item a:has(> .corrected)"
ALONE = "ins.corrected:not(a *)"
NOTE = ".word-note"
MISSING_PLACE = Path("generator/theme/assets/scripts/missing-place.js")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(search_site(tmp_path_factory.mktemp("thông báo"))) as found:
        yield found


@pytest.fixture(params=["computer", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    is_phone = request.param == "phone"
    context = browser.new_context(
        viewport={"width": 360 if is_phone else 1280, "height": 800},
        has_touch=is_phone,
        is_mobile=is_phone,
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


on_a_phone = pytest.mark.parametrize("page", ["phone"], indirect=True)
on_a_computer = pytest.mark.parametrize("page", ["computer"], indirect=True)


def read(page: Page) -> tuple[str, list[str | None]]:
    words = page.locator("article .corrected")
    titles = [word.get_attribute("title") for word in words.all()]
    return page.locator("article").inner_text(), titles


def test_both_readings_give_the_reason_and_come_back_whole(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    corrected, titles = read(page)
    page.get_by_role("button", name="Bản in").click()
    printed, other_titles = read(page)
    assert printed != corrected
    assert len(titles) == len(other_titles) > 5
    for title, other in zip(titles, other_titles, strict=True):
        was = re.fullmatch(r"Bản in: (.*?)\. (.+)", title or "")
        now = re.fullmatch(r"Hiệu đính: (.*?)\. (.+)", other or "")
        assert was and now
        assert now[2] == was[2]
    page.get_by_role("button", name="Bản đã hiệu đính").click()
    assert read(page) == (corrected, titles)


@on_a_phone
def test_a_tap_on_a_word_tells_what_was_printed(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    word = page.locator(ALONE).first
    said = word.get_attribute("title") or ""
    assert said.startswith("Bản in: ")
    word.tap()
    expect(page.locator(NOTE)).to_have_text(said)
    box = page.locator(NOTE).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.locator("h1").tap()
    expect(page.locator(NOTE)).not_to_be_visible()


@on_a_phone
def test_a_tap_on_a_word_in_a_link_tells_it_first(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    link = page.locator(IN_LINK).first
    word = link.locator(".corrected")
    leads_to = link.get_attribute("href") or ""
    word.tap()
    expect(page.locator(NOTE)).to_contain_text(word.get_attribute("title") or "?")
    assert page.url == address + NOTICE
    page.locator(f"{NOTE} a").tap()
    page.wait_for_url(re.compile(re.escape(leads_to.lstrip("./"))))
    page.go_back()
    word.tap()
    word.tap()
    page.wait_for_url(re.compile(re.escape(leads_to.lstrip("./"))))


@on_a_computer
def test_the_mouse_follows_a_link_at_once(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    link = page.locator(IN_LINK).first
    leads_to = link.get_attribute("href") or ""
    link.locator(".corrected").click()
    page.wait_for_url(re.compile(re.escape(leads_to.lstrip("./"))))


@on_a_computer
@pytest.mark.parametrize("place", [ALONE, IN_LINK])
def test_the_keyboard_reaches_the_note(page: Page, address: str, place: str) -> None:
    page.goto(address + NOTICE)
    holder = page.locator(place).first
    holder.focus()
    note = page.locator(NOTE)
    expect(note).to_be_visible()
    assert (note.text_content() or "").startswith("Bản in: ")
    assert holder.get_attribute("aria-describedby") == note.get_attribute("id")
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    expect(holder).to_be_focused()
    holder.evaluate("place => place.blur()")
    holder.focus()
    page.keyboard.press("Tab")
    expect(holder).not_to_have_attribute("aria-describedby", re.compile("."))


def test_the_note_is_for_everybody(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    page.locator(ALONE).first.focus()
    expect(page.locator(NOTE)).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    page.emulate_media(media="print")
    expect(page.locator(NOTE)).not_to_be_visible()


@pytest.mark.parametrize("place", ["muc-i-3-2", "muc-i-3"])
def test_the_bar_stands_where_one_arrives(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}{NOTICE}#{place}")
    expect(page.locator(f"#{place} > .tools")).to_be_visible()
    page.evaluate("location.hash = 'muc-ii-1'")
    expect(page.locator("#muc-ii-1 > .tools")).to_be_visible()


def test_a_place_that_is_not_there_is_told_with_the_one_around_it(page: Page, address: str) -> None:
    page.goto(f"{address}{NOTICE}#muc-i-3-99")
    told = page.locator(".missing-place")
    expect(told).to_be_in_viewport()
    expect(told).to_have_text(
        "Thông báo này không có chỗ «#muc-i-3-99» mà liên kết dẫn tới. Gần đó có: Mục I.3."
    )
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    told.get_by_role("link").click()
    expect(told).not_to_be_visible()
    expect(page.locator("#muc-i-3")).to_be_in_viewport()
    page.evaluate("location.hash = '<b>mục'")
    expect(told).to_have_text("Thông báo này không có chỗ «#<b>mục» mà liên kết dẫn tới.")
    for place in ("muc-ii-1", "top", "TOP", ""):
        page.evaluate("location.hash = '<b>mục'")
        expect(told).to_be_visible()
        page.evaluate("place => location.hash = place", place)
        expect(told).to_have_text("")
        page.wait_for_timeout(300)
        expect(told).not_to_be_visible()


def test_a_screen_reader_finds_the_line_empty_before_it_is_told(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    told = page.locator(".missing-place")
    expect(told).to_have_css("display", "block")
    place_of_title = page.locator("h1").evaluate("title => title.getBoundingClientRect().top")
    told.evaluate("line => line.style.display = 'none'")
    without = page.locator("h1").evaluate("title => title.getBoundingClientRect().top")
    assert place_of_title == without
    told.evaluate("line => line.removeAttribute('style')")
    at_once = told.evaluate("""line => {
      history.replaceState(null, "", "#khong-co")
      dispatchEvent(new HashChangeEvent("hashchange"))
      return line.textContent
    }""")
    assert at_once == ""
    expect(told).to_have_text("Thông báo này không có chỗ «#khong-co» mà liên kết dẫn tới.")


def test_where_no_text_stands_nothing_is_told(page: Page) -> None:
    page.set_content("<main></main>")
    page.add_script_tag(content=MISSING_PLACE.read_text("utf-8"))
    assert page.locator(".missing-place").count() == 0


def test_the_months_beside_are_at_hand_at_both_ends(page: Page, address: str) -> None:
    page.goto(address + NOTICE)
    above, below = (
        page.locator(f".months{which} a") for which in (".months-above", ":not(.months-above)")
    )
    leads_to = "all => all.map(link => [link.innerText, link.rel, link.href])"
    assert above.evaluate_all(leads_to) == below.evaluate_all(leads_to)
    assert above.evaluate_all("all => all.map(link => link.rel)") == ["prev", "next"]
    for link in above.all():
        expect(link).to_be_in_viewport()
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    page.emulate_media(media="print")
    for line in page.locator(".months").all():
        expect(line).not_to_be_visible()


def test_a_page_without_such_words_loads_no_script_for_them(page: Page, address: str) -> None:
    page.goto(f"{address}linh-vuc/")
    assert page.locator("script[src*='word-notes']").count() == 0
