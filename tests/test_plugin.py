"""MkDocs' side: the writer before each build, the theme, the configuration."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files

from generator.plugin import THEME, GiaobanPlugin, settings
from generator.search.engine import without_comments

ROOT = Path(__file__).parent.parent


@pytest.fixture
def config_file(tmp_path: Path, records_folder: Path) -> Path:
    """A configuration with our plugin and no theme folder of its own, as from the wheel."""
    config = {
        "site_name": "Kết luận giao ban",
        "theme": {"name": "material"},
        "plugins": [{"giaoban": {"records": str(records_folder)}}],
    }
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return tmp_path / "mkdocs.yml"


def add_options(config_file: Path, **options: object) -> None:
    config = yaml.safe_load(config_file.read_text("utf-8"))
    config["plugins"][0]["giaoban"].update(options)
    config_file.write_text(yaml.safe_dump(config), "utf-8")


def plugin_of(config_file: Path) -> GiaobanPlugin:
    plugin = load_config(str(config_file)).plugins["giaoban"]
    assert isinstance(plugin, GiaobanPlugin)
    return plugin


def test_the_theme_comes_with_the_plugin(config_file: Path) -> None:
    config = load_config(str(config_file))
    config = plugin_of(config_file).on_config(config)
    assert config.theme.dirs[0] == str(THEME)
    assert plugin_of(config_file).on_config(config).theme.dirs.count(str(THEME)) == 1


def test_our_scripts_go_out_without_comments_and_other_peoples_as_they_are(
    config_file: Path,
) -> None:
    own = config_file.parent / "docs" / "của mình.js"
    own.write_text("/* Của mình. */\n  let a\n", "utf-8")
    config = plugin_of(config_file).on_config(load_config(str(config_file)))
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    found = plugin_of(config_file).on_files(files, config=config)
    sent = {file.src_uri: file.content_string for file in found.javascript_files()}
    assert sent["của mình.js"] == own.read_text("utf-8")
    page = (THEME / "assets" / "scripts" / "page.js").read_text("utf-8")
    assert "/* " in page
    assert sent["assets/scripts/page.js"] == without_comments(page)
    assert "/* " not in sent["assets/search/client.js"]


def test_pages_are_written_before_the_build(config_file: Path) -> None:
    config = load_config(str(config_file))
    plugin_of(config_file).on_pre_build(config=config)
    assert (config_file.parent / "docs" / "thong-bao" / "2021-10.md").is_file()


def test_a_wrong_record_stops_the_build(
    config_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plugin = plugin_of(config_file)
    plugin.config.records = "khong-co"
    with pytest.raises(Abort, match="lỗi trong bản ghi"):
        plugin.on_pre_build(config=load_config(str(config_file)))
    assert "khong-co:1: không có thư mục này; chạy lệnh ở nơi có" in capsys.readouterr().err
    assert list((tmp_path / "docs").iterdir()) == []


def test_a_page_people_wrote_stops_the_build(config_file: Path) -> None:
    (config_file.parent / "docs" / "index.md").write_text("Của tôi\n", "utf-8")
    with pytest.raises(Abort, match="trang viết tay trùng tên"):
        plugin_of(config_file).on_pre_build(config=load_config(str(config_file)))


def test_a_configuration_says_where_things_are(config_file: Path, records_folder: Path) -> None:
    given = settings(config_file)
    assert (given.records, given.docs) == (records_folder, config_file.parent / "docs")


@pytest.mark.parametrize("public", [False, True])
def test_a_configuration_says_whether_the_site_is_public(config_file: Path, public: bool) -> None:
    add_options(config_file, public=public)
    assert settings(config_file).public == public


def test_wrong_sister_sites_stop_the_build(config_file: Path) -> None:
    add_options(config_file, sisters=[{"name": "Hạ Long", "address": "halong"}], found_by="halong")
    given = settings(config_file)
    assert [fault.split(":")[:2] for fault in given.faults] == [
        ["mkdocs.yml", " sisters[0].address"],
        ["mkdocs.yml", " found_by"],
    ]
    with pytest.raises(Abort) as stopped:
        plugin_of(config_file).on_config(load_config(str(config_file)))
    assert str(stopped.value) == "\n".join(given.faults)


def test_pages_are_told_of_sister_sites_only_where_there_are_some(config_file: Path) -> None:
    config = load_config(str(config_file))
    assert "sisters" not in plugin_of(config_file).on_config(config).extra
    add_options(config_file, sisters=[{"name": "Hạ Long", "address": "https://halong.example.vn"}])
    extra = plugin_of(config_file).on_config(load_config(str(config_file))).extra
    assert extra["sisters"] == {
        "own": "Kết luận giao ban",
        "sites": [{"key": "ha-long", "name": "Hạ Long", "address": "https://halong.example.vn/"}],
    }
