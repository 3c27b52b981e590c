"""One text gone through from left to right: what is found in it, and the state of the sentence."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model import Level
from generator.names.audience import Head, head
from generator.names.named import Audience, How, Name
from generator.names.other_names import Hit, places
from generator.names.phrases import BREAK, Words
from generator.names.register_names import Found, RegisterNames, separator
from generator.names.resolution import named, unresolved
from generator.names.school_levels import level_beside, level_words, name_after

_LONGEST_ASIDE = 16


@dataclass(slots=True)
class ProseWalk:
    """Tries the rules at each opening: one takes the place of a word and returns where it stopped,
    or None if it is not its.

    `spoken` are the levels named so far in the sentence, `frame` those it opens with
    (`Đối với bậc mầm non, …`), `listed_to` the end of the last list; `openings` are the places
    where anything can begin or a sentence end; `framed` is how far only words such as `Đối với`
    stand in the sentence; `said_before` counts what was found before its last full stop, and
    before its last semicolon, `clause_before` is where the clause before that begins.
    """

    rules: Mapping[str, tuple["Rule", ...]]
    openings: Sequence[int]
    names: RegisterNames
    among: Words
    section_level: Level | None
    found: list[Name] = field(default_factory=list)
    spoken: set[Level] = field(default_factory=set)
    frame: tuple[Level, ...] = ()
    sentence: int = 0
    framed: int = 0
    listed_to: int = 0
    said_before: tuple[int, int] = (0, 0)
    clause_before: int = 0

    def read(self) -> tuple[Name, ...]:
        self._read_between(0, len(self.among))
        return tuple(self.found)

    def _read_between(self, at: int, end: int) -> int:
        openings = self.openings
        place = bisect_left(openings, at)
        while place < len(openings) and openings[place] < end:
            if openings[place] >= at:
                at = self._step(openings[place])
            place += 1
        return max(at, end)

    def _step(self, at: int) -> int:
        for rule in self.rules[self.among.keys[at]]:
            end = rule(self, at)
            if end is not None:
                return max(end, at + 1)
        return at + 1

    def _past(self, hit: Hit | None) -> int | None:
        """What was found is kept; past it."""
        if hit is None:
            return None
        self.found += hit[0]
        return hit[1]

    def _list(
        self, first: Found, level: Level | None, how: How, *, start: int | None = None
    ) -> int:
        """A name and those joined to it, each with its own level or the one before."""
        item: Found | None = first
        end = first.end
        while item is not None:
            self._name(item, level, how, item.start if start is None else start)
            end = self._past_aside(item.end)
            if how is How.EXACT:
                how = How.INHERITED
            item, start = None, None
            following = separator(self.among, end)
            if following is None:
                break
            word = head(self.among, following)
            if word and word[0] in {Head.ONE, Head.ALL}:
                following = word[1]
            levels = level_words(self.among, following, self.names)
            if not levels:
                if not places(self.among, following, self.names):
                    item = self.names.any(self.among, following)
            elif len(levels) == 1:
                item = name_after(self.among, levels[0].end, self.names)
                if item is not None and levels[0].is_general:
                    level, how = None, How.EXACT
                elif item is not None:
                    level, how, start = levels[0].level, How.EXACT, following
                    self.spoken.add(level)
        self.listed_to = end
        return end

    def _name(self, found: Found, level: Level | None, how: How, start: int) -> None:
        among = self.among
        beside = level_beside(among, found.end, self.names)
        if beside is not None:
            level, how = beside, How.EXACT
        if level is None:
            self.found.append(unresolved(among, found, self.names))
        elif how is How.INFERRED and self.spoken - {level}:
            self.found.append(
                unresolved(among, found, self.names, "Câu nói đến cấp học khác với mục")
            )
        else:
            self.found.append(
                named(among, found, level=level, how=how, names=self.names, start=start)
            )

    def _past_aside(self, at: int) -> int:
        """Past `(02 lớp)` after a name, if the list goes on behind it; its words are read too."""
        keys = self.among.keys[at : at + _LONGEST_ASIDE]
        if keys[:1] != ("(",) or ")" not in keys or BREAK in keys:
            return at
        end = at + keys.index(")")
        if separator(self.among, end + 1) is None:
            return at
        return max(self._read_between(at + 1, end), end + 1)

    def _address(self, start: int, end: int, level: Level | None) -> None:
        self.found.append(Audience(*self.among.span(start, end), level))


Rule = Callable[[Any, int], int | None]
"""A method of the reader that knows the grammar."""
