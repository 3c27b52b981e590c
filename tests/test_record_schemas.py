"""The JSON Schemas beside the records are what the shapes say."""

import json
from pathlib import Path

from generator.records import record_schemas

ROOT = Path(__file__).parent.parent


def test_the_schemas_beside_the_records_are_fresh() -> None:
    assert record_schemas.stale(ROOT / "records" / "schema") == []


def test_a_missing_or_changed_schema_is_stale(tmp_path: Path) -> None:
    record_schemas.write(tmp_path / "schema")
    assert record_schemas.stale(tmp_path / "schema") == []
    (tmp_path / "schema" / "notice.json").write_text("{}", "utf-8")
    (tmp_path / "schema" / "topics.json").unlink()
    assert {path.name for path in record_schemas.stale(tmp_path / "schema")} == {
        "notice.json",
        "topics.json",
    }


def test_every_field_is_explained_in_vietnamese() -> None:
    for name, text in record_schemas.schemas().items():
        schema = json.loads(text)
        assert schema["title"], name
        assert text.endswith("}\n")
        assert "\\u" not in text
