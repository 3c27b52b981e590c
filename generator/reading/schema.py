"""Shapes of records, declared once: reading and messages here, `json_schema` for the editors.

A shape reads a node into a typed, immutable value, or tells what is wrong with it. A `Record`
hands its fields to `build` as keyword arguments, and with them `at`, the place it was read from:
`at.problem("number cannot be", "met")` is a problem at the line and path of the field `met`.
"""

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, Protocol, TypeVar

from generator.nearest import nearest
from generator.problems import Problem, Problems, quoted
from generator.reading import yaml_nodes, yaml_tree
from generator.reading.yaml_nodes import Blank, Node
from generator.vietnamese import bare

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file: which node, and the path that leads there (`parts[1].title`)."""

    file: str
    path: str
    node: Node
    required: bool = False

    @property
    def line(self) -> int:
        return self.node.line

    def field(self, *steps: str | int) -> "At":
        """The place of a field, an item, or deeper; of what holds it where nothing is written."""
        place = self
        for step in steps:
            place = place._step(step)
        return place

    def _step(self, step: str | int) -> "At":
        if isinstance(step, int):
            path = f"{self.path}[{step}]"
            if isinstance(self.node, yaml_nodes.Sequence) and step < len(self.node.items):
                return At(self.file, path, self.node.items[step])
            return At(self.file, path, self.node)
        path = f"{self.path}.{step}" if self.path else step
        if isinstance(self.node, yaml_nodes.Mapping):
            for key, value in self.node.entries:
                if key.text == step:
                    return At(self.file, path, value)
        return At(self.file, path, self.node)

    def problem(
        self, message: str, *steps: str | int, line: int | None = None, warning: bool = False
    ) -> Problem:
        """A problem here or at a field; `line` where it is known better, as inside a prose."""
        place = self.field(*steps)
        return Problem(self.file, line or place.line, place.path, message, warning)


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
                self.fields[key.text].read(_below(at, key.text, value), problems)
        if not written.keys() <= self.fields.keys():
            self._tell_unknown(at, node, problems)
        for name, it in self.fields.items():
            if name in written:
                place = replace(_below(at, name, written[name]), required=it.required)
                values[name] = it.read(place, problems)
            elif it.required and not node.cut:
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

    def _tell_unknown(self, at: At, node: yaml_nodes.Mapping, problems: Problems) -> None:
        """Every name that is no field's."""
        unknown = [key for key, _ in node.entries if key.text not in self.fields]
        written = {key.text for key, _ in node.entries}
        for key in unknown:
            if problems.full:
                break
            if _is_rest_of_number(key.text):
                _tell_cut_number(at, node, key, problems)
                continue
            near = self._meant(key.text, written)
            message = f"không có dòng {quoted(key.text + ':')}; "
            is_name = re.fullmatch("[a-z_]+", key.text)
            if key.text != key.text.lower() and key.text.lower() in written:
                message += f"đã có {quoted(key.text.lower() + ':')} rồi, hãy xóa một bên"
            elif near:
                message += f"có phải {quoted(near + ':')}?"
            elif is_name:
                message += f"các dòng viết được ở đây: {', '.join(self.fields)}"
            else:
                message += _colon_hint(key.text)
            problems.error(key.line, message, field=at.field(key.text).path if is_name else at.path)

    def _meant(self, key: str, written: Collection[str]) -> str | None:
        """The field that a mistyped name, or a field's name in Vietnamese (`phần kết`), means."""
        free = {name: it.label for name, it in self.fields.items() if name not in written}
        if re.fullmatch("[a-z_]+", key):
            return nearest(key, free)
        names = {label: name for name, label in free.items()} | {name: name for name in free}
        wanted = bare(key)
        begun = [name for name, label in free.items() if bare(label).startswith(f"{wanted} ")]
        near = nearest(key, names, least=0.8)
        return names[near] if near else begun[0] if begun else None


def _below(at: At, name: str, node: Node) -> At:
    return At(at.file, f"{at.path}.{name}" if at.path else name, node)


def _is_shorter(node: Node, least: int) -> bool:
    return isinstance(node, yaml_nodes.Sequence) and len(node.items) < least and not node.cut


def _read_or_stand_in(shape: Shape[T], at: At, problems: Problems) -> T | None:
    value = shape.read(at, problems)
    return shape.stand_in(at) if value is None else value


def _is_rest_of_number(key: str) -> bool:
    return re.fullmatch("[0-9]+%?", key) is not None


def _tell_cut_number(
    at: At, node: yaml_nodes.Mapping, key: yaml_nodes.Scalar, problems: Problems
) -> None:
    """`{value: 6,655}` is to YAML a value 6, and a name 655 without one."""
    place = next(index for index, (other, _) in enumerate(node.entries) if other is key)
    first = place
    while first and _is_rest_of_number(node.entries[first][0].text):
        first -= 1
    name, begun = node.entries[first]
    if not isinstance(begun, yaml_nodes.Scalar) or not begun.text.isdigit():
        message = f"không có dòng {quoted(key.text + ':')}; xóa đi, hoặc đặt lời văn trong khối «|»"
        problems.error(key.line, message, field=at.path)
    elif place == first + 1:
        rest = [other.text for other, _ in node.entries[place:] if _is_rest_of_number(other.text)]
        problems.error(
            key.line, comma_hint(",".join([begun.text, *rest])), field=at.field(name.text).path
        )


def comma_hint(number: str) -> str:
    """What to write for `6,655`, `98,5` or `98%`."""
    if re.fullmatch("[0-9]{1,3}(,[0-9]{3})+", number):
        right = number.replace(",", ".")
        return f"dấu phẩy ngăn hàng nghìn: viết {quoted(right)}, không viết {quoted(number)}"
    return (
        f"{quoted(number)} là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi số đếm"
        " như 268, 12.843, 14/14"
    )


def _written(name: str, it: Field[object]) -> str:
    if isinstance(it.shape, (ListOf, Record)):
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
        message += "; " + _colon_hint(node.entries[0][0].text)
    problems.error(at.line, message, field=at.path)


def tell_blank(at: At, problems: Problems, wanted: str) -> None:
    otherwise = "" if at.required else ", hoặc xóa cả dòng"
    problems.error(at.line, f"để trống; hãy viết {wanted}{otherwise}", field=at.path)


def _colon_hint(words: str) -> str:
    """`- Tổng số lớp: 268` is a mapping to YAML, and a sentence to the clerk."""
    return (
        f"chữ {quoted(words)} có dấu hai chấm theo sau nên bị hiểu là tên một dòng: nếu là "
        'lời văn, đặt cả dòng trong ngoặc kép "…" hoặc viết trong khối «|»'
    )


def read(shape: Record[T], raw: bytes, file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """One file read against its shape: the record, and every problem.

    With an error among them the record is good for looking for more problems only: what is wrong
    was left out of it, or something stands in for it. None where nothing could be read.
    """
    node, told = yaml_tree.read(raw, file)
    if not isinstance(node, yaml_nodes.Mapping):
        return None, told
    problems = Problems(file)
    value = shape.read(At(file, "", node), problems)
    return value, tuple(sorted({*told, *problems.found()}))
