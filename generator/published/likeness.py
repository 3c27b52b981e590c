"""A mark of the words at a place: whether they are the same, and how alike two of them are.

A mark is ten digits of a hash, and after a space a sketch: the eight smallest hashes of pairs of
neighbouring words (bottom-k sketch: Cohen and Kaplan, 2007). A word mended leaves most pairs as
they were; other sentences of the same department share hardly any. Ledgers of before have no
sketch: nothing is known of the likeness then.
"""

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

LENGTH = 10
"""Digits of the hash: two texts of one page share one by chance once in a million million."""

ALIKE = 0.2
"""From here on the words at a place are the old ones mended; below they are others."""

_SKETCHED = 8
_DIGITS = 4
_FEW = 4
"""In so few words a mended one changes every pair, so single words count too."""

_WORD = re.compile(r"\w+")


def mark(texts: Iterable[str], digest: str) -> str:
    """`digest` is the hash of the `texts` in hexadecimal digits."""
    pairs: set[int] = set()
    for text in texts:
        words = list(map(_numbers, _WORD.findall(text.casefold())))
        if len(words) <= _FEW:
            pairs.update([alone for alone, _, _ in words])
        pairs.update([one + other >> 16 & 0xFFFF for (_, one, _), (_, _, other) in pairwise(words)])
    sketch = "".join(f"{pair:0{_DIGITS}x}" for pair in sorted(pairs)[:_SKETCHED])
    return f"{digest[:LENGTH]} {sketch}"


@lru_cache(maxsize=1 << 15)
def _numbers(word: str) -> tuple[int, int, int]:
    """What a word is by itself, as the first of a pair, and as the second."""
    number = zlib.crc32(word.encode())
    return number & 0xFFFF, number * 0x9E3779B1, number * 0x85EBCA6B


def same(one: str, other: str) -> bool:
    return one[:LENGTH] == other[:LENGTH]


def likeness(one: str, other: str) -> float | None:
    """How much of their words two marks share, from 0 to 1; None where one has no sketch."""
    ours, theirs = _sketch(one), _sketch(other)
    if ours is None or theirs is None:
        return None
    smallest = sorted(ours | theirs)[:_SKETCHED]
    if not smallest:
        return 1.0
    return sum(pair in ours and pair in theirs for pair in smallest) / len(smallest)


def _sketch(mark: str) -> set[str] | None:
    _, space, sketch = mark.partition(" ")
    if not space:
        return None
    return {sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS)}
