"""The search page: results as one types, filters, history, numbers."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_school_with_its_level_can_be_narrowed(page: Page, address: str) -> None:
    page.goto(
        f"{address}tra-cuu/?q=THCS+Tr%C6%B0ng+V%C6%B0%C6%A1ng&nam=2021-2022&loai=notice&cap=2"
    )
    expect(page.locator(".search-status")).to_have_text("3 kết quả.")
    expect(page.locator(".search-result mark").last).to_have_text("Trưng Vương")
    expect(page.locator(".search-result__link").last).to_have_text(re.compile("^Mục I.3.3.1, "))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("9999/XYZ", "Chưa có 9999/XYZ trong các thông báo."),
        ("zzzqqq", "Không tìm thấy kết quả. Có thể bớt từ hoặc gõ không dấu."),
    ],
)
def test_where_nothing_is_found_the_lists_are_offered(
    page: Page, address: str, query: str, said: str
) -> None:
    page.goto(f"{address}tra-cuu/?q={query}")
    expect(page.locator(".search-status")).to_have_text(said)
    links = page.locator(".search-elsewhere a")
    expect(links).to_have_text(["Thông báo", "Văn bản"])
    links.last.click()
    page.wait_for_url(f"{address}van-ban/")


def test_the_search_page_answers_as_one_types(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/")
    expect(page.locator("#danh-muc")).to_be_visible()
    page.keyboard.type("đuối nước")
    status = page.locator(".search-status")
    expect(status).to_have_text("2 kết quả.")
    expect(page.locator("#danh-muc")).not_to_be_visible()
    expect(page).to_have_url(f"{address}tra-cuu/?q=%C4%91u%E1%BB%91i+n%C6%B0%E1%BB%9Bc")
    expect(page.locator(".search-result mark").first).to_have_text("đuối nước")
    page.select_option("#loc-year", "2022-2023")
    expect(status).to_have_text("1 kết quả.")
    expect(page.locator("#loc-level option:checked")).to_have_text("Tất cả")
    page.select_option("#loc-field", label="Giáo dục mầm non (1)")
    expect(page).to_have_url(re.compile("&nam=2022-2023&linhvuc=giao-duc-mam-non$"))
    page.reload()
    expect(status).to_have_text("1 kết quả.")
    expect(page.locator("#loc-year option:checked")).to_have_text("2022-2023 (1)")
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()


def test_what_no_field_is_told_of_is_a_choice_too(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=b%C3%A1o+c%C3%A1o")
    choice = page.locator("#loc-field option[value='-']")
    expect(choice).to_have_text(re.compile(r"^Chưa xếp lĩnh vực \([1-9]"))
    count = int(re.findall("[0-9]+", choice.inner_text())[0])
    page.select_option("#loc-field", "-")
    expect(page.locator(".search-status")).to_have_text(f"{count} kết quả.")
    expect(page.locator("#loc-kind option")).to_have_text(["Tất cả", f"Thông báo ({count})"])


def test_results_of_the_search_page_lead_to_the_marked_place(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=tri+tue+nhan+tao")
    page.locator(".search-result__link").first.click()
    page.wait_for_url(re.compile(r"/thong-bao/2023-03/#muc-i-2-3$"))
    expect(page.locator("mark.found")).to_have_text("trí tuệ nhân tạo")


def test_kinds_are_counted(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=1249/PGD%C4%90T")
    expect(page.locator("#loc-kind option")).to_have_text(
        ["Tất cả", "Thông báo (2)", "Văn bản (2)"]
    )
    page.select_option("#loc-kind", "document")
    expect(page.locator(".search-result")).to_have_count(2)


@pytest.mark.parametrize(
    ("number", "goes_to"),
    [("3194/SGDĐT-GDPT", "van-ban/3194-sgddt-gdpt-2021/"), ("71/2020", "van-ban/71-2020-nd-cp/")],
)
def test_a_number_goes_straight_to_its_one_document(
    page: Page, address: str, number: str, goes_to: str
) -> None:
    page.goto(f"{address}tra-cuu/?so={number}")
    page.wait_for_url(address + goes_to)


def test_a_number_of_several_documents_offers_the_choice(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?so=1249/PGD%C4%90T")
    expect(page.locator(".search-status")).to_contain_text("Có 2 văn bản cùng số này")
    expect(page.locator(".search-result__link")).to_have_text(
        ["Công văn 1249/PGDĐT năm 2023", "Công văn 1249/PGDĐT năm 2021"]
    )
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-result__link").last).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}van-ban/1249-pgddt-2021/")


def test_a_number_of_no_document_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?so=1248/PGD%C4%90T")
    expect(page.locator(".search-status")).to_have_text(
        "Chưa có 1248/PGDĐT trong các thông báo. Số gần giống:"
    )
    expect(page.locator(".search-result__link").first).to_have_text("Công văn 1249/PGDĐT năm 2023")


def test_opening_the_page_loads_nothing_of_the_search(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto(f"{address}tra-cuu/", wait_until="networkidle")
    expect(page.locator("#q")).to_be_focused()
    assert [path for path in loaded if "search/worker" in path or path.startswith("tra-cuu/")] == [
        "tra-cuu/"
    ]
    page.locator("#q").click()
    with page.expect_response("**/tra-cuu/may-*.js"):
        pass


def test_coming_back_from_a_result_is_at_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=h%E1%BB%8Dc+sinh")
    results = page.locator(".search-result__link")
    expect(results).to_have_count(20)
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(results).to_have_count(22)
    last = results.last
    last.scroll_into_view_if_needed()
    last.focus()
    found = last.get_attribute("href")
    before = page.evaluate("scrollY")
    assert before > 1000
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/thong-bao/"))
    page.go_back()
    expect(results).to_have_count(22)
    expect(last).to_be_focused()
    assert last.get_attribute("href") == found
    assert abs(page.evaluate("scrollY") - before) < 2
    page.reload()
    expect(results).to_have_count(22)


def test_back_returns_to_the_search_submitted_before(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/")
    status = page.locator(".search-status")
    page.keyboard.type("ma tuy")
    expect(status).to_have_text("1 kết quả.")
    page.keyboard.press("Enter")
    page.fill("#q", "đuối nước")
    expect(status).to_have_text("2 kết quả.")
    page.get_by_role("button", name="Tra cứu").click()
    page.fill("#q", "đuối nước mùa")
    expect(page).to_have_url(re.compile("m%C3%B9a$"))
    page.go_back()
    expect(page).to_have_url(f"{address}tra-cuu/?q=ma+tuy")
    expect(page.locator("#q")).to_have_value("ma tuy")
    expect(status).to_have_text("1 kết quả.")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("đuối nước mùa")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{address}tra-cuu/")
    expect(page.locator("#danh-muc")).to_be_visible()
    expect(page.locator(".search-found")).not_to_be_visible()


def test_words_of_another_tone_are_marked_where_they_stand(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=bệnh đại")
    expect(page.locator(".search-result mark")).to_have_text("bệnh Dại")
    page.locator(".search-result__link").click()
    page.wait_for_url(re.compile("#muc-i-5-4$"))
    expect(page.locator("mark.found")).to_have_text(["bệnh ", "Dại"])


def test_a_title_that_is_found_is_its_notice(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/?q=h%E1%BB%99i+ngh%E1%BB%8B+giao+ban+th%C3%A1ng+12")
    titles = page.locator(".search-result__title")
    expect(titles.first).to_have_text("Thông báo kết luận tháng 12/2021")
    assert not any(title.startswith("Tiêu đề") for title in titles.all_inner_texts())


def test_what_helps_without_scripts_is_said_without_them(page: Page, address: str) -> None:
    page.goto(f"{address}tra-cuu/")
    expect(page.get_by_text("Trình duyệt tắt JavaScript")).not_to_be_visible()
