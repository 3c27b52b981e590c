"""The grammar of school names in prose: one reader goes through one text from left to right."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Level
from generator.names.audience import (
    Head,
    addressed_from,
    head,
    is_quoted,
    levels_are_addressed,
    may_be_new,
    means_all,
    past_opener,
)
from generator.names.named import Audience, How, Name
from generator.names.other_names import Hit, outside, people, place, places
from generator.names.phrases import BREAK, Words, follows_any
from generator.names.register_names import Found, RegisterNames, separator, starts_name
from generator.names.resolution import named, school_or_level, unresolved
from generator.names.school_levels import (
    LevelWord,
    is_named,
    level_beside,
    level_words,
    name_after,
)
from generator.names.school_words import CLUSTERS

_FRAME_WORDS = frozenset("đối với riêng ở tại cho trong - + * •".split())
_LONGEST_ASIDE = 16


@dataclass(slots=True)
class ProseReader:
    """Each rule takes the place of a word and returns where it stopped, or None if it is not its.

    `spoken` are the levels named so far in the sentence, `frame` those it opens with
    (`Đối với bậc mầm non, …`), `listed_to` the end of the last list; `openings` are the places
    where anything can begin or a sentence end; `framed` is how far only words such as `Đối với`
    stand in the sentence.
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

    def sentence_end(self, at: int) -> None:
        if self.among.keys[at] != "." or not self.among.is_glued(at + 1):
            self.spoken, self.frame, self.sentence = set(), (), at + 1

    def outside(self, at: int) -> int | None:
        return self._past(outside(self.among, at, self.names))

    def people(self, at: int) -> int | None:
        return self._past(people(self.among, at, self.names))

    def places(self, at: int) -> int | None:
        return self._past(places(self.among, at, self.names))

    def _past(self, hit: Hit | None) -> int | None:
        """What was found is kept; past it."""
        if hit is None:
            return None
        self.found += hit[0]
        return hit[1]

    def cluster(self, at: int) -> int | None:
        """`cụm chuyên môn Nguyễn Văn Cừ-Bắc Sơn-Lý Tự Trọng`: schools of the section's level."""
        among = self.among
        hit = CLUSTERS.at(among, at)
        if hit is None:
            return None
        start = hit[1] + 1 if among.keys[hit[1]] == "số" else hit[1]
        if among.keys[start].isdigit() or among.keys[start] in {"i", "ii", "iii", "iv", "v"}:
            start += 1
        start = past_opener(among, start)
        first = self.names.any(among, start)
        if first is None:
            return None
        following = separator(among, first.end)
        if first.known is None and (
            following is None or self.names.known(among, following) is None
        ):
            return None
        return self._list(first, self.section_level, How.INFERRED)

    def head(self, at: int) -> int | None:
        """`trường`, `các trường`, `các trường cấp`: levels, then names; or everyone of a level."""
        among = self.among
        hit = head(among, at)
        if hit is None:
            return None
        kind, start = hit
        further = head(among, start)
        if kind is Head.DIRECTORS and further:
            return start
        if further and further[0] is Head.STAGE and kind in {Head.ALL, Head.ALL_UNITS}:
            levels = level_words(among, further[1], self.names)
            if levels:
                return self._levels(levels, kind, addressed_from(among, at))
        other = outside(among, start, self.names)
        if other is not None:
            self.found += other[0]
            return other[1]
        levels = level_words(among, start, self.names)
        if levels:
            return self._levels(levels, kind, addressed_from(among, at))
        if kind is Head.STAGE:
            return None
        if kind is Head.EVERYBODY:
            if not is_quoted(among, at):
                self._address(at, start, None)
            return start
        first = self.names.any(among, start)
        if first is None:
            listed = past_opener(among, start)
            levels = level_words(among, listed, self.names) if listed > start else ()
            if levels:
                return self._levels(levels, kind, addressed_from(among, at))
            first = self.names.known(among, listed)
        if first is not None and (first.known or kind in {Head.ONE, Head.ALL}):
            if kind in {Head.ONE, Head.ALL}:
                return self._list(first, self.section_level, How.INFERRED)
            return first.start
        if kind in {Head.ALL, Head.ALL_UNITS, Head.DIRECTORS} and len(self.frame) < 2:
            begin = addressed_from(among, at)
            if means_all(among, at, start, self.names):
                self._address(begin, start, self.frame[0] if self.frame else self.section_level)
        return start

    def level(self, at: int) -> int | None:
        levels = level_words(self.among, at, self.names)
        return self._levels(levels, None, at) if levels else None

    def _levels(self, levels: tuple[LevelWord, ...], kind: Head | None, begin: int) -> int:
        among, last = self.among, levels[-1]
        self.spoken |= {word.level for word in levels if not word.is_general}
        plural = kind in {Head.ALL, Head.ALL_UNITS, Head.STAGE, Head.INSTITUTION}
        first = name_after(among, last.end, self.names)
        if first and (first.known or may_be_new(among, last.start, kind)):
            for word in levels[:-1]:
                if not word.is_general:
                    self._before_a_name(word, first, plural=plural)
            if last.is_general:
                return self._list(first, None, How.EXACT)
            return self._list(first, last.level, How.EXACT, start=last.start)
        listed = past_opener(among, last.end)
        if listed > last.end and is_named(among, listed, self.names):
            first = self.names.known(among, listed)
            if first is None or len(levels) > 1 or last.is_general:
                return listed
            return self._list(first, last.level, How.INHERITED)
        if plural or (kind is Head.ONE and follows_any(among, begin, (("đối", "với"),))):
            addressed = means_all(among, begin, last.end, self.names)
        else:
            short = len(levels) == 1 and among.keys[last.start : last.end] == ("th",)
            addressed = kind is None and levels_are_addressed(
                among, begin, last.end, lone_short=short
            )
        if addressed:
            for word in levels:
                self._address(begin if word is levels[0] else word.start, word.end, word.level)
            if among.keys[last.end] in {",", ":"} and self._opens_sentence(begin):
                self.frame = tuple(word.level for word in levels)
        return last.end

    def _opens_sentence(self, at: int) -> bool:
        """Whether only words such as `Đối với` stand before a place in its sentence."""
        keys, place = self.among.keys, max(self.framed, self.sentence)
        while place < at and keys[place] in _FRAME_WORDS:
            place += 1
        self.framed = place
        return place >= at

    def _before_a_name(self, word: LevelWord, first: Found, *, plural: bool) -> None:
        """`trường MN, TH Phương Đông`: MN Phương Đông or every MN? Nobody can tell."""
        schools = first.known.at(word.level) if first.known else ()
        if schools:
            self.found.append(school_or_level(self.among, word.start, word.end, schools))
        elif plural:
            self._address(word.start, word.end, word.level)

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
            self.found.append(unresolved(among, found))
        elif how is How.INFERRED and self.spoken - {level}:
            self.found.append(unresolved(among, found, "Câu nói đến cấp học khác với mục"))
        else:
            self.found.append(
                named(among, found, level=level, how=how, names=self.names, start=start)
            )

    def bare(self, at: int) -> int | None:
        """A name with nothing before it that says what it is."""
        among = self.among
        found = self.names.known(among, at)
        if found is None or found.known is None:
            return None
        if found.whole and (at == self.listed_to or starts_name(among, at)):
            if found.known.schools:
                self._name(found, None, How.EXACT, at)
            else:
                self.found.append(place(among, found))
        self.listed_to = found.end
        return found.end

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


Rule = Callable[[ProseReader, int], int | None]
