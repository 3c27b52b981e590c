"""The policy is computed from the pages, and only what is named by its content is kept long."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.publishing import headers
from generator.publishing.headers import Served

SERVED = Served(
    folder="/srv/công bố",
    root="/srv/công bố/current",
    hashes=[headers.script_hash("b()"), headers.script_hash("a()")],
    hashed=["assets/javascripts/bundle.a5f9d56c.min.js"],
)


@pytest.mark.parametrize("script", ["a()", "\n a();\n", "đ('Ngày')"])
def test_a_script_is_named_as_browsers_name_it(script: str) -> None:
    named = headers.script_hash(script)
    digest = base64.b64decode(named.removeprefix("'sha256-").removesuffix("'"))
    assert digest == hashlib.sha256(script.encode()).digest()


def test_the_policy_refuses_all_that_it_does_not_name() -> None:
    said = dict(part.split(" ", 1) for part in headers.policy(SERVED.hashes).split("; "))
    assert said["default-src"] == "'none'"
    assert said["script-src"] == " ".join(["'self'", *sorted(SERVED.hashes)])
    assert said["style-src"] == said["connect-src"] == said["font-src"] == "'self'"
    assert said["base-uri"] == said["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers.policy(SERVED.hashes)


def test_the_order_of_the_pages_changes_nothing() -> None:
    assert headers.policy(SERVED.hashes) == headers.policy([*SERVED.hashes[::-1], *SERVED.hashes])


def test_search_data_are_read_from_the_sisters_named_and_from_nowhere_else() -> None:
    sisters = ["https://b.vn/gb/tra-cuu/", "https://a.vn/tra-cuu/"]
    before, after = headers.policy(SERVED.hashes), headers.policy(SERVED.hashes, sisters)
    assert after == before.replace(
        "connect-src 'self'", "connect-src 'self' https://a.vn/tra-cuu/ https://b.vn/gb/tra-cuu/"
    )


@pytest.mark.parametrize(
    ("name", "is_hashed"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("tra-cuu/2021-2022-0a1b2c3d4e5f.js", True),
        ("tra-cuu/tu-0a1b2c3d4e5f.js", True),
        ("tra-cuu/du-lieu.js", False),
        ("tra-cuu/index.html", False),
        ("assets/styles/text.css", False),
        ("assets/fonts/source-sans-3-latin-wght-normal.7a19a7027e12.woff2", True),
        ("assets/fonts/source-sans-3-latin-wght-normal.woff2", False),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", False),
        ("thong-bao/2021-20211204.txt", False),
        ("vb/20211204.html", False),
        ("assets/2021-2022.js", False),
        ("assets/thong-bao-20211204.pdf", False),
        ("assets/deadbeef.js", False),
    ],
)
def test_what_is_named_by_its_content(name: str, is_hashed: bool) -> None:
    assert headers.is_hashed(name) is is_hashed


def test_fonts_of_the_theme_are_named_by_their_content() -> None:
    for font in (Path(headers.__file__).parents[1] / "theme" / "assets" / "fonts").glob("*.woff2"):
        digest = hashlib.sha256(font.read_bytes()).hexdigest()
        assert font.name.endswith(f".{digest[:12]}.woff2")


@pytest.mark.parametrize("server", ["nginx.conf", "apache.conf", "Caddyfile"])
@pytest.mark.parametrize("public", [True, False])
def test_every_server_says_every_header(server: str, public: bool) -> None:
    served = Served(SERVED.folder, SERVED.root, SERVED.hashes, SERVED.hashed, public)
    text = headers.server_files(served)[server]
    for name, value in served.headers.items():
        assert f'{name} "{value}"' in text
    assert ("X-Robots-Tag" in text) is not public
    assert f'"{SERVED.root}"' in text
    assert "<<" not in text


def test_iis_is_told_of_each_file_that_is_kept_long() -> None:
    root = ElementTree.fromstring(headers.web_config(SERVED))
    assert [place.get("path") for place in root.iter("location")] == list(SERVED.hashed)
    added = {entry.get("name"): entry.get("value") for entry in root.iter("add")}
    assert SERVED.headers.items() <= added.items()


def test_iis_answers_what_it_refuses_with_the_page_that_helps() -> None:
    """Of an error's pages IIS takes the one of its sub-code first, also the whole server's."""
    root = ElementTree.fromstring(headers.web_config(SERVED))
    errors = root.find("system.webServer/httpErrors")
    assert errors is not None
    assert (errors.get("errorMode"), errors.get("existingResponse")) == ("Custom", "Replace")
    first, *pages = errors
    assert first.tag == "clear"
    codes = {(page.get("statusCode"), page.get("subStatusCode")) for page in pages}
    assert codes == {("403", None), ("403", "14"), ("404", None)}
    # `File` keeps the code; `ExecuteURL` would answer 200.
    assert {(p.get("path"), p.get("responseMode")) for p in pages} == {("404.html", "File")}


def test_iis_shows_no_hidden_file_and_lists_no_folder_and_is_only_asked_to_read() -> None:
    site = ElementTree.fromstring(headers.web_config(SERVED)).find("system.webServer")
    assert site is not None
    browse = site.find("directoryBrowse")
    assert browse is not None and browse.get("enabled") == "false"
    filtering = site.find("security/requestFiltering")
    assert filtering is not None
    assert [entry.get("sequence") for entry in filtering.findall("denyUrlSequences/add")] == ["/."]
    verbs = filtering.find("verbs")
    assert verbs is not None and verbs.get("allowUnlisted") == "false"
    assert [entry.tag for entry in verbs] == ["clear", "add", "add"]
    assert [entry.get("verb") for entry in verbs.iter("add")] == ["GET", "HEAD"]


def test_what_the_whole_server_says_already_is_taken_back_before_iis_is_told_it_again() -> None:
    """A second entry with the key of an inherited one answers the whole site with 500.19."""
    site = ElementTree.fromstring(headers.web_config(SERVED)).find("system.webServer")
    assert site is not None
    for path in ("security/requestFiltering/denyUrlSequences", "defaultDocument/files"):
        entries = site.find(path)
        assert entries is not None
        assert entries[0].tag in ("clear", "remove"), path
    for kind in site.iter("mimeMap"):
        removed = [entry.get("fileExtension") for entry in site.iter("remove")]
        assert kind.get("fileExtension") in removed


def test_apache_is_only_asked_to_read_and_refuses_with_the_page_that_helps() -> None:
    text = headers.server_files(SERVED)["apache.conf"]
    method = text.index('RewriteCond "%{REQUEST_METHOD}" "!^(?:GET|HEAD)$"')
    assert text.index("RewriteEngine On") < method < text.index("[R=405,L]")
    assert "Options -Indexes" in text
    for code in ("403", "404"):
        assert f"ErrorDocument {code} /404.html\n" in text


def test_iis_before_10_is_not_given_what_it_does_not_know() -> None:
    """`removeServerHeader` came with IIS 10: before it the whole site answers 500.19."""
    assert "removeServerHeader" not in headers.web_config(SERVED)


@pytest.mark.parametrize(
    "ending",
    "avif csv doc docx gif htm html ico ics jpg jpeg js json mp3 mp4 ods odt pdf png ppt pptx rar"
    " svg txt webp woff2 xhtml xls xlsx xml zip".split(),
)
def test_nginx_knows_the_type_of_what_a_department_puts_on_its_site(ending: str) -> None:
    text = headers.server_files(SERVED)["nginx.conf"]
    types = text[text.index("types {") : text.index("default_type")]
    assert ending in types.replace(";", " ").split()


@pytest.mark.parametrize("server", ["nginx.conf", "apache.conf", "Caddyfile"])
def test_who_may_read_the_search_data_is_named(server: str) -> None:
    assert "Access-Control-Allow-Origin" not in headers.server_files(SERVED)[server]
    found = replace(SERVED, found_by=["https://a.vn", "https://b-c.vn:8443"])
    text = headers.server_files(found)[server]
    assert r"^(?:https://a\.vn|https://b\-c\.vn:8443)$" in text
    assert "Vary" in text
    assert "<<" not in text


@pytest.mark.parametrize(
    ("found_by", "told"),
    [([], []), (["https://a.vn"], ["https://a.vn"]), (["https://a.vn", "https://b.vn"], [])],
)
def test_iis_by_itself_can_name_one_reader(found_by: list[str], told: list[str]) -> None:
    text = headers.web_config(replace(SERVED, found_by=found_by))
    entries = ElementTree.fromstring(text).iter("add")
    named = [e.get("value") for e in entries if e.get("name") == "Access-Control-Allow-Origin"]
    assert named == told
    assert ("IIS CORS" in text) is (len(found_by) > 1)
    assert "<<" not in text


def test_the_templates_hold_nothing_that_is_not_filled_in() -> None:
    folder = Path(headers.__file__).with_name("servers")
    assert {path.name for path in folder.iterdir()} == {
        *headers.server_files(SERVED),
        "web.config",
    }
