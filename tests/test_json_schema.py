"""The JSON Schema says of a text what reading says of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.reading.json_schema import JsonSchema, json_schema
from generator.reading.place import At
from generator.reading.prose import PROSE
from generator.reading.scalars import COUNT, DATE, KEY, MONTH, TEXT, YES_NO
from generator.reading.schema import Field, ListOf, Record, Shape
from generator.reading.yaml_nodes import Scalar
from generator.records.loading import SHAPES


@dataclass(frozen=True, slots=True)
class Value:
    at: At = field(compare=False)
    value: object


def schema_of(shape: Shape[object]) -> JsonSchema:
    """What the schema says of one field of this shape."""
    record = Record("Value", "Giá trị", Value, {"value": Field(shape, "Giá trị")})
    found = json.loads(json.dumps(json_schema(record, title="Giá trị")))
    of_field: JsonSchema = found["definitions"]["Value"]["properties"]["value"]
    return of_field


def allows(schema: JsonSchema, text: str) -> bool:
    """A validator of the few keywords that the schema of a text uses; `$` is the very end."""
    if "enum" in schema:
        assert isinstance(schema["enum"], list)
        return text in schema["enum"]
    types, pattern = schema["type"], schema["pattern"]
    assert isinstance(types, str | list)
    assert isinstance(pattern, str)
    return "string" in types and re.search(pattern.replace("$", r"\Z"), text) is not None


WRITTEN = (
    st.text("aếĐ09-./ \n", max_size=12)
    | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
    | st.from_regex(r"[0-9]{4}-[0-3][0-9]-[0-3][0-9]", fullmatch=True)
    | st.from_regex(r"[0-9]{1,4}(\.[0-9]{2,3}){0,4}", fullmatch=True)
    | st.from_regex(r"[0-9]{4}-[01][0-9]", fullmatch=True)
    | st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{0,30}){0,3}", fullmatch=True)
    | st.sampled_from(["có", "không", "con", "index", "lpt0", "lpt10", "2000-02-29", "1900-02-29"])
)


@pytest.mark.parametrize("shape", [TEXT, PROSE, DATE, MONTH, COUNT, KEY, YES_NO])
@given(text=WRITTEN)
def test_reading_and_schema_agree_on_every_text(shape: Shape[object], text: str) -> None:
    problems = Problems("f")
    shape.read(At("f", "value", Scalar(text, 1, 1, '"')), problems)
    if text == text.rstrip("\n") or shape in (TEXT, PROSE):
        assert allows(schema_of(shape), text) == (not problems.found())


@dataclass(frozen=True, slots=True)
class Section:
    at: At
    title: str


@dataclass(frozen=True, slots=True)
class Notice:
    at: At
    sections: tuple[Section, ...]
    first: Section | None = None
    confirmed: bool = False


SECTION = Record(
    "Section", "Một mục", Section, {"title": Field(TEXT, "Tiêu đề", required=True, example="Họp")}
)
NOTICE = Record(
    "Notice",
    "Thông báo",
    Notice,
    {
        "sections": Field(ListOf(SECTION), "Các mục", "Theo thứ tự.", required=True, at_least=1),
        "first": Field(SECTION, "Mục đầu"),
        "confirmed": Field(YES_NO, "Đã xác nhận"),
    },
)


def test_a_record_is_described_whole_and_in_vietnamese() -> None:
    reference = {"allOf": [{"$ref": "#/definitions/Section"}]}
    assert json_schema(NOTICE, title="Thông báo kết luận") == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Thông báo kết luận",
        "allOf": [{"$ref": "#/definitions/Notice"}],
        "definitions": {
            "Notice": {
                "title": "Thông báo",
                "type": "object",
                "properties": {
                    "sections": {
                        "type": "array",
                        "items": reference,
                        "title": "Các mục",
                        "description": "Theo thứ tự.",
                        "minItems": 1,
                    },
                    "first": {**reference, "title": "Mục đầu"},
                    "confirmed": {
                        "enum": ["có", "không"],
                        "enumDescriptions": ["Đúng như vậy", "Không phải như vậy"],
                        "errorMessage": "Chọn một trong: «có», «không»",
                        "title": "Đã xác nhận",
                    },
                },
                "required": ["sections"],
                "additionalProperties": False,
            },
            "Section": {
                "title": "Một mục",
                "type": "object",
                "properties": {
                    "title": {
                        "type": ["string", "number", "boolean"],
                        "pattern": TEXT.pattern,
                        "patternErrorMessage": (
                            "Phải là một đoạn chữ, không để trống, không thừa dấu cách"
                        ),
                        "title": "Tiêu đề",
                        "examples": ["Họp"],
                    }
                },
                "required": ["title"],
                "additionalProperties": False,
            },
        },
    }


def parts(schema: object) -> Iterator[dict[str, object]]:
    """Every object within a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    if isinstance(schema, list):
        for value in schema:
            yield from parts(value)


@pytest.mark.parametrize("kind", SHAPES)
def test_the_editor_says_in_vietnamese_what_is_wrong(kind: str) -> None:
    for part in parts(json_schema(SHAPES[kind], title=kind)):
        if "pattern" in part and isinstance(part["pattern"], str):
            assert str(part["patternErrorMessage"]).startswith("Phải là ")
        if "enum" in part:
            assert isinstance(part["enum"], list)
            assert isinstance(part["enumDescriptions"], list)
            for word, label in zip(part["enum"], part["enumDescriptions"], strict=True):
                assert str(word).casefold() != str(label).casefold()
