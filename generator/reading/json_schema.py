"""The shapes of records as JSON Schema, which editors complete, explain and check by.

Draft-07: every editor's YAML plugin reads it, and not all read a later one. A text that YAML 1.2
takes for a number is allowed as one. `patternErrorMessage`, `errorMessage` and `enumDescriptions`
are VS Code's own words: they let an editor say in Vietnamese what is wrong.
"""

from typing import TypeAlias

from generator.reading.prose import ProseShape
from generator.reading.scalars import Choice, Scalar
from generator.reading.schema import ANYTHING, Field, ListOf, Record, Shape
from generator.reading.tables import TableOf

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"
JsonSchema: TypeAlias = dict[str, Json]
_Definitions: TypeAlias = dict[str, JsonSchema]


def json_schema(shape: Record[object], *, title: str) -> JsonSchema:
    """The schema of a file of this shape; records stand under `definitions`, by their names."""
    definitions: _Definitions = {}
    root = _of_shape(shape, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **root,
        "definitions": {name: definitions[name] for name in sorted(definitions)},
    }


def _of_shape(shape: Shape[object], definitions: _Definitions) -> JsonSchema:
    match shape:
        case Record():
            if shape.name not in definitions:
                definitions[shape.name] = {}
                definitions[shape.name] = _of_record(shape, definitions)
            return {"allOf": [{"$ref": f"#/definitions/{shape.name}"}]}
        case ListOf():
            return {"type": "array", "items": _of_shape(shape.item, definitions)}
        case TableOf():
            return {
                "type": "object",
                "propertyNames": _of_shape(shape.name, definitions),
                "additionalProperties": _of_field(shape.row, definitions),
            }
        case Choice():
            labels: list[Json] = [option.label for option in shape.options.values()]
            listed = ", ".join(f"«{word}»" for word in shape.options)
            return {
                "enum": list(shape.options),
                "enumDescriptions": labels,
                "errorMessage": f"Chọn một trong: {listed}",
            }
        case Scalar() | ProseShape():
            types: list[Json] = list(shape.json_types)
            schema: JsonSchema = {
                "type": types[0] if len(types) == 1 else types,
                "pattern": shape.pattern,
            }
            if shape.example == ANYTHING:
                wanted = f"Phải là {shape.label}, không để trống, không thừa dấu cách"
                return {**schema, "patternErrorMessage": wanted}
            wanted = f"Phải là {shape.label}, ví dụ «{shape.example}»"
            return {**schema, "patternErrorMessage": wanted, "examples": [shape.example]}
        case _:
            raise TypeError(f"no JSON Schema for {shape!r}")


def _of_record(shape: Record[object], definitions: _Definitions) -> JsonSchema:
    return {
        "title": shape.label,
        "type": "object",
        "properties": {name: _of_field(it, definitions) for name, it in shape.fields.items()},
        "required": [name for name, it in shape.fields.items() if it.required],
        "additionalProperties": False,
    }


def _of_field(it: Field[object], definitions: _Definitions) -> JsonSchema:
    schema = {**_of_shape(it.shape, definitions), "title": it.label}
    if it.help:
        schema["description"] = it.help
    if it.at_least:
        schema["minItems"] = it.at_least
    if it.example:
        schema["examples"] = [it.example]
    return schema
