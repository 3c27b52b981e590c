"""A site is built whole or not at all: what is wrong leaves the site that people have."""

import shutil
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


def test_a_configuration_that_cannot_be_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(folder / "site")
    (folder / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    assert build(folder) == 1
    assert "mkdocs.yml" in capsys.readouterr().err
    assert files(folder / "site") == before
