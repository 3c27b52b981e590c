"""The table of synonyms: the program's rows, then the clerk's, and how a slip is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.folding import Folding
from generator.graph import redaction
from generator.graph.indexes import Graph
from generator.model import Synonyms
from generator.reading import schema
from generator.records.synonyms import _packaged, packaged_synonyms, synonyms
from generator.records.synonyms_shape import SYNONYMS

PACKAGED = Folding(packaged_synonyms())


def with_rows(written: str) -> Synonyms:
    """The table with a clerk's rows that have nothing to mend."""
    draft, told = schema.read(SYNONYMS, written.encode(), "records/synonyms.yml")
    assert draft is not None, told
    table, found = synonyms(draft)
    assert found == ()
    return table


def test_without_a_file_the_table_is_the_programs() -> None:
    assert synonyms(None) == (packaged_synonyms(), ())


def test_a_slip_in_the_programs_own_file_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "synonyms.yml").write_text("words:\n  học sinh: HS\n", "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda package: tmp_path)
    _packaged.cache_clear()
    _, told = synonyms(None)
    monkeypatch.undo()
    _packaged.cache_clear()
    assert [str(problem).partition(": ở đây")[0] for problem in told] == [
        "generator/data/synonyms.yml:2: words.học sinh"
    ]


def test_the_clerks_rows_stand_after_the_programs() -> None:
    table = with_rows("words:\n  trường học xanh: [THX, trường xanh]\n")
    assert table.words == (
        *packaged_synonyms().words,
        ("trường học xanh", "THX", "trường xanh"),
    )
    assert table.queries == packaged_synonyms().queries


def test_the_departments_archive_has_its_own(graph: Graph) -> None:
    table = graph.archive.registers.synonyms
    assert table.words[-1] == ("trường học xanh", "THX", "trường xanh")
    assert redaction.redacted(graph.archive).registers.synonyms == table


@pytest.mark.parametrize(
    ("rows", "one", "other"),
    [
        ("words: {trường học xanh: [THX]}", "xây dựng THX", "xây dựng trường học xanh"),
        ("words: {học sinh giỏi: [HS giỏi]}", "HSG", "HS giỏi"),
        ("words: {đội thiếu niên: [đ/t]}", "Đ/T", "Đội Thiếu niên"),
        ("documents: {tờ trình: [TTr]}", "TTr số 12", "Tờ trình số 12"),
    ],
)
def test_a_row_makes_spellings_one(rows: str, one: str, other: str) -> None:
    draft, _ = schema.read(SYNONYMS, rows.encode(), "records/synonyms.yml")
    folding = Folding(synonyms(draft)[0])
    assert folding.fold(one) == folding.fold(other)


def test_a_row_that_only_queries_know_changes_no_text() -> None:
    assert Folding(with_rows("queries: {CLB: [câu lạc bộ]}")).key == PACKAGED.key
    assert Folding(with_rows("words: {câu lạc bộ: [CLB]}")).key != PACKAGED.key


def rows(section: str) -> Iterator[tuple[str, str]]:
    for full, *others in getattr(packaged_synonyms(), section):
        for other in others:
            yield full, other


@pytest.mark.parametrize(("section", "before"), [("words", ""), ("documents", " 12")])
def test_every_synonym_in_the_package_folds_to_its_full_spelling(section: str, before: str) -> None:
    for full, other in rows(section):
        assert PACKAGED.fold(other + before) == PACKAGED.fold(full + before), full


def test_no_spelling_in_the_package_stands_for_two_words() -> None:
    others = [other.lower() for _, *rest in packaged_synonyms().words for other in rest]
    assert len(others) == len(set(others))
