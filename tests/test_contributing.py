"""The map in CONTRIBUTING.md names nothing that is no more."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_what_the_map_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("## Map of") : text.index("## How to add")]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])}
    modules = {
        path.stem for path in (ROOT / "generator").rglob("*.py") if not path.stem.startswith("__")
    }
    assert named - modules == set()
