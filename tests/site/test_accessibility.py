"""Every kind of page for everyone: axe finds nothing, wide and narrow, light and dark; the keyboard
reaches everything; large letters, no motion, no script, paper.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.opener import Opener

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

WIDTHS = (1280, 360)


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


REACHABLE = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({
        visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length)
    .map((e, i) => { e.dataset.reach = i; return i; }).length"""
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
        || style.boxShadow !== "none" || e.matches("input, select");
    // A choice of colours is drawn by its label.
    if (e.matches(".md-option")) return { reach: null, seen: true, inside: true, covered: false };
    const top = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
        Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
    const inside = box.bottom > 0 && box.top < innerHeight;
    return { reach: e.dataset.reach ?? null, html: e.outerHTML.slice(0, 120), seen, inside,
             covered: !(top && (e.contains(top) || top.contains(e))) };
}"""


def is_lost(focused: dict[str, object]) -> bool:
    return not (focused["seen"] and focused["inside"]) or bool(focused["covered"])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["home", "notice", "schools", "documents", "search"])
def test_the_keyboard_reaches_everything(opened: Opener, kind: str, width: int) -> None:
    """Each thing that can be used gets the focus, where it is seen; then the focus goes on."""
    page = opened(KINDS[kind], width=width, motion="reduce")
    # Where a page puts the focus into its field, start above it.
    page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")
    count = page.evaluate(REACHABLE)
    assert count > 10
    reached, unseen, ends = set(), [], 0
    for _ in range(count * 2 + 20):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            page.wait_for_timeout(500)  # a dialog that closes hands the focus on
            focused = page.evaluate(FOCUSED)
        if focused is None:
            ends += 1
            if ends == 2:
                break
            continue
        if focused["reach"] in reached:
            continue
        if focused["reach"] is not None:
            reached.add(focused["reach"])
        if is_lost(focused):
            page.wait_for_timeout(300)  # a dialog opens, a page scrolls
            focused = page.evaluate(FOCUSED)
            if is_lost(focused):
                unseen.append(focused)
    missed = page.evaluate(
        """reached => [...document.querySelectorAll("[data-reach]")]
            .filter(e => !reached.includes(e.dataset.reach)
                && !(e.type === "radio" && document.activeElement !== e)
                && !e.closest(".md-search__form"))
            .map(e => e.outerHTML.slice(0, 120))""",
        sorted(reached),
    )
    assert missed == []
    assert unseen == []


def test_the_focus_passing_through_the_search_field_opens_nothing(opened: Opener) -> None:
    """However fast it comes from another place; a click into it does."""
    page = opened("/", motion="reduce")
    page.evaluate(
        """() => {
            document.querySelector("header a").focus();
            document.querySelector(".md-search__input").focus();
        }"""
    )
    page.wait_for_timeout(300)
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    page.click(".md-search__input")
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_is_opened_used_and_left_by_keyboard(opened: Opener, width: int) -> None:
    page = opened("/", width=width, motion="reduce")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("1249", delay=20)
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_focus_stays_in_the_open_search(opened: Opener, width: int) -> None:
    """From a result too, both ways round; Escape leads back."""
    page = opened("/van-ban/", width=width, motion="reduce")
    link = page.locator("article a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("1249")
    field, found = page.locator(".md-search__input"), page.locator(".md-search-result__link")
    list_of_results = page.locator(".md-search__scrollwrap")
    expect(found.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(list_of_results).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(list_of_results).to_be_focused()
    for key in ["Tab"] * 6 + ["Shift+Tab"] * 6:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.closest('.md-search') !== null"), key
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(link).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_at_a_narrow_width_or_in_large_letters(
    opened: Opener, kind: str
) -> None:
    """640 is a window of 1280 at 200 %, 320 the same at 400 % (WCAG 1.4.10)."""
    page = opened(KINDS[kind])
    for width in (640, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(
            """() => document.documentElement.scrollWidth > innerWidth
                ? [...document.body.querySelectorAll("*")]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 3).map(e => e.outerHTML.slice(0, 160))
                : []"""
        )
        assert wide == [], width


@pytest.mark.parametrize("kind", ["home", "notice", "schools", "search"])
def test_what_is_clicked_is_large_enough(opened: Opener, kind: str) -> None:
    """24 px each way (WCAG 2.5.8), but for links within a sentence."""
    page = opened(KINDS[kind], width=360)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, label[for]")]
            .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .filter(e => e.getClientRects().length && !e.closest("[hidden]"))
            .filter(e => getComputedStyle(e).display !== "inline" || !e.closest("p, li, dd, td, q"))
            .map(e => [e.getBoundingClientRect(), e])
            .filter(([box, e]) => box.width > 1 && box.height > 1)
            .filter(([box, e]) => box.right > 0 && box.bottom > 0)
            .filter(([box, e]) => box.width < 24 || box.height < 24)
            .map(([box, e]) => `${box.width}x${box.height} ${e.outerHTML.slice(0, 120)}`)"""
    )
    assert small == []


@pytest.mark.parametrize("kind", ["home", "notice", "search"])
def test_who_asks_for_no_motion_gets_none(opened: Opener, kind: str) -> None:
    page = opened(KINDS[kind], motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(e => {
            const style = getComputedStyle(e);
            const longest = value => Math.max(...value.split(",").map(parseFloat));
            return longest(style.transitionDuration) > 0.05
                || (style.animationName !== "none" && longest(style.animationDuration) > 0.05)
                || style.scrollBehavior === "smooth";
        }).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert moving == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search with results"])
def test_without_scripts_words_and_links_are_all_there(opened: Opener, kind: str) -> None:
    scripted = opened(KINDS[kind])
    plain = opened(KINDS[kind], scripts=False)
    words = "e => e.innerText.split(/\\s+/).filter(Boolean)"
    shown = set(plain.eval_on_selector("article", words))
    missing = set(scripted.eval_on_selector("article", words)) - shown
    # What a script adds are its own controls, which would do nothing here.
    added = scripted.evaluate(
        """() => [...document.querySelectorAll("form, [role=status], .status, .editions")]
            .map(e => e.innerText).join(" ").split(/\\s+/)"""
    )
    assert missing - set(added) == set()
    links = "links => links.map(e => e.href)"
    assert set(plain.eval_on_selector_all("article a[href]", links)) >= set(
        scripted.eval_on_selector_all("article a[href]", links)
    )
    assert plain.eval_on_selector("html", "e => e.lang") == "vi"


def test_lines_of_a_sample_record_keep_their_columns(opened: Opener) -> None:
    """On a screen they are moved sideways, by the keyboard too; paper shows all of them."""
    page = opened(KINDS["clerk's guide"], width=360)
    wide = page.evaluate(
        """() => [...document.querySelectorAll("pre > code.language-yaml")]
            .filter(e => e.scrollWidth > e.clientWidth)
            .map(e => [e, getComputedStyle(e)])
            .map(([e, style]) => [style.whiteSpace, style.overflowX, e.tabIndex])"""
    )
    assert len(wide) > 1
    assert all(told == ["pre", "auto", 0] for told in wide)
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("pre > code")]
            .filter(e => e.scrollWidth > e.clientWidth).length"""
    )
    assert cut == 0


def test_without_scripts_search_leads_to_the_lists(opened: Opener) -> None:
    page = opened("/", scripts=False)
    page.fill("#q", "1249")
    page.press("#q", "Enter")
    page.wait_for_url("**/tra-cuu/?q=1249")
    targets = page.eval_on_selector_all("article a[href]", "links => links.map(e => e.pathname)")
    assert {"/thong-bao/", "/truong/", "/linh-vuc/", "/van-ban/"} <= set(targets)


def test_on_paper_the_text_stands_alone(opened: Opener) -> None:
    page = opened(KINDS["notice"], scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("header.md-header", "footer", ".md-sidebar", ".md-search", "nav.md-tabs"):
        for element in page.query_selector_all(selector):
            assert not element.is_visible(), selector
    colours = page.evaluate(
        """() => ["body", "article", "article p"].map(s => {
            const style = getComputedStyle(document.querySelector(s));
            return [style.color, style.backgroundColor];
        })"""
    )
    for text, ground in colours:
        assert text in ("rgb(0, 0, 0)", "rgba(0, 0, 0, 1)")
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    foot = page.locator("[data-print-address]")
    assert foot.is_visible()
    assert foot.inner_text() == page.url
    assert page.pdf().startswith(b"%PDF")
