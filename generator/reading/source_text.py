"""The bytes of a record as lines of clean text: what is refused, what is mended with a warning.

Refused: more than 1 MB or 50,000 lines, anything but UTF-8, text in an old encoding, and the
characters of `refused_characters`. Mended: BOM, CRLF, exotic spaces, zero-width characters and soft
hyphens, letters in pieces (NFD), Ð for Đ, signs where an item's hyphen belongs. Every step is
linear in the length of the file.
"""

import re
import unicodedata
from collections.abc import Iterable

from generator.problems import Problems, quoted
from generator.reading.item_dashes import with_dashes
from generator.reading.refused_characters import (
    LOOKALIKES,
    MAY_BE_PILED,
    MIXED_SCRIPTS,
    REFUSED,
    column,
    may_be_mixed,
    piles,
    refuse_characters,
    stand_in,
    unpiled,
    with_lines,
)
from generator.reading.wrong_encodings import (
    SAVE_AS_UTF8,
    decoded,
    is_saved_otherwise,
    other_lines,
    refuse_foreign_encodings,
)
from generator.vietnamese import normalise

MOST_BYTES = 1_000_000

MOST_LINES = 50_000
"""A whole notice has some hundreds, each an item that is looked through for what it names."""

_WORD_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

BOM_MENDED = "đã bỏ dấu BOM ở đầu tệp; nên lưu tệp là UTF-8 không có BOM"

_USUAL_CHARACTERS = "\n -~¡-¬®-ÏÑ-ïñ-ƈƊ-ʯẠ-ỹ‐-’“”•…"

_USUAL = re.compile(f"[{_USUAL_CHARACTERS}]*")
"""Text that needs neither refusing nor mending: nearly every right file, told at once."""

_ODD = re.compile(f"[^{_USUAL_CHARACTERS}]")
"""What isn't usual: each kind of mending is tried on these few before it goes through the text."""

_NOT_COMPOSED = "chữ Unicode tổ hợp (chữ và dấu rời nhau) đã ghép thành Unicode dựng sẵn"
_MENDED = {
    "dấu cách lạ (như dấu cách không ngắt của Word) đã đổi thành dấu cách thường": re.compile(
        "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    ),
    "ký tự ẩn không độ rộng hoặc dấu nối mềm đã được bỏ": re.compile(
        "[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff]"
    ),
    "chữ Ð, ð, Ɖ (không phải chữ Việt) đã đổi thành Đ, đ": re.compile("[ÐðƉ]"),
}


def source_lines(raw: bytes, problems: Problems) -> list[str] | None:
    """The mended lines; nothing when there is no text to speak of (too large, UTF-16, all wrong).

    Refused characters are replaced, so that the rest of the file can still be checked.
    """
    if len(raw) > MOST_BYTES:
        problems.error(
            1,
            "tệp dài quá giới hạn 1.000.000 byte; mỗi tệp chỉ ghi một thông báo, tách phần còn lại"
            " ra tệp khác",
        )
        return None
    if raw.startswith(_WORD_FILES):
        problems.error(
            1, "đây là tệp Word (hoặc tệp nén), không phải văn bản; mở bằng Word rồi chép chữ"
        )
        return None
    if raw.startswith(_UTF16_OR_32) or raw.count(0) * 4 > len(raw):
        problems.error(1, f"tệp ở bảng mã UTF-16 hoặc UTF-32, không phải UTF-8; {SAVE_AS_UTF8}")
        return None
    if is_saved_otherwise(raw, problems):
        return None
    text = decoded(raw, problems)
    if text.startswith("\ufeff"):
        problems.warn(1, BOM_MENDED)
        text = text[1:]
    if "\r" in text:
        text = _with_plain_line_ends(text, problems)
    if (lines := text.count("\n")) > MOST_LINES:
        problems.error(
            1,
            f"tệp có {lines} dòng, quá giới hạn {MOST_LINES} dòng; mỗi tệp chỉ nên có một thông"
            " báo, hãy xóa những dòng thừa",
        )
        return None
    foreign = refuse_foreign_encodings(text, problems)
    if foreign is None:
        return None
    if not _USUAL.fullmatch(text):
        text = _mended(text, problems, foreign)
    return None if problems.full else with_dashes(text.split("\n"), problems)


def _with_plain_line_ends(text: str, problems: Problems) -> str:
    """Notepad's CRLF throughout is nothing to tell of; several kinds in one file are."""
    of_windows, all_of_unix, all_of_mac = map(text.count, ("\r\n", "\n", "\r"))
    kinds = (of_windows, all_of_unix - of_windows, all_of_mac - of_windows)
    if sum(map(bool, kinds)) > 1:
        message = (
            "tệp có nhiều kiểu xuống dòng (LF, CRLF của Windows, CR của máy Mac cũ), đã đọc như"
            " nhau; không cần sửa gì"
        )
        problems.warn(1, message)
    return text.replace("\r\n", "\n").replace("\r", "\n")


_COLUMN = re.compile(r"^cột ([0-9]+)")


def mended_escapes(text: str, line: int, problems: Problems) -> str:
    """The same for a text that came out of escapes: `"\\u00a0"`, `"\\t"`, `"\\u202e"`."""
    if _USUAL.fullmatch(text):
        return text
    told = Problems(problems.file)
    text = _mended(text, told, frozenset())
    for problem in told.found():
        message = _COLUMN.sub(r"ký tự thứ \1 trong ngoặc kép", problem.message)
        (problems.warn_in_line if problem.warning else problems.error_in_line)(line, message)
    return text


def _mended(text: str, problems: Problems, foreign: frozenset[int]) -> str:
    odd = "".join(sorted(set(_ODD.findall(text))))
    if MAY_BE_PILED.search(odd):
        for pile, number in with_lines(sorted(piles(text), key=re.Match.start)):
            message = "quá nhiều dấu chồng lên một chữ; hãy gõ lại chữ này"
            problems.error_in_line(number, f"cột {column(pile)}: {message}")
            if problems.full:
                return text
        text = unpiled(text)
    if REFUSED.search(odd):
        refuse_characters(text, problems, foreign)
        if problems.full:
            return text
        text = REFUSED.sub(stand_in, text)
    if may_be_mixed(odd):
        _refuse_mixed_scripts(text, problems, foreign)
        text = MIXED_SCRIPTS.sub(lambda letter: LOOKALIKES.get(letter[0], letter[0]), text)
    for message, pattern in _MENDED.items():
        if not pattern.search(odd):
            continue
        _warn(
            message,
            (number for _, number in with_lines(pattern.finditer(text))),
            problems,
            foreign,
        )
    if not unicodedata.is_normalized("NFC", text):
        pieces = enumerate(text.split("\n"), 1)
        in_pieces = (
            number for number, line in pieces if not unicodedata.is_normalized("NFC", line)
        )
        _warn(_NOT_COMPOSED, in_pieces, problems, foreign)
    return normalise(text)


def _refuse_mixed_scripts(text: str, problems: Problems, foreign: frozenset[int]) -> None:
    for found, number in with_lines(MIXED_SCRIPTS.finditer(text)):
        if number not in foreign:
            problems.error_in_line(
                number,
                f"cột {column(found)}: chữ {quoted(found[0])} (U+{ord(found[0]):04X}) là chữ Nga"
                " trông như chữ Việt; hãy gõ lại cả từ",
            )
        if problems.full:
            return


def _warn(
    message: str, numbers: Iterable[int], problems: Problems, foreign: frozenset[int]
) -> None:
    """One warning for all the lines of a kind."""
    lines = [number for number in dict.fromkeys(numbers) if number not in foreign]
    if lines:
        problems.warn_in_line(lines[0], message + other_lines(lines))
