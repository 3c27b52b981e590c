"""What real web servers answer with the ready files that publishing writes."""

import http.client
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from generator.publishing import headers
from tests.servers import Server

LONG = headers.LONG
SHORT = headers.SHORT


def asked(
    server: Server, address: str, *, method: str = "GET", **sent: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, address, headers=sent)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/thong-bao/2021-10/", "text/html; charset=utf-8"),
        ("/thong-bao/2021-10.txt", "text/plain; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        ("/tra-cuu/du-lieu.js", "text/javascript; charset=utf-8"),
        ("/assets/styles/text.css", "text/css; charset=utf-8"),
        ("/assets/images/favicon.svg", "image/svg+xml"),
    ],
)
def test_every_file_has_its_type(server: Server, address: str, kind: str) -> None:
    status, told, _ = asked(server, address)
    assert (status, told["content-type"]) == (200, kind)
    assert told["cache-control"] == SHORT


def test_fonts_have_their_type_and_are_kept_long(server: Server, internal: Path) -> None:
    fonts = [path.name for path in (internal / "current" / "assets" / "fonts").glob("*.woff2")]
    assert len(fonts) == 4
    for name in fonts:
        status, told, _ = asked(server, f"/assets/fonts/{name}")
        assert (status, told["content-type"], told["cache-control"]) == (200, "font/woff2", LONG)


def test_only_files_named_by_content_are_kept_long(server: Server, internal: Path) -> None:
    root = internal / "current"
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    hashed = [name for name in files if headers.is_hashed(name)]
    assert {name.split("/")[0] for name in hashed} == {"assets", "tra-cuu"}
    for name in hashed:
        assert re.search(r"[0-9a-f]{8}", name)
        assert asked(server, f"/{name}")[1]["cache-control"] == LONG
    for name in files:
        if name not in hashed and name not in ("web.config", "index.html"):
            address = f"/{name.removesuffix('index.html')}"
            assert asked(server, address)[1]["cache-control"] == SHORT, name


@pytest.mark.parametrize(
    "address",
    [
        "/khong-co/",
        "/khong/co/sau/lam/nua.html",
        "/assets/",
        "/assets/javascripts/bundle.00000000.min.js",
        "/thong-bao/2021-10/khong-co.txt",
        "/.lock",
        "/.git/config",
        "/thong-bao/.giaoban.json",
        "/web.config",
        "/releases/000001.json",
        "/server/nginx.conf",
    ],
)
def test_what_is_not_there_is_answered_with_a_page_that_helps(server: Server, address: str) -> None:
    status, told, content = asked(server, address)
    text = content.decode()
    assert (status, told["content-type"]) == (404, "text/html; charset=utf-8")
    assert told["cache-control"] == SHORT
    assert "Không có trang này" in text
    assert 'action="/tra-cuu/"' in text
    for link in re.findall(r'(?:href|src)="([^"#]+)"', text):
        assert link.startswith("/"), "the page is the same however deep the address"
        as_browsers_ask = urlsplit(urljoin(f"{server.url}/", link)).path
        assert asked(server, as_browsers_ask)[0] == 200, link


def test_a_page_is_found_without_its_last_stroke(server: Server) -> None:
    status, told, _ = asked(server, "/thong-bao/2021-10")
    assert status in (301, 308)
    assert told["location"] == "/thong-bao/2021-10/"


@pytest.mark.parametrize("query", ["q=abc", "q=ngh%E1%BB%89+h%C3%A8&tu=2021", ""])
def test_what_was_asked_stays_when_the_last_stroke_is_added(server: Server, query: str) -> None:
    status, told, _ = asked(server, f"/tra-cuu?{query}".rstrip("?"))
    assert status in (301, 308)
    assert told["location"] == f"/tra-cuu/?{query}".rstrip("?")


def test_no_folder_leads_to_another_host(server: Server) -> None:
    _, told, _ = asked(server, "//thong-bao/2021-10")
    assert not told.get("location", "/").startswith("//")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "PATCH"])
@pytest.mark.parametrize("address", ["/", "/thong-bao/2021-10/", "/tra-cuu"])
def test_pages_are_only_read(server: Server, method: str, address: str) -> None:
    status, told, _ = asked(server, address, method=method)
    assert status in (405, 400) or (status, address) == (301, "/tra-cuu")
    assert "content-security-policy" in told


def test_the_page_for_what_is_not_there_is_zipped_too(server: Server) -> None:
    status, told, _ = asked(server, "/khong-co/", **{"Accept-Encoding": "gzip"})
    assert (status, told["content-encoding"]) == (404, "gzip")


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    _, told, _ = asked(server, "/assets/styles/text.css")
    status, _, content = asked(server, "/assets/styles/text.css", **{"If-None-Match": told["etag"]})
    assert (status, content) == (304, b"")


def test_pages_are_zipped_on_the_way(server: Server) -> None:
    told = asked(server, "/thong-bao/2021-10/", **{"Accept-Encoding": "gzip"})[1]
    assert told["content-encoding"] == "gzip"


@pytest.mark.parametrize("address", ["/", "/khong-co/", "/robots.txt"])
def test_every_answer_carries_the_headers(server: Server, address: str) -> None:
    told = asked(server, address)[1]
    policy = told["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert told["x-content-type-options"] == "nosniff"
    assert told["x-frame-options"] == "DENY"
    assert told["referrer-policy"] == "same-origin"
    assert told["x-robots-tag"] == "noindex, nofollow"


def test_a_public_site_welcomes_robots(public: Path) -> None:
    assert "X-Robots-Tag" not in (public / "server" / "nginx.conf").read_text("utf-8")
    assert (public / "current" / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert 'name="robots"' not in (public / "current" / "index.html").read_text("utf-8")


def test_an_internal_site_asks_not_to_be_indexed(internal: Path) -> None:
    assert (internal / "current" / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    for page in (internal / "current").rglob("*.html"):
        assert '<meta name="robots" content="noindex, nofollow">' in page.read_text("utf-8"), page


def test_the_file_for_iis_is_well_formed(internal: Path) -> None:
    root = ElementTree.parse(internal / "current" / "web.config").getroot()
    told = {entry.get("name"): entry.get("value") for entry in root.iter("add")}
    assert "sha256-" in (told["Content-Security-Policy"] or "")
    cached = [place.get("path") or "" for place in root.iter("location")]
    assert cached
    assert all(map(headers.is_hashed, cached))


def test_the_ready_files_say_the_same(internal: Path) -> None:
    (policy,) = re.findall(
        r'Content-Security-Policy "([^"]*)"', (internal / "server" / "nginx.conf").read_text()
    )
    for name in ("apache.conf", "Caddyfile"):
        text = (internal / "server" / name).read_text("utf-8")
        assert f'Content-Security-Policy "{policy}"' in text
        assert "<<" not in text
