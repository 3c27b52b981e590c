"""The folder of records: what is read, and every message a wrong file earns.

A file in `problems/` is a wrong file among the right ones of `problems/base`: its first line says
which file it is, its last lines (`# expect: …`) are the messages it earns, one a line, in order.
"""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import generate
from generator.records import loading as records

ROOT = Path(__file__).parent.parent
PROBLEMS = ROOT / "tests" / "problems"
EXPECT = "# expect: "


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in generate.read(folder).problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A department without a fault."""
    return Path(shutil.copytree(PROBLEMS / "base", tmp_path / "records"))


def test_the_files_around_the_wrong_ones_are_right(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize("case", sorted(PROBLEMS.glob("*.yml")), ids=lambda case: case.stem)
def test_a_wrong_file_earns_exactly_these_messages(case: Path, folder: Path) -> None:
    lines = case.read_text("utf-8").splitlines(keepends=True)
    expected = [line.removeprefix(EXPECT).strip() for line in lines if line.startswith(EXPECT)]
    wrong = folder.parent / lines[0].removeprefix("# ").strip()
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text("".join(line for line in lines if not line.startswith(EXPECT)), "utf-8")
    assert told(folder) == expected


def test_a_register_that_is_missing_is_told(folder: Path) -> None:
    (folder / "topics.yml").unlink()
    assert told(folder) == [
        "records/topics.yml:1: không có tệp này; hãy tạo lại, bắt đầu bằng «topics:», «  - name: …»"
    ]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "records") == [
        "records:1: không có thư mục này; chạy lệnh ở nơi có «records/», hoặc ghi «--records …»"
    ]


def replaced(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for was, written in changes:
        assert was in text
        text = text.replace(was, written, 1)
    file.write_text(text, "utf-8")


TWO_SECTIONS = """\
title: Kết luận giao ban tháng 11/2021
met: 03/11/2021
opening: Phòng GD&ĐT họp giao ban.
parts:
  - title: KẾT QUẢ
    results_of: 2021-10
    sections:
      - title: Giáo dục trung học
        text: |
          - Kiểm tra 03 trường (gồm: MN Hoa Sữa, TH Bến Mơ).
      - title: Khuyến học và thi
        text: Các trường báo cáo.
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
notes:
  - {words: Các trường, school: thcs-khong-co}
  - {words: chẳng có chữ này, place: có}
"""


def test_an_error_of_one_kind_hides_none_of_another(folder: Path) -> None:
    (folder / "2021" / "2021-11.yml").write_text(TWO_SECTIONS, "utf-8")
    replaced(
        folder / "2021" / "2021-12.yml", ("tasks_for: ", "results_of: 2021-11\n    tasks_for: ")
    )
    assert [": ".join(line.split(": ")[:2]) for line in told(folder)] == [
        "records/2021/2021-11.yml:2: met",
        "records/2021/2021-11.yml:10: parts[0].sections[0].items[0]",
        "records/2021/2021-11.yml:11: parts[0].sections[1].title",
        "records/2021/2021-11.yml:15: notes[0].school",
        "records/2021/2021-11.yml:16: notes[1].words",
        "records/2021/2021-12.yml:4: parts[0]",
    ]


def test_what_a_register_with_an_error_lacks_is_missed_nowhere(folder: Path) -> None:
    (folder / "2021" / "2021-11.yml").write_text(TWO_SECTIONS, "utf-8")
    for name in ("schools", "topics"):
        (folder / f"{name}.yml").write_text(f"{name}: x\n", "utf-8")
    fields = [line.split(": ")[:2] for line in told(folder) if "2021-11.yml" in line]
    assert [field for _, field in fields] == ["met", "notes[1].words"]


def test_what_is_in_no_register_is_told_beside_an_entry_that_cannot_be_it(folder: Path) -> None:
    (folder / "2021" / "2021-11.yml").write_text(TWO_SECTIONS, "utf-8")
    replaced(folder / "schools.yml", ("level: MN", "level: MNN"))
    replaced(folder / "topics.yml", ("level: THCS", "level: THPT"))
    assert [line.split(": ")[1] for line in told(folder) if "2021-11.yml" in line] == [
        "met",
        "parts[0].sections[1].title",
        "notes[0].school",
        "notes[1].words",
    ]
    replaced(folder / "schools.yml", ("level: THCS, name: Bến Mơ", "level: THCS, name: [x]"))
    told_now = [line.split(": ")[1] for line in told(folder) if "2021-11.yml" in line]
    assert "notes[0].school" not in told_now


def test_words_are_not_missed_where_some_may_be_lacking(folder: Path) -> None:
    lacking = TWO_SECTIONS.replace(
        "        text: Các trường báo cáo.", "        text: [Các trường]"
    )
    (folder / "2021" / "2021-11.yml").write_text(lacking, "utf-8")
    fields = [line.split(": ")[1] for line in told(folder)]
    assert fields == [
        "met",
        "parts[0].sections[1].title",
        "parts[0].sections[1].text",
        "notes[0].school",
    ]


def test_a_file_that_would_be_moved_onto_another_is_not(folder: Path) -> None:
    for name in ("Topics.yml", "2021-12.yml", "2021/2021-12.YAML"):
        (folder / name).write_text("title: x\n", "utf-8")
    assert ["đã có; chép phần thiếu" in line for line in told(folder)] == [True] * 3


def test_what_is_no_file_nor_folder_of_records_is_told(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "2021" / "2021-11.yml")
    (folder / "2021" / "2021-10.yml").symlink_to("/dev/zero")
    (folder / "2020").symlink_to(tmp_path)
    (folder / "2021" / "2021-09.yml").mkdir()
    (folder / "2021" / "2021-08.yml").symlink_to("không có đâu")
    assert told(folder) == [
        "records/2020:1: đây là liên kết tới một thư mục khác; hãy chép cả thư mục ấy vào đây",
        "records/2021/2021-08.yml:1: không có tệp này; hãy tạo lại",
        "records/2021/2021-10.yml:1: đây không phải là một tệp; hãy xóa, rồi tạo lại tệp",
        "records/2021/2021-11.yml:1: đây không phải là một tệp; hãy xóa, rồi tạo lại tệp",
    ]


def test_of_a_huge_file_only_the_beginning_is_read(folder: Path) -> None:
    with (folder / "2021" / "2021-11.yml").open("wb") as file:
        file.truncate(6_000_000_000)
    (line,) = told(folder)
    assert line.startswith("records/2021/2021-11.yml:1: tệp dài quá giới hạn 1.000.000 byte")


def test_what_is_wrong_in_the_synonyms_hides_nothing_in_the_notices(folder: Path) -> None:
    (folder / "synonyms.yml").write_text("words: {HSG: [giỏi]}\n", "utf-8")
    notice = folder / "2021" / "2021-12.yml"
    notice.write_text(
        notice.read_text("utf-8").replace("tasks_for: ", "results_of: 2021-11\n    tasks_for: ", 1),
        "utf-8",
    )
    assert {line.split(":")[0] for line in told(folder)} == {
        "records/2021/2021-12.yml",
        "records/synonyms.yml",
    }


def test_synonyms_may_be_left_out_but_not_left_empty(folder: Path) -> None:
    assert not (folder / "synonyms.yml").exists()
    (folder / "synonyms.yml").write_text("# chưa có dòng nào\n", "utf-8")
    (message,) = told(folder)
    assert message.startswith("records/synonyms.yml:1: tệp trống")


def test_a_files_odd_name_breaks_no_line_of_the_messages(folder: Path) -> None:
    (folder / "2021" / "a\nb\u202e.yml").write_bytes(b"")
    assert [line.split(": ")[0] for line in told(folder)] == ["records/2021/a�b�.yml:1"]


def test_schemas_and_hidden_files_are_no_records(folder: Path) -> None:
    (folder / "schema").mkdir()
    (folder / "schema" / "notice.json").write_text("{}", "utf-8")
    (folder / "2021" / ".2021-12.yml.swp").write_bytes(b"\0")
    assert told(folder) == []


def test_what_is_wrong_in_several_files_is_told_at_once(folder: Path) -> None:
    for name in ("topics.yml", "2021/2021-12.yml"):
        (folder / name).write_text("titel: Họp\n", "utf-8")
    assert {line.split(":")[0] for line in told(folder)} == {
        "records/2021/2021-12.yml",
        "records/topics.yml",
    }


def test_notices_come_by_month_an_extra_one_after_the_months_own(records_folder: Path) -> None:
    archive = records.load(records_folder).archive
    assert archive is not None
    assert [notice.id for notice in archive.notices] == [
        "2021-10",
        "2022-03",
        "2022-03-bat-thuong",
        "2022-10",
        "2022-11",
    ]
    assert archive.notices[0].file == "records/2021/2021-10.yml"


REAL = ROOT / "records"
FILES = ["2021/2021-12.yml", "schools.yml", "topics.yml", "bodies.yml", "documents.yml"]
SOURCES = {name: (REAL / name).read_bytes() for name in FILES}
NOISE = st.binary(max_size=4) | st.sampled_from(
    [b"\n", b": ", b"- ", b"|", b"'", b'"', b"#", b"{", b"[", b"&", b"*", b"  ", b"\t", b"\xc2\xb9"]
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(REAL, tmp_path_factory.mktemp("hỏng") / "records"))


def assert_archive_or_problems(folder: Path) -> None:
    known = generate.read(folder)
    errors = [problem for problem in known.problems if not problem.warning]
    assert known.graph is not None or errors
    assert all(problem.line >= 1 and problem.message for problem in known.problems)


@settings(max_examples=40)
@given(st.sampled_from(FILES), st.data())
def test_a_mutated_record_gives_problems_or_an_archive(
    copied: Path, name: str, data: st.DataObject
) -> None:
    raw = bytearray(SOURCES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = start + data.draw(st.integers(0, 12))
        raw[start:end] = data.draw(NOISE)
    (copied / name).write_bytes(raw)
    try:
        assert_archive_or_problems(copied)
    finally:
        (copied / name).write_bytes(SOURCES[name])


@settings(max_examples=40)
@given(st.sampled_from(FILES), st.data())
def test_a_record_of_lost_doubled_or_moved_lines_does_too(
    copied: Path, name: str, data: st.DataObject
) -> None:
    lines = SOURCES[name].splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["lost", "doubled", "moved", "indented"])):
            case "lost":
                del lines[place]
            case "doubled":
                lines.insert(place, lines[place])
            case "moved":
                lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(place))
            case _:
                lines[place] = b"  " + lines[place]
    (copied / name).write_bytes(b"".join(lines))
    try:
        assert_archive_or_problems(copied)
    finally:
        (copied / name).write_bytes(SOURCES[name])


@pytest.mark.parametrize("name", ["desktop.ini", "Thumbs.db", "~$2021-12.docx", ".DS_Store"])
def test_what_the_machine_leaves_in_a_folder_is_no_record(name: str, folder: Path) -> None:
    (folder / "2021" / name).write_bytes(b"\x00")
    assert told(folder) == []


def test_messages_say_what_can_be_done(folder: Path) -> None:
    notice = folder / "2021" / "2021-12.yml"
    right = notice.read_text("utf-8")
    title = right.split("\n")[0]
    for wrong, message in (
        ("title:", "title: để trống; hãy viết một đoạn chữ"),
        ("Title: Họp\n" + title, "không có dòng «Title:»; đã có «title:» rồi, hãy xóa một bên"),
        ("title: &p", "title: «&p»: «&» ở đầu giá trị là dấu riêng của YAML; nếu là chữ thì"),
        ("title: 'a' b", 'hãy đặt cả giá trị trong ngoặc kép "…"'),
        ("title: ?", "title: không ghi «?»: «title: ?»; không biết thì xóa cả dòng"),
        ("titl\u0435: Họp", "title: cột 5: chữ «\u0435» (U+0435) là chữ Nga"),
    ):
        notice.write_text(right.replace(title, wrong), "utf-8")
        (line,) = told(folder)
        assert message in line
        assert message != "title: để trống; hãy viết một đoạn chữ" or line.endswith(message)


def test_two_notices_of_one_number_are_told(folder: Path) -> None:
    first, second = folder / "2021" / "2021-12.yml", folder / "2021" / "2021-12-bat-thuong.yml"
    numbered = first.read_text("utf-8") + "number: 23/TB-PGDĐT\n"
    for path in (first, second):
        path.write_text(numbered, "utf-8")
    assert told(folder) == [
        "records/2021/2021-12-bat-thuong.yml:1: number: cảnh báo: số «23/TB-PGDĐT» đã là của"
        " records/2021/2021-12.yml; mỗi số một năm chỉ cho một văn bản, kiểm tra lại"
    ]


def test_a_register_wrong_beside_the_point_hides_no_unknown_name(folder: Path) -> None:
    (folder / "2021" / "2021-11.yml").write_text(TWO_SECTIONS, "utf-8")
    replaced(folder / "schools.yml", ("confirmed: có", "confirmed: ừ"))
    fields = [line.split(": ")[1] for line in told(folder)]
    assert "notes[0].school" in fields
    assert "schools[0].confirmed" in fields


def test_a_notice_out_of_place_is_missed_nowhere(folder: Path) -> None:
    (folder / "documents.yml").write_text(
        "documents: [{number: 5/QĐ-PGDĐT, issued: 2020-01-02, short_forms: [{written: QĐ 5,"
        " notice: 2021-11}]}]\n",
        "utf-8",
    )
    (folder / "2021-11.yml").write_text(TWO_SECTIONS, "utf-8")
    (line,) = [line for line in told(folder) if "short_forms" in line or "2021-11" in line]
    assert "2021-11.yml:1: tệp phải nằm trong thư mục của năm" in line


def test_two_hundred_warnings_are_no_reason_to_leave_a_notice_out(folder: Path) -> None:
    words = [f"chữ{number}" for number in range(250)]
    notice = folder / "2021" / "2021-12.yml"
    replaced(notice, ("opening: ", f"ruling: {' '.join(words)}\nopening: "))
    italics = "".join(f'  - "{word} "\n' for word in words)
    notice.write_text(f"{notice.read_text('utf-8')}italics:\n{italics}", "utf-8")
    known = generate.read(folder)
    assert known.graph is not None
    assert [one.id for one in known.graph.archive.notices] == ["2021-12"]


@pytest.mark.parametrize("moved", ["2022/schools.yml", "school.yml", "Schools.yaml"])
def test_a_register_out_of_place_is_not_missing_too(folder: Path, moved: str) -> None:
    (folder / moved).parent.mkdir(exist_ok=True)
    (folder / "schools.yml").rename(folder / moved)
    (only,) = told(folder)
    assert only.startswith(f"records/{moved}:1: ")
    assert only.endswith("«schools.yml»")
