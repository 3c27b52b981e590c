"""The files of the folder of records."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.source_text import MOST_BYTES
from generator.records.files import RecordFiles

NO_MONTH = "tên tệp phải là năm-tháng, ví dụ «2021-12.yml» hay «2021-12-bat-thuong.yml»"
NO_RECORD = "không phải tệp bản ghi; chỉ để tệp .yml trong thư mục này"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    return tmp_path / "records"


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(b"x")


@pytest.mark.parametrize(
    "name",
    [
        "1970/1970-01.yml",
        "1999/1999-12.yml",
        "2099/2099-10.yml",
        "2021/2021-12-bat-thuong-2.yml",
        f"2021/2021-12-{'a' * 52}.yml",
    ],
)
def test_a_notice_has_its_month_as_name_and_lies_in_its_year(name: str, folder: Path) -> None:
    put(folder, name)
    files = RecordFiles(folder)
    assert [*files.notices()] == [folder / name]
    assert files.problems == []
    assert files.out_of_place == set()


@pytest.mark.parametrize(
    ("name", "told", "meant"),
    [
        ("2021/2021-12.txt", NO_RECORD, ""),
        ("2021/2021-12", NO_RECORD, ""),
        ("2021/ymls", NO_RECORD, ""),
        ("2021/1969-12.yml", NO_MONTH, ""),
        ("2021/2100-01.yml", NO_MONTH, ""),
        ("2021/2021-13.yml", NO_MONTH, ""),
        ("2021/2021-00.yml", NO_MONTH, ""),
        ("2021/2021-12-.yml", NO_MONTH, ""),
        ("2021/2021-12--a.yml", NO_MONTH, ""),
        ("2021/2021-12-a-.yml", NO_MONTH, ""),
        ("2021/2021-12a.yml", NO_MONTH, ""),
        (
            "2021/2021-1.yml",
            "tên tệp phải là năm-tháng: đổi thành «2021-01.yml»",
            "2021-01",
        ),
        (
            "2021/2021-12-bất-thường.yml",
            "tên tệp phải là năm-tháng: đổi thành «2021-12-bat-thuong.yml»",
            "2021-12-bat-thuong",
        ),
        (
            "2022/12-2021.yaml",
            "tên tệp phải là năm-tháng: chuyển thành «2021/2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/2021-12.yml.txt",
            "tên tệp phải kết thúc bằng «.yml»: đổi thành «2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/2021-12.yml.yml",
            "tên tệp phải kết thúc bằng «.yml»: đổi thành «2021-12.yml»",
            "2021-12",
        ),
        ("topics.yml.txt", "tên danh sách không đúng: đổi thành «topics.yml»", ""),
        ("2021/a2021-12.yml", NO_MONTH, ""),
        ("2021/2021-12.cu.yml", NO_MONTH, ""),
        (
            "topics.yml/2021-12.yml",
            "tệp phải nằm trong thư mục của năm: chuyển thành «2021/2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/schools.yml",
            "danh sách chung cho mọi năm, để ngay trong «records/»: chuyển thành «schools.yml»",
            "",
        ),
        ("skools.yml", NO_MONTH, ""),
        (
            f"2021/2021-12-{'a' * 53}.yml",
            "tên tệp dài quá 60 chữ; rút gọn phần sau «2021-12»",
            "",
        ),
        ("school.yml", "tên danh sách không đúng: đổi thành «schools.yml»", ""),
        ("TOPICS.yml", "tên danh sách không đúng: đổi thành «topics.yml»", ""),
        ("bodies.yaml", "tên danh sách không đúng: đổi thành «bodies.yml»", ""),
        ("document.YML", "tên danh sách không đúng: đổi thành «documents.yml»", ""),
        ("Synonym.yml", "tên danh sách không đúng: đổi thành «synonyms.yml»", ""),
        (
            "2021/2021-12.yaml",
            "tên tệp phải kết thúc bằng «.yml»: đổi thành «2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/2021-12.YML",
            "tên tệp phải kết thúc bằng «.yml»: đổi thành «2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/2021-12-Them.yml",
            "tên tệp phải viết chữ thường: đổi thành «2021-12-them.yml»",
            "2021-12-them",
        ),
        (
            "2021-12.yml",
            "tệp phải nằm trong thư mục của năm: chuyển thành «2021/2021-12.yml»",
            "2021-12",
        ),
        (
            "2022/2021-12.yml",
            "tệp phải nằm trong thư mục của năm: chuyển thành «2021/2021-12.yml»",
            "2021-12",
        ),
        (
            "2021/cu/2021-12.yml",
            "tệp phải nằm trong thư mục của năm: chuyển thành «2021/2021-12.yml»",
            "2021-12",
        ),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(
    name: str, told: str, meant: str, folder: Path
) -> None:
    put(folder, name)
    files = RecordFiles(folder)
    assert [*files.notices()] == []
    assert files.problems == [Problem(f"records/{name}", 1, "", told)]
    assert files.out_of_place == ({meant} if meant else set())


def test_a_file_that_would_write_over_another_is_not_moved(folder: Path) -> None:
    put(folder, "2021/2021-12.yml", "2022/2021-12.yml", "topics.yml", "topic.yml")
    files = RecordFiles(folder)
    assert [*files.notices()] == [folder / "2021/2021-12.yml"]
    assert {problem.file: problem.message for problem in files.problems} == {
        "records/2022/2021-12.yml": "tệp phải nằm trong thư mục của năm, mà «2021/2021-12.yml» đã"
        " có; chép phần thiếu vào tệp ấy, rồi xóa tệp này",
        "records/topic.yml": "tên danh sách không đúng, mà «topics.yml» đã có; chép phần thiếu"
        " vào tệp ấy, rồi xóa tệp này",
    }


def test_a_copy_beside_its_original_goes_away_and_leaves_that_one_in_place(folder: Path) -> None:
    put(folder, "2021/2021-12.yml", "2021/2021-12 - Copy (2).yml")
    files = RecordFiles(folder)
    assert [*files.notices()] == [folder / "2021/2021-12.yml"]
    assert [problem.message for problem in files.problems] == [
        "tên tệp phải là năm-tháng, mà «2021/2021-12.yml» đã có; chép phần thiếu vào tệp ấy, rồi"
        " xóa tệp này"
    ]
    assert files.out_of_place == set()


def test_a_file_that_is_the_other_by_another_name_is_renamed(folder: Path) -> None:
    """As on a disk that makes no difference of capitals."""
    put(folder, "topics.yml")
    (folder / "Topics.yml").hardlink_to(folder / "topics.yml")
    files = RecordFiles(folder)
    assert [*files.notices()] == []
    message = "tên danh sách không đúng: đổi thành «topics.yml»"
    assert files.problems == [Problem("records/Topics.yml", 1, "", message)]


def test_a_link_to_a_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    put(tmp_path, "cu/2021-12.yml")
    (folder / "2021").symlink_to(tmp_path / "cu")
    files = RecordFiles(folder)
    assert [*files.notices()] == []
    message = "đây là liên kết tới một thư mục khác; hãy chép cả thư mục ấy vào đây"
    assert files.problems == [Problem("records/2021", 1, "", message)]


@pytest.mark.parametrize(
    "name",
    [
        "schools.yml", "topics.yml", "bodies.yml", "documents.yml", "synonyms.yml", ".git",
        "2021/.2021-12.yml", "2021/~$2021-12.docx", "2021/desktop.ini", "Thumbs.db",
        "published.json", "schema/notice.json", ".cu/2021-12.txt",
    ],
)  # fmt: skip
def test_other_files_are_no_notices_and_in_nobodys_way(name: str, folder: Path) -> None:
    put(folder, name)
    files = RecordFiles(folder)
    assert [*files.notices()] == []
    assert files.problems == []


@pytest.mark.parametrize("name", ["2021/a.thumbs.db", "2021/desktop.ini.txt", "2021/~2021-12.docx"])
def test_files_that_only_look_like_them_are_told(name: str, folder: Path) -> None:
    put(folder, name)
    files = RecordFiles(folder)
    assert [*files.notices()] == []
    assert [problem.message for problem in files.problems] == [NO_RECORD]


def test_notices_come_in_order_of_their_names(folder: Path) -> None:
    names = ["2020/2020-12.yml", "2021/2021-01.yml", "2021/2021-02.yml"]
    put(folder, *reversed(names))
    assert [*RecordFiles(folder).notices()] == [folder / name for name in names]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "schools",
            "không có tệp này; hãy tạo lại, bắt đầu bằng «count: 44», «schools:», «  - {level: MN,"
            " name: …}»",
        ),
        ("synonyms", "không có tệp này; hãy tạo lại"),
    ],
)
def test_a_missing_register_is_told_how_it_begins(name: str, told: str, folder: Path) -> None:
    files = RecordFiles(folder)
    assert files.bytes_of(files.register(name)) is None
    assert files.problems == [Problem(f"records/{name}.yml", 1, "", told)]


def test_what_cannot_be_opened_is_told(folder: Path) -> None:
    (folder / "schools.yml").symlink_to("schools.yml")
    (folder / "topics.yml").mkdir()
    files = RecordFiles(folder)
    assert [files.bytes_of(files.register(name)) for name in ("schools", "topics")] == [None, None]
    assert [(problem.file, problem.message) for problem in files.problems] == [
        ("records/schools.yml", "không mở được; xem lại quyền đọc tệp này, rồi chạy lại"),
        ("records/topics.yml", "đây không phải là một tệp; hãy xóa, rồi tạo lại tệp"),
    ]


def test_a_folder_that_cannot_be_opened_is_told_and_a_missing_one_holds_nothing(
    folder: Path,
) -> None:
    put(folder, "a")
    closed = RecordFiles(folder / "a")
    assert [*closed.notices()] == []
    message = "không mở được thư mục này; xem lại quyền đọc, rồi chạy lại"
    assert [problem.message for problem in closed.problems] == [message]
    missing = RecordFiles(folder / "b")
    assert [*missing.notices()] == []
    assert missing.problems == []


def test_of_a_file_one_byte_more_is_read_than_a_record_may_have(folder: Path) -> None:
    for size, read in ((3, 3), (MOST_BYTES, MOST_BYTES), (MOST_BYTES + 9, MOST_BYTES + 1)):
        (folder / "topics.yml").write_bytes(b"x" * size)
        found = RecordFiles(folder).bytes_of(folder / "topics.yml")
        assert found is not None
        assert len(found) == read


def test_a_files_name_is_printed_on_one_line(folder: Path) -> None:
    assert RecordFiles(folder).name(folder / "2021" / "a\nb.yml") == "records/2021/a�b.yml"
