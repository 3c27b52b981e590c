"""The one writer: it touches only what changed, and deletes only what it wrote."""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator import beside, writer
from generator.writer import MANIFEST, HandWritten, Written

FILES = {"index.md": b"a", "truong/th-le-loi.md": b"b", "vb/1249-pgddt.md": b"c"}


def listing(docs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_files_are_written_and_listed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    assert writer.write(FILES, docs) == Written(changed=3, deleted=0, kept=0)
    assert listing(docs) == FILES
    assert json.loads((docs / MANIFEST).read_text("utf-8")) == sorted(FILES)


def test_what_is_equal_is_not_touched(tmp_path: Path) -> None:
    writer.write(FILES, tmp_path)
    for path in FILES:
        os.utime(tmp_path / path, ns=(1, 1))
    assert writer.write({**FILES, "index.md": b"x"}, tmp_path) == Written(1, 0, 2)
    assert [(tmp_path / path).stat().st_mtime_ns == 1 for path in FILES] == [False, True, True]


def test_what_is_no_longer_ours_goes_and_its_empty_folder_too(tmp_path: Path) -> None:
    writer.write(FILES, tmp_path)
    (tmp_path / "truong" / "ghi-tay.md").write_bytes(b"h")
    assert writer.write({"index.md": b"a"}, tmp_path) == Written(0, 2, 1)
    assert listing(tmp_path) == {"index.md": b"a", "truong/ghi-tay.md": b"h"}
    assert not (tmp_path / "vb").exists()


def test_what_people_wrote_is_neither_replaced_nor_deleted(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"h")
    with pytest.raises(HandWritten) as clash:
        writer.write(FILES, tmp_path)
    assert clash.value.paths == ("index.md",)
    assert str(clash.value) == (
        "docs/index.md: trang viết tay trùng tên với trang được sinh ra; hãy đổi tên trang viết tay"
    )
    assert listing(tmp_path) == {"index.md": b"h"}


def test_a_lost_or_broken_list_loses_no_page_of_ours(tmp_path: Path) -> None:
    for broken in ("", "{", '{"a": 1}', '["../../ngoai.md", "/etc/x", 5]'):
        writer.write(FILES, tmp_path)
        (tmp_path / MANIFEST).write_text(broken, "utf-8")
        assert writer.write(FILES, tmp_path) == Written(0, 0, 3)


def test_a_list_never_leads_outside(tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_bytes(b"h")
    docs = tmp_path / "docs"
    writer.write(FILES, docs)
    (docs / MANIFEST).write_text(json.dumps(["../ngoai.md", str(outside)]), "utf-8")
    writer.write(FILES, docs)
    assert outside.read_bytes() == b"h"


def test_a_write_that_was_cut_short_leaves_no_file_that_nobody_owns(tmp_path: Path) -> None:
    files = {"truong/a.md": b"a", "truong/b.md": b"b"}
    (tmp_path / "truong").mkdir()
    (tmp_path / "truong" / "b.md").mkdir()
    with pytest.raises(OSError):
        writer.write(files, tmp_path)
    (tmp_path / "truong" / "b.md").rmdir()
    writer.write({}, tmp_path)
    assert listing(tmp_path) == {}


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was begun in another process; three files are many here."""
    works: list[object] = []
    begin = beside.begun

    def noted(work: Callable[[], int]) -> AbstractContextManager[Callable[[], int]]:
        works.append(work)
        return begin(work)

    monkeypatch.setattr("generator.writer.WORTH_A_PROCESS", 3)
    monkeypatch.setattr("generator.beside.begun", noted)
    return works


def test_many_files_are_shared_by_two_processes(tmp_path: Path, begun: list[object]) -> None:
    assert writer.write(FILES, tmp_path / "docs") == Written(changed=3, deleted=0, kept=0)
    assert listing(tmp_path / "docs") == FILES
    assert writer.write({**FILES, "index.md": b"x"}, tmp_path / "docs") == Written(1, 0, 2)
    assert len(begun) == 2


@pytest.mark.parametrize("taken", ["truong", "vb"])
def test_where_one_half_cannot_be_written_the_other_is_whole(
    tmp_path: Path, begun: list[object], taken: str
) -> None:
    files = {f"{folder}/{n}.md": b"x" * 99 for folder in ("truong", "vb") for n in range(200)}
    (tmp_path / taken).write_bytes(b"h")
    with pytest.raises(OSError, match=taken):
        writer.write(files, tmp_path)
    assert len(begun) == 1
    other = {path for path in files if not path.startswith(taken)}
    assert set(listing(tmp_path)) == {taken, *other}
