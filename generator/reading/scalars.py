"""The kinds of single values in records: text, prose, dates, months, counts, choices, ids.

Each says in one place how it is parsed, which pattern it keeps to and how it is written.
The patterns are in the part of the syntax that Python and JavaScript share.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.nearest import nearest
from generator.problems import Problems, quoted
from generator.reading import yaml_nodes
from generator.reading.dates import parse_date, parse_month
from generator.reading.place import At
from generator.reading.schema import ANYTHING, Shape, Wrong, tell_blank, tell_wrong_kind
from generator.reading.unknown_names import comma_hint
from generator.vietnamese import bare, slug

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Scalar(Generic[T_co]):
    """A text on one line that matches `pattern` and that `parse` understands.

    `parse` returns None, or raises `Wrong` where it can say more. `json_types` are what YAML 1.2
    takes such a text for: an editor sees a number in `2021`, where we read text.
    """

    label: str
    parse: Callable[[str], T_co | None]
    pattern: str
    example: str
    json_types: tuple[str, ...] = ("string",)
    unread: T_co | None = None

    def stand_in(self, at: At) -> T_co | None:
        return self.unread

    def read(self, at: At, problems: Problems) -> T_co | None:
        text = _one_line(at, problems, self)
        if text is None:
            return None
        told = ""
        try:
            value = self.parse(text)
            if value is not None and re.search(self.pattern, text):
                return value
        except Wrong as wrong:
            told = str(wrong)
        message = f"{quoted(text)} không phải là {self.label}, dạng {self.example}"
        problems.error(at.line, _not_known(text) or told or message, field=at.path)
        return None


_NOT_KNOWN = frozenset(
    "chua ro|khong ro|chua biet|khong biet|chua co|khong co|chua xac dinh|?|??|???|-|…".split("|")
)


def _not_known(text: str) -> str:
    """What is answered to `chưa rõ`, where no such words can stand."""
    if bare(text).strip(" .") not in _NOT_KNOWN:
        return ""
    return f"không ghi {quoted(text)}; không biết thì xóa cả dòng"


def _one_line(at: At, problems: Problems, shape: Shape[object]) -> str | None:
    """What stands there, without space around it; None after telling what is wrong."""
    node = at.node
    if not isinstance(node, yaml_nodes.Scalar):
        tell_wrong_kind(at, problems, _wanted(shape), is_text=shape.example == ANYTHING)
        return None
    text = node.text.rstrip("\n")
    words = text.strip(" ")
    if not words.strip("\n"):
        tell_blank(at, problems, _wanted(shape))
        return None
    if "\n" in words:
        message = f"phải viết trên một dòng, không phải nhiều dòng: {quoted(text)}"
        problems.error(at.line, message, field=at.path)
        return None
    if words != text:
        message = f"thừa dấu cách ở đầu hoặc cuối: {quoted(text)}, đã bỏ"
        problems.warn(at.line, message, field=at.path)
    return words


def _wanted(shape: Shape[object]) -> str:
    return shape.label if shape.example == ANYTHING else f"{shape.label}, ví dụ «{shape.example}»"


TEXT = Scalar(
    "một đoạn chữ",
    lambda text: text,
    r"^[^ \n]([^\n]*[^ \n])?\n*$",
    ANYTHING,
    json_types=("string", "number", "boolean"),
    unread="",
)


_LEAP_CENTURY_YEAR = "(0[48]|[2468][048]|[13579][26])"
DATE = Scalar(
    "ngày",
    parse_date,
    "^(?=19|20)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    f"|([0-9]{{2}}{_LEAP_CENTURY_YEAR}|{_LEAP_CENTURY_YEAR}00)-02-29)$",
    "2021-12-02",
)
MONTH = Scalar("tháng", parse_month, "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$", "2021-12")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things: `05` is 5, `12.843` is 12843; the text stays as printed."""

    text: str
    value: int

    def __str__(self) -> str:
        return self.text


def _count(text: str) -> Count | None:
    if re.fullmatch("[0-9]+([.,][0-9]+)* ?%|[0-9]+(,[0-9]+)+", text):
        raise Wrong(comma_hint(text))
    digits = text.replace(".", "")
    return Count(text, int(digits)) if re.fullmatch("[0-9]{1,12}", digits) else None


COUNT = Scalar(
    "số lượng (chỉ chữ số, có thể có dấu chấm ngăn hàng nghìn)",
    _count,
    r"^([0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3})$",
    "12.843",
    json_types=("string", "number"),
)

RESERVED_KEYS = frozenset(
    "con prn aux nul index search sitemap 404 assets".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)


_KEY_PATTERN = rf"^(?!({'|'.join(sorted(RESERVED_KEYS))})$)(?=.{{1,60}}$)[a-z0-9]+(-[a-z0-9]+)*$"


def _key_scalar(label: str, example: str) -> Scalar[str]:
    def parse(text: str) -> str:
        if text in RESERVED_KEYS:
            raise Wrong(f"{quoted(text)} là tên dành riêng cho máy; hãy chọn mã khác")
        meant = slug(text)
        if text != meant and re.search(_KEY_PATTERN, meant):
            raise Wrong(f"{quoted(text)} không phải là {label}; có phải {quoted(meant)}?")
        return text

    return Scalar(label, parse, _KEY_PATTERN, example, json_types=("string", "number"), unread="")


KEY = _key_scalar(
    "mã (chữ thường không dấu, chữ số, nối bằng «-», dài không quá 60)", "thcs-trung-vuong"
)


def reference(register: str, example: str) -> Scalar[str]:
    """The id of something in a register; whether it is there is for the reader of all files."""
    return _key_scalar(f"mã trong {register}", example)


@dataclass(frozen=True, slots=True)
class AnyReference(Scalar[str]):
    """A reference that may be anything: only who knows the register can say what was meant."""

    def read(self, at: At, problems: Problems) -> str | None:
        text = _one_line(at, problems, self)
        if text and (message := _not_known(text)):
            problems.error(at.line, message, field=at.path)
            return None
        return text


def any_reference(register: str, example: str) -> AnyReference:
    shape = reference(register, example)
    return AnyReference(
        shape.label, shape.parse, shape.pattern, example, shape.json_types, shape.unread
    )


@dataclass(frozen=True, slots=True)
class Option(Generic[T_co]):
    value: T_co
    label: str


@dataclass(frozen=True, slots=True)
class Choice(Generic[T_co]):
    """One of a few words, each with its value and a label in Vietnamese.

    `meant` says which of them other words stand for, `least` how like one of them a slip must be.
    """

    label: str
    options: Mapping[str, Option[T_co]]
    meant: Mapping[str, str] = field(default_factory=dict)
    unread: T_co | None = None
    least: float = 0.6

    @property
    def example(self) -> str:
        return next(iter(self.options))

    def stand_in(self, at: At) -> T_co | None:
        return self.unread

    def read(self, at: At, problems: Problems) -> T_co | None:
        text = _one_line(at, problems, self)
        if text is None:
            return None
        if text in self.options:
            return self.options[text].value
        near = None if problems.full else self._meant(text)
        hint = f"có phải {quoted(near)}? " if near else ""
        listed = ", ".join(f"«{word}»" for word in self.options)
        message = f"{quoted(text)} không dùng được; {hint}chọn một trong: {listed}"
        problems.error(at.line, _not_known(text) or message, field=at.path)
        return None

    def _meant(self, text: str) -> str | None:
        if text.lower() in self.meant:
            return self.meant[text.lower()]
        labels = {option.label: word for word, option in self.options.items()}
        near = nearest(text, self.options, least=self.least) or nearest(text, labels, least=0.8)
        return labels.get(near, near) if near else None


YES_NO = Choice(
    "có hoặc không",
    {"có": Option(True, "Đúng như vậy"), "không": Option(False, "Không phải như vậy")},
    {"yes": "có", "true": "có", "y": "có", "x": "có", "no": "không", "false": "không"},
)
