"""Tables whose rows the file itself names."""

from typing import Any

import pytest

from generator.problems import Problems
from generator.reading import yaml_tree
from generator.reading.json_schema import json_schema
from generator.reading.place import At
from generator.reading.scalars import MONTH, TEXT
from generator.reading.schema import Field, ListOf, Record
from generator.reading.tables import TableOf

TABLE = TableOf(TEXT, Field(ListOf(MONTH), "Các tháng", at_least=1, example="[2021-12]"))


def read(written: str) -> tuple[object, list[str]]:
    """What a table reads below the field `table`, and what is told."""
    root, told = yaml_tree.read(f"table:\n{written}".encode(), "f")
    assert root is not None, told
    problems = Problems("f")
    value = TABLE.read(At("f", "", root).field("table"), problems)
    return value, [str(problem) for problem in problems.found()]


def test_a_row_is_read_under_its_name() -> None:
    rows, told = read("  học kỳ I: [2021-09, 2021-10]\n  hè:\n    - 2022-06\n")
    assert told == []
    assert isinstance(rows, tuple)
    assert [(row.name, *map(str, row.value)) for row in rows] == [
        ("học kỳ I", "09/2021", "10/2021"),
        ("hè", "06/2022"),
    ]
    places = [(row.named.line, row.at.field(0).line, row.at.field(0).path) for row in rows]
    assert places == [(2, 2, "table.học kỳ I[0]"), (3, 4, "table.hè[0]")]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("  - hè\n", "f:2: table: ở đây phải là các dòng dạng «…: [2021-12]», không phải một"),
        ("  hè: 2022-06\n", "f:2: table.hè: ở đây phải là một danh sách"),
        ("  hè: []\n", "f:2: table.hè: danh sách quá ngắn; phải có ít nhất 1 ý"),
        ("  hè: [tháng 6]\n", "f:2: table.hè[0]: "),
        ("  'hè ': [2022-06]\n", "f:2: table.hè : cảnh báo: thừa dấu cách"),
        ('  "hè\\nthu": [2022-06]\n', "f:2: table.hè↵thu: phải viết trên một dòng"),
    ],
)
def test_a_slip_is_told_at_its_row(written: str, told: str) -> None:
    _, found = read(f"{written}  đông: [2021-12]\n" if written[2] != "-" else written)
    assert [line[: len(told)] for line in found] == [told]


def test_every_wrong_row_is_told() -> None:
    assert len(read("  hè: a\n  thu: [b]\n  đông:\n")[1]) == 3


def test_editors_take_any_name() -> None:
    shape: Record[object] = Record("Terms", "Học kỳ", dict, {"table": Field(TABLE, "Học kỳ")})
    definitions: Any = json_schema(shape, title="Học kỳ")["definitions"]
    schema = definitions["Terms"]["properties"]["table"]
    assert schema["propertyNames"]["pattern"] == TEXT.pattern
    row = schema["additionalProperties"]
    assert (row["type"], row["minItems"], row["title"]) == ("array", 1, "Các tháng")
