"""What MkDocs warns of, said to the clerk."""

from pathlib import Path

import pytest

from generator import cli
from generator.mkdocs_messages import in_vietnamese
from generator.plugin import build_html


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Doc file 'huong-dan/index.md' contains a link 'xa.md', but the target"
            " 'huong-dan/xa.md' is not found among documentation files.",
            "docs/huong-dan/index.md: liên kết «xa.md» dẫn đến trang không có; sửa lại địa chỉ",
        ),
        (
            "Doc file 'a.md' contains a link '#muc-9', but there is no such anchor on this page.",
            "docs/a.md: liên kết «#muc-9» dẫn đến chỗ không có trong trang; sửa phần sau dấu #",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain an"
            " anchor '#x'.",
            "docs/a.md: liên kết «b.md#x» dẫn đến chỗ không có trong trang; sửa phần sau dấu #",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/b/', it was left as is.",
            "docs/a.md: liên kết «/b/» bắt đầu bằng «/»; viết địa chỉ tính từ trang này",
        ),
        (
            "Doc file 'a.md' contains an unrecognized relative link 'b/', it was left as is."
            " Did you mean 'b.md'?",
            "docs/a.md: liên kết «b/» không rõ dẫn đến đâu; viết tên tệp .md",
        ),
        (
            "A reference to 'x.md' is included in the 'nav' configuration, which is not found in"
            " the documentation files.",
            "mkdocs.yml: nav: không có trang «docs/x.md»; sửa tên tệp",
        ),
        (
            "Config value 'docs_dir': The path '/x/docs' isn't an existing directory.",
            "mkdocs.yml: docs_dir: không có thư mục «/x/docs»; lấy lại từ git, hoặc tạo thư mục"
            " trống tên ấy",
        ),
        (
            "Config value 'site_url': The URL isn't valid, it should include the http:// (scheme)",
            "mkdocs.yml: site_url: phải là địa chỉ đủ «https://…/», hoặc để trống: ''",
        ),
        (
            "Config value 'sai': Unrecognised configuration name: sai",
            "mkdocs.yml: sai: MkDocs không có mục này; sửa tên mục, hoặc bỏ đi",
        ),
        (
            "Config value 'nav': Expected nav to be a list, got 'abc'",
            "mkdocs.yml: nav: MkDocs không nhận giá trị này; so với bản trước trong git rồi sửa lại"
            " (Expected nav to be a list, got 'abc')",
        ),
        ("Something new", "Something new"),
    ],
)
def test_a_warning_names_its_page_and_what_to_mend(said: str, told: str) -> None:
    assert in_vietnamese(said) == told


def test_a_slip_of_yaml_in_the_configuration_names_its_line(tmp_path: Path) -> None:
    config = tmp_path / "khac.yml"
    config.write_text("site_name: a\nnav: [\n", "utf-8")
    assert build_html(config, tmp_path / "site") == (
        "khac.yml:3: sai cú pháp YAML ở dòng này hay ngay trên nó; so với bản trước trong git rồi"
        " sửa lại",
    )


@pytest.mark.parametrize("command", [["serve"], ["publish", "ra"], ["build"]])
@pytest.mark.parametrize(
    "slip",
    ["site_name: [\n", "docs_dir: không có\n", "site_name: \udcff\n", "docs_dir: x\nsite_url: 1\n"],
)
def test_no_command_breaks_down_over_the_configuration(
    command: list[str],
    slip: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: a\nplugins: [giaoban]\n{slip}", "utf-8", "surrogateescape"
    )
    assert cli.main(command) == 1
    told = capsys.readouterr().err
    assert told.startswith("mkdocs.yml:")
    assert "Config value" not in told
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != ".cache") == (
        ["mkdocs.yml", "ra"] if command[0] == "publish" else ["mkdocs.yml"]
    )


@pytest.mark.parametrize("command", [["serve"], ["publish", "ra"]])
def test_what_mkdocs_cannot_read_is_told(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: a\nsite_url: 'http://[a/'\n", "utf-8")
    assert cli.main(command) == 1
    assert capsys.readouterr().err.startswith("mkdocs.yml: không đọc được tệp cấu hình: ")
