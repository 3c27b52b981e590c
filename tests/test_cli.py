"""The command as the clerk types it: what it prints, and how it ends."""

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from generator import cli, preview

ROOT = Path(__file__).parent.parent
COMMANDS = "check pages build serve text cite publish schema".split()
ENGLISH = re.compile(
    r"\b(usage|options|arguments|positional|show|help message|exit|error|default|required)\b"
)


@pytest.fixture
def folder(tmp_path: Path, records_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the small department's records."""
    shutil.copytree(records_folder, tmp_path / "records")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def wrong(folder: Path) -> Path:
    """The same with one wrong record."""
    (folder / "records" / "2022" / "2022-11.yml").write_text("titel: Họp\n", "utf-8")
    return folder


def stopped(arguments: list[str]) -> int | str | None:
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    return stop.value.code


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_in_vietnamese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(arguments) == 0
    told = capsys.readouterr().out
    assert told.startswith("Cách dùng: giaoban")
    assert ENGLISH.findall(told.replace("--help", "")) == []


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    stopped(["--help"])
    told = capsys.readouterr().out
    assert [name for name in COMMANDS if f"    {name} " not in told] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "còn thiếu: LỆNH"),
        (["dung"], "không có 'dung'; có:"),
        (["check", "--lạ"], "không hiểu: --lạ"),
        (["text"], "còn thiếu: notice"),
        (["pages", "--today", "02/12/2021"], "«02/12/2021» không phải là ngày, dạng 2021-12-02"),
        (["check", "--records"], "--records: cần một giá trị đi kèm"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese_and_ends_with_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stopped(arguments) == 2
    words = capsys.readouterr().err
    assert told in words
    assert ENGLISH.findall(words) == []


def test_check_counts_notices_and_warnings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check"]) == 0
    told = capsys.readouterr()
    warnings = told.err.splitlines()
    assert told.out == f"5 thông báo, không có lỗi, {len(warnings)} chỗ nên xem lại.\n"
    assert all(line.startswith("records/") and ": cảnh báo: " in line for line in warnings)


def test_check_ends_with_1_when_a_record_is_wrong(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "records/2022/2022-11.yml:1: titel: không có dòng «titel:»" in told.err
    assert re.search(r"^[1-9][0-9]* lỗi phải sửa, [0-9]+ chỗ nên xem lại\.$", told.err, re.M)


def test_pages_are_written_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pages", "--today", "2022-03-10"]) == 0
    first = capsys.readouterr().out
    assert re.fullmatch(r"Đã viết [0-9]+ tệp vào docs/, xóa 0, giữ nguyên 0\.\n", first)
    golden = (ROOT / "tests" / "golden" / "thong-bao" / "2021-10.md").read_text("utf-8")
    assert (folder / "docs" / "thong-bao" / "2021-10.md").read_text("utf-8") == golden
    assert cli.main(["pages", "--today", "2022-03-10"]) == 0
    assert capsys.readouterr().out.startswith("Đã viết 0 tệp")


def test_pages_of_wrong_records_are_not_written(wrong: Path) -> None:
    assert cli.main(["pages"]) == 1
    assert not (wrong / "docs").exists()


def test_pages_never_replace_what_people_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("Của tôi\n", "utf-8")
    assert cli.main(["pages"]) == 1
    assert "docs/index.md: trang viết tay trùng tên" in capsys.readouterr().err
    assert (folder / "docs" / "index.md").read_text("utf-8") == "Của tôi\n"


def test_text_prints_the_real_notice_back(capsys: pytest.CaptureFixture[str]) -> None:
    records = ["--records", str(ROOT / "records")]
    assert cli.main(["text", "2021-12", "--printed", *records]) == 0
    source = (ROOT / "tests" / "notices" / "2021-12.txt").read_text("utf-8")
    assert capsys.readouterr().out.split() == source.split()
    assert cli.main(["text", "2021-12", *records]) == 0
    assert "phòng chống bệnh Dại," in capsys.readouterr().out


def test_text_of_no_notice_names_those_there_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["text", "2021-11"]) == 1
    assert capsys.readouterr().err == (
        "Không có thông báo «2021-11»; có: 2021-10, 2022-03, 2022-03-bat-thuong, 2022-10,"
        " 2022-11.\n"
    )


def test_text_of_wrong_records_tells_what_is_wrong(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["text", "2021-10"]) == 1
    assert "titel" in capsys.readouterr().err


def typed(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))


def test_cite_prints_a_line_for_each_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Theo công văn số 1249/PGD&ĐT, 71/2020/NĐ-CP.\n\nĐạt 11/12; Thông tư số\n22.\n\xff"
    typed(text.encode("utf-8") + b"\xff", monkeypatch)
    assert cli.main(["cite"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1249/PGDĐT;71/2020/NĐ-CP",
        "",
        "22/TT",
        "",
        "",
    ]


def test_cite_as_json_gives_the_places(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("Quyết định 2628/QĐ-UBND ngày 09/8/2021 của UBND tỉnh.".encode(), monkeypatch)
    assert cli.main(["cite", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["number"], found["line"], found["date"]) == ("2628/QĐ-UBND", 1, "2021-08-09")
    assert (found["start"], found["end"]) == (11, 23)


def test_schema_writes_what_is_stale_and_can_only_look(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema", "--check"]) == 1
    assert "records/schema/notice.json: chưa khớp với chương trình" in capsys.readouterr().err
    assert cli.main(["schema"]) == 0
    assert capsys.readouterr().out == "Đã viết lại 6 tệp trong records/schema/.\n"
    assert cli.main(["schema", "--check"]) == 0


def test_build_needs_a_configuration(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build"]) == 1
    assert "mkdocs.yml: không có tệp cấu hình này" in capsys.readouterr().err


def test_serve_hands_over_to_the_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def serve(*given: object) -> int:
        asked.append(given)
        return 0

    monkeypatch.setattr(preview, "serve", serve)
    assert cli.main(["serve", "--address", "127.0.0.1:8001"]) == 0
    assert asked == [(Path("mkdocs.yml"), "127.0.0.1:8001")]


def test_an_interrupted_command_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preview, "serve", interrupt)
    assert cli.main(["serve"]) == 130


def test_what_is_written_to_a_file_is_utf_8_whatever_the_machines_encoding(
    wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(written, encoding="cp1252"))
    assert cli.main(["check"]) == 1
    sys.stderr.flush()
    assert "không có dòng «titel:»" in written.getvalue().decode()


@pytest.mark.parametrize(
    ("command", "broken", "error", "told"),
    [
        (
            ["pages"],
            "generator.writer.write",
            PermissionError(13, "Permission denied", "docs"),
            "không đọc hay ghi được «docs»: không có quyền",
        ),
        (
            ["check"],
            "generator.records.loading.load",
            PermissionError(13, "Permission denied", "records/x.yml"),
            "không đọc hay ghi được «records/x.yml»: không có quyền",
        ),
        (
            ["check"],
            "generator.records.loading.load",
            ValueError("odd"),
            "chương trình gặp lỗi không lường trước (ValueError); gửi tệp",
        ),
    ],
)
def test_no_command_ends_in_a_traceback(
    command: list[str],
    broken: str,
    error: Exception,
    told: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*given: object, **named: object) -> object:
        raise error

    monkeypatch.chdir(folder)
    monkeypatch.setattr(broken, fail)
    assert cli.main(command) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith(told)
