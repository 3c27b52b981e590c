"""Two builds of one record: for the department, and for everyone without what is private."""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.publishing import site_checks
from generator.publishing.releases import Shelf
from generator.publishing.site_checks import BuiltSite
from tests.small_department import ROOT, small_department

NAMES = ("Trần Văn Gió – Phó", "Lê Thị Sương", "nghỉ ốm", "Phạm Thị Nắng", "Đỗ Văn Suối")
PHONE, PAPER = "0912.345.678", "022085001234"
"""Numbers that the records below give in a task, a footnote and a correction."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small department with numbers of people put into one notice."""
    folder = small_department(tmp_path_factory.mktemp("hai bản"))
    notice = folder / "records" / "2021" / "2021-10.yml"
    text = notice.read_text("utf-8")
    bullet = "- Tổ chức học bơi"
    line = f"- Đăng ký với đ/c Lê Văn Sao, ĐT {PHONE}, CCCD {PAPER}."
    assert bullet in text
    notice.write_text(text.replace(bullet, f"{line}\n          {bullet}", 1), "utf-8")
    return folder


def built(project: Path, *arguments: str, **environment: str) -> Path:
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-c", "import sys; from generator.cli import main; sys.exit(main())"),
            *("build", *arguments),
        ],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
    )
    return site


def texts(site: Path) -> dict[str, str]:
    """Every file as its readers get it."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            content = gzip.decompress(content) if path.suffix == ".gz" else content
            found[path.relative_to(site).as_posix()] = content.decode("utf-8", "replace")
    return found


def test_what_is_private_is_in_the_internal_site_and_nowhere_in_the_public_one(
    project: Path,
) -> None:
    private = (*NAMES, PHONE, PAPER)
    internal = texts(built(project))
    for words in private:
        assert any(words in text for text in internal.values()), words
    public = texts(built(project, "--public"))
    assert public.keys() >= {name for name in internal if name.endswith((".html", ".txt"))}
    for words in private:
        assert [name for name, text in public.items() if words in text] == [], words
    # Search data keeps words apart, so each is looked for by itself.
    for words in ("Sương", "Suối", PHONE, PAPER):
        assert [name for name, text in public.items() if words in text] == [], words
    page = public["thong-bao/2021-10/index.html"]
    assert "đã lược thông tin cá nhân" in page
    assert "Vắng mặt: 02" in page.replace("&#58;", ":")


def test_a_check_finds_what_is_private_in_any_file(tmp_path: Path) -> None:
    for name, content in (
        ("a.html", '<html lang="vi"><p>Lê <b>Thị</b>\n S&#432;ơng</p></html>'),
        ("b.json", '["L\\u00ea Th\\u1ecb S\\u01b0\\u01a1ng"]'),
        ("c.txt", "lê thị sương"),
        ("d.js", 'put("Lê Thị Sương")'),
        ("e.svg", "<svg><text>Lê</text> <text>Thị Sương</text></svg>"),
    ):
        (tmp_path / name).write_text(content, "utf-8")
    (tmp_path / "g.xml.gz").write_bytes(gzip.compress("<a>Lê Thị Sương</a>".encode()))
    (tmp_path / "h.html").write_text('<html lang="vi"><p>Lê Thị Sượng</p></html>', "utf-8")
    found = list(site_checks.problems(BuiltSite(tmp_path), canaries=["Lê Thị Sương"]))
    assert [line.split(":")[0] for line in found] == [
        *("a.html", "b.json", "c.txt", "d.js", "e.svg", "g.xml.gz"),
    ]
    assert all("thông tin cá nhân" in line for line in found)


@pytest.fixture
def own(project: Path, tmp_path: Path) -> Path:
    """The project to change."""
    ignored = shutil.ignore_patterns("site*")
    return Path(shutil.copytree(project, tmp_path / "dự án", ignore=ignored))


def run(command: str, project: Path, *arguments: str) -> int:
    return cli.main([command, *arguments, "--config", str(project / "mkdocs.yml")])


def ask_for_public(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "- giaoban\n" in text
    config.write_text(text.replace("- giaoban\n", "- giaoban: {public: true}\n"), "utf-8")


def test_the_configuration_asks_for_a_public_site_as_well_as_the_option(
    own: Path, tmp_path: Path
) -> None:
    ask_for_public(own)
    shelf = Shelf(tmp_path / "công bố")
    assert run("publish", own, str(shelf.folder)) == 0
    assert shelf.live
    assert shelf.release(shelf.live).public
    public = texts(shelf.path(shelf.live))
    for words in (*NAMES, PHONE, PAPER):
        assert [name for name, text in public.items() if words in text] == [], words
    assert "noindex" not in public["index.html"]


def test_a_public_build_reads_files_by_hand_before_it_takes_the_sites_place(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = own / "site"
    site.mkdir()
    (own / "docs" / "danh-sach.txt").write_text("Vắng: LÊ THỊ SƯƠNG", "utf-8")
    assert run("build", own, "--public", "--site", str(site)) == 1
    told = capsys.readouterr().err
    assert "danh-sach.txt: bản công khai còn thông tin cá nhân «Lê Thị Sương»; ở trang" in told
    assert "Trang cũ vẫn giữ nguyên." in told
    assert list(site.iterdir()) == []


def test_a_copy_for_disks_is_as_public_as_the_site_beside_it(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--site", str(own / "site"))
    copy, packed = own / "site-offline", own / "site-offline.zip"
    assert run("build", own, *where, "--offline") == 0
    assert "Lê Thị Sương" in (copy / "thong-bao/2021-10/index.html").read_text("utf-8")
    assert run("build", own, *where, "--public") == 0
    assert "Đã xóa bản mở từ ổ đĩa cũ" in capsys.readouterr().out
    assert not copy.exists()
    assert not packed.exists()
    assert run("build", own, *where, "--public", "--offline") == 0
    assert packed.is_file()
    assert not [name for name, text in texts(copy).items() if "Lê Thị Sương" in text]
    assert run("build", own, *where, "--public") == 0
    assert packed.is_file(), "a public copy may stay"


@pytest.mark.parametrize("public", [(), ("--public",)], ids=["internal", "public"])
def test_equal_records_give_equal_bytes(
    project: Path, public: tuple[str, ...], tmp_path: Path
) -> None:
    """In another folder, at another time, in another place of the world, by another hash."""
    first = built(project, *public, PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh")
    other = tmp_path / "một nơi khác" / "dự án"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("site", "docs"))
    shutil.copytree(project / "docs" / "huong-dan", other / "docs" / "huong-dan")
    for path in sorted(other.rglob("*"), reverse=True):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    # Python itself can't start in «C» where its environment lies below a folder with accents.
    locale = "C" if str(ROOT).isascii() else "C.UTF-8"
    second = built(
        other, *public, PYTHONHASHSEED="4242", TZ="America/Los_Angeles", LC_ALL=locale, LANG=locale
    )
    same = {path.relative_to(first): path for path in first.rglob("*") if path.is_file()}
    found = {path.relative_to(second): path for path in second.rglob("*") if path.is_file()}
    assert same.keys() == found.keys()
    assert [name for name in same if same[name].read_bytes() != found[name].read_bytes()] == []


def test_the_day_can_be_given_from_outside(project: Path) -> None:
    site = built(project, SOURCE_DATE_EPOCH="1700000000")
    assert b"2023-11-14" in _site_map(site) or b"<loc>" not in _site_map(site)


def _site_map(site: Path) -> bytes:
    packed = gzip.decompress((site / "sitemap.xml.gz").read_bytes())
    assert packed == (site / "sitemap.xml").read_bytes()
    return packed
