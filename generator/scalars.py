"""The kinds of single values in records: text, prose, dates, months, counts, choices, ids.

Each says in one place how it is parsed, what its JSON Schema pattern is and how it is written.
The patterns are in the part of the syntax that Python and JavaScript share.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from generator import yaml_nodes
from generator.model import Month
from generator.problems import Problems, quoted
from generator.schema import At, Definitions, JsonSchema, Wrong, tell_wrong_kind
from generator.vietnamese import nearest
from generator.yaml_nodes import Node

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scalar(Generic[T]):
    """A text on one line that `parse` understands; it returns None, or raises `Wrong`, if not."""

    label: str
    parse: Callable[[str], T | None]
    pattern: str
    example: str
    json_types: tuple[str, ...] = ("string",)

    def fits(self, node: Node) -> bool:
        return isinstance(node, yaml_nodes.Scalar)

    def read(self, at: At, problems: Problems) -> T | None:
        text = written_text(at, problems, self)
        if text is None:
            return None
        try:
            value = self.parse(text)
        except Wrong as wrong:
            problems.error(at.line, str(wrong), field=at.path)
            return None
        if value is None:
            problems.error(
                at.line,
                f"{quoted(text)} không phải là {self.label}, dạng {self.example}",
                field=at.path,
            )
        return value

    def json_schema(self, definitions: Definitions) -> JsonSchema:
        kinds: JsonSchema = {"type": list(self.json_types)}
        if len(self.json_types) == 1:
            kinds = {"type": self.json_types[0]}
        return {**kinds, "pattern": self.pattern, "examples": [self.example]}


def written_text(at: At, problems: Problems, shape: "Scalar[T] | Choice[T]") -> str | None:
    """The one line that stands there; None after telling what stands there instead."""
    node = at.node
    if not isinstance(node, yaml_nodes.Scalar):
        tell_wrong_kind(at, problems, f"{shape.label}, ví dụ «{shape.example}»")
        return None
    text = node.text.rstrip("\n") if node.style in ("|", ">") else node.text
    if not text.strip():
        problems.error(
            at.line,
            f"để trống; hãy viết {shape.label}, ví dụ «{shape.example}», hoặc xóa cả dòng",
            field=at.path,
        )
        return None
    if "\n" in text:
        problems.error(
            at.line,
            f"phải viết trên một dòng, không phải nhiều dòng: {quoted(text)}",
            field=at.path,
        )
        return None
    if text != text.strip(" "):
        problems.warn(
            at.line, f"thừa dấu cách ở đầu hoặc cuối: {quoted(text)}, đã bỏ", field=at.path
        )
    return text.strip(" ")


TEXT = Scalar("một đoạn chữ", lambda text: text, r"^ *[^ \n][^\n]*\n*$", "Hội nghị giao ban")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one or more lines that knows where in the file each of them stands."""

    text: str
    node: yaml_nodes.Scalar

    def __str__(self) -> str:
        return self.text

    def line_of(self, offset: int) -> int:
        """The file's line of a place in `text`."""
        return self.node.line_of(offset)

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """(line of the file, words) of each line, blank ones too."""
        found: list[tuple[int, str]] = []
        offset = 0
        for line in self.text.split("\n"):
            found.append((self.line_of(offset), line))
            offset += len(line) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ProseShape:
    """Lines as they stand in the notice, best written as a block `|`."""

    label: str = "lời văn"
    example: str = "Chỉ đạo các trường thực hiện tốt nền nếp dạy và học."

    def fits(self, node: Node) -> bool:
        return isinstance(node, yaml_nodes.Scalar)

    def read(self, at: At, problems: Problems) -> Prose | None:
        node = at.node
        if not isinstance(node, yaml_nodes.Scalar):
            tell_wrong_kind(at, problems, "lời văn, viết «|» sau tên trường rồi xuống dòng")
            return None
        if not node.text.strip():
            problems.error(at.line, "để trống; hãy viết lời văn, hoặc xóa cả dòng", field=at.path)
            return None
        return Prose(node.text.rstrip("\n"), node)

    def json_schema(self, definitions: Definitions) -> JsonSchema:
        return {"type": "string", "pattern": r"[^ \n]"}


PROSE = ProseShape()


def _date(text: str) -> date | None:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    if found:
        return _day(text, int(found[1]), int(found[2]), int(found[3]))
    turned = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    short = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text)
    if not turned and not short:
        return None
    day, month, year = turned.groups() if turned else short.groups()[::-1] if short else ()
    meant = _day(text, int(year), int(month), int(day))
    raise Wrong(
        f"ngày viết theo dạng năm-tháng-ngày: «{meant.isoformat()}», không viết {quoted(text)}"
    )


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            why = f"không có tháng {month}"
        elif year == 0:
            why = "không có năm 0"
        else:
            why = f"tháng {month} năm {year} không có ngày {day}"
        raise Wrong(f"{quoted(text)} không phải là ngày có thật: {why}; dạng 2021-12-02") from None


DATE = Scalar("ngày", _date, r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "2021-12-02")


def _month(text: str) -> Month | None:
    if found := re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text):
        return Month(int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})", text):
        raise Wrong(f"tháng viết theo dạng năm-tháng: «{found[2]}-{int(found[1]):02}»")
    return None


MONTH = Scalar("tháng", _month, r"^[0-9]{4}-(0[1-9]|1[0-2])$", "2021-12")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things: `05` is 5, `12.843` is 12843; the text stays as printed."""

    text: str
    value: int

    def __str__(self) -> str:
        return self.text


def _count(text: str) -> Count | None:
    if re.fullmatch(r"[0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3}", text):
        return Count(text, int(text.replace(".", "")))
    return None


COUNT = Scalar(
    "số lượng (chữ số, có thể có dấu chấm ngăn hàng nghìn)",
    _count,
    r"^([0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3})$",
    "12.843",
    json_types=("string", "number"),
)

RESERVED_KEYS = frozenset(
    "con prn aux nul index search sitemap 404 assets".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
_KEY_PATTERN = r"^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$"


def _key(text: str) -> str | None:
    if text in RESERVED_KEYS:
        raise Wrong(f"{quoted(text)} là tên dành riêng cho máy; hãy chọn mã khác")
    return text if re.fullmatch(_KEY_PATTERN, text) else None


KEY = Scalar(
    "mã (chữ thường không dấu, chữ số, nối bằng «-», dài không quá 60)",
    _key,
    rf"^(?!({'|'.join(sorted(RESERVED_KEYS))})$){_KEY_PATTERN[1:]}",
    "thcs-trung-vuong",
)


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    value: T
    label: str


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One of a few words, each with its value and a label in Vietnamese."""

    label: str
    options: Mapping[str, Option[T]]

    @property
    def example(self) -> str:
        return next(iter(self.options))

    def fits(self, node: Node) -> bool:
        return isinstance(node, yaml_nodes.Scalar)

    def read(self, at: At, problems: Problems) -> T | None:
        text = written_text(at, problems, self)
        if text is None:
            return None
        if text in self.options:
            return self.options[text].value
        near = nearest(text, self.options)
        hint = f"có phải {quoted(near)}? " if near else ""
        listed = ", ".join(f"«{word}»" for word in self.options)
        problems.error(
            at.line,
            f"{quoted(text)} không dùng được; {hint}chọn một trong: {listed}",
            field=at.path,
        )
        return None

    def json_schema(self, definitions: Definitions) -> JsonSchema:
        return {
            "anyOf": [{"const": word, "title": it.label} for word, it in self.options.items()],
            "examples": [self.example],
        }


YES_NO = Choice("có hoặc không", {"có": Option(True, "Có"), "không": Option(False, "Không")})


def reference(register: str, example: str) -> Scalar[str]:
    """The id of something in a register; whether it is there is for the reader of all files."""
    return Scalar(f"mã trong {register}", _key, KEY.pattern, example)
