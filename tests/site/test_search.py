"""Search in a real browser: what the worker answers, over http and file."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.folding import Folding
from generator.publishing import offline
from generator.records.synonyms import packaged_synonyms
from tests.search_site import SITE_URL
from tests.servers import Server

fold = Folding(packaged_synonyms()).fold
CASES = Path(__file__).parent.parent / "cases" / "search.tsv"

pytestmark = pytest.mark.browser


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text("utf-8").split("\n")[:-1]
    rows = [line.split("\t") for line in lines if line[:1] != "#"]
    return [(_unescaped(query), expected) for query, expected in rows]


def _unescaped(cell: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), cell)


ASK = """async ([address, queries]) => {
    const worker = new Worker(address)
    const answers = []
    const next = () => new Promise(resolve => {
        worker.onmessage = ({ data }) => {
            if (data.type !== 3 || data.data.isWhole !== false) resolve(data)
        }
    })
    worker.postMessage({ type: 0, data: { config: {}, docs: [], options: { suggest: true } } })
    answers.push(await next())
    for (const query of queries) {
        worker.postMessage({ type: 2, data: query })
        answers.push(await next())
    }
    worker.terminate()
    return answers
}"""
"""Material's protocol with the worker itself, on a page that has no stand-in for it."""


def asked(page: Page, address: str, queries: list[str]) -> list[dict[str, Any]]:
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(f"{address}robots.txt")
    worker = f"{address}assets/search/worker.js"
    ready, *answers = page.evaluate(ASK, [worker, queries])
    assert ready == {"type": 1}
    assert {answer["type"] for answer in answers} <= {3}
    return [answer["data"] for answer in answers]


def first(answer: dict[str, Any], many: int) -> list[dict[str, Any]]:
    """The best result of each page, in order: Material shows a page's places below it."""
    return [max(group, key=lambda result: result["score"]) for group in answer["items"][:many]]


def plain(html: str) -> str:
    html = re.sub(r"</?mark>", "", html)
    for sign, code in (("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#39"), ("&", "amp")):
        html = html.replace(f"&{code};", sign)
    return html


def is_met(answer: dict[str, Any], expected: str) -> bool:
    if expected.startswith("-"):
        _, _, nearest = expected.partition(" → ")
        near = [entry["url"] for entry in answer.get("nearest", [])]
        if expected == "- !":
            return not answer["items"] and not near
        return not answer["items"] and (near[:1] or [""])[0].startswith(nearest)
    wanted = [expected] if expected[0] == '"' else expected.split(" ; ")
    found = first(answer, len(wanted))
    if len(found) < len(wanted):
        return False
    if expected[0] == '"':
        return fold(expected) in fold(plain(found[0]["text"]))
    return all(
        result["location"].startswith(start) for result, start in zip(found, wanted, strict=True)
    )


def test_every_query_finds_its_page_first(page: Page, address: str) -> None:
    table = cases()
    assert len(table) > 350
    answers = asked(page, address, [query for query, _ in table])
    missed = [
        (query, expected, [result["location"] for result in first(answer, 3)])
        for (query, expected), answer in zip(table, answers, strict=True)
        if not is_met(answer, expected)
    ]
    assert missed == []


def test_every_place_that_is_found_exists(page: Page, address: str, built: Path) -> None:
    answers = asked(page, address, [query for query, _ in cases()])
    places = {
        result["location"] for answer in answers for group in answer["items"] for result in group
    }
    places |= {entry["url"] for answer in answers for entry in answer.get("nearest", [])}
    for place in places:
        path, _, anchor = place.partition("#")
        html = (built / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, place


def test_what_the_dialog_writes_as_html_is_escaped(page: Page, address: str) -> None:
    answers = asked(page, address, ["GD&ĐT", "thư viện", "nghị định 71", "trưng vương"])
    for answer in answers:
        for group in answer["items"]:
            for result in group:
                for html in (result["title"], result["text"]):
                    assert not re.search(r"<(?!/?mark>)|&(?!(amp|lt|gt|quot|#39);)", html)


def test_two_years_of_one_number_are_told_apart(page: Page, address: str) -> None:
    [answer] = asked(page, address, ["1249/PGDĐT"])
    titles = [plain(result["title"]) for result in first(answer, 2)]
    assert titles == ["Công văn 1249/PGDĐT năm 2023", "Công văn 1249/PGDĐT năm 2021"]


def test_words_that_lead_in_go_on_with_what_stands_below(page: Page, address: str) -> None:
    """The length stays the usual one; what is marked is what was found."""
    [answer] = asked(page, address, ["trực tuyến để phòng dịch"])
    best = first(answer, 1)[0]
    said = plain(best["text"])
    assert said.startswith(
        "Chỉ đạo các đơn vị tổ chức dạy học trực tuyến để phòng dịch: – Thời gian nghỉ: từ "
    )
    assert said.endswith(" …")
    assert 200 < len(said) <= 262
    assert "<mark>trực tuyến để phòng dịch</mark>:" in best["text"]


def test_words_that_lead_in_to_another_place_stand_alone(page: Page, address: str) -> None:
    [answer] = asked(page, address, ["đồng chí trưởng phòng gd&đt thành phố kết luận như sau"])
    assert plain(first(answer, 1)[0]["text"]).endswith("kết luận như sau:")


def signatures(answer: dict[str, Any]) -> dict[str, list[str]]:
    """By notice what results at the place of who signed say."""
    found: dict[str, list[str]] = {}
    for result in (result for group in answer["items"] for result in group):
        notice, _, place = result["location"].partition("#")
        if place == "nguoi-ky":
            found.setdefault(notice, []).append(plain(result["text"] or result["title"]))
    return found


@pytest.mark.parametrize("query", ["ai ký thông báo", "KT. trưởng phòng", "phó trưởng phòng"])
def test_who_signed_is_said_by_position_and_name_once(page: Page, address: str, query: str) -> None:
    [answer] = asked(page, address, [query])
    found = signatures(answer)
    assert found["thong-bao/2023-03/"] == ["KT. Trưởng phòng, Phó trưởng phòng Đặng Quốc Ỷ"]
    if "trưởng" not in query:
        assert found["thong-bao/2021-12/"] == ["Trưởng phòng Phan Hồng Anh"]


def test_a_signers_rank_is_written_as_on_the_notices_page(page: Page, address: str) -> None:
    [answer] = asked(page, address, ["Đặng Quốc Ỷ"])
    assert signatures(answer) == {
        "thong-bao/2023-03/": ["Người ký: KT. Trưởng phòng, Phó trưởng phòng Đặng Quốc Ỷ"]
    }


def test_words_are_marked_as_the_text_has_them(page: Page, address: str) -> None:
    [answer] = asked(page, address, ["giao duc dia ph"])
    best = first(answer, 1)[0]
    assert "<mark>giáo dục địa phương</mark>" in best["text"]
    assert answer["suggest"] == ["phuong"]
    assert best["terms"] == {"giáo dục địa phương": True}


@pytest.mark.parametrize(
    ("query", "last_word"),
    [
        ("ma t", "tran"),
        ("giao duc d", "dia"),
        ("giáo dục đ", "địa"),
        ("Giáo dục Đ", "Địa"),
        ("nguyen t", "trai"),
        ("Nguyễn T", "Trãi"),
        ("PHONG CH", "CHONG"),
        ("THCS T", "Tran"),
        ("3194/sg", "3194/sgddt"),
        ("1249/PG", "1249/PGDĐT"),
        ("1249/", "1249/PGDĐT"),
        ("cv 1249/p", "1249/pgddt"),
        ("an toàn g", None),
        ("hoc sinh hoc sinh h", None),
    ],
)
def test_a_suggestion_goes_on_as_what_is_found_in_the_letters_typed(
    page: Page, address: str, query: str, last_word: str | None
) -> None:
    [answer] = asked(page, address, [query])
    assert answer["suggest"] == ([last_word] if last_word else [])


def texts(answer: dict[str, Any]) -> list[str]:
    return [
        html
        for group in answer["items"]
        for place in group
        for html in (place["title"], place["text"])
    ]


def marked(html: str) -> set[str]:
    return {fold(words) for words in re.findall("<mark>(.*?)</mark>", html)}


def test_what_was_typed_is_marked_and_not_what_it_may_mean(page: Page, address: str) -> None:
    primary, circular = asked(page, address, ["tiểu học", "thông tư"])
    words = set().union(*map(marked, texts(primary)))
    assert {"tieu hoc", "th"} <= words
    assert not [word for word in words if re.search(r"\d|^th.", word)]
    assert any("thong tu" in marked(html) for html in texts(circular))
    for html in texts(circular):
        assert "thong tu" not in fold(plain(html)) or marked(html) == {"thong tu"}


MARKED = [
    ("bệnh đại", {"bệnh Dại"}),
    ("mã tuý", {"ma túy"}),
    ("giáo dục hoà nhập", {"Giáo dục hoà nhập"}),
    ("họp ngày 02/12/2021", {"Họp ngày 02/12/2021"}),
    ("sĩ số điền công", {"Điền Công", "sĩ số"}),
]
"""What a text has of the words typed, if need be with another tone; no part of `THCS` for `số`."""


@pytest.mark.parametrize(("query", "words"), MARKED)
def test_the_tone_that_was_typed_is_marked_or_else_the_one_that_is_there(
    page: Page, address: str, query: str, words: set[str]
) -> None:
    [answer] = asked(page, address, [query])
    best = first(answer, 1)[0]
    found = re.findall("<mark>(.*?)</mark>", best["title"] + best["text"])
    assert set(found) == words


def test_where_the_typed_tone_stands_no_other_is_marked(page: Page, address: str) -> None:
    exact, other = asked(page, address, ["hoàn thành", "hoán thánh"])
    words = {word for html in texts(exact) for word in re.findall("<mark>(.*?)</mark>", html)}
    assert {word.lower() for word in words} == {"hoàn thành", "hoàn", "thành"}
    assert "<mark>hoàn thành</mark>" in first(other, 1)[0]["text"]


def test_a_page_view_loads_nothing_of_the_search(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto(f"{address}thong-bao/2021-12/", wait_until="networkidle")
    assert [path for path in loaded if "search" in path or "tra-cuu" in path] == [
        "assets/search/client.js"
    ]
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Gõ số văn bản, tên trường hoặc vài từ"
    )
    page.keyboard.type("ma tuy")
    expect(page.locator(".md-search-result mark").first).to_have_text("ma túy")
    assert sum(path.startswith("tra-cuu/20") for path in loaded) == 4


OWN = [
    ("PCĐN", "thong-bao/2024-05/#muc-ii-2"),
    ("pcdn", "thong-bao/2024-05/#muc-ii-2"),
    ("xây dựng kế hoạch hđh", "thong-bao/2024-05/#muc-ii-2"),
    ("HĐH", "thong-bao/2024-05/#muc-ii-2"),
    ("09/KHLT-PGDĐT-CATP", "van-ban/09-khlt-pgddt-catp-2024/"),
    ("09/khlt-pgddt-catp", "van-ban/09-khlt-pgddt-catp-2024/"),
    ("09/KHLT-PGDĐT-CA", "van-ban/09-khlt-pgddt-catp-2024/"),
    ("KHLT số 9", "van-ban/09-khlt-pgddt-catp-2024/"),
]
"""Words that only the clerk's own register knows, and numbers that hold one of them."""


@pytest.mark.parametrize(("query", "location"), OWN)
def test_the_clerks_own_words_find_what_they_mean(
    page: Page, address: str, query: str, location: str
) -> None:
    [answer] = asked(page, address, [query])
    assert first(answer, 1)[0]["location"].startswith(location)


NOTICE = "thong-bao/2021-12/"
NAMED = [
    ("THCS Trưng Vương", "thcs-trung-vuong", ["muc-i-7", "muc-i-10-2", "muc-i-3-3-1"]),
    ("thcs trung vuong", "thcs-trung-vuong", ["muc-i-7", "muc-i-10-2", "muc-i-3-3-1"]),
    ("trưng vương thcs", "thcs-trung-vuong", ["muc-i-7", "muc-i-10-2", "muc-i-3-3-1"]),
    ("trung học cơ sở Trưng Vương", "thcs-trung-vuong", ["muc-i-7", "muc-i-10-2", "muc-i-3-3-1"]),
    ("THCS Trưng Vương tháng 12", "thcs-trung-vuong", ["muc-i-7", "muc-i-10-2", "muc-i-3-3-1"]),
    ("thcs nguyen trai", "thcs-nguyen-trai", ["muc-i-3-3-1"]),
    ("THCS Phương Đông", "thcs-phuong-dong", ["muc-i-3-3-1"]),
    ("trường MN Phương Đông", "mn-phuong-dong", ["muc-ii-4"]),
    ("mn phuong dong", "mn-phuong-dong", ["muc-ii-4"]),
]


@pytest.mark.parametrize(("query", "school", "places"), NAMED)
def test_a_school_with_its_level_finds_what_names_it_and_nothing_else(
    page: Page, address: str, query: str, school: str, places: list[str]
) -> None:
    [answer] = asked(page, address, [query])
    found = [result for group in answer["items"] for result in group if result["score"] > 0]
    of_this = [result["location"] for result in found if result["location"].startswith(NOTICE)]
    assert found[0]["location"] == f"truong/{school}/"
    assert of_this == [f"{NOTICE}#{place}" for place in places]
    assert not answer["isPartial"]


PARTLY = ["xây dựng trường chuẩn quốc gia robot", "THCS Trưng Vương tháng 5/2030"]


@pytest.mark.parametrize("query", PARTLY)
def test_where_nothing_holds_all_words_it_is_said(page: Page, address: str, query: str) -> None:
    said = re.compile(r"^Không có chỗ nào đủ các từ; gần đủ: [1-9]\d* kết quả\.?$")
    page.goto(f"{address}tra-cuu/?q={query}")
    expect(page.locator(".search-status")).to_have_text(said)
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator(".md-search-result__meta")).to_have_text(said)


WHOLE = ["học phí năm học 2021-2022", "ma túy tháng 12 năm 2021", "bao nhiêu lớp mầm non", "thcs"]


def test_where_something_holds_all_words_nothing_is_partial(page: Page, address: str) -> None:
    for answer in asked(page, address, WHOLE):
        assert answer["items"]
        assert not answer["isPartial"]


NUMBERS = ["cv3194", "3194/sgddt", "3194SGDDT", "3194sgdđtgdpt", "công văn 3194 năm 2021"]


@pytest.mark.parametrize("number", NUMBERS)
def test_however_a_number_is_typed_what_cites_it_follows(
    page: Page, address: str, number: str
) -> None:
    [answer] = asked(page, address, [number])
    found = [result["location"] for result in first(answer, 2)]
    assert found == ["van-ban/3194-sgddt-gdpt-2021/", "thong-bao/2021-12/#muc-i-3-2"]


def test_from_a_disk(page: Page, built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "bản sao"
    offline.copy(built, copy)
    page.goto((copy / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("1249/pgddt 2021")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url((copy / "van-ban/1249-pgddt-2021/index.html").as_uri())
    page.goto((copy / "index.html").as_uri())
    page.fill("#q", "thcs nguyen trai")
    page.keyboard.press("Enter")
    expect(page.locator(".search-result mark").last).to_have_text("Nguyễn Trãi")
    page.fill("#q", "9999/XYZ")
    expect(page.locator(".search-elsewhere a").first).to_have_attribute(
        "href", (copy / "thong-bao/index.html").as_uri()
    )
    page.fill("#q", "tri tue nhan tao")
    page.keyboard.press("Enter")
    page.locator(".search-result__link").first.click()
    page.wait_for_url(re.compile(r"/thong-bao/2023-03/index\.html#muc-i-2-3$"))
    expect(page.locator("mark.found")).to_have_text("trí tuệ nhân tạo")


def test_the_address_bar_of_a_browser_may_ask(built: Path) -> None:
    home = (built / "index.html").read_text("utf-8")
    assert 'type="application/opensearchdescription+xml"' in home
    told = ElementTree.parse(built / "opensearch.xml").getroot()
    [url] = told.findall("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.get("template") == f"{SITE_URL}tra-cuu/?q={{searchTerms}}"
    name = told.findtext("{http://a9.com/-/spec/opensearch/1.1/}ShortName")
    assert name == "Kết luận giao"


def test_where_a_site_does_not_know_its_address_no_browser_is_told(internal: Path) -> None:
    home = (internal / "current" / "index.html").read_text("utf-8")
    assert "opensearchdescription" not in home
    assert not (internal / "current" / "opensearch.xml").exists()


def test_without_scripts_the_box_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.fill("#q", "1249")
    page.click(".search-box button")
    page.wait_for_url(f"{address}tra-cuu/?q=1249")
    expect(page.get_by_text("Trình duyệt tắt JavaScript")).to_be_visible()
    page.get_by_role("link", name="Văn bản được viện dẫn").first.click()
    page.wait_for_url(f"{address}van-ban/")
    context.close()


def test_under_a_strict_policy_the_search_runs(page: Page, site: Server) -> None:
    page.goto(f"{site.url}/")
    page.keyboard.press("/")
    page.keyboard.type("1249/pgddt")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.goto(f"{site.url}/tra-cuu/?q=1249/pgddt")
    expect(page.locator(".search-status")).to_contain_text("kết quả")
    page.locator(".search-result__link").first.click()
    page.wait_for_url(re.compile("/van-ban/1249-pgddt-"))
