"""The JSON Schemas in `records/schema/`, by which editors complete and explain the records."""

import json
from pathlib import Path

from generator.reading.json_schema import json_schema
from generator.records.loading import SHAPES


def schemas() -> dict[str, str]:
    """File name -> text, one for each shape."""
    return {
        f"{name}.json": json.dumps(
            json_schema(shape, title=shape.label), ensure_ascii=False, indent=2
        )
        + "\n"
        for name, shape in SHAPES.items()
    }


def stale(folder: Path) -> list[Path]:
    """The files that are missing or not what the shapes say."""
    return [
        folder / name
        for name, text in schemas().items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8", newline="\n")
