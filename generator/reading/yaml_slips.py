"""libyaml's syntax errors in the clerk's words: which slip it was, and what to write instead.

The line at fault is looked at first, since libyaml often trips a line later than the slip; the
parser's own message, matched by its fixed English phrases, only settles what the line leaves open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.problems import quoted
from generator.reading.field_names import NAME_WITHOUT_COLON, has_no_colon
from generator.reading.line_repairs import (
    VALUE,
    Repair,
    as_text,
    emptied,
    is_never_closed,
    lines_within,
    opening_a_block,
    unquoted,
    with_colon,
    with_space,
)
from generator.reading.pasted_lines import lines_inside

_QUOTE_IT = 'hãy đặt cả giá trị trong ngoặc kép: "…"'
_MARKS = ("«&»", "«*»", "«!»")
"""Of these the tree has told already, where it got so far."""

_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*:(?=[^\s/:])\S")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s\-\d]")
_WORDS_AFTER_QUOTE = re.compile(
    r"""(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*+')\s*(?:[^\s#:,\]}]|:(?=\S))"""
)
_WORDS_AFTER_BRACKET = re.compile(r"(?:\[[^\[\]{}]*\]|\{[^\[\]{}]*\})\s*[^\s#:,\]}]")

_UNCLOSED = "dấu ngoặc kép hoặc nháy đơn mở ở dòng này mà không đóng; hãy thêm dấu đóng"
_NO_CLOSING = "ngoặc mở mà không đóng"
_COLON_WITHIN = "trong giá trị có dấu hai chấm kèm dấu cách"
_UNCLOSED_BRACKET = "ngoặc «[» hoặc «{» mở ở dòng này chưa đóng đúng"

_Told = tuple[str, Repair | None]
"""The message, and what mends the line it is told of."""


@dataclass(frozen=True, slots=True)
class Slip:
    """The line of the slip, from 1, and what to tell of it.

    `repaired` is that line so that YAML can read on past it; None where that is not enough. It
    `is_sure` where the line shows the slip by itself, whatever stands above it. The lines `within`
    belong to what was opened on it, and are lost with it. It `is_whole` where the repaired line
    still says all that was written.
    """

    line: int
    message: str
    repaired: str | None = None
    is_sure: bool = False
    within: range = range(0)
    is_whole: bool = False

    @property
    def is_depth(self) -> bool:
        """Whether the line stands too far left or right: no change of its words would help."""
        return self.repaired is None

    @property
    def is_mark(self) -> bool:
        """Whether it is of a kind that the tree has told already, where it got so far."""
        return self.message.startswith(_MARKS)


def unclosed(
    lines: list[str], line: int, message: str = _UNCLOSED, *, is_sure: bool = True
) -> Slip:
    """A quoted text that holds fields on later lines: its end was some other quote."""
    whole = unquoted(lines, line - 1)
    repaired = as_text(lines[line - 1]) if whole is None else whole
    return Slip(line, message, repaired, is_sure, is_whole=whole is not None)


def slip(error: yaml.YAMLError, lines: list[str]) -> Slip:
    """The one error at which the parser stopped, at the line of the slip."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Slip(1, "YAML không đọc được tệp này")
    at = min(error.problem_mark.line, len(lines) - 1)
    begun = error.context_mark.line if error.context_mark is not None else at
    said = f"{error.context or ''}: {error.problem or ''}"
    line, (message, repair) = _slip(said, lines, min(begun, at), at)
    if message.startswith((_UNCLOSED, _NO_CLOSING)):
        return unclosed(lines, line + 1, message, is_sure=repair is as_text)
    repaired = repair(lines[line]) if repair else None
    within = lines_within(lines, line) if message.startswith(_UNCLOSED_BRACKET) else range(0)
    is_sure = repair in (as_text, with_space, with_colon)
    return Slip(line + 1, message, repaired, is_sure, within, _is_whole(message, lines[line]))


def _is_whole(message: str, line: str) -> bool:
    """`title: Họp: tháng 11` can hardly be meant otherwise; `- Họp: tháng 11` may be of a block."""
    found = VALUE.match(line) if message.startswith(_COLON_WITHIN) else None
    return found is not None and bool(found["key"])


def _slip(said: str, lines: list[str], begun: int, at: int) -> tuple[int, _Told]:
    """The line (from 0) and what to tell of it."""
    if "quoted scalar" in said and ("end of stream" in said or "document" in said):
        return begun, (_UNCLOSED, as_text)
    if "escape" in said or "hexdecimal" in said:
        message = (
            "trong ngoặc kép, dấu \\ là dấu riêng của YAML; hãy dùng dấu nháy đơn '…' "
            "hoặc viết \\\\ thay cho \\"
        )
        return at, (message, as_text)
    if "mapping values" in said and (index := _bare_name_above(lines, at)) is not None:
        return index, _no_colon(lines[index])
    for index in _suspects(lines, at):
        told = _slip_in(lines[index])
        if told is not None:
            return index, told
    return _by_phrase(said, lines, begun, at)


def _suspects(lines: list[str], at: int) -> Iterator[int]:
    """The line where the parser stopped, then the written one before it, unless it is prose."""
    yield at
    inside = lines_inside(lines)
    for index in range(at - 1, -1, -1):
        if lines[index].strip() and not lines[index].lstrip().startswith("#"):
            if index not in inside:
                yield index
            return


def _no_colon(line: str) -> _Told:
    found = NAME_WITHOUT_COLON.fullmatch(line)
    name = found["name"] if found else line.strip()
    return f"thiếu dấu hai chấm sau {quoted(name)}; hãy viết «{name}: …»", with_colon


def _bare_name_above(lines: list[str], at: int) -> int | None:
    """The line of a field's name without its colon, which YAML joined to the line below."""
    for index in list(_suspects(lines, at))[1:]:
        if has_no_colon(lines[index]):
            return index
    return None


def _slip_in(line: str) -> _Told | None:
    """The slip which one line shows by itself."""
    words = quoted(line.strip())
    if NAME_WITHOUT_COLON.fullmatch(line):
        return _no_colon(line)
    if re.match("%[A-Z]", line):
        return f"không dùng chỉ thị {words}; hãy xóa dòng này", emptied
    if _NO_SPACE_AFTER_COLON.match(line):
        return f"thiếu dấu cách sau dấu hai chấm: {words}; hãy viết «tên: giá trị»", with_space
    if _NO_SPACE_AFTER_DASH.match(line):
        return f"thiếu dấu cách sau dấu gạch đầu dòng: {words}; hãy viết «- …»", with_space
    found = VALUE.match(line)
    if found is None:
        return None
    message = _slip_of_value(found["value"], words, after_key=bool(found["key"]))
    return (message, as_text) if message else None


def _slip_of_value(value: str, words: str, *, after_key: bool) -> str | None:
    first = value[0]
    if first in "%@`":
        return f"giá trị không được bắt đầu bằng {quoted(first)}: {words}; {_QUOTE_IT}"
    if first in "&*!":
        return f"{quoted(first)} ở đầu giá trị là dấu riêng của YAML: {words}; {_QUOTE_IT}"
    if value.strip() == "?":
        return f"không ghi «?»: {words}; không biết thì xóa cả dòng"
    if first == ":" and after_key:
        return f"giá trị không được bắt đầu bằng «:»: {words}; {_QUOTE_IT}"
    if first == ":":
        return f"thiếu tên trước dấu hai chấm: {words}; hãy viết «tên: giá trị»"
    if is_never_closed(value):
        return f"{_NO_CLOSING}: {words}; hãy thêm dấu đóng {first} ở cuối"
    if _WORDS_AFTER_QUOTE.match(value):
        around = "dấu nháy đơn '…'" if first == '"' else 'ngoặc kép "…"'
        return (
            f"có chữ sau dấu ngoặc đóng: {words}; hãy đặt cả giá trị trong {around}, "
            "hoặc dùng ngoặc “…” cho phần trích"
        )
    if _WORDS_AFTER_BRACKET.match(value):
        return f"giá trị bắt đầu bằng {quoted(first)} bị hiểu là danh sách: {words}; {_QUOTE_IT}"
    if first in "'\"[{|>#" or not re.search(r":(\s|$)", value):
        return None
    if not after_key and re.fullmatch(r"[A-Za-z_][\w-]*:\s*", value):
        return None
    return f"{_COLON_WITHIN}: {words}; {_QUOTE_IT}"


def _by_phrase(said: str, lines: list[str], begun: int, at: int) -> tuple[int, _Told]:
    if "flow" in said:
        at = min(at, lines_within(lines, begun).stop - 1)
    words = quoted(lines[at].strip()) if lines[at].strip() else "cuối tệp"
    if "flow" in said:
        message = (
            f"{_UNCLOSED_BRACKET} (trước {words}); "
            "hãy thêm dấu đóng hay dấu phẩy, nếu là chữ thì đặt trong ngoặc kép"
        )
        return begun, (message, as_text)
    if "simple key" in said or "':'" in said:
        line = begun if "simple key" in said else at
        if has_no_colon(lines[line]):
            return line, _no_colon(lines[line])
        message = (
            f"dòng {quoted(lines[line].strip())} không có dạng «tên: giá trị»; hãy thêm tên "
            "và dấu hai chấm, hoặc lùi lề để nối vào giá trị ở trên"
        )
        return line, (message, emptied)
    if "block scalar" in said:
        message = (
            f"dòng mở khối chữ không đúng: {words}; hãy viết «tên: |» rồi xuống dòng, "
            "lùi lề đều bằng dấu cách"
        )
        return at, (message, opening_a_block)
    if "sequence entries" in said:
        message = (
            f"dấu «- » không đứng được ở đây: {words}; danh sách bắt đầu ở dòng dưới, "
            f"nếu là chữ thì {_QUOTE_IT}"
        )
        return at, (message, as_text)
    if lines[at].lstrip().startswith("- "):
        message = (
            f"dòng {words} lùi lề sai; các ý của một danh sách phải thẳng hàng và bắt đầu bằng «- »"
        )
        return at, (message, None)
    for index in _suspects(lines, at):
        if re.match(r"---|\.\.\.|%", lines[index]):
            words = quoted(lines[index].strip())
            message = f"dòng {words} không đúng chỗ; hãy xóa dấu «---», «...» hoặc «%» ở đầu dòng"
            return index, (message, emptied)
    if re.search("block mapping|mapping values|'-' indicator|block collection|document", said):
        message = (
            f"dòng {words} lùi lề sai hoặc thiếu dấu hai chấm; các dòng cùng cấp "
            "phải thẳng hàng, lùi bằng dấu cách"
        )
        return at, (message, None)
    if "alias" in said or "anchor" in said or "tag" in said:
        message = f"dấu «&», «*» hoặc «!» ở đầu giá trị là dấu riêng của YAML: {words}; {_QUOTE_IT}"
        return at, (message, as_text)
    return at, (f"YAML không đọc được dòng {words}; nếu là chữ thì {_QUOTE_IT}", as_text)
