"""Sites built apart and found together: three departments behind nginx and Caddy, in Chromium, with
their own ready files; and sisters that are down, slow, old, broken or hostile.
"""

import http.client
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.publishing import offline
from tests.servers import caddy, free_port, nginx
from tests.sister_sites import NUI_XANH, SONG_MO, UONG_BI, BadSites, bad_sites, department
from tests.site.conftest import published
from tests.site.test_accessibility import AXE, RUN_AXE

pytestmark = pytest.mark.browser

BAD = {
    "Phòng Tốt": "tot",
    "Phòng Kín": "kin",
    "Phòng Cũ": "cu",
    "Phòng Mới": "moi",
    "Phòng Hỏng": "hong",
    "Phòng Trống": "trong",
    "Phòng Độc": "doc",
    "Phòng Chậm": "cham",
}


class Three(NamedTuple):
    """Addresses: Sông Mơ names the other two, and a second time those that are in trouble."""

    song_mo: str
    uong_bi: str
    nui_xanh: str
    troubled: str
    bad: BadSites
    published: Path


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    folder = tmp_path_factory.mktemp("ba phòng")
    ports = [free_port() for _ in range(5)]
    song_mo, uong_bi, nui_xanh, troubled, down = (f"http://127.0.0.1:{port}/" for port in ports)

    def site(place: str, name: str, address: str, sisters: dict[str, str], by: list[str]) -> Path:
        return published(department(folder / place, name, address, sisters, by))

    others = {NUI_XANH: nui_xanh, UONG_BI: uong_bi}
    first = site("một", SONG_MO, song_mo, others, [uong_bi])
    second = site("hai", UONG_BI, uong_bi, {SONG_MO: song_mo}, [song_mo])
    third = site("ba", NUI_XANH, nui_xanh, {}, ["https://khac.example.vn/", song_mo])
    with ExitStack() as running:
        bad = running.enter_context(bad_sites(second / "current"))
        sisters = {name: bad.address(place) for name, place in BAD.items()}
        last = site("tư", SONG_MO, troubled, {"Phòng Tắt": down, **sisters}, [])
        running.enter_context(nginx(first, folder / "nginx một", ports[0]))
        running.enter_context(nginx(second, folder / "nginx hai", ports[1]))
        running.enter_context(caddy(third, folder / "caddy", ports[2]))
        running.enter_context(nginx(last, folder / "nginx tư", ports[3]))
        yield Three(song_mo, uong_bi, nui_xanh, troubled, bad, first)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    refused: list[str] = []
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield page
    context.close()
    assert refused == []


def requests_of(page: Page) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def sites_shown(page: Page) -> list[str]:
    return page.locator(".search-result__site").all_inner_texts()


def with_sisters(page: Page, names: list[str]) -> None:
    """Of the sisters that the search page names, these."""

    def fewer(route: Route) -> None:
        answer = route.fetch()
        before, told, after = re.split(
            r'(?<=<script id="sisters" type="application/json">)(.*)(?=</script>)',
            answer.text(),
            maxsplit=1,
        )
        said = json.loads(told)
        said["sites"] = [site for site in said["sites"] if site["name"] in names]
        route.fulfill(response=answer, body=before + json.dumps(said) + after)

    page.route(re.compile(r"/tra-cuu/(\?.*)?$"), fewer)


def test_three_sites_are_searched_as_one(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    expect(page.locator("#loc-site option")).to_have_text(
        ["Tất cả", f"{SONG_MO} (7)", f"{NUI_XANH} (7)", f"{UONG_BI} (20)"]
    )
    expect(page.locator(".search-status")).to_have_text("34 kết quả.")
    expect(page.locator(".search-notes")).to_be_empty()
    assert set(sites_shown(page)) == {SONG_MO, NUI_XANH, UONG_BI}
    # Equal in rank and date: this site's first, then the others as the configuration has them.
    first = page.locator(".search-result").first
    expect(first.locator(".search-result__site")).to_have_text(SONG_MO)
    twin = page.locator(".search-result", has_text=NUI_XANH).first
    assert twin.locator(".search-result__title").inner_text() == (
        first.locator(".search-result__title").inner_text()
    )


def test_a_result_leads_to_its_site_and_the_exact_place(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=tri+tue+nhan+tao")
    expect(page.locator(".search-status")).to_have_text(re.compile(r"\d kết quả\.$"))
    page.locator(".search-result", has_text=UONG_BI).locator("a").first.click()
    page.wait_for_url(f"{three.uong_bi}thong-bao/2023-03/#muc-i-2-3")
    expect(page.locator("#muc-i-2-3 mark.found")).to_have_text("trí tuệ nhân tạo")


def test_each_site_is_asked_in_words_that_its_own_register_knows(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=PC%C4%90N")
    expect(page.locator(".search-result mark").first).to_have_text("phòng chống đuối nước")
    assert set(sites_shown(page)) == {UONG_BI}
    page.goto(f"{three.song_mo}tra-cuu/?q=THX")
    for name in (SONG_MO, NUI_XANH):
        found = page.locator(".search-result", has_text=name).first
        expect(found.locator("mark").first).to_have_text("trường học xanh", timeout=30_000)


def test_one_site_can_be_chosen_and_the_address_keeps_it(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("34 kết quả.")
    page.select_option("#loc-site", label=f"{UONG_BI} (20)")
    expect(page.locator(".search-status")).to_have_text("20 kết quả.")
    expect(page).to_have_url(re.compile("&noi=phong-gddt-uong-bi$"))
    page.reload()
    expect(page.locator(".search-status")).to_have_text("20 kết quả.")
    assert set(sites_shown(page)) == {UONG_BI}
    years = page.locator("#loc-year option").all_inner_texts()
    page.select_option("#loc-year", label=years[1])
    kept = int(re.findall(r"\((\d+)\)", years[1])[0])
    expect(page.locator(".search-status")).to_have_text(f"{kept} kết quả.")
    page.select_option("#loc-site", "")
    expect(page.locator("#loc-site option").first).to_have_text("Tất cả")
    expect(page.locator("#loc-year option:checked")).to_contain_text(years[1].split(" ")[0])


def test_more_results_of_all_sites_are_shown_on_asking(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("34 kết quả.")
    expect(page.locator(".search-result")).to_have_count(20)
    page.click(".search-more")
    expect(page.locator(".search-result")).to_have_count(34)
    expect(page.locator(".search-result a").nth(20)).to_be_focused()


def test_nothing_of_a_sister_is_loaded_until_somebody_searches(page: Page, three: Three) -> None:
    asked = requests_of(page)
    page.goto(f"{three.song_mo}truong/")
    page.keyboard.press("/")
    page.keyboard.type("ban tru")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.goto(f"{three.song_mo}tra-cuu/", wait_until="networkidle")
    page.focus("#q")
    page.wait_for_timeout(300)
    assert [url for url in asked if not url.startswith(three.song_mo)] == []
    assert [url for url in asked if "sister-worker" in url] == []
    page.keyboard.type("ban tru")
    expect(page.locator(".search-status")).to_have_text("34 kết quả.")
    theirs = [url for url in asked if not url.startswith(three.song_mo)]
    assert theirs
    assert all(re.search(r"/tra-cuu/(du-lieu|ten-\w+|tu-\w+|20[\w-]+)\.js$", url) for url in theirs)


def test_this_site_answers_without_waiting_for_the_others(page: Page, three: Three) -> None:
    held: list[Route] = []
    page.context.route(f"{three.uong_bi}**", lambda route: held.append(route))
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    status = page.locator(".search-status")
    expect(status).to_have_text(f"14 kết quả; đang tìm ở {UONG_BI}.")
    assert set(sites_shown(page)) == {SONG_MO, NUI_XANH}
    # Who goes through the results stays where they are, whatever comes in meanwhile.
    page.keyboard.press("ArrowDown")
    before = page.locator(".search-results").inner_text()
    for route in held:
        route.continue_()
    page.context.unroute(f"{three.uong_bi}**")
    page.wait_for_timeout(700)
    expect(page.locator(".search-result a").first).to_be_focused()
    assert page.locator(".search-results").inner_text() == before
    page.keyboard.press("Escape")
    expect(status).to_have_text("34 kết quả.")


def test_the_others_can_be_switched_off_and_stay_off(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("34 kết quả.")
    page.get_by_label(f"Tìm cả ở trang của {NUI_XANH} và {UONG_BI}").uncheck()
    expect(page.locator(".search-status")).to_have_text("7 kết quả.")
    expect(page.locator("#loc-site")).not_to_be_visible()
    assert sites_shown(page) == []
    asked = requests_of(page)
    page.reload()
    expect(page.locator(".search-status")).to_have_text("7 kết quả.")
    page.fill("#q", "ban trú")
    expect(page.locator(".search-result mark").first).to_be_visible()
    assert [url for url in asked if not url.startswith(three.song_mo)] == []
    # An address that names a site asks it all the same.
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru&noi=phong-gddt-nui-xanh")
    expect(page.locator(".search-status")).to_have_text("7 kết quả.")
    assert set(sites_shown(page)) == {NUI_XANH}


def test_a_number_that_only_a_sister_has_is_found_there(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?so=3194/SGD%C4%90T-GDPT")
    link = page.locator(".search-result a").first
    expect(link).to_have_text("Công văn 3194/SGDĐT-GDPT năm 2021")
    expect(link).to_have_attribute("href", re.compile(re.escape(three.uong_bi)))
    assert page.url.startswith(three.song_mo)


def test_a_site_that_names_nobody_is_as_it_was(page: Page, three: Three) -> None:
    asked = requests_of(page)
    page.goto(f"{three.nui_xanh}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("7 kết quả.")
    assert [url for url in asked if "sister" in url or "together" in url] == []
    assert page.locator("#trang-khac, #sisters, #trang-cac-phong").count() == 0


WITHOUT = {
    "Phòng Tắt": "trang ấy không trả lời, hoặc chưa cho trang này tra cứu",
    "Phòng Kín": "trang ấy không trả lời, hoặc chưa cho trang này tra cứu",
    "Phòng Cũ": "dữ liệu tra cứu của trang ấy thuộc phiên bản cũ hơn",
    "Phòng Mới": "dữ liệu tra cứu của trang ấy thuộc phiên bản mới hơn",
    "Phòng Hỏng": "không đọc được dữ liệu tra cứu của trang ấy",
    "Phòng Trống": "trang ấy không có dữ liệu tra cứu",
}


@pytest.mark.parametrize("name", WITHOUT)
def test_a_sister_in_trouble_is_told_in_a_line_and_the_rest_works(
    page: Page, three: Three, name: str
) -> None:
    with_sisters(page, [name, "Phòng Tốt"])
    page.goto(f"{three.troubled}tra-cuu/?q=ban+tru")
    note = page.locator(".search-notes li")
    expect(note).to_have_text(f"{name}: không tra cứu được, {WITHOUT[name]}. Mở trang tra cứu ở đó")
    expect(note.locator("a")).to_have_attribute("href", re.compile(r"/tra-cuu/\?q=ban%20tru$"))
    expect(page.locator(".search-status")).to_have_text("27 kết quả.")
    assert set(sites_shown(page)) == {SONG_MO, "Phòng Tốt"}


def test_a_slow_sister_is_waited_for_and_then_left(page: Page, three: Three) -> None:
    with_sisters(page, ["Phòng Chậm"])
    page.clock.install()
    page.goto(f"{three.troubled}tra-cuu/?q=ban+tru")
    status = page.locator(".search-status")
    page.clock.run_for(500)
    expect(status).to_have_text("7 kết quả; đang tìm ở Phòng Chậm.")
    page.clock.run_for(21_000)
    expect(status).to_have_text("7 kết quả.")
    expect(page.locator(".search-notes")).to_contain_text("Phòng Chậm: không tra cứu được")
    expect(page.locator(".search-notes")).to_contain_text("trang ấy trả lời quá chậm")


def test_many_in_trouble_take_one_line(page: Page, three: Three) -> None:
    with_sisters(page, ["Phòng Tốt", *WITHOUT])
    page.goto(f"{three.troubled}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-notes summary")).to_have_text("6 trang không tra cứu được")
    expect(page.locator(".search-notes li").first).not_to_be_visible()
    page.click(".search-notes summary")
    expect(page.locator(".search-notes li")).to_have_count(6)


def test_a_sister_in_a_folder_of_its_host_is_found_below_it(page: Page, three: Three) -> None:
    with_sisters(page, ["Phòng Tốt"])
    page.goto(f"{three.troubled}tra-cuu/?q=tri+tue+nhan+tao")
    link = page.locator(".search-result", has_text="Phòng Tốt").locator("a").first
    good = re.escape(three.bad.address("tot"))
    expect(link).to_have_attribute(
        "href", re.compile(rf"^{good}thong-bao/2023-03/\?h=.*#muc-i-2-3$")
    )


def test_a_site_in_a_folder_of_its_host_searches_its_sisters(page: Page, three: Three) -> None:
    page.goto(f"{three.bad.address('tot')}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("20 kết quả.")
    # The sister doesn't know this site by this address, so it tells it nothing.
    expect(page.locator(".search-notes li")).to_contain_text(f"{SONG_MO}: không tra cứu được")
    assert set(sites_shown(page)) == {UONG_BI}


@pytest.mark.parametrize("query", ["độc", "trung vuong", "ban tru", "71/2020", "tháng 12/2021"])
def test_a_hostile_sister_runs_nothing_and_leads_nowhere_else(
    page: Page, three: Three, query: str
) -> None:
    with_sisters(page, ["Phòng Độc"])
    three.bad.asked.clear()
    page.goto(f"{three.troubled}tra-cuu/?q={query}")
    expect(page.locator("#loc-site option", has_text="Phòng Độc")).to_be_attached()
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^\d+ kết quả\.$"))
    assert page.evaluate("window.ran") is None
    assert page.locator(".search-found :is(img, svg, script, [onerror], [onload])").count() == 0
    own = three.bad.address("doc")
    for link in page.locator(".search-found a, .search-found option").all():
        address = link.get_attribute("href")
        assert address is None or address.startswith((own, three.troubled))
        assert address is None or "evil" not in address
    assert three.bad.asked
    assert [path for path in three.bad.asked if "may-" in path] == []


def test_answers_of_any_shape_are_made_plain(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/?q=ban+tru")
    cleaned = page.evaluate(
        """async () => {
            const heard = []
            window.Worker = class extends EventTarget {
                constructor() { super(); heard.push(this) }
                postMessage(question) {
                    const say = data => {
                        this.dispatchEvent(new MessageEvent("message", { data }))
                    }
                    say(null)
                    say({ type: "found", id: 1, results: [
                        null, 7, "x", { url: 7 }, { url: "thong-bao/2021-12/" },
                        { url: "truong/a/", rank: "0", when: {}, title: [[{}, 1], 5, null],
                          terms: 3, note: { length: 9 }, text: "<b>", label: ["x"], notice: {} },
                    ],
                    counts: { kind: { notice: -1, x: 3 }, field: { constructor: 2 } }, total: 1e308,
                    all: "9", names: { years: [1, "2021-2022", "x"], fields: [["constructor", "C"],
                        ["__proto__", "P"], null, ["a b", "x"]] }, approximate: {}, isWhole: 1,
                    nearest: "abc" })
                }
                terminate() {}
            }
            const site = { key: "k", name: "K", address: "https://k.vn/" }
            const sisters = giaobanSisters.create({ sites: [site], address: "x", tell() {},
                kinds: ["notice"], levels: ["0"] })
            sisters.ask({ id: 1, query: "x", filters: {}, most: 20 })
            sisters.ownAnswered(true)
            return sisters.answers().map(({ answer }) => answer)
        }"""
    )
    site = {"key": "k", "name": "K", "address": "https://k.vn/"}
    bare = {
        "site": site,
        "rank": 0,
        "formal": False,
        "when": "",
        "label": "",
        "notice": "",
        "field": "",
    }
    assert cleaned == [
        {
            "total": 0,
            "all": 0,
            "approximate": "",
            "isPartial": False,
            "isWhole": False,
            "names": {"years": ["2021-2022"], "fields": [["constructor", "C"]]},
            "counts": {
                "kind": {"notice": 0},
                "year": {"2021-2022": 0},
                "level": {"0": 0},
                "field": {"constructor": 2, "-": 0},
            },
            "results": [
                {
                    **bare,
                    "url": "https://k.vn/thong-bao/2021-12/",
                    **{"title": [], "note": [], "text": [], "terms": []},
                },
                {
                    **bare,
                    "url": "https://k.vn/truong/a/",
                    "title": [["", False], ["", False], ["", False]],
                    **{"note": [], "text": [["<b>", False]], "terms": []},
                },
            ],
            "nearest": [],
        }
    ]


def test_results_go_by_rank_then_date_then_site(page: Page, three: Three) -> None:
    page.goto(f"{three.song_mo}tra-cuu/")
    merged = page.evaluate(
        """() => {
            const read = text => text.split(" ").filter(Boolean).map(each => {
                const [rank, when, formal] = each.split(":")
                return { each, rank: Number(rank), when, formal: formal === "f" }
            })
            const lists = ["4: 8:2022-03 8:2021-10 8:2023-01:f",
                "4: 8:2023-01 8:2021-10 26:2024-01", "0:2021-11-04 8:2021-10:f"].map(read)
            return giaobanTogether.merged(lists, 9).map(({ each }) => each)
        }"""
    )
    assert merged == [
        *("0:2021-11-04", "4:", "4:", "8:2023-01", "8:2022-03", "8:2021-10", "8:2021-10"),
        *("8:2023-01:f", "8:2021-10:f"),
    ]


def answered(address: str, path: str, **sent: str) -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=20)
    connection.request("GET", path, headers=sent)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    told: dict[str, str] = {}
    for name, value in answer.getheaders():
        told[name.lower()] = ", ".join(filter(None, [told.get(name.lower()), value]))
    return answer.status, told


ALLOWED = "access-control-allow-origin"


def test_search_data_may_be_read_by_the_sites_named_alone(three: Three) -> None:
    reader = three.song_mo.rstrip("/")
    for address in (three.uong_bi, three.nui_xanh):
        _, told = answered(address, "/tra-cuu/du-lieu.js", Origin=reader)
        assert told[ALLOWED] == reader
        assert "Origin" in told["vary"]
        for origin in (f"{reader}.evil.example", reader.replace("http:", "https:"), "null", "*"):
            _, told = answered(address, "/tra-cuu/du-lieu.js", Origin=origin)
            assert ALLOWED not in told
            assert "Origin" in told["vary"]
        assert ALLOWED not in answered(address, "/tra-cuu/du-lieu.js")[1]
        for path in ("/tra-cuu/", "/", "/thong-bao/", "/khong-co/", "/assets/styles/text.css"):
            assert ALLOWED not in answered(address, path, Origin=reader)[1], path
    assert answered(three.nui_xanh, "/tra-cuu/du-lieu.js", Origin="https://khac.example.vn")[1][
        ALLOWED
    ]
    _, told = answered(three.troubled, "/tra-cuu/du-lieu.js", Origin=reader)
    assert ALLOWED not in told
    assert told["cross-origin-resource-policy"] == "same-origin"


def test_the_policy_names_the_sisters_data_alone(three: Three) -> None:
    policy = answered(three.song_mo, "/")[1]["content-security-policy"]
    [connect] = [part for part in policy.split("; ") if part.startswith("connect-src")]
    places = sorted([f"{three.uong_bi}tra-cuu/", f"{three.nui_xanh}tra-cuu/"])
    assert connect == " ".join(["connect-src 'self'", *places])
    assert "127.0.0.1" not in policy.replace(connect, "")


def test_pages_elsewhere_cannot_load_the_search_data_as_a_script(page: Page, three: Three) -> None:
    page.goto(f"{three.bad.address('tot')}tra-cuu/")
    ended = page.evaluate(
        """address => new Promise(resolve => {
            window.giaobanSearch = { put: () => resolve("read") }
            const script = document.createElement("script")
            script.src = address
            script.onerror = () => resolve("refused")
            document.head.append(script)
        })""",
        f"{three.song_mo}tra-cuu/du-lieu.js",
    )
    assert ended == "refused"


def test_a_copy_on_a_disk_asks_nobody(page: Page, three: Three, tmp_path: Path) -> None:
    copy = tmp_path / "bản sao"
    offline.copy(three.published / "current", copy)
    asked = requests_of(page)
    page.goto(f"{(copy / 'tra-cuu' / 'index.html').as_uri()}?q=ban+tru")
    expect(page.locator(".search-status")).to_have_text("7 kết quả.")
    assert [url for url in asked if url.startswith("http")] == []
    assert page.locator("#trang-khac").count() == 0


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(browser: Browser, three: Three, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    with_sisters(page, ["Phòng Tốt", "Phòng Cũ"])
    page.goto(f"{three.troubled}tra-cuu/?q=ban+tru")
    expect(page.locator(".search-notes li")).to_be_visible()
    expect(page.locator(".search-status")).to_have_text("27 kết quả.")
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
