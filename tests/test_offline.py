"""The copy for disks: links that name their page, what is left out, a zip that stays the same."""

import zipfile
from pathlib import Path

import pytest

from generator.publishing.offline import NAME, copy, is_internal, remove, with_whole_links

FOLDERS = {".", "truong", "truong/th-le-loi", "tra-cuu", "van-ban/1249-pgddt-2021"}


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ('<a href="../th-le-loi/">', '<a href="../th-le-loi/index.html">'),
        ('<a class="school" href="../th-le-loi/#neu">', None),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../../tra-cuu/?q=1249/PGD">', '<a href="../../tra-cuu/index.html?q=1249/PGD">'),
        ('<form action="../../tra-cuu/" method="get">', None),
        (
            '<script src="client.js" data-search-page="../../tra-cuu/">',
            '<script src="client.js" data-search-page="../../tra-cuu/index.html">',
        ),
        (
            '<meta name="moved-to" content="../../van-ban/1249-pgddt-2021/">',
            '<meta name="moved-to" content="../../van-ban/1249-pgddt-2021/index.html">',
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../../van-ban/1249-pgddt-2021/">',
            '<meta http-equiv="refresh" content="0; url=../../van-ban/1249-pgddt-2021/index.html">',
        ),
    ],
)
def test_links_to_folders_name_their_page(written: str, whole: str | None) -> None:
    found = with_whole_links(
        written, "truong/th-thanh-son/index.html", FOLDERS | {"truong/th-thanh-son"}
    )
    assert "index.html" in found
    assert found == (whole or found)


@pytest.mark.parametrize(
    "written",
    [
        '<a href="#muc-i">',
        '<a href="https://giaoban.example.vn/">',
        '<a href="/">',
        '<a href="mailto:a@b.vn">',
        '<a href="../khong-co/">',
        '<a href="../../thong-bao/2021-12.txt">',
        '<p>href="../th-le-loi/"</p>',
        '<meta name="description" content="trường/">',
        '<link rel="stylesheet" href="../../assets/styles/text.css">',
    ],
)
def test_other_links_stay(written: str) -> None:
    assert with_whole_links(written, "truong/index.html", FOLDERS) == written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page = '<a href="truong/">Trường</a><script id="__config">{"search": "assets/search/worker.js"}'
    for path, content in (
        ("index.html", page),
        ("truong/index.html", '<a href="..">Trang chủ</a>'),
        ("404.html", "Không có trang này"),
        ("sitemap.xml", "<urlset/>"),
        ("assets/search/worker.js", "1"),
        ("assets/search/worker.js.map", "{}"),
    ):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(content, "utf-8")
    return tmp_path / "site"


def test_the_copy_and_its_zip(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bản sao"
    (folder / "trang cũ").mkdir(parents=True)
    packed = copy(site, folder)
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert files == ["assets/search/worker.js", "index.html", "truong/index.html"]
    home = (folder / "index.html").read_text("utf-8")
    assert 'href="truong/index.html"' in home
    assert '"assets/search/worker.js?files"' in home
    with zipfile.ZipFile(packed) as archive:
        assert sorted(archive.namelist()) == [f"{NAME}/{path}" for path in files]
    again = tmp_path / "lần nữa"
    assert copy(site, again).read_bytes() == packed.read_bytes()


def test_the_site_itself_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    copy(site, tmp_path / "bản sao")
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("page", "internal"),
    [
        ('<meta name="robots" content="noindex, nofollow">', True),
        ('<meta name="robots" content="noindex">', False),
        ("", False),
    ],
)
def test_a_copy_tells_whether_it_is_internal(page: str, internal: bool, tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "site-offline"
    site.mkdir()
    (site / "index.html").write_text(f"<html>{page}</html>", "utf-8")
    assert not is_internal(folder)
    packed = copy(site, folder)
    assert is_internal(folder) == internal
    (folder / "index.html").unlink()
    assert is_internal(folder) == internal, "by its zip alone"
    remove(folder)
    assert not folder.exists()
    assert not packed.exists()


def test_a_zip_that_cannot_be_read_counts_as_internal(tmp_path: Path) -> None:
    (tmp_path / "site-offline.zip").write_bytes(b"PK")
    assert is_internal(tmp_path / "site-offline")
