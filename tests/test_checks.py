"""What only the whole archive can tell; the exact messages are in `problems/`."""

import re
import shutil
from pathlib import Path

import pytest

from generator import generate
from generator.graph import checks
from generator.graph.indexes import Graph

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


def test_a_document_nobody_can_tell_is_told_once_a_notice(graph: Graph) -> None:
    told = [p.message.split(" ")[0] for p in checks.problems(graph) if "short_forms" in p.message]
    assert told == ["«Thông", "«77/KH-UBND»", "«văn", "«415/QĐ-UBND»", "«1249/PGDĐT»"]
