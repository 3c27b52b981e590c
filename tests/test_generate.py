"""From a folder of records to the files in `docs/`."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.day_given import WrongDay, day_given
from generator.generate import check, generate, read
from generator.published import ledger
from generator.published.book import LEDGER
from generator.published.ledger import Ledger


def test_pages_are_written_when_no_record_is_wrong(records_folder: Path, tmp_path: Path) -> None:
    generated = generate(records_folder, tmp_path / "docs")
    assert generated.errors == ()
    assert generated.problems != ()
    assert generated.written is not None
    assert generated.written.changed > 50
    assert (tmp_path / "docs" / "thong-bao" / "2021-10.md").is_file()
    again = generate(records_folder, tmp_path / "docs")
    assert again.written is not None
    assert (again.written.changed, again.written.deleted) == (0, 0)


def test_places_are_marked_where_a_ledger_asks_for_them(
    records_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    docs, cache, page = tmp_path / "docs", tmp_path / "cache", "thong-bao/2021-10/"
    assert generate(folder, docs, cache=cache).addresses[page] == {}
    told = generate(folder, docs, publishing=True, cache=cache).addresses
    assert len(told[page]) > 10
    assert told == generate(folder, tmp_path / "anew", publishing=True).addresses
    (folder / LEDGER).write_text(ledger.written(Ledger().with_published(told)), "utf-8")
    assert generate(folder, docs, cache=cache).addresses == told


@pytest.mark.parametrize("wrong", ["schools.yml", "2022/2022-11.yml"])
def test_nothing_is_written_when_one_is(wrong: str, records_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    (folder / wrong).write_text("titel: Họp\n", "utf-8")
    generated = generate(folder, tmp_path / "docs")
    assert generated.written is None
    assert {problem.file for problem in generated.errors} >= {f"records/{wrong}"}
    assert not (tmp_path / "docs").exists()


def test_who_is_named_as_absent_must_be_listed_for_a_public_site_alone(
    records_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    notice = folder / "2021" / "2021-10.yml"
    text = notice.read_text("utf-8")
    listed = "    absent:\n      - {name: Phạm Thị Nắng, role: Chủ tịch}\n"
    assert listed in text
    notice.write_text(text.replace(listed, ""), "utf-8")
    internal = generate(folder, tmp_path / "docs")
    assert internal.errors == ()
    assert "attendance[1].absent" in [problem.field for problem in internal.problems]
    public = generate(folder, tmp_path / "public", public=True)
    (error,) = public.errors
    assert str(error) == (
        "records/2021/2021-10.yml:27: attendance[1].absent: «đ/c Phạm Thị Nắng – Chủ tịch» nêu"
        " người vắng mà «absent» chưa ghi, nên bản công khai sẽ để lộ; ghi «absent: [{name: Phạm"
        " Thị Nắng}]», thêm «role», «reason» nếu có, chép đúng như bản in (không có tên thì ghi"
        ' chức vụ ở «name»); người ấy có mặt thì ghi vào «notes» dòng «- {words: "đ/c Phạm Thị'
        ' Nắng – Chủ tịch", absent: không}»'
    )
    assert [problem.field for problem in public.problems].count(error.field) == 1
    assert not (tmp_path / "public").exists()


def test_a_count_that_is_wrong_is_an_error_of_the_whole_archive(
    records_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    notice = folder / "2021" / "2021-10.yml"
    text = notice.read_text("utf-8")
    notice.write_text(text.replace("TH Đồi Chè, THCS Bến Mơ)", "TH Đồi Chè)"), "utf-8")
    generated = generate(folder, tmp_path / "docs")
    assert generated.written is None
    assert [problem.field for problem in generated.errors] == [
        "parts[0].sections[3].figures[0].value"
    ]


@pytest.mark.parametrize(
    ("register", "right", "wrong", "told"),
    [
        ("schools", "level: THCS, name: Đồi Chè", "level: THX, name: Đồi Chè", ["Trời Xanh"]),
        ("schools", "level: THCS, name: Đồi Chè", "level: THCS, nme: Đồi Chè", []),
        ("topics", "name: Giáo dục tiểu học", "nme: Giáo dục tiểu học", ["Trời Xanh"]),
        ("bodies", "own: ", "own: X", []),
        ("documents", "documents:", "document:", []),
    ],
)
def test_a_school_in_no_register_is_told_where_no_wrong_entry_can_be_meant(
    register: str, right: str, wrong: str, told: list[str], records_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    notice, listed = folder / "2021" / "2021-10.yml", folder / f"{register}.yml"
    text = notice.read_text("utf-8")
    assert "TH Đồi Chè, THCS Bến Mơ)" in text
    notice.write_text(text.replace("THCS Bến Mơ)", "THCS Bến Mơ, TH Trời Xanh)"), "utf-8")
    entries = listed.read_text("utf-8")
    assert right in entries
    listed.write_text(entries.replace(right, wrong, 1), "utf-8")
    messages = [one.message for one in read(folder).problems if "danh sách trường." in one.message]
    assert [message.split("»")[0].removeprefix("«") for message in messages] == told


def test_the_graph_is_there_when_only_warnings_are(records_folder: Path) -> None:
    known = read(records_folder)
    assert known.graph is not None
    assert all(problem.warning for problem in known.problems)


@pytest.mark.parametrize(
    "seconds", ["abc", "hôm nay", "99999999999999", "-5", "", "9" * 5000, "1.5", "١٢٣"]
)
def test_a_day_that_cannot_be_is_told_in_words(
    seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(WrongDay, match=r"SOURCE_DATE_EPOCH là .* không phải một ngày; ghi số"):
        day_given()


def test_a_build_that_can_be_repeated_is_given_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1638403200")
    assert day_given() == date(2021, 12, 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert day_given() is None


def test_a_full_text_that_is_not_there_is_told_before_anything_is_built(
    records_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(records_folder, tmp_path / "records"))
    documents = folder / "documents.yml"
    text = documents.read_text("utf-8")
    address = "https://vanban.songmo.example/05-nq-tu.pdf"
    assert address in text
    documents.write_text(text.replace(address, "tep/05-nq-tu.pdf"), "utf-8")
    docs = tmp_path / "docs"
    (error,) = generate(folder, docs).errors
    assert (error.field[-5:], error.message) == (
        ".link",
        "không có tệp «docs/tep/05-nq-tu.pdf»; chép tệp ấy vào, hoặc sửa tên",
    )
    assert not docs.exists()
    assert error in check(folder, docs).problems
    (docs / "tep").mkdir(parents=True)
    (docs / "tep" / "05-nq-tu.pdf").write_bytes(b"%PDF")
    assert generate(folder, docs).errors == ()
