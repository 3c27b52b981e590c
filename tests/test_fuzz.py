"""Spoiled records give the tool's own errors or pages with every word in place, nothing else.

Eighty spoiled records each time, the same ones; `python -m tests.fuzzing 20000` for a release.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest

from generator.reading.foreign_encodings import foreign_encoding
from generator.vietnamese import normalise
from tests.fuzzing import NASTY, Fuzz, lost_words, shown, spoiled
from tests.small_department import small_department

ROOT = Path(__file__).parent.parent
COMMAND = "import sys; from generator.cli import main; sys.exit(main())"
CASES = int(os.environ.get("FUZZ_CASES", "80"))


@pytest.fixture(scope="module")
def fuzz(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fuzz]:
    yield Fuzz(tmp_path_factory.mktemp("spoiled"))


def test_spoiled_records_give_errors_or_pages(fuzz: Fuzz) -> None:
    complaints = {f"1:{n}": fuzz.case(f"1:{n}") for n in range(CASES)}
    assert {seed: told for seed, told in complaints.items() if told} == {}
    assert fuzz.counts["refused"] > CASES // 5
    assert fuzz.counts["with warnings"] + fuzz.counts["without a word"] > CASES // 5


def test_the_same_seed_spoils_alike() -> None:
    raw = (ROOT / "records" / "2021" / "2021-12.yml").read_bytes()
    assert spoiled(raw, Random("1:1")) == spoiled(raw, Random("1:1")) != raw


@pytest.mark.parametrize(
    ("markdown", "complaint"),
    [
        ("Dạy &#42;tốt&#42;, học tốt", None),
        ('<ins class="corrected" data-printed="Dạy">Day</ins> &#42;tốt&#42;, học tốt', None),
        ("Dạy *tốt*, học tốt", "not shown as written: 'Dạy *tốt*, học tốt'"),
        ("Dạy &#42;tốt&#42;", "not shown as written: 'Dạy *tốt*, học tốt'"),
    ],
)
def test_a_word_lost_would_be_seen(markdown: str, complaint: str | None) -> None:
    raw = "text: |\n  - Dạy *tốt*, học tốt\n".encode()
    assert lost_words(raw, shown(markdown).words, warned="") == complaint


def giaoban(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )


def test_the_command_says_what_is_wrong_and_leaves_the_pages(tmp_path: Path) -> None:
    small_department(tmp_path)
    assert giaoban(tmp_path, "pages").returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "docs").rglob("*.md")}
    path = tmp_path / "records" / "2022" / "2022-10.yml"
    right = path.read_bytes()
    for wrong, command in ((right[:700], "check"), (b"\xff" + right, "pages")):
        path.write_bytes(wrong)
        told = giaoban(tmp_path, command)
        assert told.returncode == 1
        lines = [line for line in told.stderr.splitlines() if "chỗ nên xem lại" not in line]
        assert all(line.startswith("records/") for line in lines), told.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "docs").rglob("*.md")} == before


class Article(HTMLParser):
    """The words of a page as MkDocs built it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.feed(html)
        self.words = " ".join("".join(self.pieces).split())

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def test_mkdocs_shows_nasty_words_as_they_were_written(tmp_path: Path) -> None:
    small_department(tmp_path)
    path = tmp_path / "records" / "2022" / "2022-11.yml"
    whole = [words for words in NASTY if len(words) < 100 and words.isprintable()]
    taken = [w for w in whole if normalise(w) == w and not foreign_encoding(w) and "¹" not in w]
    lines = "".join(f"  - Ý thứ {n}: {words} hết.\n" for n, words in enumerate(taken))
    head, _, rest = path.read_text("utf-8").partition("opening:")
    rest = rest[rest.index("\nparts:") :]
    path.write_text(f"{head}opening: |\n{lines}{rest}", "utf-8")
    told = giaoban(tmp_path, "build", "--plain")
    assert told.returncode == 0, told.stderr
    built = (tmp_path / "site" / "thong-bao" / "2022-11" / "index.html").read_text("utf-8")
    words = Article(built).words
    for number, nasty in enumerate(taken):
        assert " ".join(f"Ý thứ {number}: {nasty} hết.".split()) in words
