"""Names in a record that are no field's: what each was meant to be, and what to write instead."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from typing import Final

from generator.nearest import Choices
from generator.problems import Problems, quoted
from generator.reading import yaml_nodes
from generator.reading.field_names import FIELD_NAMES
from generator.reading.place import At
from generator.vietnamese import bare

_MOST_MEANT = 3
_MOST_WORDS_OF_A_NAME = 2


def tell_unknown(
    at: At, node: yaml_nodes.Mapping, labels: Mapping[str, str], problems: Problems
) -> Collection[str]:
    """Every name that is no field's; `labels` are the fields and what people call them.

    Returns the fields that some of them must have been meant for.
    """
    meant: set[str] = set()
    cut = {key.text for key, value in node.entries if _has_no_colon(key, value)}
    names = _tell_cut_numbers(at, node, problems)
    unknown = [key for key in names if key.text not in labels]
    written = {key.text for key, _ in node.entries}
    free = _Free({name: label for name, label in labels.items() if name not in written})
    for place, key in enumerate(unknown):
        if problems.full:
            problems.leave_out(len(unknown) - place)
            break
        near = free.meant(key.text)
        if len(near) == 1:
            meant |= {*near}
        message = f"không có dòng {quoted(key.text + ':')}; "
        is_name = re.fullmatch("[a-z_]+", key.text)
        if _is_rest_of_number(key.text):
            message += "xóa đi, hoặc đặt lời văn trong khối «|»"
        elif key.text in cut and re.match(r"[a-z_]+:\S", key.text):
            message = f"thiếu dấu cách sau dấu hai chấm: {quoted(key.text)}; viết «tên: giá trị»"
            meant |= {key.text.partition(":")[0]} & labels.keys()
        elif not is_name and key.text in cut:
            message = (
                f"dấu phẩy trong ngoặc {{…}} cắt giá trị ở {quoted(key.text)}; đặt cả giá trị có"
                ' dấu phẩy trong ngoặc kép: "…"'
            )
        elif key.text != key.text.lower() and key.text.lower() in written:
            message += f"đã có {quoted(key.text.lower() + ':')} rồi, hãy xóa một bên"
        elif key.text in FIELD_NAMES:
            message += "dòng này thuộc về một nhóm bên trong; lùi vào cho thẳng với nhóm ấy"
        elif near:
            message += f"có phải {' hay '.join(quoted(name + ':') for name in near)}?"
        elif is_name:
            message += f"các dòng viết được ở đây: {', '.join(labels)}"
        else:
            message += colon_hint(key.text)
            words = key.text.split()
            if len(words) <= _MOST_WORDS_OF_A_NAME and all(map(str.isalpha, words)):
                message += f"; nếu là tên dòng, chọn một trong: {', '.join(labels)}"
        problems.error(key.line, message, field=at.field(key.text).path if is_name else at.path)
    return meant


def _has_no_colon(key: yaml_nodes.Scalar, value: yaml_nodes.Node) -> bool:
    """`{name: Công tác pháp chế, an ninh}`: «an ninh» is a name to YAML, without a value."""
    if not isinstance(value, yaml_nodes.Blank):
        return False
    return (value.line, value.column) == (key.line, key.column + len(key.text))


_IN_VIETNAMESE: Final = {
    "tieu de": "title",
    "noi dung": "text",
    "nguyen van": "text",
    "loi van": "text",
    "mo dau": "opening",
    "ten": "name",
    "ho ten": "name",
    "chu": "words",
    "thu tu": "number",
    "ma": "key",
}
"""What a name says in Vietnamese, where its label in some record says more, or something else."""


class _Free:
    """The fields of a record that are not written yet, and what people call them."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._names = Choices(labels)
        self._labels = labels
        names = {name: name for name in labels}
        self._by_words = {label: name for name, label in labels.items()} | names
        self._words = Choices(self._by_words)
        self._bare = {name: bare(label) for name, label in labels.items()}

    def meant(self, key: str) -> list[str]:
        """What a mistyped name, or a field's name in Vietnamese (`phần kết`), may mean."""
        wanted = bare(key).replace("_", " ").strip()
        if (name := _IN_VIETNAMESE.get(wanted)) in self._labels:
            return [name] if name else []
        if re.fullmatch("[a-z_]+", key):
            near = self._names.nearest(key, least=0.75)
            begun = [name for name in self._labels if name.startswith(key)]
            return [near] if near else begun if len(begun) == 1 and len(key) > 2 else []
        if near := self._words.nearest(key, least=0.8):
            return [self._by_words[near]]
        begun = [name for name, label in self._bare.items() if label.startswith(f"{wanted} ")]
        return begun if len(begun) <= _MOST_MEANT else []


def _is_rest_of_number(key: str) -> bool:
    return re.fullmatch("[0-9]+%?", key) is not None


def _tell_cut_numbers(
    at: At, node: yaml_nodes.Mapping, problems: Problems
) -> Iterator[yaml_nodes.Scalar]:
    """The names that are no rest of a number, each number told once.

    `{value: 6,655}` is to YAML a value 6, and a name 655 without one.
    """
    before: tuple[yaml_nodes.Scalar, yaml_nodes.Node] | None = None
    for is_rest, run in groupby(node.entries, lambda entry: _is_rest_of_number(entry[0].text)):
        entries = [*run]
        match before:
            case (name, yaml_nodes.Scalar(text=text)) if is_rest and text.isdigit():
                number = ",".join([text, *(key.text for key, _ in entries)])
                path = at.field(name.text).path
                problems.error(entries[0][0].line, comma_hint(number), field=path)
            case _:
                yield from (key for key, _ in entries)
        before = entries[-1]


def comma_hint(number: str) -> str:
    """What to write for `6,655`, `98,5` or `98%`."""
    if re.fullmatch("[0-9]{1,3}(,[0-9]{3})+", number):
        right = number.replace(",", ".")
        return f"dấu phẩy ngăn hàng nghìn: viết {quoted(right)}, không viết {quoted(number)}"
    return (
        f"{quoted(number)} là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi số đếm"
        " như 268, 12.843, 14/14"
    )


def colon_hint(words: str) -> str:
    """`- Tổng số lớp: 268` is a mapping to YAML, and a sentence to the clerk."""
    return (
        f"chữ {quoted(words)} có dấu hai chấm theo sau nên bị hiểu là tên một dòng: nếu là "
        'lời văn, đặt cả dòng trong ngoặc kép "…" hoặc viết trong khối «|»'
    )
