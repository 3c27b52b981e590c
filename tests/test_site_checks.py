"""The built site is read whole before it goes live: what each wrong thing earns."""

import os
from pathlib import Path

import pytest

from generator.publishing import site_checks
from generator.publishing.built_page import built_page, css_addresses
from generator.publishing.site_checks import BuiltSite

HEAD = '<!doctype html><html lang="vi"><head><link rel="stylesheet" href="a.css"></head>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with nothing wrong in it."""
    for folder in ("thong-bao/2021-12", "assets", "truong"):
        (tmp_path / folder).mkdir(parents=True)
    write(tmp_path, "index.html", f'{HEAD}<a href="thong-bao/2021-12/#muc-i">x</a></html>')
    write(
        tmp_path,
        "thong-bao/2021-12/index.html",
        '<html lang="vi"><h1 id="muc-i">x</h1><a href="../../">a</a><a href="#muc-i">b</a>'
        '<a href="../../thong-bao/2021-12.txt">c</a><a href="https://example.org/x">d</a>'
        '<form action="../../truong/"></form><img src="../../assets/a.svg" alt=""></html>',
    )
    write(tmp_path, "thong-bao/2021-12.txt", "x")
    write(tmp_path, "truong/index.html", '<html lang="vi"></html>')
    write(tmp_path, "404.html", '<html lang="vi"><a href="/truong/">x</a></html>')
    write(tmp_path, "a.css", "@font-face{src:url(assets/a.woff2)}b{background:url(data:x)}")
    write(tmp_path, "assets/a.woff2", "x")
    write(tmp_path, "assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(tmp_path, "tin.json", '{"a": ["thong-bao/2021-12/#muc-i", "12/2021", "và/hoặc"]}')
    write(tmp_path, "feed.xml", '<feed><link href="/truong/"/><id>tag:x,2021:1</id></feed>')
    write(tmp_path, "lich.ics", "BEGIN:VCALENDAR\nURL:/truong/\n")
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    (site / name).write_text(text, "utf-8")


def found(site: Path, url: str = "") -> list[str]:
    return list(site_checks.problems(BuiltSite(site, url)))


def test_nothing_is_said_of_a_sound_site(site: Path) -> None:
    assert found(site) == []


def of_page(inner: str) -> str:
    return f'<html lang="vi">{inner}</html>'


ABSENT, OUTSIDE, RUNS = "dẫn đến trang không có", "từ ngoài trang", "chạy được mã"


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ('<a href="JavaScript:x()">x</a>', RUNS),
        ('<a href="java&#9;script:x()">x</a>', RUNS),
        ('<a href="&#1; javascript:x()">x</a>', RUNS),
        ('<a href="DATA:text/html,x">x</a>', RUNS),
        ('<iframe src="data:text/html,x"></iframe>', RUNS),
        ('<img src="data:image/png;base64,x" alt="">', ""),
        ('<base href="https://x.org/">', "thẻ <base>"),
        ('<svg><image xlink:href="https://x.org/a.png"/></svg>', OUTSIDE),
        ('<svg><use xlink:href="khong-co.svg#a"/></svg>', ABSENT),
        ("<iframe srcdoc=\"&lt;img src='//x.org/a.png'>\"></iframe>", OUTSIDE),
        ('<link rel="preload" as="image" imagesrcset="//x.org/a.png 2x" href="a.css">', OUTSIDE),
        ('<link rel="mask-icon" href="//x.org/a.svg">', OUTSIDE),
        ('<link rel="apple-touch-icon-precomposed" href="//x.org/a.png">', OUTSIDE),
        ('<frame src="//x.org/">', OUTSIDE),
        ('<table background="//x.org/a.png"></table>', OUTSIDE),
        ('<a href="truong/" ping="https://x.org/">x</a>', "gửi dữ liệu ra ngoài trang"),
        ('<form action="https://x.org/"></form>', "gửi dữ liệu ra ngoài trang"),
        ('<button formaction="//x.org/">x</button>', "gửi dữ liệu ra ngoài trang"),
        ('<input formaction="//x.org/">', "gửi dữ liệu ra ngoài trang"),
        ('<form action="khong-co/"></form>', ABSENT),
        ('<script type="importmap">{"imports": {"a": "https://x.org/a.js"}}</script>', OUTSIDE),
        ('<script type="importmap">{"imports": {"a": "./khong-co.js"}}</script>', ABSENT),
        (
            '<script type="speculationrules">{"prefetch": [{"urls": ["//x.org/", "truong/"]}]}'
            "</script>",
            OUTSIDE,
        ),
        ('<script>fetch("https://x.org/")</script>', OUTSIDE),
        ('<img src="http://[x" alt="">', ABSENT),
    ],
)
def test_what_a_page_may_not_hold(site: Path, inner: str, told: str) -> None:
    write(site, "x.html", of_page(inner))
    said = found(site)
    assert len(said) == bool(told), said
    assert all(line.startswith("x.html: ") and told in line for line in said)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('fetch("https://x.org/a")', OUTSIDE),
        ("fetch( '//x.org/a')", OUTSIDE),
        ("fetch(`https://x.org/${a}`)", OUTSIDE),
        ('import("https://x.org/a.js")', OUTSIDE),
        ('importScripts("https://x.org/a.js")', OUTSIDE),
        ('new WebSocket("wss://x.org/")', OUTSIDE),
        ('navigator.sendBeacon("https://x.org/", a)', OUTSIDE),
        ('new Worker("https://x.org/a.js")', OUTSIDE),
        ('a.open("POST", "https://x.org/")', OUTSIDE),
        ('img.src = "https://x.org/a.png"', OUTSIDE),
        ('import a from "https://x.org/a.js"', OUTSIDE),
        ('import {a} from "./khong-co.js"', ABSENT),
        ('import "./khong-co.js";', ABSENT),
        ('export * from "../khong-co.js"', ABSENT),
        ('import("./khong-co.js")', ABSENT),
        ('importScripts("khong-co.js")', ABSENT),
        ('importScripts("x.js"); import("./x.js"); import a from "./x.js"', ""),
        ("fetch(address); fetch('a.json'); importScripts(new URL(a, b).href)", ""),
        ('/* fetch("https://x.org/") */', ""),
        ('a.href = "https://x.org/"; text = "https://x.org/"', ""),
    ],
)
def test_what_a_script_may_not_load(site: Path, script: str, told: str) -> None:
    write(site, "assets/x.js", script)
    said = found(site)
    assert len(said) == bool(told), said
    assert all(line.startswith("assets/x.js: ") and told in line for line in said)


def put(kind: str, said: str) -> str:
    return f'giaobanSearch.put("{kind}","x",{said})\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (put("year", '{"notices":[["2021-12",3]],"anchors":"\\n=muc-i\\n"}'), ""),
        (put("year", '{"notices":[["2021-12",2]],"anchors":"=muc-i\\n>"}'), "chỗ không có"),
        (put("year", '{"notices":[["2020-12",1]],"anchors":""}'), ABSENT),
        (put("names", '{"fields":[["truong/","x"]],"words":["và/hoặc"]}'), ""),
        (put("names", '{"fields":[["linh-vuc/x/","x"]]}'), ABSENT),
        (
            put("manifest", '{"engine":"x.js","names":"x.js","words":"x.js","years":["y.js"]}'),
            ABSENT,
        ),
    ],
)
def test_search_data_lead_somewhere(site: Path, text: str, told: str) -> None:
    (site / "tra-cuu").mkdir()
    write(site, "tra-cuu/x.js", text)
    said = found(site)
    assert len(said) == bool(told), said
    assert all(line.startswith("tra-cuu/x.js: ") and told in line for line in said)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.css", "@IMPORT 'https://x.org/a.css';", OUTSIDE),
        ("x.css", "a{background:URL(//x.org/a.png)}", OUTSIDE),
        ("x.css", 'a{background:image-set("//x.org/a.png" 1x, "assets/a.svg" 2x)}', OUTSIDE),
        ("x.css", "/* url(//x.org/a.png) */", ""),
        ("x.svg", '<svg><image href="//x.org/a.png"/></svg>', OUTSIDE),
        ("x.svg", "<svg><style>a{fill:url(//x.org/a.svg#b)}</style></svg>", OUTSIDE),
        ("x.svg", '<svg><path fill="url(//x.org/a.svg#b)"/></svg>', OUTSIDE),
        ("x.svg", '<svg><path fill="url(#b)"/></svg>', ""),
        ("x.webmanifest", '{"icons": [{"src": "//x.org/a.png"}]}', OUTSIDE),
        ("x.webmanifest", '{"start_url": "./khong-co/"}', ABSENT),
        ("x.webmanifest", '{"start_url": "./", "icons": [{"src": "assets/a.svg"}]}', ""),
        ("x.json", '{"truong/khong-co/": 1}', ABSENT),
        ("x.json", '["<p><a href=\\"truong/khong-co/\\">x</a>"]', ABSENT),
        ("x.json", '["<p><a href=\\"truong/\\">x</a>"]', ""),
        ("x.json", '["<img src=\\"//x.org/a.png\\">"]', OUTSIDE),
        ("x.xml", "<feed><link href='/khong-co/'/></feed>", ABSENT),
        ("x.xml", "<urlset><loc><![CDATA[/khong-co/]]></loc></urlset>", ABSENT),
        ("x.xml", "<feed><content>&lt;a href='/khong-co/'>x</content></feed>", ABSENT),
        ("x.htm", of_page('<a href="khong-co/">x</a>'), ABSENT),
        ("x.xhtml", of_page('<a href="khong-co/">x</a>'), ABSENT),
        ("x.json", "\ufeff[]", ""),
        ("x.json", "{", "x.json:1: không phải JSON đúng; sửa tệp ấy trong docs/"),
        ("x.json", "[" * 100_000, "JSON lồng quá sâu"),
        ("x.gz", "x", "tệp nén gzip hỏng; nén lại tệp ấy trong docs/"),
    ],
)
def test_what_other_files_may_not_hold(site: Path, name: str, text: str, told: str) -> None:
    write(site, name, text)
    said = list(site_checks.problems(BuiltSite(site), canaries=["Nguyễn Văn Bịa"]))
    assert len(said) == bool(told), said
    assert all(line.startswith(name) and told in line for line in said)


def test_whole_addresses_in_data_under_the_sites_own_url_are_followed(site: Path) -> None:
    url = "https://giaoban.example.vn/thu/"
    write(site, "404.html", of_page(f'<a href="{url}">y</a>'))
    write(site, "feed.xml", "<feed/>")
    write(site, "lich.ics", "")
    write(site, "x.json", f'["{url}truong/", "https://example.org/a"]')
    assert found(site, url) == []
    write(site, "x.json", f'["{url}khong-co/"]')
    assert len(found(site, url)) == 1


def test_what_a_search_loads_has_a_budget_of_its_own(site: Path) -> None:
    (site / "tra-cuu").mkdir()
    (site / "assets" / "search").mkdir()
    write(site, "assets/search/worker.js", os.urandom(15_000).hex())
    write(site, "tra-cuu/may-x.js", os.urandom(30_000).hex())
    write(site, "tra-cuu/du-lieu.js", put("manifest", '{"engine":"may-x.js"}'))
    (said,) = found(site)
    assert "mã tải thêm khi tra cứu (assets/search/worker.js, tra-cuu/may-x.js) nặng" in said
    assert "quá mức 40 KB" in said


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.html", '<html lang="vi"><a href="khong-co/">x</a></html>', "«khong-co/» dẫn đến trang"),
        ("x.html", '<html lang="vi"><a href="truong">x</a></html>', ""),
        ("x.html", '<html lang="vi"><a href="truong/#a">x</a></html>', "chỗ không có trong trang"),
        ("x.html", '<html lang="vi"><a href="../truong/">x</a></html>', "dẫn đến trang không có"),
        ("x.html", '<html lang="vi"><a href="tr%75ong/?q=1">x</a></html>', ""),
        ("x.html", '<html lang="vi"><a href="javascript:x()">x</a></html>', "chạy được mã"),
        ("x.html", "<html lang=\"vi\"><A HREF='khong-co'>x</A></html>", "dẫn đến trang không có"),
        ("x.html", '<html lang="vi"><area href="khong-co"></html>', "dẫn đến trang không có"),
        ("x.html", '<html lang="vi"><img src="//x.org/a.png"></html>', "từ ngoài trang"),
        ("x.html", '<html lang="vi"><img srcset="a.svg 2x" src="assets/a.svg"></html>', "«a.svg»"),
        ("x.html", '<html lang="vi"><script src="https://x.org/a.js"></script></html>', "ngoài"),
        ("x.html", '<html lang="vi"><link rel="preconnect" href="https://x.org"></html>', "ngoài"),
        ("x.html", '<html lang="vi"><link rel="canonical" href="https://x.org/"></html>', ""),
        ("x.html", '<html lang="vi"><video poster="//x.org/a"></video></html>', "từ ngoài trang"),
        ("x.html", '<html lang="vi"><iframe src="http://x.org"></iframe></html>', "từ ngoài trang"),
        (
            "x.html",
            '<html lang="vi"><meta http-equiv="refresh" content="0; url=khong-co/"></html>',
            "dẫn đến trang không có",
        ),
        ("x.html", '<html lang="vi"><p id="a"></p><p id="a"></p></html>', "«#a» có ở 2 chỗ"),
        ("x.html", "<html><p>x</p></html>", 'lang="vi"'),
        ("x.html", '<html lang="vi"><p style="color:red">x</p></html>', "sẽ bị trình duyệt chặn"),
        ("x.html", '<html lang="vi"><style>a{}</style></html>', "sẽ bị trình duyệt chặn"),
        ("x.html", '<html lang="vi"><p onclick="x()">x</p></html>', "sẽ bị trình duyệt chặn"),
        ("x.html", '<html lang="vi"><!-- <a href="khong-co"> --></html>', ""),
        ("x.html", '<html lang="vi"><script>"<a href=\'khong-co\'>"</script></html>', ""),
        ("x.html", '<html lang="vi"><p title="<a href=khong-co>">x</p></html>', ""),
        ("x.css", "@import 'https://x.org/a.css';", "từ ngoài trang"),
        ("x.css", 'a{background:url( "khong-co.png" )}', "dẫn đến trang không có"),
        ("x.json", '["truong/khong-co/"]', "dẫn đến trang không có"),
        ("x.json", '["thong-bao/2021-12/#muc-v"]', "chỗ không có trong trang"),
        ("x.xml", "<urlset><loc>/khong-co/</loc></urlset>", "dẫn đến trang không có"),
        ("x.xml", '<entry><link href="/truong/khong-co/"/></entry>', "dẫn đến trang không có"),
        ("x.ics", "URL:/khong-co/\n", "dẫn đến trang không có"),
    ],
)
def test_what_each_wrong_thing_earns(site: Path, name: str, text: str, told: str) -> None:
    write(site, name, text)
    said = found(site)
    assert len(said) == bool(told), said
    assert all(line.startswith(f"{name}: ") and told in line for line in said)


def test_addresses_under_the_sites_own_url_are_its_own(site: Path) -> None:
    url = "https://giaoban.example.vn/thu/"
    write(
        site,
        "404.html",
        f'<html lang="vi"><a href="/thu/truong/">x</a><a href="{url}">y</a></html>',
    )
    write(site, "feed.xml", f'<feed><link href="{url}truong/"/></feed>')
    write(site, "lich.ics", f"URL:{url}truong/\n")
    assert found(site, url) == []
    write(
        site, "404.html", f'<html lang="vi"><a href="/truong/">x</a><a href="{url}a/">y</a></html>'
    )
    assert len(found(site, url)) == 2


@pytest.mark.parametrize(
    ("name", "kilobytes", "told"),
    [
        ("x.html", 31, "trang nặng"),
        ("a.css", 81, "CSS và JavaScript của trang nặng"),
        ("assets/a.woff2", 101, "phông chữ"),
        ("x.html", 25, ""),
        ("a.css", 68, ""),
        ("assets/a.woff2", 85, ""),
    ],
)
def test_what_is_too_heavy(site: Path, name: str, kilobytes: int, told: str) -> None:
    # Random hexadecimal digits zip to a little more than half of themselves.
    weight = os.urandom(kilobytes * 1000).hex()
    write(site, name, f'<html lang="vi"><p>{weight}</p></html>' if name == "x.html" else weight)
    said = found(site)
    assert len(said) == bool(told), [line[:120] for line in said]
    assert all(told in line for line in said)


def test_scripts_that_run_are_told_from_data() -> None:
    page = built_page(
        '<html lang="vi"><script>a()</script><script type="application/json">{}</script>'
        '<SCRIPT type="module">\nb()\n</SCRIPT ><script src="c.js"></script></html>'
    )
    assert page.inline_scripts == ("a()", "\nb()\n")
    assert page.scripts == ("c.js",)


def test_what_a_style_sheet_loads() -> None:
    css = "@import 'a.css'; b{src:url(\"b.woff2\"),url(c.png)} d{mask:url(#e)} e{x:url(data:y)}"
    assert list(css_addresses(css)) == ["a.css", "b.woff2", "c.png"]
