"""Shapes of records, declared once: reading and messages here, `json_schema` for the editors.

A shape reads a node into a typed, immutable value, or tells what is wrong with it. A `Record`
hands its fields to `build` as keyword arguments, and with them `at`, the place it was read from:
`at.problem("number cannot be", "met")` is a problem at the line and path of the field `met`.
"""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from generator.problems import Problem, Problems, quoted
from generator.reading import yaml_nodes, yaml_tree
from generator.reading.place import At
from generator.reading.unknown_names import colon_hint, tell_unknown
from generator.reading.yaml_nodes import Blank, Node

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Shape(Protocol[T_co]):
    """What a node must be."""

    @property
    def label(self) -> str:
        """What a clerk calls it: «ngày», «một đoạn chữ»."""

    @property
    def example(self) -> str:
        """As it is written in a file, on one line where that is possible."""

    def read(self, at: At, problems: Problems) -> T_co | None:
        """The value as far as it could be read; None where there is none. Why is told."""

    def stand_in(self, at: At) -> T_co | None:
        """What may stand for a value that could not be read, so that the rest is looked at."""


ANYTHING: Final = "…"
"""The example of a shape that takes any words: worth no example."""


class Wrong(ValueError):
    """Raised by a `parse` that knows better than «… không phải là …»; its text is Vietnamese."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A field of a record: its shape, its name for people, a word of help for the editor."""

    shape: Shape[T_co]
    label: str
    help: str = ""
    required: bool = False
    at_least: int = 0
    example: str = ""

    @property
    def shown_example(self) -> str:
        return self.example or self.shape.example

    def read(self, at: At, problems: Problems) -> T_co | None:
        """As the shape reads it, and not too short."""
        value = self.shape.read(at, problems)
        if _is_shorter(at.node, self.at_least):
            message = (
                f"danh sách quá ngắn; phải có ít nhất {self.at_least} ý, mỗi ý dạng"
                f" «{self.shape.example}»"
            )
            problems.error(at.line, message, field=at.path)
        return value


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T_co]):
    """Any number of the same: read into a tuple; `wanted` says how to write them."""

    item: Shape[T_co]
    label: str = "danh sách"
    wanted: str = "một danh sách, mỗi ý một dòng bắt đầu bằng «- »"

    @property
    def example(self) -> str:
        return f"- {self.item.example}"

    def read(self, at: At, problems: Problems) -> tuple[T_co, ...] | None:
        if not isinstance(at.node, yaml_nodes.Sequence):
            tell_wrong_kind(at, problems, self.wanted)
            return None
        places = [
            At(at.file, f"{at.path}[{index}]", node) for index, node in enumerate(at.node.items)
        ]
        values = (_read_or_stand_in(self.item, place, problems) for place in places)
        return tuple(value for value in values if value is not None)

    def stand_in(self, at: At) -> tuple[T_co, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """Named fields; `build` gets those that are written, and `at`."""

    name: str
    label: str
    build: Callable[..., T_co]
    fields: Mapping[str, Field[object]]

    def __post_init__(self) -> None:
        if dataclasses.is_dataclass(self.build):
            taken = {f.name for f in dataclasses.fields(self.build) if f.init}
            if taken != {*self.fields, "at"}:
                raise TypeError(f"{self.name}: fields differ: {taken ^ {*self.fields, 'at'}}")

    @property
    def example(self) -> str:
        return next(
            (f"{name}: {it.shown_example}" for name, it in self.fields.items() if it.required), "…"
        )

    def read(self, at: At, problems: Problems) -> T_co | None:
        node = at.node
        if not isinstance(node, yaml_nodes.Mapping):
            tell_wrong_kind(at, problems, f"{self.label.lower()} gồm các dòng «tên: giá trị»")
            return None
        values: dict[str, object] = {}
        written: dict[str, Node] = {}
        for key, value in node.entries:
            if written.setdefault(key.text, value) is not value and key.text in self.fields:
                self.fields[key.text].read(at.below(key.text, value), problems)
        meant: Collection[str] = ()
        if not written.keys() <= self.fields.keys():
            meant = tell_unknown(
                at, node, {name: it.label for name, it in self.fields.items()}, problems
            )
        for name, it in self.fields.items():
            if name in written:
                place = at.below(name, written[name], required=it.required)
                values[name] = it.read(place, problems)
            elif it.required and not node.cut and name not in meant:
                problems.error(
                    node.line,
                    f"thiếu {it.label.lower()}; {_written(name, it)}",
                    field=at.field(name).path,
                )
        return self._built(at, values)

    def _built(self, at: At, values: Mapping[str, object]) -> T_co | None:
        """Of what could be read; None where a required field has neither value nor stand-in."""
        known = {name: value for name, value in values.items() if value is not None}
        for name, it in self.fields.items():
            if it.required and name not in known:
                known[name] = it.shape.stand_in(at)
                if known[name] is None:
                    return None
        return self.build(at=at, **known)

    def stand_in(self, at: At) -> T_co | None:
        return self._built(at, {})


def _is_shorter(node: Node, least: int) -> bool:
    return isinstance(node, yaml_nodes.Sequence) and len(node.items) < least and not node.cut


def _read_or_stand_in(shape: Shape[T], at: At, problems: Problems) -> T | None:
    value = shape.read(at, problems)
    return shape.stand_in(at) if value is None else value


def _written(name: str, it: Field[object]) -> str:
    if isinstance(it.shape, Record):
        lines = [
            f"«{n}: {one.shown_example}»" for n, one in it.shape.fields.items() if one.required
        ]
        return f"viết «{name}:» rồi xuống dòng, lùi vào: {', '.join(lines)}"
    if isinstance(it.shape, ListOf):
        return f"viết «{name}:» rồi xuống dòng, lùi vào, ví dụ: «{it.shown_example}»"
    return f"viết thêm, ví dụ: «{name}: {it.shown_example}»"


_KINDS: Final = {
    yaml_nodes.Scalar: "một đoạn chữ",
    yaml_nodes.Sequence: "một danh sách",
    yaml_nodes.Mapping: "một nhóm dòng «tên: giá trị»",
}


def tell_wrong_kind(at: At, problems: Problems, wanted: str, *, is_text: bool = False) -> None:
    """«Here should be a list, there stands a text.»"""
    node = at.node
    if isinstance(node, yaml_nodes.Unread):
        return
    if isinstance(node, Blank) or (isinstance(node, yaml_nodes.Scalar) and not node.text.strip()):
        tell_blank(at, problems, wanted)
        return
    message = f"ở đây phải là {wanted}, không phải {_KINDS[type(node)]}"
    if is_text and isinstance(node, yaml_nodes.Sequence):
        message += '; nếu là lời văn thì đặt cả giá trị trong ngoặc kép: "…"'
    if isinstance(node, yaml_nodes.Scalar):
        message += f" {quoted(node.text)}"
    elif isinstance(node, yaml_nodes.Mapping) and node.entries:
        message += "; " + colon_hint(node.entries[0][0].text)
    problems.error(at.line, message, field=at.path)


def tell_blank(at: At, problems: Problems, wanted: str) -> None:
    otherwise = "" if at.required else ", hoặc xóa cả dòng"
    problems.error(at.line, f"để trống; hãy viết {wanted}{otherwise}", field=at.path)


def read(shape: Record[T], raw: bytes, file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """One file read against its shape: the record, and every problem.

    With an error among them the record is good for looking for more problems only: what is wrong
    was left out of it, or something stands in for it. None where nothing could be read.
    """
    node, told = yaml_tree.read(raw, file)
    return of_tree(shape, node, told, file)


def of_tree(
    shape: Record[T], root: Node | None, told: tuple[Problem, ...], file: str
) -> tuple[T | None, tuple[Problem, ...]]:
    """The same of a tree, of which the problems `told` are known."""
    if not isinstance(root, yaml_nodes.Mapping):
        return None, told
    problems = Problems(file)
    value = shape.read(At(file, "", root), problems)
    return value, tuple(sorted({*told, *problems.found()}))
