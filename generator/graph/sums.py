"""Sums that a notice's own words let anyone check: «05 trường (gồm: …)», «06, trong đó …».

A clerk need write no figure for these; they are told as warnings, since words can mean otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from generator.graph.linking import Reading
from generator.names.named import OpenName, SchoolMention

_COUNT = r"(?<![\d.,/])(?P<total>\d{1,3}(?:\.\d{3}){0,4}|\d{1,12})(?![\d/])"
_LISTED = re.compile(
    rf"{_COUNT}\s+(?:trường|đơn vị)\b[^.;()]{{0,80}}?(?:\(\s*(?:gồm\s*)?:?|\bgồm(?:\s+có)?\s*:?)",
    re.IGNORECASE,
)
_PARTS_FOLLOW = "trong đó"
_OF_WHICH = re.compile(
    rf"{_COUNT}\s+(?P<noun>[^\W\d]+(?:\s[^\W\d]+)?)[^.;:]{{0,160}}?\b{_PARTS_FOLLOW}(?:\s+có)?\s*:?"
    r"(?P<parts>[^.;]{0,300})",
    re.IGNORECASE,
)
_LIST_END = re.compile(r"[);]|\.\s|\.$")


def wrong_sums(reading: Reading) -> Iterator[str]:
    """What does not add up in one passage, said to the clerk."""
    schools = [name for name in reading.names if isinstance(name, SchoolMention | OpenName)]
    if len(schools) > 1:
        yield from _wrong_lists(reading.passage.prose.text, schools)
    if _PARTS_FOLLOW in reading.passage.prose.text.lower():
        yield from _wrong_parts(reading.passage.prose.text)


def _wrong_lists(text: str, schools: Sequence[SchoolMention | OpenName]) -> Iterator[str]:
    """Lists are counted from the last to the first: those of one end share what they list."""
    counted: set[str] = set()
    place, last = len(schools), len(text)
    for found, stop in reversed(_lists(text)):
        if stop != last:
            counted.clear()
        while place and schools[place - 1].start >= found.end():
            place -= 1
            name = schools[place]
            if name.start < stop:
                words = text[name.start : name.end]
                counted.add(name.school if isinstance(name, SchoolMention) else words)
        last = stop
        if len(counted) > 1 and len(counted) != _value(found["total"]):
            yield f"ghi «{found['total']} trường» nhưng liệt kê {len(counted)} trường; đếm lại"


def _lists(text: str) -> list[tuple[re.Match[str], int]]:
    """Each `05 trường (gồm:` with the end of what it lists."""
    found: list[tuple[re.Match[str], int]] = []
    stop = -1
    for begun in _LISTED.finditer(text):
        if stop < begun.end():
            end = _LIST_END.search(text, begun.end())
            stop = end.start() if end else len(text)
        found.append((begun, stop))
    return found


def _wrong_parts(text: str) -> Iterator[str]:
    for found in _OF_WHICH.finditer(text):
        noun = re.escape(found["noun"])
        part = rf"(?<![\d.,/])(\d[\d.]{{0,15}})\s+{noun}\b"
        parts = re.findall(part, found["parts"], re.IGNORECASE)
        total = _value(found["total"])
        if len(parts) > 1 and sum(map(_value, parts)) != total:
            sums = " + ".join(parts)
            yield (
                f"{sums} = {sum(map(_value, parts))}, không bằng"
                f" «{found['total']} {found['noun']}»;"
                " kiểm tra lại với bản in"
            )


def _value(number: str) -> int:
    return int(number.replace(".", ""))
