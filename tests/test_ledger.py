"""Published addresses never die: what a build would lose is named, with the two ways out."""

import json
from pathlib import Path

import pytest

from generator import ledger
from generator.generate import Generated, generate
from generator.ledger import Ledger, Unreadable
from tests.small_department import small_department

NOTICE = "thong-bao/2021-10/"
RECORD = "records/2021/2021-10.yml"
FILE = "records/published.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small department, published once."""
    folder = small_department(tmp_path / "phòng")
    generated = build(folder)
    assert generated.errors == ()
    text = ledger.written(Ledger().with_published(generated.addresses))
    (folder / FILE).write_text(text, "utf-8")
    return folder


def build(project: Path) -> Generated:
    return generate(project / "records", project / "docs")


def change(project: Path, *changes: tuple[str, str], file: str = RECORD) -> None:
    path = project / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def redirect(project: Path, start: str, end: str) -> None:
    path = project / FILE
    content = json.loads(path.read_text("utf-8"))
    content["redirects"][start] = end
    path.write_text(
        ledger.written(Ledger(content["pages"], content["redirects"])), encoding="utf-8"
    )


def told(generated: Generated) -> str:
    return "\n".join(map(str, generated.errors))


def test_a_build_that_loses_nothing_passes(project: Path) -> None:
    assert build(project).errors == ()


def test_every_page_and_every_place_of_a_notice_is_listed(project: Path) -> None:
    pages = json.loads((project / FILE).read_text("utf-8"))["pages"]
    assert {"", NOTICE, "truong/", "huong-dan/", "van-ban/", "tra-cuu/"} <= pages.keys()
    assert {"muc-i", "muc-i-2-1", "muc-i-2-1-1", "thanh-phan", "noi-nhan"} <= pages[NOTICE].keys()


def test_the_file_is_a_page_a_line_and_reads_back(project: Path) -> None:
    text = (project / FILE).read_text("utf-8")
    read = ledger.read(text, FILE)
    assert ledger.written(read) == text
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
    assert f'"{old}": "địa chỉ trang mới/"' in said
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


@pytest.mark.parametrize("text", ["{", "[]", '{"pages": []}', '{"pages": {"a/": 1}}', "[" * 100000])
def test_a_ledger_that_cannot_be_read_is_told_not_ignored(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        ledger.read(text, FILE)
    assert str(refused.value).startswith(f"{FILE}:1: ")


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
    assert "còn 10 chỗ nữa" in lines[-1]
