"""What an error in a file took away from whoever looks at the rest of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.problems import Problem
from generator.reading.prose import ProseShape
from generator.reading.scalars import Choice, Scalar
from generator.reading.schema import ANYTHING, ListOf, Record, Shape

_STEP = re.compile(r"[a-z_]+|\[")


def loses_words(shape: Record[Any], told: Iterable[Problem]) -> bool:
    """Whether an error may have left words out: what is quoted from them cannot be looked for."""
    return any(not p.warning and not _is_of_a_value(shape, p.field) for p in told)


def _is_of_a_value(shape: Shape[Any], path: str) -> bool:
    """Whether a path leads to a date, a count, a key: to what is no words of the notice."""
    for step in _STEP.findall(path):
        if isinstance(shape, ListOf):
            shape = shape.item
        elif isinstance(shape, Record) and step in shape.fields:
            if _is_left_out_with_words(shape, step):
                return False
            shape = shape.fields[step].shape
        else:
            return False
    return isinstance(shape, Choice) or (isinstance(shape, Scalar) and shape.example != ANYTHING)


def _is_left_out_with_words(record: Record[Any], name: str) -> bool:
    """Whether a record without this field is no record, and holds text."""
    field = record.fields[name]
    has_text = any(isinstance(other.shape, ProseShape) for other in record.fields.values())
    return field.required and isinstance(field.shape, Scalar) and has_text


def elsewhere(found: Iterable[Problem], told: Collection[Problem]) -> Iterator[Problem]:
    """What was found at or around no field of which an error is told already."""
    wrong = {(problem.file, problem.field) for problem in told if not problem.warning}
    for problem in found:
        if not any(
            file == problem.file and _is_one_way(field, problem.field) for file, field in wrong
        ):
            yield problem


def _is_one_way(one: str, other: str) -> bool:
    """Whether one of two paths leads to the other, or past it."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) : len(short) + 1] in ("", ".", "[")
