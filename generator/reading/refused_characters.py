"""The characters that have no place in a record, and what to tell of each.

Tabs, control and bidirectional characters, hidden characters that nobody typed, half characters,
non-characters, the � of a lost letter, symbols of one font, letters that look like spaces, and
marks piled on one letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from generator.problems import Problems

STAND_IN: Final = "□"
"""Shown where a refused character stood."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LOOKS_EMPTY = "\u115f\u1160\u2800\u3164\uffa0"
_CONTROL = "\x00-\x09\x0b-\x1f\x7f-\x9f"
_OTHER_HIDDEN = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u17b4\u17b5\u180b-\u180d\u180f\u2065"
    "\u206a-\u206f\ufe00-\ufe0f\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_LINE_BREAKS = "\u2028\u2029"
_BREAKS_A_LINE = f"{_LINE_BREAKS}\x0b\x0c\x85"
"""Control characters among them: Word's Shift+Enter comes as U+000B."""
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_NOT_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_LOST = "\ufffd"

REFUSED: Final = re.compile(
    f"([{_BIDI}{_LOOKS_EMPTY}{_CONTROL}{_OTHER_HIDDEN}{_LINE_BREAKS}{_PRIVATE}"
    f"{_NOT_CHARACTERS}{_LOST}\ud800-\udfff])\\1*"
)
"""A run of one such character."""

PILED_MARKS: Final = re.compile("[\u0300-\u036f]{5,}")
"""Vietnamese puts two marks on a letter at most; composing a long pile takes quadratic time."""

_MOST_MARKS = 30
"""As in the stream-safe text format of Unicode (UAX #15): no script needs more in a row."""
MAY_BE_PILED: Final = re.compile("[\u0300-\u1dff\u20d0-\U0010ffff]")
"""Without one of these `unpiled` changes nothing."""
_RUN_OF_RARE = re.compile(f"{MAY_BE_PILED.pattern}{{{_MOST_MARKS},}}")


_OF_OURS = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
MIXED_SCRIPTS: Final = re.compile(f"(?<={_OF_OURS})[\u0400-\u04ff]|[\u0400-\u04ff](?={_OF_OURS})")
"""A Cyrillic letter that looks like one of ours, inside a word of ours: nobody would find it."""

LOOKALIKES: Final = dict(zip("АВЕКМНОРСТХаеорсухіѕјԁ", "ABEKMHOPCTXaeopcyxisjd", strict=True))

_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")


def may_be_mixed(characters: str) -> bool:
    return _CYRILLIC.search(characters) is not None


def piles(text: str) -> Iterator[re.Match[str]]:
    """Marks piled so high that `unpiled` takes some away."""
    yield from PILED_MARKS.finditer(text)
    yield from (run for run in _RUN_OF_RARE.finditer(text) if _without_excess(run) != run[0])


def unpiled(text: str) -> str:
    """Without the marks piled too high, whatever their script."""
    return _RUN_OF_RARE.sub(_without_excess, PILED_MARKS.sub(lambda pile: pile[0][:4], text))


def _without_excess(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks < _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


_TAB_IN_FRONT: Final = "dấu Tab ở đầu dòng, YAML không nhận làm lề; hãy thay bằng dấu cách"

_FARTHEST_RIGHT = 200


def refusal(character: str) -> str:
    """What to tell of a character that `REFUSED` matches."""
    code = f"U+{ord(character):04X}"
    if character == "\t":
        return "dấu Tab trong dòng, Word hay để lại khi chép; hãy thay bằng dấu cách"
    if re.match(f"[{_BIDI}]", character):
        return f"ký tự ẩn đảo chiều chữ ({code}); hãy gõ lại đoạn này"
    if character in _LOOKS_EMPTY:
        return f"ký tự trống trông như dấu cách ({code}); hãy thay bằng dấu cách"
    if character == _LOST:
        return "ký tự � (chữ đã mất khi chuyển mã); hãy gõ lại chữ này"
    if character in _BREAKS_A_LINE:
        return f"ký tự ngắt dòng lạ ({code}); hãy xuống dòng bằng phím Enter"
    if re.match(f"[{_OTHER_HIDDEN}]", character):
        return f"ký tự ẩn ({code}); hãy xóa"
    match unicodedata.category(character):
        case "Cc":
            return f"ký tự điều khiển ({code}); hãy xóa"
        case "Cs":
            return f"nửa ký tự ({code}); hãy gõ lại chữ này"
        case "Co":
            return f"ký hiệu của phông Symbol/Wingdings ({code}); hãy thay bằng dấu thường, như «-»"
        case _:
            return f"mã không phải ký tự ({code}); hãy xóa"


def refuse_characters(text: str, problems: Problems, foreign: frozenset[int]) -> None:
    """Tell of each character once a line."""
    told: set[tuple[int, str]] = set()
    for found, number in with_lines(REFUSED.finditer(text)):
        message = _TAB_IN_FRONT if _is_tab_in_front(found) else refusal(found[1])
        if number in foreign or (number, message) in told:
            continue
        told.add((number, message))
        problems.error_in_line(number, f"cột {column(found)}: {message}")
        if problems.full:
            return


def column(found: re.Match[str]) -> int:
    return found.start() - found.string.rfind("\n", 0, found.start())


def _is_tab_in_front(found: re.Match[str]) -> bool:
    """Whether nothing but space stands before a tab on its line; none is so far right."""
    start = found.start()
    before = found.string[max(0, start - _FARTHEST_RIGHT) : start].rstrip(" \t")
    return found[1] == "\t" and before[-1:] in ("", "\n")


def stand_in(found: re.Match[str]) -> str:
    if found[1] != "\t":
        return STAND_IN * len(found[0])
    is_indent = found.string[found.start() - 1 : found.start()] in ("", "\n")
    return ("  " if is_indent else " ") * len(found[0])


def with_lines(matches: Iterable[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    number, counted = 1, 0
    for found in matches:
        number += found.string.count("\n", counted, found.start())
        counted = found.start()
        yield found, number
