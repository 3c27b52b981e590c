"""The small department published once: its ledger holds all that it has, and may be changed."""

import json
from pathlib import Path

from generator.generate import Generated, generate
from generator.published import ledger
from generator.published.ledger import Ledger
from tests.small_department import small_department

FILE = "records/published.json"


def published_department(folder: Path) -> Path:
    """The project, made in `folder`."""
    small_department(folder)
    generated = build(folder)
    assert generated.errors == ()
    text = ledger.written(Ledger().with_published(generated.addresses))
    (folder / FILE).write_text(text, "utf-8")
    return folder


def build(project: Path) -> Generated:
    return generate(project / "records", project / "docs", publishing=True)


def redirect(project: Path, start: str, end: str) -> None:
    path = project / FILE
    content = json.loads(path.read_text("utf-8"))
    text = ledger.written(Ledger(content["pages"], content["redirects"] | {start: end}))
    path.write_text(text, "utf-8")
