"""Every page of the small department, as it was last looked at: `pytest --regenerate` rewrites."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import site
from generator.graph.indexes import Graph

GOLDEN = Path(__file__).with_name("golden")
TODAY = date(2022, 3, 10)


@pytest.fixture(scope="module")
def pages(graph: Graph, regenerate: bool) -> dict[str, str]:
    """The Markdown of each page, by its path below `docs/`."""
    built = site.build(graph, TODAY)
    found = {path: text.decode() for path, text in built.files.items() if path.endswith(".md")}
    if regenerate:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, text in found.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, "utf-8", newline="\n")
    return found


def test_the_pages_are_those_of_the_golden_files(pages: dict[str, str]) -> None:
    golden = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")}
    assert sorted(pages) == sorted(golden)


def test_every_page_is_as_it_was_last_looked_at(pages: dict[str, str]) -> None:
    changed = [
        path
        for path, text in pages.items()
        if not (GOLDEN / path).is_file() or (GOLDEN / path).read_text("utf-8") != text
    ]
    for path in changed[:1]:  # the first is shown line by line
        assert pages[path] == (GOLDEN / path).read_text("utf-8")
    assert changed == []
