"""The map in CONTRIBUTING.md names every module and script, and nothing that is no more."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOLD_AS_A_WHOLE = ("accelerator", "preview")


def test_the_map_names_every_module_and_nothing_else() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("## Map of") : text.index("## How to add")]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])}
    paths = [path.relative_to(ROOT / "generator") for path in (ROOT / "generator").rglob("*.py")]
    modules = {
        path.stem
        for path in paths
        if path.parts[0] not in TOLD_AS_A_WHOLE and not path.stem.startswith("__")
    }
    assert named == modules
    for package in TOLD_AS_A_WHOLE:
        assert f"`{package}/`" in section


def test_the_map_names_every_script_of_the_search() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("The scripts that search") : text.index("## How to add")]
    rows = [line for line in section.splitlines() if line.startswith("- ")]
    named = [name for row in rows for name in re.findall(r"`([a-z-]+)`", row)]
    folder = ROOT / "generator" / "theme" / "assets" / "search"
    assert sorted(named) == sorted(path.stem for path in folder.glob("*.js"))
