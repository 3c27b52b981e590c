"""How corrections spell what is said of absent people: both spellings are private."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.model import Correction, Notice
from generator.records.sought import occurrences

_WORD = re.compile(r"[^\W_]+")

_Change = tuple[int, int, tuple[str, ...]]
"""The words of a phrase from one place to another, and what is right for them."""


class Spellings:
    """What the corrections of one notice make of words of its attendance."""

    def __init__(self, notice: Notice) -> None:
        lines = [prose.printed for group in notice.attendance for prose in group.proses()]
        self._corrections = [c for c in notice.corrections if c.right]
        self._lines = [(line, c) for line in lines for c in self._corrections if c.printed in line]

    def of(self, phrase: str) -> Iterator[str]:
        """Its other spellings, by each correction alone and by all of them."""
        changes: set[_Change] = set()
        for line, correction in self._lines:
            changes |= set(_changes(line, phrase, correction.printed, correction.right))
        for correction in self._corrections:
            changes |= set(_changes(phrase, phrase, correction.printed, correction.right))
            changes |= set(_changes(phrase, phrase, correction.right, correction.printed))
        for change in sorted(changes):
            yield _changed(phrase, [change])
        if len(changes) > 1:
            yield _changed(phrase, sorted(changes))


def quoted_parts(corrections: Sequence[Correction], names: Sequence[str]) -> Iterator[str]:
    """Both sides of each correction that changes a part of a name and nothing besides."""
    known = [f" {' '.join(_words(name))} " for name in names]
    for correction in corrections:
        sides = [" ".join(_words(side)) for side in (correction.printed, correction.right)]
        if all(" " in side and any(f" {side} " in name for name in known) for side in sides):
            yield from sides


def _changes(text: str, phrase: str, before: str, after: str) -> Iterator[_Change]:
    """What `before` -> `after` changes of the phrase where the two overlap in the text."""
    if phrase not in text or before not in text:
        return
    old, new = _words(before), _words(after)
    length = len(_words(phrase))
    for start in occurrences(phrase, text):
        for other in occurrences(before, text):
            if other >= start + len(phrase) or start >= other + len(before):
                continue
            # Where the first word of the correction stands, counted from the phrase's first.
            shift = len(_words(text[start:other])) - len(_words(text[other:start]))
            for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if tag == "equal":
                    continue
                pairs = [(at, at + 1, new[k + at - i : k + at - i + 1]) for at in range(i, j)]
                for left, right, said in pairs if j > i else [(i, j, new[k:m])]:
                    if 0 <= left + shift < length and right + shift <= length:
                        yield left + shift, right + shift, tuple(said)


def _changed(phrase: str, changes: Sequence[_Change]) -> str:
    words = _words(phrase)
    for start, end, said in reversed(changes):
        words[start:end] = said
    return " ".join(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
