"""The folder of records: what is read, and every message a wrong file earns.

A file in `problems/` is a wrong file among the right ones of `problems/base`: its first line says
which file it is, its last lines (`# expect: …`) are the messages it earns, one a line, in order.
"""

import re
import shutil
from pathlib import Path

import pytest

from generator import generate, records

HERE = Path(__file__).parent
PROBLEMS = HERE / "problems"
EXPECT = "# expect: "


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in generate.read(folder)[1]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A department without a fault."""
    return Path(shutil.copytree(PROBLEMS / "base", tmp_path / "records"))


def test_the_files_around_the_wrong_ones_are_right(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize("case", sorted(PROBLEMS.glob("*.yml")), ids=lambda case: case.stem)
def test_a_wrong_file_earns_exactly_these_messages(case: Path, folder: Path) -> None:
    lines = case.read_text("utf-8").splitlines(keepends=True)
    expected = [line.removeprefix(EXPECT).strip() for line in lines if line.startswith(EXPECT)]
    wrong = folder.parent / lines[0].removeprefix("# ").strip()
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text("".join(line for line in lines if not line.startswith(EXPECT)), "utf-8")
    assert told(folder) == expected
