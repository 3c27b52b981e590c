"""The grammar of school names in prose: one reader goes through one text from left to right."""

from dataclasses import dataclass, field

from generator.audience import (
    Head,
    addressed_from,
    head,
    is_quoted,
    levels_are_addressed,
    means_all,
)
from generator.model import Level
from generator.named import Audience, How, Name, OpenName, PlaceName
from generator.other_names import outside, people, places
from generator.phrases import BREAK, Words
from generator.register_names import Found, RegisterNames, separator, starts_name
from generator.resolution import named, unresolved
from generator.school_levels import LevelWord, level_words, name_after
from generator.school_words import CLUSTERS, OPENERS, TEACHERS

_FRAME_WORDS = frozenset("đối với riêng ở tại cho trong - + * •".split())
_LONGEST_ASIDE = 16


@dataclass(slots=True)
class ProseReader:
    """Each rule takes the place of a word and returns where it stopped, or None if it is not its.

    `spoken` are the levels named so far in the sentence, `frame` those it opens with
    (`Đối với bậc mầm non, …`), `listed_to` the end of the last list.
    """

    names: RegisterNames
    among: Words
    section_level: Level | None
    found: list[Name] = field(default_factory=list)
    spoken: set[Level] = field(default_factory=set)
    frame: tuple[Level, ...] = ()
    sentence: int = 0
    listed_to: int = 0

    def read(self, openers: frozenset[str]) -> tuple[Name, ...]:
        """Everything found; `openers` are the words with which anything can begin."""
        self._read_between(0, len(self.among), openers)
        return tuple(self.found)

    def _read_between(self, at: int, end: int, openers: frozenset[str]) -> int:
        while at < end:
            word = self.among.keys[at]
            if word in openers:
                at = self._step(at)
                continue
            at += 1
            if word in {BREAK, ";"} or (word == "." and not self.among.is_glued(at)):
                self.spoken, self.frame, self.sentence = set(), (), at
        return at

    def _step(self, at: int) -> int:
        for rule in (self._other, self._cluster, self._head, self._level, self._bare):
            end = rule(at)
            if end is not None:
                return max(end, at + 1)
        return at + 1

    def _other(self, at: int) -> int | None:
        for rule in (outside, people, places):
            hit = rule(self.among, at, self.names)
            if hit is not None:
                self.found += hit[0]
                return hit[1]
        return None

    def _cluster(self, at: int) -> int | None:
        """`cụm chuyên môn Nguyễn Văn Cừ-Bắc Sơn-Lý Tự Trọng`: schools of the section's level."""
        among = self.among
        hit = CLUSTERS.at(among, at)
        if hit is None:
            return None
        start = hit[1] + 1 if among.keys[hit[1]] == "số" else hit[1]
        if among.keys[start].isdigit() or among.keys[start] in {"i", "ii", "iii", "iv", "v"}:
            start += 1
        start = self._past_opener(start)
        first = self.names.any(among, start)
        if first is None:
            return None
        following = separator(among, first.end)
        if first.known is None and (
            following is None or self.names.known(among, following) is None
        ):
            return None
        return self._list(first, self.section_level, How.INFERRED)

    def _head(self, at: int) -> int | None:
        """`trường`, `các trường`, `bậc`: then levels, then names; or everyone of a level."""
        among = self.among
        hit = head(among, at)
        if hit is None:
            return None
        kind, start = hit
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
            listed = self._past_opener(start)
            if listed > start and self._is_named(listed):
                first = self.names.known(among, listed)
                if first is None:
                    return listed
        if first is not None and (first.known or kind in {Head.ONE, Head.ALL}):
            if kind in {Head.ONE, Head.ALL}:
                return self._list(first, self.section_level, How.INFERRED)
            return first.start
        if kind is Head.DIRECTORS and head(among, start):
            return start
        if kind in {Head.ALL, Head.ALL_UNITS, Head.DIRECTORS} and len(self.frame) < 2:
            begin = addressed_from(among, at)
            if means_all(among, at, start, self.names):
                self._address(begin, start, self.frame[0] if self.frame else self.section_level)
        return start

    def _level(self, at: int) -> int | None:
        levels = level_words(self.among, at, self.names)
        return self._levels(levels, None, at) if levels else None

    def _levels(self, levels: tuple[LevelWord, ...], kind: Head | None, begin: int) -> int:
        among, last = self.among, levels[-1]
        self.spoken |= {word.level for word in levels if not word.is_general}
        plural = kind in {Head.ALL, Head.ALL_UNITS, Head.STAGE, Head.INSTITUTION}
        first = name_after(among, last.end, self.names)
        if first and (first.known or self._may_be_new(last, kind)):
            for word in levels[:-1]:
                self._before_a_name(word, first, plural=plural)
            if last.is_general:
                return self._list(first, None, How.EXACT)
            return self._list(first, last.level, How.EXACT, start=last.start)
        listed = self._past_opener(last.end)
        if listed > last.end and self._is_named(listed):
            first = self.names.known(among, listed)
            if first is None or len(levels) > 1 or last.is_general:
                return listed
            return self._list(first, last.level, How.INHERITED)
        short = len(levels) == 1 and among.keys[last.start] == "th"
        if (
            means_all(among, begin, last.end, self.names)
            if plural
            else kind is None
            and levels_are_addressed(among, levels[0].start, last.end, lone_short=short)
        ):
            for word in levels:
                self._address(begin if word is levels[0] else word.start, word.end, word.level)
            opening = set(among.keys[self.sentence : begin])
            if opening <= _FRAME_WORDS and among.keys[last.end] in {",", ":"}:
                self.frame = tuple(word.level for word in levels)
        return last.end

    def _before_a_name(self, word: LevelWord, first: Found, *, plural: bool) -> None:
        """`trường MN, TH Phương Đông`: MN Phương Đông as well, or every MN? Nobody can tell."""
        schools = first.known.at(word.level) if first.known else ()
        if schools:
            among = self.among
            written = among.phrase(word.start, word.end)
            start, end = among.starts[word.start], among.ends[word.end - 1]
            keys = tuple(dict.fromkeys(school.key for school in schools))
            why = f"Chưa rõ «{written}» là {schools[0]} hay các trường {word.level.label.lower()}"
            self.found.append(OpenName(start, end, f"{schools[0]}", keys, why))
        elif plural:
            self._address(word.start, word.end, word.level)

    def _may_be_new(self, level: LevelWord, kind: Head | None) -> bool:
        """Whether words in capitals after a level may be a school outside the register."""
        if kind is None:
            among = self.among
            return among.written[level.start][0].isupper() and not any(
                among.keys[max(level.start - len(word), 0) : level.start] == word
                for word in TEACHERS
            )
        return kind is not Head.STAGE

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
                if item is not None:
                    level, how, start = levels[0].level, How.EXACT, following
                    self.spoken.add(level)
        self.listed_to = end
        return end

    def _name(self, found: Found, level: Level | None, how: How, start: int) -> None:
        among = self.among
        beside = self._level_beside(found.end)
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

    def _bare(self, at: int) -> int | None:
        """A name with nothing before it that says what it is."""
        among = self.among
        found = self.names.known(among, at)
        if found is None or found.known is None:
            return None
        if found.whole and (at == self.listed_to or starts_name(among, at)):
            if found.known.schools:
                self._name(found, None, How.EXACT, at)
            else:
                name = among.phrase(at, found.end)
                self.found.append(PlaceName(among.starts[at], among.ends[found.end - 1], name))
        self.listed_to = found.end
        return found.end

    def _level_beside(self, at: int) -> Level | None:
        """`Bắc Sơn (THCS)`."""
        if self.among.keys[min(at, len(self.among))] != "(":
            return None
        levels = level_words(self.among, at + 1, self.names)
        closed = len(levels) == 1 and self.among.keys[levels[0].end] == ")"
        return levels[0].level if closed else None

    def _past_opener(self, at: int) -> int:
        """Past `:`, `gồm`, `(` and a further `các trường` before the names of a list."""
        hit = OPENERS.at(self.among, at)
        start = hit[1] if hit else at
        word = head(self.among, start)
        return word[1] if word and word[0] in {Head.ONE, Head.ALL} else start

    def _is_named(self, at: int) -> bool:
        if self.names.known(self.among, at):
            return True
        levels = level_words(self.among, at, self.names)
        first = name_after(self.among, levels[-1].end, self.names) if levels else None
        return first is not None and first.known is not None

    def _past_aside(self, at: int) -> int:
        """Past `(02 lớp)` after a name, if the list goes on behind it."""
        keys = self.among.keys[at : at + _LONGEST_ASIDE]
        if keys[:1] != ("(",) or ")" not in keys or BREAK in keys:
            return at
        end = at + keys.index(")") + 1
        return end if separator(self.among, end) is not None else at

    def _address(self, start: int, end: int, level: Level | None) -> None:
        self.found.append(Audience(self.among.starts[start], self.among.ends[end - 1], level))
