"""The invented archives that figures are measured on: valid, repeatable, like the real thing."""

from pathlib import Path

import pytest

from benchmarks import archive
from generator.graph import indexes
from generator.records import loading as records


@pytest.mark.parametrize(("notices", "seed"), [(1, 1), (14, 1), (14, 2)])
def test_an_archive_has_no_error_and_every_notice(notices: int, seed: int, tmp_path: Path) -> None:
    archive.write(tmp_path / "records", notices, seed)
    loaded = records.load(tmp_path / "records")
    errors = [str(problem) for problem in loaded.problems if not problem.warning]
    assert loaded.archive is not None, errors
    assert len(loaded.archive.notices) == notices
    assert len(loaded.archive.registers.schools) == 44


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    assert list(archive.files(3, 1)) == list(archive.files(3, 1))
    assert list(archive.files(3, 1)) != list(archive.files(3, 2))


def test_departments_share_the_months_beyond_twenty_years() -> None:
    meetings = list(archive._meetings(2400))
    assert len(set(meetings)) == 2400
    assert len({month for month, _ in meetings}) == 240


def test_notices_are_as_long_and_cite_as_much_as_real_ones(tmp_path: Path) -> None:
    archive.write(tmp_path, 24, 1)
    sizes = [path.stat().st_size for path in tmp_path.glob("2*/*.yml")]
    assert 18_000 < sum(sizes) / len(sizes) < 27_000
    loaded = records.load(tmp_path).archive
    assert loaded is not None
    documents = indexes.graph(loaded).catalogue.documents
    assert 9 * 24 <= len(documents) < 13 * 24


@pytest.mark.parametrize("seed", range(40))
def test_a_first_notice_may_refer_back(seed: int) -> None:
    assert list(archive.files(1, seed))
