"""What the clerk is told of a line that is missing, lacks its dash, or stands at a wrong depth."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.problems import Problem, quoted
from generator.reading.line_repairs import depth_of
from generator.reading.possible_gaps import Gap
from generator.reading.possible_items import ItemGap
from generator.reading.possible_shifts import Shift

_MOST_NAMED = 3

_LINE_IN_MESSAGE = re.compile(r"(?<=\bdòng )\d+(?: đến \d+)?")


def missing(gap: Gap | ItemGap, openers: Sequence[str], line: str) -> str:
    """`openers` are the lines that may be missing above the `line`."""
    shown = " hoặc ".join(map(quoted, openers[:_MOST_NAMED]))
    return (
        f"thiếu dòng {shown} ngay trên dòng này: {quoted(line.strip())}; thêm vào, {_at_depth(gap)}"
    )


def without_dash(gap: ItemGap, line: str) -> str:
    return (
        f"thiếu «- » ở đầu dòng mở một mục mới: {quoted(line.strip())};"
        f" viết {quoted(gap.begun(line).strip())}, {_at_depth(gap)}"
    )


def without_sign(line: str, opened: str) -> str:
    return (
        f"thiếu dấu «|» sau {quoted(line.strip())}; viết {quoted(opened.strip())}, các dòng lời văn"
        " ở dưới giữ nguyên"
    )


def _at_depth(gap: Gap | ItemGap) -> str:
    return f"lùi {gap.depth} dấu cách" if gap.depth else "sát lề trái"


def out_of_place(shift: Shift, line: str) -> str:
    depth = f"phải lùi {shift.depth}" if shift.depth else "phải sát lề trái"
    effect = " nên bị đọc thành lời văn của khối ở trên;" if shift.is_swallowed else ","
    message = f"dòng {quoted(line.strip())} lùi {depth_of(line)} dấu cách{effect} {depth}"
    if shift.with_those_below:
        message += ", các dòng bên trong nó dời theo"
    return message


def at_origin(problem: Problem, origin: Sequence[int]) -> Problem:
    """The problem at the lines of the file; `origin` has that of each line that was read."""

    def line(number: int) -> int:
        return origin[number - 1] if 0 < number <= len(origin) else number

    def lines(found: re.Match[str]) -> str:
        return re.sub(r"\d+", lambda number: str(line(int(number[0]))), found[0])

    message = _LINE_IN_MESSAGE.sub(lines, problem.message)
    return replace(problem, line=line(problem.line), message=message)
