"""Lines and whole files in another encoding than UTF-8 or Unicode, and what to tell of them.

A line or two are told at their place and the rest is read; a file that is nearly all of it earns
one message and no other, since whatever else it lacks comes from there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.problems import Problems, quoted
from generator.reading.foreign_encodings import MISREAD, foreign_encoding, may_be_foreign
from generator.reading.refused_characters import STAND_IN

SAVE_AS_UTF8: Final = "hãy lưu lại tệp với bảng mã UTF-8 (Notepad: Lưu như, Mã hóa: UTF-8)"
_TO_UNICODE = "hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6)"

_MOST_LINES_LISTED = 8

_MOST_ALIKE = 5
"""Lines of one wrong encoding told one by one: more of them are a whole file of it."""

_RIGHT_VIETNAMESE = re.compile("[ăđĩũơưạ-ỹ]", re.IGNORECASE)
"""Letters that no old encoding shows: the line has been read right."""

_LINE_ENDS = re.compile(b"\r\n|\r|\n")


def is_saved_otherwise(raw: bytes, problems: Problems) -> bool:
    """Whether nearly all lines of a file are no UTF-8, which is told."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        pass
    else:
        return False
    lines = _LINE_ENDS.split(raw)
    wrong = {number: _encoding(line) for number, line, _ in _undecodable(lines)}
    right = (line.decode() for number, line in enumerate(lines, 1) if number not in wrong)
    if not _is_whole(len(wrong), right):
        return False
    (name, count), *_ = Counter(filter(None, wrong.values())).most_common(1) or [("", 0)]
    which = "ANSI (Windows-1252), không đủ chữ Việt («ế» thành «?» hay «ê»)"
    help_ = (
        "hãy mở lại bản gốc rồi lưu với bảng mã UTF-8 (Notepad: Lưu như, Mã hóa: UTF-8;"
        " Word: Văn bản thuần, rồi chọn Unicode (UTF-8))"
    )
    if count * _MOST_ALIKE >= len(wrong):
        which, help_ = name, f"{_TO_UNICODE}, rồi lưu là UTF-8"
    numbers = [*wrong]
    message = f"cả tệp không phải UTF-8, có lẽ là {which}: dòng này{other_lines(numbers)}; {help_}"
    problems.error_in_line(numbers[0], message)
    return True


def _is_whole(wrong: int, others: Iterator[str]) -> bool:
    """Whether hardly a line beside the wrong ones is right Vietnamese."""
    if wrong <= _MOST_ALIKE:
        return False
    return sum(_RIGHT_VIETNAMESE.search(line) is not None for line in others) * 4 < wrong


def decoded(raw: bytes, problems: Problems) -> str:
    """The text of UTF-8; each line that is none is told."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    wrong: dict[str, list[tuple[int, str]]] = {}
    for number, line, error in _undecodable(_LINE_ENDS.split(raw)):
        name = _encoding(line)
        wrong.setdefault(name, []).append((number, _bad_utf8(name, line, error)))
    for lines in wrong.values():
        if len(lines) > _MOST_ALIKE:
            others = other_lines([number for number, _ in lines])
            problems.error_in_line(lines[0][0], f"{lines[0][1]}{others}")
            continue
        for number, message in lines:
            problems.error_in_line(number, message)
    return raw.decode(errors="replace").replace("\ufffd", STAND_IN)


def _undecodable(lines: Sequence[bytes]) -> Iterator[tuple[int, bytes, UnicodeDecodeError]]:
    for number, line in enumerate(lines, 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            yield number, line, error


def _encoding(line: bytes) -> str:
    """Which old encoding a line that is no UTF-8 seems to be in; nothing where that is open."""
    name = foreign_encoding(line.decode("latin-1"))
    return name if name and name != MISREAD else ""


def _bad_utf8(name: str, line: bytes, error: UnicodeDecodeError) -> str:
    """What to tell of the first wrong byte of a line."""
    column = len(line[: error.start].decode()) + 1
    if re.match(rb"\xed[\xa0-\xbf]", line[error.start :]):
        what = "nửa ký tự (surrogate), không phải chữ"
    else:
        what = f"byte 0x{line[error.start]:02X} không phải UTF-8"
        what += f", có lẽ là {name}" if name else ""
    help_ = f"{_TO_UNICODE}, rồi lưu là UTF-8" if name else SAVE_AS_UTF8
    return f"cột {column}: {what}; {help_}"


def refuse_foreign_encodings(text: str, problems: Problems) -> frozenset[int] | None:
    """The lines so refused: what else is odd in them comes from the encoding.

    Nothing where the whole text is refused.
    """
    if not may_be_foreign(text):
        return frozenset()
    lines = text.split("\n")
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        name = foreign_encoding(line)
        if name is not None:
            found.setdefault(name, []).append(number)
    refused = frozenset(number for numbers in found.values() for number in numbers)
    others = (line for number, line in enumerate(lines, 1) if number not in refused)
    is_whole = _is_whole(len(refused), others)
    if is_whole:
        found = {max(found, key=lambda name: len(found[name])): sorted(refused)}
    for name, numbers in found.items():
        sample = quoted(lines[numbers[0] - 1].strip())
        problems.error_in_line(
            numbers[0],
            f"chữ ở bảng mã {name}: {sample}{other_lines(numbers)}; {_TO_UNICODE} rồi dán lại",
        )
    return None if is_whole else refused


def other_lines(numbers: Sequence[int]) -> str:
    """` (và 2 dòng nữa: 7, 9)`, after what is told of the first."""
    others = numbers[1:]
    if not others:
        return ""
    shown = ", ".join(map(str, others[:_MOST_LINES_LISTED]))
    more = ", …" if len(others) > _MOST_LINES_LISTED else ""
    return f" (và {len(others)} dòng nữa: {shown}{more})"
