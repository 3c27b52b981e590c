"""Published addresses never die: what a build would lose is named, with the two ways out."""

import json
from pathlib import Path

import pytest

from generator import cli
from generator.generate import Generated
from generator.problems import MOST_PROBLEMS
from generator.published import ledger
from generator.published.ledger import Ledger
from tests.published_department import FILE, build, published_department, redirect
from tests.small_department import ROOT, small_department

NOTICE = "thong-bao/2021-10/"
RECORD = "records/2021/2021-10.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return published_department(tmp_path / "phòng")


def change(project: Path, *changes: tuple[str, str], file: str = RECORD) -> None:
    path = project / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def told(generated: Generated) -> str:
    return "\n".join(map(str, generated.errors))


def test_a_build_that_loses_nothing_passes(project: Path) -> None:
    assert build(project).errors == ()


def test_every_page_and_every_place_of_a_notice_is_listed(project: Path) -> None:
    pages = json.loads((project / FILE).read_text("utf-8"))["pages"]
    assert {"", NOTICE, "truong/", "huong-dan/", "van-ban/", "tra-cuu/"} <= pages.keys()
    assert {"muc-i", "muc-i-2-1", "muc-i-2-1-1", "thanh-phan", "noi-nhan"} <= pages[NOTICE].keys()


def test_the_file_is_a_page_a_line_and_reads_back(project: Path) -> None:
    raw = (project / FILE).read_bytes()
    read, text, problems = ledger.read(raw, FILE)
    assert problems == ()
    assert ledger.written(read) == text == raw.decode()
    assert sum(line.startswith("  ") for line in text.splitlines()) == len(read.pages)


BULLET = "          - Tổ chức học bơi"
MOVED_NOTE = '{words: "Tổ chức học bơi: 120/415 học sinh lớp", id: muc-i-2-2}'


def test_an_item_pushed_down_by_a_new_one_is_named_with_the_note_that_brings_it_back(
    project: Path,
) -> None:
    change(project, (BULLET, f"          - Ý mới chen vào giữa.\n{BULLET}"))
    said = told(build(project))
    assert f"{FILE}:" in said
    assert f"«{NOTICE}#muc-i-2-2» đã công bố mà lần dựng này dẫn đến ý khác" in said
    assert "#muc-i-2-3" in said
    assert MOVED_NOTE in said
    assert not (project / "docs" / "thong-bao").exists() or "chen vào" not in (
        project / "docs" / "thong-bao" / "2021-10.md"
    ).read_text("utf-8")


def test_the_first_way_out_is_an_id_on_the_item_that_moved(project: Path) -> None:
    change(
        project,
        (BULLET, f"          - Ý mới chen vào giữa.\n{BULLET}"),
        (
            "\nsigned:",
            f"\nnotes:\n  - {MOVED_NOTE}\n  - {{words: Ý mới chen vào, id: y-moi}}\nsigned:",
        )
        if "\nnotes:" not in (project / RECORD).read_text("utf-8")
        else (
            "\nnotes:\n",
            f"\nnotes:\n  - {MOVED_NOTE}\n  - {{words: Ý mới chen vào, id: y-moi}}\n",
        ),
    )
    generated = build(project)
    assert told(generated) == ""
    page = (project / "docs" / "thong-bao" / "2021-10.md").read_text("utf-8")
    assert "#muc-i-2-2 " in page and "#y-moi " in page


def test_the_second_way_out_is_a_redirect(project: Path) -> None:
    text = (project / RECORD).read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith(BULLET))
    change(
        project,
        (f"{line}\n", ""),
        ("          - {what: Học sinh lớp 1 biết bơi, value: 120/415, unit: học sinh}\n", ""),
    )
    said = told(build(project))
    assert f"«{NOTICE}#muc-i-2-2» đã công bố mà lần dựng này không còn" in said
    assert '"redirects"' in said or "«redirects»" in said
    redirect(project, f"{NOTICE}#muc-i-2-2", f"{NOTICE}#muc-i-2-1")
    generated = build(project)
    assert told(generated) == ""
    page = (project / "docs" / "thong-bao" / "2021-10.md").read_text("utf-8")
    assert "{: #muc-i-2-2 .moved-place }" in page
    assert "](#muc-i-2-1)" in page
    assert f"{NOTICE}#muc-i-2-2" not in generated.addresses


def test_words_may_be_mended_where_they_stand(project: Path) -> None:
    change(project, ("- Tổ chức học bơi:", "- Đã tổ chức học bơi:"))
    assert told(build(project)) == ""


def test_a_page_that_went_away_needs_a_redirect(project: Path) -> None:
    (project / "records" / "2022" / "2022-03-bat-thuong.yml").rename(
        project / "records" / "2022" / "2022-03-hop-bat-thuong.yml"
    )
    old, new = "thong-bao/2022-03-bat-thuong/", "thong-bao/2022-03-hop-bat-thuong/"
    said = told(build(project))
    assert f"trang «{old}» đã công bố mà lần dựng này không còn" in said
    assert f'nay là «{new}»; ghi vào «redirects» của tệp này: "{old}": "{new}"' in said
    redirect(project, old, new)
    assert told(build(project)) == ""
    page = (project / "docs" / "thong-bao" / "2022-03-bat-thuong.md").read_text("utf-8")
    assert f'redirect: "../../{new}"' in page
    assert "(2022-03-hop-bat-thuong.md)" in page


def test_places_of_a_page_that_went_away_need_one_too(project: Path) -> None:
    (project / "records" / "2022" / "2022-03-bat-thuong.yml").unlink()
    old = "thong-bao/2022-03-bat-thuong/"
    redirect(project, old, "thong-bao/2022-03/")
    said = told(build(project))
    lost = [line for line in said.splitlines() if "không có chỗ ấy" in line]
    assert lost
    pages = json.loads((project / FILE).read_text("utf-8"))["pages"]
    now = build_addresses(project)["thong-bao/2022-03/"]
    for anchor in pages[old]:
        if anchor not in now:
            redirect(project, f"{old}#{anchor}", "thong-bao/2022-03/#muc-i")
    assert told(build(project)) == ""


def build_addresses(project: Path) -> ledger.Addresses:
    """The addresses of the records as they are, whatever was published."""
    path = project / FILE
    text = path.read_text("utf-8")
    path.unlink()
    found = build(project).addresses
    path.write_text(text, "utf-8")
    return found


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (f"{NOTICE}#muc-i-9", f"{NOTICE}#muc-i-99", "là chỗ không có"),
        ("van-ban/cu/", "van-ban/khong-co/", "là chỗ không có"),
        (NOTICE, "thong-bao/", "vẫn còn trên trang"),
        (f"{NOTICE}#muc-i", f"{NOTICE}#muc-ii", "vẫn còn trên trang"),
        ("/van-ban/cu/", "van-ban/", "không bắt đầu bằng «/»"),
        ("van-ban/cu/", "https://example.org/", "không có tên máy chủ"),
        ("van-ban/cu/", "javascript:alert(1)", "không có tên máy chủ"),
        ("../cu/", "van-ban/", "không bắt đầu bằng"),
    ],
)
def test_redirects_that_cannot_be(project: Path, start: str, end: str, said: str) -> None:
    redirect(project, start, end)
    generated = build(project)
    assert said in told(generated)
    line = int(str(generated.errors[0]).split(":")[1])
    assert start in (project / FILE).read_text("utf-8").splitlines()[line - 1]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "1: tệp trống, nên không còn địa chỉ nào được giữ; lấy lại bản trước trong git;"),
        (b"\xef\xbb\xbf\n", "1: tệp trống, nên không còn địa chỉ nào được giữ"),
        (b"{", "1: không phải JSON đúng"),
        (b"[]", "1: tệp phải gồm «pages» và «redirects»"),
        (b'{"pages": []}', "1: pages: phải là các trang"),
        (b'{"pages": {"a/": 1}}', "1: pages: phải là các trang"),
        (b"[" * 100000, "1: JSON lồng quá sâu"),
        (b'{"pages": {}, "x": ' + b"9" * 5000 + b"}", "1: không phải JSON đúng"),
        (b'{\n"page": {}}', "2: không có mục «page»; có phải «pages»?"),
        (b'{"pages": {},\n"redirect": {}}', "2: không có mục «redirect»; có phải «redirects»?"),
        (b'{"pages": {},\n"x": {}}', "2: không có mục «x»; tệp chỉ gồm"),
        (b'{"redirects": {},\n"redirects": {}}', "2: «redirects» có hai lần; gộp lại làm một"),
        (
            b'{"redirects": {"a/": "b/",\n"a/": "c/"}}',
            "2: redirects: «a/» có hai lần; gộp lại làm một, hoặc xóa một chỗ",
        ),
        (b'{"pages": {"a/": {},\n"a/": {}}}', "2: pages: «a/» có hai lần"),
        (b'{"pages": {"\xff/": {}}}', "1: "),
        (b'{"redirects": {"a/": "b"}}', "1: redirects: «b»: địa chỉ viết như"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_told_not_ignored(raw: bytes, told: str) -> None:
    read, _, problems = ledger.read(raw, FILE)
    assert read == Ledger()
    assert str(problems[0]).startswith(f"{FILE}:{told}")
    assert not problems[0].warning


def test_a_byte_order_mark_is_mended_with_a_warning_as_in_records() -> None:
    read, _, problems = ledger.read(b'\xef\xbb\xbf{"redirects": {"a/": "b/"}}', FILE)
    assert read == Ledger({}, {"a/": "b/"})
    assert [problem.warning for problem in problems] == [True]
    assert "BOM" in problems[0].message


def test_what_was_published_stays_listed_for_ever() -> None:
    first = Ledger().with_published({"a/": {"x": "1"}})
    second = first.with_published({"b/": {}, "a/": {"y": "2"}})
    assert second.pages == {"a/": {"x": "1", "y": "2"}, "b/": {}}


def test_many_lost_places_are_counted(project: Path) -> None:
    content = json.loads((project / FILE).read_text("utf-8"))
    content["pages"][NOTICE] |= {f"cu-{number}": "0123456789" for number in range(30)}
    (project / FILE).write_text(json.dumps(content), "utf-8")
    lines = told(build(project)).splitlines()
    assert len(lines) == 21
    assert any("còn 10 chỗ nữa" in line for line in lines)


def listed(project: Path, file: str = RECORD) -> list[str]:
    return (project / file).read_text("utf-8").splitlines()


def write_over(project: Path, start: str, lines: list[str]) -> None:
    """Put `lines` where the first line stands that begins with `start`."""
    text = listed(project)
    at = next(n for n, line in enumerate(text) if line.startswith(start))
    (project / RECORD).write_text("\n".join([*text[:at], *lines, *text[at + 1 :], ""]), "utf-8")


def test_a_note_takes_as_many_words_as_stand_nowhere_else(project: Path) -> None:
    long = "Các trường rà soát và báo cáo kết quả trước ngày"
    line = next(line for line in listed(project) if line.startswith(BULLET))
    write_over(project, BULLET, [line, f"          - {long} 15/10.", f"          - {long} 20/10."])
    publish_again(project)
    change(project, (BULLET, f"          - Ý mới chen vào giữa.\n{BULLET}"))
    said = told(build(project))
    for day in ("15", "20"):
        assert f'{{words: "{long} {day}/10.", id: muc-i-2-' in said
    notes = [part.split("}")[0] for part in said.split("{words: ")[1:]]
    lines = "".join(f"  - {{words: {note}}}\n" for note in notes)
    lines += "  - {words: Ý mới chen vào, id: y-moi}\n"
    with_notes(project, lines)
    assert told(build(project)) == "", "what was said is taken when it is done"


def with_notes(project: Path, lines: str) -> None:
    """Notes put in before those there are, or as the first."""
    if "\nnotes:\n" in (project / RECORD).read_text("utf-8"):
        change(project, ("\nnotes:\n", f"\nnotes:\n{lines}"))
    else:
        change(project, ("\nsigned:", f"\nnotes:\n{lines}signed:"))


def publish_again(project: Path) -> None:
    generated = build(project)
    assert told(generated) == ""
    text = ledger.written(generated.ledger.with_published(generated.addresses))
    (project / FILE).write_text(text, "utf-8")


def test_an_address_that_would_lead_to_quite_other_words_is_told(project: Path) -> None:
    """One item put in before, and a word of the pushed one mended: no words are equal any more."""
    change(
        project,
        (BULLET, f"          - Phòng đã kiểm tra hồ sơ chuyên môn ở ba trường tiểu học.\n{BULLET}"),
        ("- Tổ chức học bơi:", "- Đã tổ chức học bơi:"),
    )
    said = told(build(project))
    assert f"«{NOTICE}#muc-i-2-2» đã công bố mà lần dựng này dẫn đến ý khác" in said
    assert "nay là #muc-i-2-3" in said
    assert '{words: "Đã tổ chức học bơi: 120/415 học sinh", id: muc-i-2-2}' in said


def test_words_that_became_quite_other_in_their_place_are_told_with_the_mark(
    project: Path,
) -> None:
    write_over(project, BULLET, ["          - Phòng đã kiểm tra hồ sơ chuyên môn ở ba trường."])
    text = (project / RECORD).read_text("utf-8")
    figure = "          - {what: Học sinh lớp 1 biết bơi, value: 120/415, unit: học sinh}\n"
    (project / RECORD).write_text(text.replace(figure, ""), "utf-8")
    generated = build(project)
    said = told(generated)
    assert f"«{NOTICE}#muc-i-2-2» đã công bố mà lần dựng này dẫn đến lời khác hẳn" in said
    way = said.split("sửa mã thành ")[1].split(";")[0]
    content = json.loads((project / FILE).read_text("utf-8"))
    content["pages"][NOTICE] |= json.loads("{" + way + "}")
    (project / FILE).write_text(ledger.written(Ledger(**content)), "utf-8")
    assert told(build(project)) == ""


def test_a_ledger_of_before_without_likeness_is_read_and_gets_it(project: Path) -> None:
    content = json.loads((project / FILE).read_text("utf-8"))
    whole = content["pages"][NOTICE].copy()
    content["pages"][NOTICE] = {anchor: mark[:10] for anchor, mark in whole.items()}
    (project / FILE).write_text(json.dumps(content), "utf-8")
    publish_again(project)
    assert json.loads((project / FILE).read_text("utf-8"))["pages"][NOTICE] == whole


def test_the_place_that_is_proposed_for_a_lost_one_is_taken(project: Path) -> None:
    content = json.loads((project / FILE).read_text("utf-8"))
    content["pages"][NOTICE] |= {"muc-i-2-9": "0123456789"}
    (project / FILE).write_text(json.dumps(content), "utf-8")
    said = told(build(project))
    assert "«id: muc-i-2-9»" in said
    start, end = json.loads(
        "[" + said.split("redirects» của tệp này: ")[1].split(" (")[0].replace(": ", ", ") + "]"
    )
    assert (start, end) == (f"{NOTICE}#muc-i-2-9", f"{NOTICE}#muc-i-2")
    redirect(project, start, end)
    assert told(build(project)) == ""


def test_a_document_settled_in_the_register_is_told_with_its_new_addresses(project: Path) -> None:
    """The example of the guide."""
    content = json.loads((project / FILE).read_text("utf-8"))
    number = "van-ban/thong-tu-22/"
    assert number in content["pages"] and "vb/thong-tu-22/" in content["pages"]
    path = project / "records" / "documents.yml"
    text = path.read_text("utf-8")
    notice = next(
        file
        for file in sorted((project / "records").glob("20*/*.yml"))
        if "Thông tư 22" in file.read_text("utf-8")
    )
    entry = (
        "\n  - number: 22/2021/TT-BGDĐT\n    subject: Quy định về đánh giá học sinh\n"
        f"    short_forms:\n      - {{notice: {notice.stem}, written: Thông tư 22}}\n"
    )
    path.write_text(text.rstrip("\n") + entry, "utf-8")
    said = told(build(project))
    assert f"trang «{number}» đã công bố mà lần dựng này không còn" in said
    for old, new in (
        (number, "van-ban/22-2021-tt-bgddt/"),
        ("vb/thong-tu-22/", "vb/22-tt-bgddt/"),
    ):
        assert f'ghi vào «redirects» của tệp này: "{old}": "{new}"' in said
        redirect(project, old, new)
    assert told(build(project)) == ""


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("a/", "truong/#tieu-hoc", ""),
        ("a/", "huong-dan/#dau-trang", ""),
        ("a/", "truong/#khong-co", "là chỗ không có"),
        ("huong-dan/#cu", "huong-dan/#dau-trang", "là trang viết tay"),
        ("a/", "a/", "chuyển đến chính nó"),
        ("index/", "truong/", "«index» là tên dành riêng cho máy, không trang nào ở đó"),
        ("con/a/", "truong/", "«con» là tên dành riêng cho máy"),
        ("assets/x.txt", "truong/", "«assets» là tên dành riêng cho máy"),
        ("a" * 101 + "/", "truong/", "địa chỉ dài quá; giữa hai «/» chỉ 100 chữ"),
        ("a/", "b/", "«a/» chuyển đến «b/» là chỗ không có; hãy ghi một địa chỉ đang có"),
    ],
)
def test_redirects_to_places_of_other_pages(project: Path, start: str, end: str, said: str) -> None:
    redirect(project, start, end)
    assert (said in told(build(project))) if said else told(build(project)) == ""


def test_redirects_in_a_row_and_in_a_circle(project: Path) -> None:
    for start, end in (("a/", "b/"), ("b/", "c/"), ("c/", NOTICE), ("d/", "e/"), ("e/", "d/")):
        redirect(project, start, end)
    said = told(build(project))
    assert f"«a/» chuyển đến «b/» là chỗ không có; ghi thẳng «{NOTICE}»" in said
    assert "«d/» chuyển đến «e/» là chỗ không có, rồi vòng trở lại; hãy ghi" in said


def test_texts_are_published_and_go_on_with_their_notice(project: Path) -> None:
    pages = json.loads((project / FILE).read_text("utf-8"))["pages"]
    assert {"thong-bao/2021-10.txt", "thong-bao/2021-10.ban-in.txt"} <= pages.keys()
    records = project / "records" / "2022"
    (records / "2022-03-bat-thuong.yml").rename(records / "2022-03-hop-bat-thuong.yml")
    redirect(project, "thong-bao/2022-03-bat-thuong/", "thong-bao/2022-03-hop-bat-thuong/")
    assert told(build(project)) == ""
    docs = project / "docs" / "thong-bao"
    for ending in ("txt", "ban-in.txt"):
        old, new = (docs / f"2022-03-{name}.{ending}" for name in ("bat-thuong", "hop-bat-thuong"))
        assert old.read_bytes() == new.read_bytes()


def test_checking_the_records_tells_of_the_ledger_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["check", "--records", str(project / "records")]
    assert cli.main(arguments) == 0
    redirect(project, "a/", "khong-co/")
    assert cli.main(arguments) == 1
    assert "«a/» chuyển đến «khong-co/» là chỗ không có" in capsys.readouterr().err
    (project / FILE).write_text('{"page": {}}', "utf-8")
    assert cli.main(arguments) == 1
    assert "không có mục «page»" in capsys.readouterr().err


def test_a_section_of_several_paragraphs_gets_its_address_back_by_its_first(
    tmp_path: Path,
) -> None:
    """The notice of December 2021, whose section I.11 has no title."""
    folder = small_department(tmp_path / "phòng", ROOT / "records")
    content = {page: dict(there) for page, there in build(folder).addresses.items()}
    notice = "thong-bao/2021-12/"
    content[notice]["muc-i-cu"] = content[notice].pop("muc-i-11")
    (folder / FILE).write_text(ledger.written(Ledger(content)), "utf-8")
    said = told(build(folder))
    note = said.split("cho ý ấy: ")[1].split(", hoặc ")[0]
    assert note.endswith("id: muc-i-cu}")
    change(folder, ("\nnotes:\n", f"\nnotes:\n  - {note}\n"), file="records/2021/2021-12.yml")
    assert told(build(folder)) == ""


def test_a_ledger_that_cannot_be_opened_is_told(project: Path) -> None:
    (project / FILE).unlink()
    (project / FILE).mkdir()
    assert "published.json:1: không mở được tệp này; xem lại quyền đọc" in told(build(project))


def test_of_thousands_of_lost_pages_the_first_are_told(project: Path) -> None:
    path = project / FILE
    content = json.loads(path.read_text("utf-8"))
    content["pages"] |= {f"vb/{number}-pgddt/": {} for number in range(20_000)}
    path.write_text(json.dumps(content, indent=1), "utf-8")
    lines = told(build(project)).splitlines()
    assert len(lines) == MOST_PROBLEMS + 1
    assert any("chỗ nữa trong tệp này" in line for line in lines)


def test_a_key_is_found_at_its_lines_first_and_last() -> None:
    text = '{\n"a/": {},\n"b\\u0301/": {}, "a/": 1,\n\n"a/": {}}'
    assert (ledger.line_of(text, "a/"), ledger.line_of(text, "a/", last=True)) == (2, 5)
    assert (ledger.line_of(text, "b\u0301/"), ledger.line_of(text, "c/")) == (3, 1)
