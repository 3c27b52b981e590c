"""Hostile words in every field of every record: they are read as they were written, nothing runs.

The site is served without its headers, so that the policy hides nothing.
"""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator import cli
from tests.small_department import small_department

pytestmark = pytest.mark.browser


def hostile(number: int) -> str:
    """Words that run in a careless page, told apart by their number."""
    return (
        f"Zz{number} \"'><img src=x onerror=ran({number})><script>ran({number})</script>"
        f'<svg onload=ran({number})>[a](javascript:ran({number}) "b"){{: onclick=ran({number}) }}'
        f"{{{{7*7}}}}{{% raw %}}&lt;b&gt;&#60;`c`*d*_e_~f~|g|\\h</title></textarea>-->]]>"
    )


class Clerk(yaml.SafeDumper):
    """Writes as a clerk does: words of several lines stand in a block."""


Clerk.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else "'"
    ),
)


def dumped(content: object) -> str:
    return yaml.dump(content, Dumper=Clerk, allow_unicode=True, sort_keys=False, width=10_000)


LINES = (
    "2021. Năm học mới",
    "# Không phải tiêu đề",
    "> Không phải trích dẫn",
    "| a | b |",
    "[TOC]",
    "{: #dau-trang onclick=ran(1) .x }",
    "===",
    "&copy; &lt;i&gt; &#x3c;u&#x3e;",
    "<https://example.org/> www.example.org thu@example.org",
    "*[HTML]: viết tắt",
    "[^1]: chú thích giả",
    "[a]: javascript:ran(1)",
    "```js",
    "~~~",
    "!!! note",
    "<details open ontoggle=ran(1)><summary>x</summary>",
    "![x](x){ onerror=ran(1) }",
    "\\<script>ran(1)\\</script>",
    "${ran(1)} #{ran(1)} <%= 1 %>",
    "__đậm__ **đậm** ==tô== ^^trên^^ H~2~O ++phím++",
    ":smile: :material-home:",
    "a  b",
)
"""What Markdown, its extensions or a template would take for marks at a line's start."""

SHOWN_ON_NOTICE = range(1, 29)


def record() -> dict[str, object]:
    word = hostile
    return {
        "title": word(1),
        "kind": word(2),
        "met": "2022-12-02",
        "opening": word(3),
        "attendance_heading": word(4),
        "attendance": [
            {
                "text": f"- {word(5)}. Có mặt: 11/12. Vắng mặt: 01 ({word(6)}; {word(7)};"
                f" {word(8)})",
                "group": word(5),
                "present": "11",
                "invited": "12",
                "absent": [{"name": word(6), "role": word(7), "reason": word(8)}],
            }
        ],
        "ruling": word(9),
        "parts": [
            {
                "title": word(10),
                "results_of": "2022-11",
                "text": "\n\n".join([word(11), *LINES]),
                "sections": [
                    {
                        "title": word(12),
                        "topics": ["cong-tac-kiem-tra"],
                        "figures": [{"what": word(101), "value": "4321", "unit": word(102)}],
                        "text": f"{word(13)} 4321.\n\n- {word(14)}\n+ {word(15)}¹",
                    },
                    {"title": "Công tác kiểm tra", "text": f"- chữ xai {word(16)}\n- chữ ngờ"},
                    {"title": "Công tác kiểm tra", "text": f"- {word(17)}\n- nghiêng {word(18)}"},
                ],
            },
            {
                "title": word(19),
                "tasks_for": "2022-12",
                "sections": [
                    {"text": f"{word(20)} trường Zz201. Xong trước ngày 20/12."},
                    {"text": "Theo công văn số 4321/PGDĐT ngày 01/12/2022 và Zz202."},
                ],
            },
        ],
        "closing": word(21),
        "recipients_heading": word(22),
        "recipients": f"- {word(23)}",
        "signed": {"position": word(24), "name": word(25)},
        "footnotes": [word(26)],
        "italics": [f"nghiêng {word(18)}"],
        "notes": [
            {"words": "trường Zz201", "school": "th-doc"},
            {"words": "Xong trước ngày 20/12", "due": "2022-12-20"},
        ],
        "corrections": [
            {"printed": "chữ xai", "right": word(27), "why": word(28), "sure": "chắc chắn"},
            {"printed": "chữ ngờ", "why": word(103), "sure": "nghi ngờ"},
        ],
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_department(tmp_path_factory.mktemp("độc"))
    records = folder / "records"

    def add(name: str, entry: dict[str, object]) -> None:
        content = yaml.load((records / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
        content[name].append(entry)
        (records / f"{name}.yml").write_text(dumped(content), "utf-8")

    add(
        "schools",
        {
            "level": "TH",
            "name": hostile(201),
            "key": "th-doc",
            "ward": hostile(204),
            "aliases": [hostile(205)],
            "source": hostile(206),
        },
    )
    add("topics", {"name": hostile(207), "key": "doc", "aliases": [hostile(208)]})
    add(
        "documents",
        {
            "number": "4321/PGDĐT",
            "issued": "2022-12-01",
            "subject": hostile(209),
            "kind": hostile(210),
        },
    )
    add("bodies", {"name": hostile(211), "key": "co-quan-doc", "place": "nơi độc"})
    (records / "2022" / "2022-12.yml").write_text(dumped(record()), "utf-8")
    arguments = ["build", "--config", str(folder / "mkdocs.yml"), "--site", str(folder / "site")]
    assert cli.main(arguments) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def url(project: Path) -> Iterator[str]:
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    handler = functools.partial(quiet, directory=str(project))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that remembers what ran."""
    context = browser.new_context()
    context.add_init_script("window.__ran = []; window.ran = number => window.__ran.push(number)")
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    yield page
    context.close()


INERT = """() => ({
    ran: window.__ran,
    handlers: [...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
        .filter(a => a.name.startsWith("on") || /^\\\\s*javascript:/i.test(a.value))
        .map(a => e.outerHTML.slice(0, 200))),
    strangers: [...document.querySelectorAll("img[src=x], svg[onload], details[ontoggle]")].length,
    jinja: document.body.innerHTML.includes("49{%"),
})"""
NOTHING = {"ran": [], "handlers": [], "strangers": 0, "jinja": False}


def test_nothing_runs_on_any_page(project: Path, url: str, page: Page) -> None:
    pages = sorted(path.relative_to(project).as_posix() for path in project.rglob("*.html"))
    assert len(pages) > 40
    wrong = {}
    for name in pages:
        page.goto(f"{url}/{name}", wait_until="load")
        if (found := page.evaluate(INERT)) != NOTHING:
            wrong[name] = found
    assert wrong == {}


def plain(text: str) -> str:
    return " ".join(text.split())


def test_every_word_of_the_notice_is_read_as_it_was_written(url: str, page: Page) -> None:
    page.goto(f"{url}/thong-bao/2022-12/")
    text = plain(page.text_content("article") or "")
    missing = [
        number
        for number in SHOWN_ON_NOTICE
        if plain(hostile(number)) not in text and plain(hostile(number).capitalize()) not in text
    ]
    assert missing == []
    assert [line for line in LINES if plain(line) not in text] == []
    assert plain(hostile(103)) in text
    doubtful = page.locator("span.doubtful").first
    assert plain(hostile(103)) in plain(doubtful.get_attribute("title") or "")
    printed = page.request.get(f"{url}/thong-bao/2022-12.ban-in.txt").text()
    assert plain(f"chữ xai {hostile(16)}") in plain(printed)


@pytest.mark.parametrize(
    ("address", "numbers"),
    [
        ("/truong/th-doc/", (20, 201, 204, 205, 206)),
        ("/truong/", (201,)),
        ("/linh-vuc/doc/", (207,)),
        ("/linh-vuc/cong-tac-kiem-tra/", (13, 14, 15, 17, 101, 102)),
        ("/van-ban/4321-pgddt-2022/", (209, 210)),
        ("/van-ban/", (209, 210)),
        ("/con-bo-ngo/", (201,)),
    ],
)
def test_other_pages_show_them_as_they_were_written(
    url: str, page: Page, address: str, numbers: tuple[int, ...]
) -> None:
    page.goto(url + address)
    text = plain(page.text_content("article") or "")
    assert [number for number in numbers if plain(hostile(number)) not in text] == []


def test_titles_and_descriptions_are_text(url: str, page: Page) -> None:
    page.goto(f"{url}/truong/th-doc/")
    assert page.title().startswith(plain(f"TH {hostile(201)}"))
    page.goto(f"{url}/van-ban/4321-pgddt-2022/")
    said = page.locator("meta[name=description]").get_attribute("content")
    assert plain(said or "") == plain(hostile(209))


@pytest.mark.parametrize("number", [12, 14, 20, 26])
def test_search_shows_them_as_they_were_written(url: str, page: Page, number: int) -> None:
    page.goto(f"{url}/tra-cuu/?q=Zz{number}")
    page.wait_for_selector(f"article:has-text('Zz{number}') a[href*='2022-12']")
    assert page.evaluate(INERT) == NOTHING
    page.goto(f"{url}/truong/")
    page.keyboard.press("/")
    page.keyboard.type(f"Zz{number}", delay=10)
    expect(page.locator(".md-search-result__list")).to_contain_text(f"Zz{number}")
    page.wait_for_timeout(200)
    assert page.evaluate(INERT) == NOTHING


def test_an_address_cannot_bring_a_script(url: str, page: Page) -> None:
    for asked in ("q", "so", "loc", "h"):
        page.goto(f'{url}/tra-cuu/?{asked}="><img src=x onerror=ran(1)><script>ran(1)</script>')
        page.wait_for_timeout(300)
        assert page.evaluate(INERT) == NOTHING
    page.goto(f"{url}/truong/?loc=<img src=x onerror=ran(1)>#<img src=x onerror=ran(1)>")
    page.wait_for_timeout(200)
    assert page.evaluate(INERT) == NOTHING
