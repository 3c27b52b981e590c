"""What only the whole archive can tell; the exact messages are in `problems/`."""

import re
import shutil
from pathlib import Path

import pytest

from generator import generate
from generator.graph import checks
from generator.graph.indexes import Graph
from generator.problems import any_error

ROOT = Path(__file__).parent.parent


def test_the_small_department_earns_warnings_and_no_errors(graph: Graph) -> None:
    found = checks.problems(graph)
    assert found
    assert all(problem.warning and problem.line > 1 for problem in found)
    assert len(found) == len(set(found))
    assert list(found) == sorted(found)


@pytest.mark.parametrize("records", [ROOT / "records", ROOT / "tests" / "records"])
def test_the_words_a_warning_suggests_settle_the_document(records: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(records, tmp_path / "records"))
    suggested = [
        found[1]
        for problem in generate.read(folder).problems
        if (found := re.search(r"«(short_forms: .*)»", problem.message))
    ]
    assert suggested
    documents = folder / "documents.yml"
    lines = [
        f"  - number: {900 + number}/2016/TT-BGDĐT\n    {short_forms}\n"
        for number, short_forms in enumerate(suggested)
    ]
    documents.write_text(documents.read_text("utf-8") + "".join(lines), "utf-8")
    problems = generate.read(folder).problems
    assert [str(p) for p in problems if "short_forms" in p.message or not p.warning] == []


@pytest.mark.parametrize(
    ("words", "number", "fields"),
    [
        ("Nghị quyết số 02/NQ-TU", "02/NQ-TU", ["body", "issued"]),
        ("Nghị quyết số 02/NQ-TU ngày 01/11/2021", "02/NQ-TU", ["body", "issued"]),
        ("Kế hoạch 77/KH-UBND của UBND thành phố Sông Mơ", "77/KH-UBND", ["body", "issued"]),
        ("công văn số 7/PGDĐT", "7/PGDĐT", ["issued"]),
        ("Thông tư 22", "22/2021/TT-BGDĐT", ["number", "body", "issued"]),
        ("Quyết định 15/2021/QĐ-UBND", "15/2021/QĐ-UBND", ["body"]),
    ],
)
def test_doing_what_is_said_of_a_document_settles_it(
    words: str, number: str, fields: list[str], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "problems" / "base", tmp_path / "records"))
    (folder / "2021" / "2021-11.yml").write_text(
        f"title: Kết luận\nopening: Theo {words}, họp.\nsigned: {{position: A, name: B}}\n"
        "parts: [{title: KẾT QUẢ, results_of: 2021-10, text: Họp.}]\n",
        "utf-8",
    )
    (told,) = generate.read(folder).problems
    assert re.findall("«(number|body|issued)»", told.message) == fields
    form = re.search(r"«(short_forms: .*)»", told.message)
    assert form
    given = {"body": "body: UBND thành phố Sông Mơ", "issued": "issued: 2021-11-01"}
    entry = [f"number: {number}", *(given[name] for name in fields if name in given), form[1]]
    with (folder / "documents.yml").open("a", encoding="utf-8") as file:
        file.write("  - " + "\n    ".join(entry) + "\n")
    assert generate.read(folder).problems == ()


def test_a_document_nobody_can_tell_is_told_once_a_notice(graph: Graph) -> None:
    told = [p.message.split(" ")[0] for p in checks.problems(graph) if "short_forms" in p.message]
    assert told == ["«Thông", "«77/KH-UBND»", "«văn", "«415/QĐ-UBND»", "«1249/PGDĐT»"]


def test_a_note_on_an_unknown_school_is_told_beside_a_count(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    (folder / "2021" / "2021-12.yml").write_text(
        "title: Kết luận\nopening: Họp.\nsigned: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "notes: [{words: Lê Lợi, school: th-le-loi-2}]\n"
        "parts:\n- title: KẾT QUẢ\n  results_of: 2021-11\n  sections:\n"
        "  - title: Giáo dục mầm non\n    text: 'Thăm 01 trường: Lê Lợi.'\n"
        "    figures: [{what: Số trường, value: 01, count: schools}]\n",
        "utf-8",
    )
    told = [p.message for p in generate.read(folder).problems if p.file.endswith("2021-12.yml")]
    assert any("không có trường mã «th-le-loi-2»" in message for message in told)
    assert not any("nêu tên" in message for message in told)


def test_of_many_schools_beside_a_count_the_first_are_listed(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    names = ", ".join(f"MN Sóng {letter}uy" for letter in "BCDGHKLMNRSTVX")
    (folder / "2021" / "2021-12.yml").write_text(
        "title: Kết luận\nopening: Họp.\nsigned: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "parts:\n- title: KẾT QUẢ\n  results_of: 2021-11\n  sections:\n"
        f"  - title: Giáo dục mầm non\n    text: 'Thăm các trường: {names}; 03 xã và 02 phường.'\n"
        "    figures:\n    - {what: Trường, value: 03, count: schools}\n"
        "    - {what: Trường, value: 02, count: schools}\n",
        "utf-8",
    )
    told = [p.message for p in generate.read(folder).problems if "nêu tên" in p.message]
    ten = ", ".join(names.split(", ")[:10])
    assert told == [
        f"ghi {count} trường nhưng mục I.1 nêu tên 14 trường ({ten} và 4 trường khác nữa); kiểm tra"
        " lại số và tên trường (chưa có trong records/schools.yml:"
        f" {ten} và 4 trường khác nữa)"
        for count in ("03", "02")
    ]


def test_of_many_other_days_the_first_are_listed(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    days = ", ".join(f"12/QĐ-UBND ngày {day:02}/01/2021" for day in range(1, 29))
    (folder / "2021" / "2021-12.yml").write_text(
        f"title: Kết luận\nopening: '{days}'\n"
        "signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "parts: [{title: KẾT QUẢ, results_of: 2021-11, text: Họp.}]\n",
        "utf-8",
    )
    told = [p.message for p in generate.read(folder).problems if "nơi khác ghi" in p.message]
    assert len(told) == 28
    assert all(message.count(" ở records/") == 4 for message in told)
    assert all("và 23 ngày khác nữa" in message for message in told)


@pytest.mark.parametrize(
    ("words", "times", "said"),
    [
        ("01-50/QĐ-UBND ", 250, "thông báo này nhắc đến hơn 10000 số văn bản"),
        ("01-04/QĐ-", 50_001, "lời văn có hơn 50000 chỗ trông như số văn bản hay tên trường"),
        ("MN ", 50_001, "lời văn có hơn 50000 chỗ trông như số văn bản hay tên trường"),
    ],
)
def test_a_notice_of_too_much_to_read_is_refused(
    tmp_path: Path, words: str, times: int, said: str
) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    (folder / "2021" / "2021-12.yml").write_text(
        f"title: Kết luận\nopening: {words * times}\n"
        "signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "parts: [{title: KẾT QUẢ, results_of: 2021-11, text: Họp.}]\n",
        "utf-8",
    )
    errors = [p for p in generate.read(folder).problems if not p.warning]
    assert [error.line for error in errors] == [1]
    assert errors[0].message.startswith(said)


def test_a_megabyte_of_plain_prose_is_read(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    prose = "Các trường thực hiện nghiêm túc công văn số 1249/PGDĐT về dạy học trực tuyến. "
    (folder / "2021" / "2021-12.yml").write_text(
        f"title: Kết luận\nopening: {prose * 9_000}\n"
        "signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "parts: [{title: KẾT QUẢ, results_of: 2021-11, text: Họp.}]\n",
        "utf-8",
    )
    known = generate.read(folder)
    assert not any_error(known.problems)
    assert known.graph
    (opening, *_) = (r for r in known.graph.readings["2021-12"] if r.passage.anchor == "mo-dau")
    assert len(opening.citations) == 9_000


def test_a_notice_too_full_to_be_read_is_said_to_lack_no_short_form(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    (folder / "2022" / "2022-03.yml").write_text(
        "title: Kết luận\nsigned: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n"
        "parts: [{title: NHIỆM VỤ, tasks_for: 2022-03, text: Họp.}]\n"
        f"opening: Theo Thông tư 27. {'22/TT ' * 60_000}\n",
        "utf-8",
    )
    told = [p.message for p in generate.read(folder).problems if p.file.endswith("documents.yml")]
    assert not any("không viết" in message for message in told)


def test_a_file_that_was_copied_as_it_was_is_told_once(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "records", tmp_path / "records"))
    other = folder / "2022" / "2022-10.yml"
    text = other.read_text("utf-8")

    def told() -> list[str]:
        problems = generate.read(folder).problems
        return [
            f"{p.file}:{p.line}: {p.field}" for p in problems if "giống hệt records" in p.message
        ]

    assert told() == []
    for month in ("2022-11", "2022-12"):
        copied = text.replace("tháng 10/2022", f"tháng {month[5:]}/2022").replace("THÁNG 9", "")
        (folder / "2022" / f"{month}.yml").write_text(copied, "utf-8")
    assert told() == ["records/2022/2022-11.yml:12: parts", "records/2022/2022-12.yml:12: parts"]
    mended = text.replace("Tổng số học sinh: 3.102", "Tổng số học sinh: 3.102; thêm")
    (folder / "2022" / "2022-12.yml").write_text(mended, "utf-8")
    assert told() == ["records/2022/2022-11.yml:12: parts"]
