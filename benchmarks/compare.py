"""One archive with every builder, three ways: cold, with nothing changed, with one record."""

import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import archive, cost
from benchmarks.builders import PROJECT, Builder
from benchmarks.cost import Cost
from generator.generate import generate

CASES = ("cold", "no change", "one record")
_HAND_WRITTEN = ("huong-dan",)


@dataclass(frozen=True, slots=True)
class Row:
    """Medians of one builder and case; `files` and `size` (bytes) are of what it built."""

    builder: str
    case: str
    wall: float
    cpu: float
    memory: int
    files: int
    size: int
    runs: int


def compare(
    folder: Path,
    notices: int,
    seed: int,
    builders: Sequence[Builder],
    rounds: int,
    tell: Callable[[str], None],
) -> list[Row]:
    """Every round runs every builder, so that what else the machine does falls on all alike."""
    base = folder / "base"
    archive.write(base / "records", notices, seed)
    for name in _HAND_WRITTEN:
        _copy(PROJECT / "docs" / name, base / "docs" / name)
    edited = folder / "edited"
    _copy(base, edited)
    _edit(edited / "records")
    for tree in (base, edited):
        generate(tree / "records", tree / "docs")
    for builder in builders:
        _copy(base, folder / builder.name)
        builder.lay_out(folder / builder.name)
    costs: dict[tuple[str, str], list[Cost]] = {}
    sizes: dict[str, tuple[int, int]] = {}
    for number in range(1, rounds + 1):
        for builder in builders:
            home = folder / builder.name
            for case in CASES:
                _arrange(builder, case, home, base, edited)
                spent = cost.run(builder.command, home, builder.environment)
                what = f"{notices} notices, round {number} of {rounds}: {builder.name}, {case}"
                tell(f"{what}: {spent.wall:.1f} s, {spent.memory / 1e6:.0f} MB")
                costs.setdefault((builder.name, case), []).append(spent)
            sizes[builder.name] = cost.size(home / builder.output)
    return [_row(name, case, spent, sizes[name]) for (name, case), spent in costs.items()]


def _row(name: str, case: str, spent: Sequence[Cost], built: tuple[int, int]) -> Row:
    return Row(
        name,
        case,
        statistics.median(one.wall for one in spent),
        statistics.median(one.cpu for one in spent),
        int(statistics.median(one.memory for one in spent)),
        *built,
        len(spent),
    )


def _arrange(builder: Builder, case: str, home: Path, base: Path, edited: Path) -> None:
    source = edited if case == "one record" else base
    if case == "cold":
        for name in builder.keeps:
            shutil.rmtree(home / name, ignore_errors=True)
        if builder.reads_records:
            for name in _HAND_WRITTEN:
                _copy(PROJECT / "docs" / name, home / "docs" / name)
    _bring(source / "records", home / "records")
    if not builder.reads_records:
        _bring(source / "docs", home / "docs")


def _bring(source: Path, target: Path) -> None:
    """Copy the files that differ, under the name by which the target has them."""
    for path in source.rglob("*"):
        if path.is_file():
            there = target / path.relative_to(source)
            if (beside := there.with_name("_index.md")).exists() and path.name == "index.md":
                there = beside
            if not there.exists() or there.read_bytes() != path.read_bytes():
                _copy(path, there)


def _edit(records: Path) -> None:
    """One word of the newest notice, as a clerk mends it."""
    newest = max(records.glob("[0-9]*/*.yml"))
    text = newest.read_text("utf-8")
    newest.write_text(text.replace("nghiêm túc triển khai", "nghiêm chỉnh triển khai"), "utf-8")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
