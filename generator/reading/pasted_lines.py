"""Lines pasted beside the block `|` they belong to: the commonest slip in a record.

Word's text comes without indentation. A line of prose that stands less indented than the block
above it ends that block; YAML then trips over it, or takes it for something else. Such lines are
told at their own place, and put back into the block so that the rest of the file can be read.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.problems import Problems, quoted
from generator.reading.field_names import FIELD_BEGINS, NAME_WITHOUT_COLON

OPENS_A_BLOCK = re.compile(
    r"(?P<before> *(?:- +)*)(?P<name>[a-z_]+: *)?(?P<sign>[|>])[-+]?(?:[1-9][-+]?)?\s*(?:#.*)?"
)
_STRUCTURE = re.compile(
    r"(?:- *)*(?:[A-Za-z_][A-Za-z0-9_-]*\s*:|[a-z_]+$|[\"'\[\]{}|>#%?!&]|$)|---|\.\.\.(?!\S)"
)
"""What opens a field, an item that is no prose, a comment or a document."""

_BULLET_PUT_AWAY = re.compile(r"#\s*[-+•]\s")
"""What an editor makes of a bullet that is to be left out for now."""

BULLET: Final = re.compile(r"[-+–—•*]")
_ENDS_A_SENTENCE = re.compile(r"[.;,…]$")
_MOST_WORDS_OF_A_NAME = 4


def put_back(lines: list[str], problems: Problems) -> list[str]:
    """The lines, those pasted beside a block indented as it is; each run of them told once."""
    mended = list(lines)
    for _ in _blocks(mended, problems):
        pass
    return mended


def lines_inside(lines: list[str]) -> frozenset[int]:
    """Which lines, counted from 0, are words of some block."""
    blocks = _blocks(list(lines), Problems(""))
    return frozenset(number for block in blocks for number in block)


def fields_inside(lines: Sequence[str], inside: Collection[int]) -> Iterator[int]:
    """Which lines of blocks look like fields; such words hardly stand in a notice."""
    return (at for at in sorted(inside) if FIELD_BEGINS.match(lines[at]))


def _blocks(lines: list[str], problems: Problems) -> Iterator[range]:
    """The lines of each block, mended on the way."""
    number = 0
    while number < len(lines):
        line = lines[number]
        opener = OPENS_A_BLOCK.fullmatch(line) if "|" in line or ">" in line else None
        number += 1
        if opener and (opener["name"] or "-" in opener["before"]):
            end = _past_block(lines, number, opener, problems)
            yield range(number, end)
            number = end


def _past_block(lines: list[str], start: int, opener: re.Match[str], problems: Problems) -> int:
    """The first line after the block that opens on the line before `start`."""
    is_item = not opener["name"]
    own = opener["before"].rindex("-") if is_item else len(opener["before"])
    indent = 0
    number = start
    while number < len(lines):
        words = lines[number].lstrip(" ")
        depth = len(lines[number]) - len(words)
        if not words:
            number += 1
        elif depth >= indent if indent else depth > own:
            indent = indent or depth
            if _BULLET_PUT_AWAY.match(words):
                message = (
                    f"dòng {quoted(words)} vẫn được in, cả dấu #; không muốn in thì xóa cả dòng"
                )
                problems.warn_in_line(number + 1, message)
            number += 1
        elif _is_prose(words) and not (is_item and depth == own and words.startswith("- ")):
            indent = indent or own + 2
            end = _end_of_run(lines, number, indent)
            _tell(lines, number, end, start, opener["sign"], problems)
            for pasted in range(number, end):
                lines[pasted] = f"{' ' * indent}{lines[pasted].strip()}".rstrip()
            number = end
        elif words.startswith("#") and (depth > own or _goes_on(lines, number, indent or own + 2)):
            _tell_comment(lines, number, start, opener["sign"], problems)
            lines[number] = f"{' ' * (indent or own + 2)}{words}"
            number += 1
        else:
            if _BULLET_PUT_AWAY.match(words) and lines[number - 1].strip():
                message = (
                    f"dòng {quoted(words)} không được in vì bắt đầu bằng #; nếu là lời văn thì bỏ"
                    " dấu #, lùi vào thẳng với khối ở trên"
                )
                problems.warn_in_line(number + 1, message)
            break
    return number


def _goes_on(lines: list[str], number: int, indent: int) -> bool:
    """Whether the block's own lines follow a line that stands outside."""
    after = map(lines.__getitem__, range(number + 1, len(lines)))
    below = next((line for line in after if line.strip()), "")
    return len(below) - len(below.lstrip(" ")) >= indent


def _tell_comment(
    lines: list[str], number: int, opened: int, sign: str, problems: Problems
) -> None:
    problems.error_in_line(
        number + 1,
        f"YAML bỏ mất dòng này vì nó bắt đầu bằng #, ngoài khối «{sign}» mở ở dòng {opened}:"
        f" {quoted(lines[number].strip())}; nếu là lời văn thì lùi vào thẳng với khối, nếu là ghi"
        " chú thì đưa ra sau khối, sát lề trái",
    )


def _is_prose(words: str) -> bool:
    """Whether a line is a sentence or a bullet; `Trích yếu: …` may be meant as a field."""
    if _STRUCTURE.match(words) or NAME_WITHOUT_COLON.fullmatch(words):
        return False
    if BULLET.match(words):
        return True
    name, colon, _ = words.partition(":")
    return (
        not colon
        or len(name.split()) > _MOST_WORDS_OF_A_NAME
        or _ENDS_A_SENTENCE.search(words) is not None
    )


def _end_of_run(lines: list[str], start: int, indent: int) -> int:
    """Past the last line of prose that stands too far left, blank lines between them included."""
    end = number = start
    while number < len(lines):
        words = lines[number].lstrip(" ")
        if words:
            if len(lines[number]) - len(words) >= indent or not _is_prose(words):
                break
            end = number + 1
        number += 1
    return end


def _tell(
    lines: list[str], start: int, end: int, opened: int, sign: str, problems: Problems
) -> None:
    several = end - start > 1
    which = f"dòng {start + 1} đến {end}" if several else f"dòng {start + 1}"
    problems.error_in_line(
        start + 1,
        f"{which} lùi vào ít hơn khối «{sign}» mở ở dòng {opened}: {quoted(lines[start].strip())};"
        f" bôi đen {'các dòng ấy' if several else 'dòng ấy'} rồi bấm Tab cho thẳng với khối",
    )
