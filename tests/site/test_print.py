"""A notice on paper: what an office files, in few sheets."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search_site import search_site, served

pytestmark = pytest.mark.browser

NOTICE = "thong-bao/2021-12/"
"""The real notice; on paper it has five sheets."""

STYLES = Path(__file__).parents[2] / "generator" / "theme" / "assets" / "styles" / "print.css"

WIDTH = 661
"""Of the text on a sheet of A4, in CSS pixels: 210 mm without the margins of 20 and 15."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(search_site(tmp_path_factory.mktemp("bản in"))) as found:
        yield found


@pytest.fixture
def sheet(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": WIDTH, "height": 980})
    page.goto(address + NOTICE)
    page.emulate_media(media="print")
    yield page
    page.close()


def styles(page: Page, selector: str, name: str, of: str | None = None) -> set[str]:
    found = page.eval_on_selector_all(
        selector, "(all, [name, of]) => all.map(e => getComputedStyle(e, of)[name])", [name, of]
    )
    assert found, selector
    return set(found)


def test_the_real_notice_has_five_sheets_and_one_of_corrections(sheet: Page) -> None:
    pdf = sheet.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 6
    sheet.eval_on_selector_all("#hieu-dinh, #hieu-dinh ~ *", "all => all.map(e => e.remove())")
    pdf = sheet.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 5


def test_letters_are_those_of_a_letter(sheet: Page) -> None:
    words = "#mo-dau, #ket-luan, .item, .closing, .figures"
    assert styles(sheet, words, "fontSize") == {f"{11 / 0.75:.4f}px"}
    assert styles(sheet, ".footnote-text", "fontSize") == {f"{9.5 / 0.75:.4f}px"}


@pytest.mark.parametrize(
    "selector",
    [
        "header",
        "footer.site-footer",
        ".md-sidebar",
        ".jump",
        ".edition",
        "dd:has(a[href$='.txt'])",
        "article > .lead",
        "button",
    ],
)
def test_what_is_of_no_use_on_paper_is_not_there(sheet: Page, selector: str) -> None:
    found = sheet.query_selector_all(selector)
    assert found
    assert not any(element.is_visible() for element in found)


def test_of_the_facts_those_are_printed_that_the_text_does_not_say(sheet: Page) -> None:
    facts = [fact for fact in sheet.query_selector_all("article > dl > dt") if fact.is_visible()]
    assert [fact.inner_text() for fact in facts] == [
        "Ngày họp",
        "Số, ký hiệu",
        "Ngày ban hành",
        "Người ký",
    ]


def test_no_sign_of_the_screen_stands_in_the_words(sheet: Page) -> None:
    assert styles(sheet, "a.open", "display", "::after") == {"none"}
    assert styles(sheet, ".corrected, .doubtful", "borderBottomWidth") == {"0px"}
    assert styles(sheet, "article a", "textDecorationLine") == {"none"}
    for side in ("::before", "::after"):
        assert styles(sheet, "article a:not(.open)", "content", side) == {"none"}


def test_no_heading_stands_alone_at_the_end_of_a_sheet(sheet: Page) -> None:
    assert styles(sheet, "article h2, article h3", "breakAfter") == {"avoid"}
    assert styles(sheet, "article > .figures", "breakAfter") == {"avoid"}


def test_who_signs_stands_beside_to_whom_it_goes_and_the_footnotes_below(sheet: Page) -> None:
    def box(selector: str) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        found = sheet.locator(selector).first.bounding_box()
        assert found is not None
        left, top = found["x"], found["y"]
        return left, top, left + found["width"], top + found["height"]

    label, last = box(".recipients-label"), box(".recipient:last-child")
    name, note = box(".signature-name"), box(".footnote-text")
    assert label[1] - 5 <= name[1] < last[1]
    assert label[2] <= name[0]
    assert note[1] >= last[3]
    assert styles(sheet, ".footnote-text", "breakInside") == {"avoid"}


def test_one_line_stands_between_the_facts_and_the_notice(sheet: Page) -> None:
    assert styles(sheet, "article > dl", "borderBottomWidth") == {"0px"}
    first = "article > .doc-head" if sheet.query_selector(".doc-head") else "article > .doc-type"
    assert styles(sheet, first, "borderTopWidth") != {"0px"}


def test_a_footnotes_mark_stands_close_to_its_word(sheet: Page) -> None:
    gaps = sheet.eval_on_selector_all(
        "article sup a",
        """all => all.map(mark => {
            const word = document.createRange(), sign = document.createRange();
            word.selectNodeContents(mark.closest("sup").previousSibling);
            sign.selectNodeContents(mark);
            const boxes = word.getClientRects();
            return sign.getBoundingClientRect().left - boxes[boxes.length - 1].right;
        })""",
    )
    assert gaps
    assert all(-1 < gap < 2 for gap in gaps), gaps


def test_sheets_are_numbered_at_their_foot() -> None:
    rule = re.search(r"@page \{(.*?)\n\}", STYLES.read_text("utf-8"), re.DOTALL)
    assert rule is not None
    assert 'content: counter(page) "/" counter(pages);' in rule[1]


def test_margins_are_those_of_a_filed_sheet() -> None:
    page = re.search(r"@page \{(.*?)\}", STYLES.read_text("utf-8"), re.DOTALL)
    assert page is not None
    margins = re.search(r"margin: ([0-9]+)mm ([0-9]+)mm ([0-9]+)mm ([0-9]+)mm;", page[1])
    assert margins is not None
    assert all(15 <= int(margin) <= 20 for margin in margins.groups())
