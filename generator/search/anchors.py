"""Anchors of a notice in few characters: each by what it is to the one before it.

Nothing: the same place. `+`: the next of its kind. `>`: the first below it. `<`, `<<`: up so many,
then the next. Anything else stands after `=`. `theme/assets/search/segment.js` reads them.
"""

import re
from collections.abc import Iterable, Iterator

PLACES = {
    "": "tiêu đề",
    "mo-dau": "phần mở đầu",
    "thanh-phan": "thành phần dự họp",
    "ket-luan": "phần kết luận",
    "ket-thuc": "phần kết",
    "noi-nhan": "nơi nhận",
    "nguoi-ky": "người ký",
}
"""Names of the places of every notice, the same in `segment.js`."""

_NUMBERED = re.compile(r"(.*-)([1-9][0-9]*)")


def anchor_steps(anchors: Iterable[str]) -> Iterator[str]:
    before = ""
    for anchor in anchors:
        yield _step(before, anchor)
        before = anchor


def _step(before: str, anchor: str) -> str:
    if anchor == before:
        return ""
    if before and anchor == f"{before}-1":
        return ">"
    up, above = 0, before
    while numbered := _NUMBERED.fullmatch(above):
        if anchor == f"{numbered[1]}{int(numbered[2]) + 1}":
            return "<" * up or "+"
        up, above = up + 1, numbered[1].rstrip("-")
    return f"={anchor}"


def told_label(anchor: str) -> str:
    """What the script calls a place when it is told nothing: `muc-i-3-2` -> `mục I.3.2`."""
    if anchor.startswith("muc-"):
        return "mục " + anchor.removeprefix("muc-").upper().replace("-", ".")
    numbered = _NUMBERED.fullmatch(anchor)
    if numbered and numbered[1] == "chu-thich-":
        return f"chú thích {numbered[2]}"
    if numbered and numbered[1][:-1] in PLACES:
        return f"{PLACES[numbered[1][:-1]]}, ý {numbered[2]}"
    return PLACES.get(anchor, "")


def anchors_of(steps: Iterable[str]) -> Iterator[str]:
    """The anchors again, from their steps."""
    before = ""
    for step in steps:
        if step.startswith("="):
            before = step[1:]
        elif step == ">":
            before = f"{before}-1"
        elif step:
            for _ in range(len(step) if step.startswith("<") else 0):
                before = before.rpartition("-")[0]
            above, _, number = before.rpartition("-")
            before = f"{above}-{int(number) + 1}" if number.isdecimal() else ""
        yield before
