"""A site is built whole or not at all: what is wrong leaves the site that people have."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import cli

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the clerk has it, its site built once."""
    folder = tmp_path_factory.mktemp("phòng giáo dục")
    shutil.copytree(ROOT / "tests" / "records", folder / "records")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    del config["theme"]["custom_dir"], config["watch"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    (folder / "docs" / "huong-dan").mkdir(parents=True)
    (folder / "docs" / "huong-dan" / "index.md").write_text("# Hướng dẫn\n", "utf-8")
    assert build(folder) == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(built, tmp_path / "phòng"))


def build(folder: Path) -> int:
    return cli.main(
        ["build", "--config", f"{folder / 'mkdocs.yml'}", "--site", f"{folder / 'site'}"]
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_site_has_a_page_for_each_thing(built: Path) -> None:
    for page in (
        "thong-bao/2021-10",
        "truong/mn-hoa-sua",
        "van-ban/1249-pgddt-2021",
        "vb/1249-pgddt",
    ):
        assert (built / "site" / page / "index.html").is_file()
    assert sorted(path.name for path in built.iterdir() if "site" in path.name) == ["site"]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "records/2022/2022-11.yml",
            "tasks_for: 2022-11",
            "tasks_for: 11/2022",
            "records/2022/2022-11.yml:7: parts[0].tasks_for: ",
        ),
        (
            "records/schools.yml",
            "successor: TH Ngọc Lâm",
            "successor: TH Ngọc Lan",
            "records/schools.yml:14: schools[4].successor: «TH Ngọc Lan» không có trong danh sách"
            " này; có phải «TH Ngọc Lâm»?",
        ),
        (
            "docs/huong-dan/index.md",
            "# Hướng dẫn",
            "# Hướng dẫn\n\n[Trường](../truong/khong-co.md)",
            "docs/huong-dan/index.md: liên kết «../truong/khong-co.md» dẫn đến trang không có;"
            " sửa lại địa chỉ",
        ),
        (
            "docs/huong-dan/index.md",
            "# Hướng dẫn",
            "# Hướng dẫn\n\n[Mục](../thong-bao/2021-10.md#muc-x)",
            "docs/huong-dan/index.md: liên kết «../thong-bao/2021-10.md#muc-x» dẫn đến chỗ không"
            " có trong trang; sửa phần sau dấu #",
        ),
        (
            "mkdocs.yml",
            "huong-dan/index.md",
            "huong-dan/mat.md",
            "mkdocs.yml: nav: không có trang «docs/huong-dan/mat.md»; sửa tên tệp",
        ),
    ],
)
def test_what_is_wrong_is_told_and_leaves_the_site_as_it_was(
    file: str,
    old: str,
    new: str,
    told: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(folder / "site")
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    assert build(folder) == 1
    words = capsys.readouterr()
    assert told in words.err
    assert "Chưa dựng được trang web. Trang cũ vẫn giữ nguyên." in words.err
    assert words.out == ""
    assert files(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir() if "site" in path.name) == ["site"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError("a"), "chương trình gặp lỗi không lường trước (KeyError); gửi tệp"),
        (OSError(28, "No space left on device", "docs/x"), "không ghi được «docs»: đĩa đã đầy;"),
        (RecursionError(), "chương trình gặp lỗi không lường trước (RecursionError)"),
    ],
)
@pytest.mark.parametrize("where", ["generator.site.search_files", "generator.writer.write"])
def test_whatever_goes_wrong_leaves_no_trace_and_no_traceback(
    error: Exception,
    told: str,
    where: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(folder / "site")
    record = folder / "records" / "2022" / "2022-11.yml"
    record.write_text(record.read_text("utf-8") + "# một dòng nữa\n", "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(where, _raising(error))
        assert build(folder) == 1
    words = capsys.readouterr().err
    assert told in words
    assert "Traceback" not in words
    assert files(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir() if "site" in path.name) == ["site"]
    report = folder / ".cache" / "giaoban" / "loi-dung-trang.txt"
    assert report.exists() is not isinstance(error, OSError)
    assert build(folder) == 0


def _raising(error: BaseException) -> Callable[..., object]:
    def raise_(*given: object, **named: object) -> object:
        raise error

    return raise_


def test_a_build_that_is_stopped_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publishing.build_site.build_html", _raising(KeyboardInterrupt()))
    assert build(folder) == 130
    assert sorted(path.name for path in folder.iterdir() if "site" in path.name) == ["site"]


def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if target.name == "site" and path.name.endswith(".new"):
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    before = files(folder / "site")
    monkeypatch.setattr(Path, "rename", refused)
    assert build(folder) == 1
    assert "không có quyền; xem lại chủ và quyền đọc, ghi của chỗ ấy" in capsys.readouterr().err
    assert files(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir() if "site" in path.name) == ["site"]


def test_a_configuration_that_cannot_be_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(folder / "site")
    (folder / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    assert build(folder) == 1
    assert "mkdocs.yml" in capsys.readouterr().err
    assert files(folder / "site") == before
