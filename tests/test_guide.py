"""The clerk's guide tells the truth: its example is checked, its slips earn the messages printed.

`pytest --regenerate` rewrites the messages in the guide with what the program says today.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from generator.cli import main
from generator.folding import Folding
from generator.generate import generate
from generator.model import Synonyms
from generator.published import ledger
from generator.published.ledger import Ledger
from generator.reading.schema import ListOf, Record
from generator.records import loading
from generator.records.loading import SHAPES
from generator.records.synonyms import packaged_synonyms

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "huong-dan" / "van-thu.md"
FENCE = re.compile(r"^```(yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SLIP = re.compile(
    r"^```yaml\n(?P<wrong>(?:(?!^```).)*)^```\n\n^```text\n(?P<told>(?:(?!^```).)*)^```\n"
    r"(?:(?!^```).)*^```yaml\n(?P<right>(?:(?!^```).)*)^```$",
    re.MULTILINE | re.DOTALL,
)
ADDED = re.compile(
    r"Thêm vào `records/(?P<register>\w+)\.yml`:\n\n```yaml\n(?P<lines>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
BEGUN = re.compile(
    r"Tạo `records/(?P<register>\w+)\.yml`:\n\n```yaml\n(?P<lines>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FOUND = re.compile(r"^\| `(words|documents|queries)` .*\| `(.+)` \| `(.+)` \|$", re.MULTILINE)
NAME = "2022/2022-01.yml"


def blocks(language: str) -> list[str]:
    return [text for kind, text in FENCE.findall(GUIDE.read_text("utf-8")) if kind == language]


def example() -> str:
    return next(text for text in blocks("yaml") if text.startswith("# yaml-language-server"))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The real records, and beside them the guide's example."""
    folder = tmp_path / "records"
    shutil.copytree(ROOT / "records", folder)
    (folder / NAME).parent.mkdir(exist_ok=True)
    (folder / NAME).write_text(example(), "utf-8")
    return folder


def told(records: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `giaoban check` says of the example."""
    main(["check", "--records", str(records)])
    lines = capsys.readouterr().err.splitlines()
    return [line for line in lines if line.startswith(f"records/{NAME}:")]


def test_the_example_has_nothing_to_mend(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(records, capsys) == []
    assert main(["check", "--records", str(records)]) == 0


def test_the_example_is_the_word_text_and_nothing_else(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = next(text for text in blocks("text") if text.startswith("THÔNG BÁO"))
    assert main(["text", "2022-01", "--printed", "--records", str(records)]) == 0
    printed = capsys.readouterr().out
    assert " ".join(word.split()) in " ".join(printed.split())


def slips() -> Iterator[re.Match[str]]:
    text = GUIDE.read_text("utf-8")
    return SLIP.finditer(text, text.index("{: #loi-nhan }"))


def test_every_slip_earns_the_message_printed(
    records: Path, capsys: pytest.CaptureFixture[str], regenerate: bool
) -> None:
    guide = GUIDE.read_text("utf-8")
    rewritten = guide
    for slip in slips():
        wrong, right = slip["wrong"].rstrip("\n"), slip["right"].rstrip("\n")
        assert example().count(right) == 1, right
        (records / NAME).write_text(example().replace(right, wrong), "utf-8")
        said = "".join(f"{line}\n" for line in told(records, capsys))
        assert said, wrong
        rewritten = rewritten.replace(
            slip[0], slip[0].replace(f"```text\n{slip['told']}```", f"```text\n{said}```")
        )
    if regenerate:
        GUIDE.write_text(rewritten, "utf-8")
    assert GUIDE.read_text("utf-8") == rewritten
    assert len(list(slips())) >= 10


@pytest.mark.parametrize(
    "added", list(ADDED.finditer(GUIDE.read_text("utf-8"))), ids=lambda added: str(added[1])
)
def test_lines_to_add_to_a_register_may_be_added(records: Path, added: re.Match[str]) -> None:
    register = records / f"{added['register']}.yml"
    register.write_text(register.read_text("utf-8").rstrip("\n") + "\n" + added["lines"], "utf-8")
    assert main(["check", "--records", str(records)]) == 0


def test_the_register_that_may_be_begun_makes_its_words_findable(records: Path) -> None:
    guide = GUIDE.read_text("utf-8")
    (begun,) = BEGUN.finditer(guide)
    register = records / f"{begun['register']}.yml"
    assert not register.exists()
    register.write_text(begun["lines"], "utf-8")
    assert main(["check", "--records", str(records)]) == 0
    archive = loading.load(records).archive
    assert archive is not None
    assert [row[0] for row in FOUND.findall(guide)] == ["words", "documents", "queries"]
    for _, typed, found in FOUND.findall(guide):
        assert finds(archive.registers.synonyms, typed, found), typed
        assert not finds(packaged_synonyms(), typed, found), typed


def finds(table: Synonyms, typed: str, found: str) -> bool:
    fold = Folding(table).fold
    meanings = {
        pair
        for name, *others in table.queries
        for other in others
        for pair in permutations((fold(name), fold(other)))
    }
    return fold(typed) == fold(found) or (fold(typed), fold(found)) in meanings


def test_other_lines_shown_stand_in_the_records(records: Path) -> None:
    text = GUIDE.read_text("utf-8")
    shown = SLIP.sub("", BEGUN.sub("", ADDED.sub("", text)))
    files = [path.read_text("utf-8") for path in sorted(records.rglob("*.yml"))]
    for kind, lines in FENCE.findall(shown):
        if kind == "yaml":
            assert any(lines in file for file in files), lines


def names(shape: object) -> Iterator[str]:
    """Every field's name in a shape, down to the innermost."""
    if isinstance(shape, ListOf):
        yield from names(shape.item)
    if isinstance(shape, Record):
        for name, field in shape.fields.items():
            yield name
            yield from names(field.shape)


@pytest.mark.parametrize("kind", SHAPES)
def test_every_field_is_explained(kind: str) -> None:
    guide = GUIDE.read_text("utf-8")
    assert [name for name in names(SHAPES[kind]) if f"`{name}`" not in guide] == []


def test_settling_a_document_after_it_was_published_is_told_as_the_guides_say(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines that both guides show: first told, then taken."""
    docs = tmp_path / "docs"
    published = records / "published.json"
    addresses = generate(records, docs, publishing=True).addresses
    published.write_text(ledger.written(Ledger().with_published(addresses)), "utf-8")
    shown = GUIDE.read_text("utf-8")
    added = next(found for found in ADDED.finditer(shown) if found["register"] == "documents")
    register = records / "documents.yml"
    register.write_text(register.read_text("utf-8").rstrip() + "\n" + added["lines"], "utf-8")
    assert main(["check", "--records", str(records)]) == 1
    said = capsys.readouterr().err
    example = (ROOT / "docs" / "huong-dan" / "cong-bo.md").read_text("utf-8")
    lines = json.loads("{" + re.findall(r"```json\n(.*?)```", example, re.DOTALL)[0] + "}")
    settled = {old: new for old, new in lines["redirects"].items() if "thong-tu-22" in old}
    assert len(settled) == 2
    for old, new in settled.items():
        assert f'"{old}": "{new}"' in said
        assert old in shown
    published.write_text(ledger.written(Ledger(addresses, settled)), "utf-8")
    assert main(["check", "--records", str(records)]) == 0
