"""What an error in a file took away from whoever looks at the rest of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.problems import Problem
from generator.reading import yaml_nodes
from generator.reading.place import At
from generator.reading.prose import ProseShape
from generator.reading.scalars import Choice, Scalar
from generator.reading.schema import ANYTHING, ListOf, Record, Shape
from generator.reading.yaml_nodes import Mapping, Node

_STEP = re.compile(r"[a-z_]+|\[")


class Lost:
    """Where in a notice's file words may be lacking, since an error stands there."""

    def __init__(self, shape: Record[Any], root: Node, told: Iterable[Problem]) -> None:
        wrong = [
            p.field
            for p in told
            if not p.warning
            and not _is_of_a_value(shape, p.field)
            and not _is_whole_name(root, p.field)
        ]
        is_cut = isinstance(root, Mapping) and root.cut
        self.places = tuple(dict.fromkeys([*wrong, *([""] if is_cut else [])]))

    @property
    def has_words(self) -> bool:
        """Whether what is quoted from the notice cannot be looked for."""
        return any(not _NO_BODY.match(place) for place in self.places)

    def but_for_places(self, found: Iterable[Problem]) -> Iterator[Problem]:
        """Those that compare a field with words of its own place, where all of these are there."""
        for problem in found:
            own = _OF_A_PLACE.sub("", problem.field)
            own = "head" if own in ("number", "issued") else own
            if not any(place == "" or _is_one_way(place, own) for place in self.places):
                yield problem


_NO_BODY = re.compile(
    r"(?:title|kind|signed|number|issued|met|updated|\w+_heading|notes|corrections|italics)\b"
    r"|parts\[\d+\]\.sections\[\d+\]\.figures\b"
)
"""Fields without words that anybody quotes."""

_OF_A_PLACE = re.compile(r"(?:\.figures\b.*|(?<=\])\.(?:present|invited|absent|group)\b.*)$")


def _is_whole_name(root: Node, path: str) -> bool:
    """Whether a title or a name is there, written wrongly: `title: Tiểu học: kết quả`."""
    if not path.endswith((".title", ".group")):
        return False
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"[a-z_]+|\d+", path)]
    return isinstance(At("", "", root).field(*steps).node, yaml_nodes.Scalar)


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
