"""The bytes of a record as lines of clean text: what is refused, what is mended with a warning.

Refused: more than 1 MB, anything but UTF-8, tabs, control and bidirectional characters, hidden
characters, text in an old encoding. Mended: BOM, CRLF, exotic spaces, zero-width characters and
soft hyphens, letters in pieces (NFD), Ð for Đ.
"""

import re
import unicodedata
from collections.abc import Callable

from generator.foreign_encodings import foreign_encoding
from generator.problems import Problems, quoted
from generator.vietnamese import normalise

MOST_BYTES = 1_000_000

_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SAVE_AS_UTF8 = "hãy lưu lại tệp với bảng mã UTF-8 (Notepad: Lưu như, Mã hóa: UTF-8)"
_STANDS_FOR_REFUSED = "□"
_LONGEST_LIST_OF_LINES = 8

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LOOKS_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_PLAIN = re.compile("[ -~¡-¬®-ÏÑ-ïñ-ʯẠ-ỹ‐-’“”•…]*")
_EXOTIC_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ZERO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff]")

_MENDED: tuple[tuple[str, Callable[[str], object]], ...] = (
    (
        "dấu cách lạ (như dấu cách không ngắt của Word) đã đổi thành dấu cách thường",
        _EXOTIC_SPACE.search,
    ),
    ("ký tự ẩn không độ rộng hoặc dấu nối mềm đã được bỏ", _ZERO_WIDTH.search),
    (
        "chữ Unicode tổ hợp (chữ và dấu rời nhau) đã ghép thành Unicode dựng sẵn",
        lambda line: not unicodedata.is_normalized("NFC", line),
    ),
    ("chữ Ð, ð, Ɖ (không phải chữ Việt) đã đổi thành Đ, đ", re.compile("[ÐðƉ]").search),
)


def source_lines(raw: bytes, problems: Problems) -> list[str] | None:
    """The mended lines, or nothing when there is no text to speak of (too large, UTF-16).

    Refused characters are replaced, so that the rest of the file can still be checked.
    """
    if len(raw) > MOST_BYTES:
        problems.error(
            1,
            f"tệp dài {len(raw)} byte, quá giới hạn {MOST_BYTES} byte; "
            "mỗi tệp chỉ nên có một thông báo",
        )
        return None
    if raw.startswith(_UTF16_OR_32) or raw.count(0) * 4 > len(raw):
        problems.error(1, f"tệp ở bảng mã UTF-16 hoặc UTF-32, không phải UTF-8; {_SAVE_AS_UTF8}")
        return None
    text = _decoded(raw, problems)
    if text.startswith("\ufeff"):
        problems.warn(1, "đã bỏ dấu BOM ở đầu tệp; nên lưu tệp là UTF-8 không có BOM")
        text = text[1:]
    if "\r" in text:
        problems.warn(1, "tệp xuống dòng kiểu Windows (CRLF), đã đổi thành LF")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    _refuse_foreign_encodings(lines, problems)
    _warn_of_mending(lines, problems)
    return [_clean(line, number, problems) for number, line in enumerate(lines, 1)]


def mended(text: str, line: int, problems: Problems) -> str:
    """The same for one text that came out of escapes: `"\\u00a0"`, `"\\t"`, `"\\u202e"`."""
    pieces = text.split("\n")
    for message, is_there in _MENDED:
        if any(map(is_there, pieces)):
            problems.warn(line, message)
    return "\n".join(_clean(piece, line, problems) for piece in pieces)


def _decoded(raw: bytes, problems: Problems) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    for number, line in enumerate(re.split(b"\r\n|\r|\n", raw), 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            _tell_bad_utf8(line, number, error, problems)
            if problems.full:
                break
    return raw.decode(errors="replace").replace("\ufffd", _STANDS_FOR_REFUSED)


def _tell_bad_utf8(line: bytes, number: int, error: UnicodeDecodeError, problems: Problems) -> None:
    column = len(line[: error.start].decode()) + 1
    where = f"byte 0x{line[error.start]:02X} ở cột {column} không phải UTF-8"
    if re.match(rb"\xed[\xa0-\xbf]", line[error.start :]):
        where = f"nửa ký tự (surrogate) ở cột {column}, không phải chữ"
    else:
        name = foreign_encoding(line.decode("latin-1"))
        if name is not None:
            where += f", có lẽ là {name}"
    problems.error(number, f"{where}; {_SAVE_AS_UTF8}")


def _refuse_foreign_encodings(lines: list[str], problems: Problems) -> None:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        name = foreign_encoding(line)
        if name is not None:
            found.setdefault(name, []).append(number)
    for name, numbers in found.items():
        sample = quoted(lines[numbers[0] - 1].strip())
        problems.error(
            numbers[0],
            f"chữ ở bảng mã {name}: {sample}{_other_lines(numbers)}; hãy chuyển sang Unicode "
            "(UniKey: Ctrl+Shift+F6) rồi dán lại",
        )


def _warn_of_mending(lines: list[str], problems: Problems) -> None:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if line.isascii():
            continue
        for message, is_there in _MENDED:
            if is_there(line):
                found.setdefault(message, []).append(number)
    for message, numbers in found.items():
        problems.warn(numbers[0], message + _other_lines(numbers))


def _other_lines(numbers: list[int]) -> str:
    others = numbers[1:]
    if not others:
        return ""
    shown = ", ".join(map(str, others[:_LONGEST_LIST_OF_LINES]))
    more = ", …" if len(others) > _LONGEST_LIST_OF_LINES else ""
    return f" (và {len(others)} dòng nữa: {shown}{more})"


def _clean(line: str, number: int, problems: Problems) -> str:
    """One line normalised, each kind of refused character told once and replaced."""
    if _PLAIN.fullmatch(line):
        return line
    told: set[str] = set()
    replacements: dict[int, str] = {}
    for column, character in enumerate(line, 1):
        why = _refusal(character)
        if why is None:
            continue
        replacements[ord(character)] = " " if character == "\t" else _STANDS_FOR_REFUSED
        if why not in told:
            told.add(why)
            problems.error(number, f"cột {column}: {why}")
    return normalise(line.translate(replacements))


def _refusal(character: str) -> str | None:
    """Why a character has no place in a record."""
    code = ord(character)
    name = f"U+{code:04X}"
    if character == "\t":
        return "phím Tab, YAML không nhận; hãy thay bằng dấu cách"
    if character in _BIDI:
        return f"ký tự ẩn đảo chiều chữ ({name}); hãy gõ lại đoạn này"
    if character in _LOOKS_EMPTY:
        return f"ký tự trống trông như dấu cách ({name}); hãy thay bằng dấu cách"
    if code == 0xFFFD:
        return "ký tự � (chữ đã mất khi chuyển mã); hãy gõ lại chữ này"
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return f"mã không phải ký tự ({name}); hãy xóa"
    match unicodedata.category(character):
        case "Cc" if character != "\n":
            return f"ký tự điều khiển ({name}); hãy xóa"
        case "Cf" if not _ZERO_WIDTH.match(character):
            return f"ký tự ẩn ({name}); hãy xóa"
        case "Cs":
            return f"nửa ký tự ({name}); hãy gõ lại chữ này"
        case "Co":
            return f"ký hiệu của phông Symbol/Wingdings ({name}); hãy thay bằng dấu thường, như «-»"
        case "Zl" | "Zp":
            return f"ký tự ngắt dòng lạ ({name}); hãy xuống dòng bằng phím Enter"
        case _:
            return None
