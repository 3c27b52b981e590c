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
