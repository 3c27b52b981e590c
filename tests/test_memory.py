"""What is kept of each notice between runs: only what changed is read again, nothing is lost."""

import multiprocessing
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import beside, generate, memory, site
from generator.memory import Memory
from generator.model import Registers
from generator.records import notices
from generator.records.notice_drafts import NoticeDraft
from generator.records.notices import NoticeReader
from generator.records.unsure_entries import Unsure


@pytest.fixture
def records(records_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(records_folder, tmp_path / "records")


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the notices that were read from their files."""
    memory._AT_HAND.clear()
    ids: list[str] = []
    reader = NoticeReader

    def counted(
        draft: NoticeDraft, notice_id: str, registers: Registers, unsure: Mapping[str, Unsure]
    ) -> NoticeReader:
        ids.append(notice_id)
        return reader(draft, notice_id, registers, unsure)

    monkeypatch.setattr(notices, "NoticeReader", counted)
    return ids


def _files(records: Path, cache: Path | None, *, new_process: bool = False) -> object:
    if new_process:
        memory._AT_HAND.clear()
    known = generate.read(records, Memory(cache) if cache else None)
    assert known.graph is not None, known.problems
    return site.build(known.graph, site.latest_date(known.graph.archive)).files, known.problems


def _change_a_word(records: Path) -> None:
    path = max(records.glob("2*/*.yml"))
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: Kết luận", "title: Những kết luận", 1), "utf-8")


def _change_a_register(records: Path) -> None:
    path = records / "schools.yml"
    path.write_text(path.read_text("utf-8") + "\n# một dòng nữa\n", "utf-8")


def _change_the_synonyms(records: Path) -> None:
    path = records / "synonyms.yml"
    path.write_text(path.read_text("utf-8") + "  CLB: [câu lạc bộ]\n", "utf-8")


@pytest.mark.parametrize("new_process", [False, True])
@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (lambda records: None, 0),
        (_change_a_word, 1),
        (_change_a_register, None),
        (_change_the_synonyms, 0),
    ],
)
def test_only_what_a_change_can_touch_is_read_again(
    records: Path,
    tmp_path: Path,
    read_anew: list[str],
    change: Callable[[Path], None],
    anew: int | None,
    new_process: bool,
) -> None:
    _files(records, tmp_path / "cache")
    every = len(read_anew)
    change(records)
    read_anew.clear()
    found = _files(records, tmp_path / "cache", new_process=new_process)
    assert len(read_anew) == (every if anew is None else anew)
    assert found == _files(records, None)


@pytest.mark.parametrize("damage", [b"", b"x", b"0\n1", b"\xff\xfe"])
def test_what_is_damaged_is_read_again(
    records: Path, tmp_path: Path, read_anew: list[str], damage: bytes
) -> None:
    before = _files(records, tmp_path / "cache")
    every = len(read_anew)
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(damage)
    read_anew.clear()
    assert _files(records, tmp_path / "cache", new_process=True) == before
    assert len(read_anew) == every


def test_nothing_is_kept_of_records_that_are_gone(
    records: Path, tmp_path: Path, read_anew: list[str]
) -> None:
    cache = tmp_path / "cache"
    _files(records, cache)
    kept = len(list(cache.iterdir()))
    max(records.glob("2*/*.yml")).unlink()
    _files(records, cache, new_process=True)
    assert len(list(cache.iterdir())) == kept - 1


WAYS = [False, True] if "fork" in multiprocessing.get_all_start_methods() else [False]


@pytest.mark.parametrize("two", WAYS)
def test_two_processes_read_what_one_does(
    records: Path,
    tmp_path: Path,
    read_anew: list[str],
    monkeypatch: pytest.MonkeyPatch,
    two: bool,
) -> None:
    monkeypatch.setattr(memory, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(beside, "has_room", lambda: two)
    found = _files(records, tmp_path / "cache", new_process=True)
    every = len(list(records.glob("2*/*.yml")))
    assert len(read_anew) == ((every + 1) // 2 if two else every)
    assert found == _files(records, None)


@pytest.mark.parametrize("wrong", ["", "title:\n", "title: Kết luận\n"])
@pytest.mark.parametrize("two", WAYS)
def test_two_processes_tell_what_one_does(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two: bool, wrong: str
) -> None:
    monkeypatch.setattr(memory, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(beside, "has_room", lambda: two)
    for path in sorted(records.glob("2*/*.yml"))[1:3]:
        path.write_text(wrong, "utf-8")
    memory._AT_HAND.clear()
    told = generate.read(records, Memory(tmp_path / "cache"))
    assert told == generate.read(records)
    assert told.graph is None
