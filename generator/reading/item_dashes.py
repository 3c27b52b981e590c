"""Items opened with a sign that Word puts in place of the hyphen (`– title: …`, `• text: |`), or
with a hyphen and no space after it (`-text: |`), and hyphens before what is no item.

YAML knows the hyphen with its space alone, and takes the rest of such an item for anything else,
also for words in silence; so these are put there before YAML reads on, and the sign is told. A
field of the record itself (`- closing: |`, at the left margin) loses whatever stands before it.
"""

import re
from collections.abc import Sequence

from generator.problems import Problems, quoted
from generator.reading.field_names import FIELD_BEGINS
from generator.reading.line_repairs import depth_of
from generator.reading.pasted_lines import OPENS_A_BLOCK
from generator.reading.refused_characters import STAND_IN
from generator.reading.wrong_encodings import other_lines

_SIGNED = re.compile(rf"( *)([‐-―−•·▪▫●○◦■➢➤►*+{STAND_IN}]|o(?= )|-(?=[^\s-])) ?(?=\S)")
"""A sign of a font that records cannot have is told by itself, and `STAND_IN` stands there."""


_FIELD_OF_ALL = re.compile(r"[a-z_]+:")
_OPENS_A_LIST = re.compile(r"[a-z_]+: *(?:#.*)?|- .*")


def with_dashes(lines: list[str], problems: Problems) -> list[str]:
    """The lines with a hyphen where another sign opens an item; all such lines are told at once."""
    if not any(line.startswith("- ") or _signed_item(line) for line in lines):
        return lines
    mended = [*lines]
    told: dict[str, list[int]] = {}
    has_fields, above = any(map(_FIELD_OF_ALL.match, lines)), ""
    own, indent = -1, 0
    for at, line in enumerate(lines):
        depth = depth_of(line)
        is_inside = own >= 0 and (depth >= indent if indent else depth > own)
        if not line.strip() or is_inside:
            indent = indent or (depth if line.strip() else 0)
            continue
        signed = _signed_item(line)
        if signed:
            mended[at] = f"{signed[1]}- {line[signed.end() :]}"
        if has_fields and _is_field_of_all(mended[at], above):
            mended[at] = mended[at].removeprefix("- ").lstrip()
            _tell_needless(at + 1, line, mended[at], problems)
        elif signed:
            told.setdefault(signed[2], []).append(at + 1)
        if not line.lstrip().startswith("#"):
            above = above if depth and above.startswith("- ") else mended[at]
        if opener := OPENS_A_BLOCK.fullmatch(mended[at]):
            own = len(opener["before"]) if opener["name"] else mended[at].rfind("-")
            indent = 0
        elif FIELD_BEGINS.match(mended[at]):
            own = -1
    _tell(lines, told, problems)
    return mended


def _signed_item(line: str) -> re.Match[str] | None:
    signed = _SIGNED.match(line)
    return signed if signed and _opens_an_item(line[signed.end() :]) else None


def _opens_an_item(words: str) -> bool:
    """Whether words begin with a field, be it in braces, or are the sign of a block."""
    return words.rstrip() == "|" or FIELD_BEGINS.match(words.removeprefix("{").lstrip()) is not None


def _is_field_of_all(line: str, above: str) -> bool:
    """Whether a line looks like an item where no list can be.

    `above` is the line before, or the item at the left margin that it belongs to.
    """
    return (
        line.startswith("- ")
        and FIELD_BEGINS.match(line) is not None
        and _OPENS_A_LIST.fullmatch(above) is None
    )


def _tell_needless(number: int, line: str, right: str, problems: Problems) -> None:
    problems.error_in_line(
        number,
        f"thừa dấu đầu dòng ở {quoted(line.strip())}: đây không phải mục của danh sách nào; viết"
        f" {quoted(right.strip())} sát lề trái",
    )


def _tell(lines: Sequence[str], told: dict[str, list[int]], problems: Problems) -> None:
    for sign, numbers in told.items():
        if sign == STAND_IN:
            continue
        line = quoted(lines[numbers[0] - 1].strip())
        message = (
            f"dấu {quoted(sign)} ở đầu mục {line} không phải dấu gạch ngang của YAML; gõ dấu trừ"
            " thường «-» thay vào"
        )
        if sign == "-":
            message = f"thiếu dấu cách sau dấu gạch đầu dòng: {line}; hãy viết «- …»"
        problems.error_in_line(numbers[0], f"{message}{other_lines(numbers)}")
