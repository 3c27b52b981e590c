"""What earlier runs made is used again for the same inputs, and for no others."""

import importlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import generate
from generator.made import Made, remembering
from generator.pages.older import split


class Counted:
    """Makes a list of the inputs' length, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [self.times]


def test_the_same_inputs_are_made_once(tmp_path: Path) -> None:
    make = Counted()
    assert Made(tmp_path)("trang", make) == Made(tmp_path)("trang", make) == [1]
    assert Made(tmp_path)("trang ", make) == [2]


@pytest.mark.parametrize("damage", [b"", b"x", b"0\n1", b"\xff\xfe"])
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: bytes) -> None:
    make = Counted()
    Made(tmp_path)("trang", make)
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    assert Made(tmp_path)("trang", make) == [2]


def test_one_is_not_taken_for_another(tmp_path: Path) -> None:
    make = Counted()
    kept = Made(tmp_path)
    kept("a", make), kept("b", make)
    one, other = sorted(tmp_path.iterdir())
    one.write_bytes(other.read_bytes())
    assert [Made(tmp_path)(name, make) for name in "ab"] in ([[1], [3]], [[3], [2]])


def test_what_a_run_had_no_use_for_is_forgotten(tmp_path: Path) -> None:
    make = Counted()
    for inputs in ("a", "b"):
        with remembering(tmp_path, "trang") as recall:
            recall(inputs, make)
    assert len(list((tmp_path / "trang").iterdir())) == 1


def test_without_a_cache_nothing_is_kept() -> None:
    make = Counted()
    with remembering(None, "trang") as recall:
        assert [recall("a", make), recall("a", make)] == [[1], [2]]


@pytest.fixture
def records(records_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(records_folder, tmp_path / "records")


def _newest(records: Path, old: str, new: str) -> None:
    path = max(records.glob("2*/*.yml"))
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _words(records: Path) -> None:
    _newest(records, "title: Kết luận", "title: Những kết luận")


def _register(records: Path) -> None:
    path = records / "documents.yml"
    path.write_text(path.read_text("utf-8") + "\n# một dòng nữa\n", "utf-8")


def _words_that_are_one(records: Path) -> None:
    _synonyms(records, "words:", "words:\n  đội thiếu niên: [ĐTN]")


def _words_only_asked(records: Path) -> None:
    _synonyms(records, "queries:", "queries:\n  CLB: [câu lạc bộ]")


def _synonyms(records: Path, old: str, new: str) -> None:
    path = records / "synonyms.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _gone(records: Path) -> None:
    max(records.glob("2*/*.yml")).unlink()


@pytest.mark.parametrize(
    ("change", "notices", "years"),
    [
        (lambda records: None, 0, 0),
        (_words, 1, 1),
        (_register, None, 0),
        (_words_that_are_one, 0, 2),
        (_words_only_asked, 0, 0),
        (_gone, 1, 1),
    ],
)
def test_only_what_a_change_can_touch_is_made_again(
    records: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    notices: int | None,
    years: int,
) -> None:
    """The page before a notice that is gone leads on to none; its year has other texts."""
    monkeypatch.setattr("generator.beside.has_room", lambda: False)
    cache = tmp_path / "cache"
    generate.generate(records, tmp_path / "docs", cache=cache)
    change(records)
    every = len(list(records.glob("2*/*.yml")))
    pages = _calls(monkeypatch, "generator.pages.notice.page")
    coded = _calls(monkeypatch, "generator.search.texts.with_new_phrases")
    (cache / "generated").rename(tmp_path / "last-run")
    generate.generate(records, tmp_path / "docs", cache=cache)
    assert (len(pages), len(coded)) == (every if notices is None else notices, years)
    generate.generate(records, tmp_path / "anew")
    assert _files(tmp_path / "docs") == _files(tmp_path / "anew")


@pytest.mark.parametrize(("change", "made"), [(_words, 0), (_register, 1)])
def test_older_places_of_a_school_are_kept(
    records: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    made: int,
) -> None:
    """One school is named often enough for a page of two older places; none is in the newest."""
    monkeypatch.setattr("generator.beside.has_room", lambda: False)
    monkeypatch.setattr("generator.pages.school_places.split", partial(split, a_page=2))
    pages = _calls(monkeypatch, "generator.pages.school_places.older_page")
    cache = tmp_path / "cache"
    generate.generate(records, tmp_path / "docs", cache=cache)
    assert len(pages) == 1
    change(records)
    generate.generate(records, tmp_path / "docs", cache=cache)
    assert len(pages) == 1 + made
    generate.generate(records, tmp_path / "anew")
    assert _files(tmp_path / "docs") == _files(tmp_path / "anew")


def _calls(monkeypatch: pytest.MonkeyPatch, name: str) -> list[object]:
    """What a function is called with from now on."""
    module, _, attribute = name.rpartition(".")
    function = getattr(importlib.import_module(module), attribute)
    calls: list[object] = []

    def noted(*given: object, **named: object) -> object:
        calls.append(given)
        return function(*given, **named)

    monkeypatch.setattr(name, noted)
    return calls


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
