"""The grammar of school names in prose: one reader goes through one text from left to right."""

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
from generator.names.named import Audience, How, OpenName, SchoolMention
from generator.names.other_names import outside, people, place, places
from generator.names.phrases import follows_any
from generator.names.prose_walk import ProseWalk
from generator.names.register_names import Found, separator, starts_name
from generator.names.resolution import school_or_level
from generator.names.school_levels import (
    LevelWord,
    is_named,
    level_words,
    name_after,
)
from generator.names.school_words import CLUSTERS

_BULLETS = frozenset("-+*•")
_ASKS = (("yêu", "cầu"), ("đề", "nghị"), ("giao",), ("chỉ", "đạo"), ("đôn", "đốc"))
_FRAME_WORDS = frozenset("đối với riêng ở tại cho trong - + * •".split())


class ProseReader(ProseWalk):
    """The rules, each beginning with words of its own."""

    __slots__ = ()

    def sentence_end(self, at: int) -> None:
        if self.among.keys[at] != "." or not self.among.is_glued(at + 1):
            self.clause_before = self.sentence
            self.spoken, self.frame, self.sentence = set(), (), at + 1
            here = len(self.found)
            self.said_before = (self.said_before[0] if self.among.keys[at] == ";" else here, here)

    def outside(self, at: int) -> int | None:
        return self._past(outside(self.among, at, self.names))

    def people(self, at: int) -> int | None:
        return self._past(people(self.among, at, self.names))

    def places(self, at: int) -> int | None:
        return self._past(places(self.among, at, self.names))

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
            if means_all(among, at, start, self.names) and not self._means_those_named(at):
                self._address(begin, start, self.frame[0] if self.frame else self.section_level)
        return start

    def _means_those_named(self, at: int) -> bool:
        """Whether `các đơn vị` are those that the clause before named: schools of a level, or
        several of which something is asked: `yêu cầu các trường MN A, B rà soát; các đơn vị báo
        cáo`. After praise, blame or where one meets they are the others.
        """
        start, end = self.said_before
        if len(self.found) > end or self.among.keys[at] != "các":
            return False
        said = self.found[max(start, end - 2) : end]
        if said and isinstance(said[-1], Audience):
            return said[-1].level is not None
        if len(said) < 2 or not all(isinstance(one, SchoolMention | OpenName) for one in said):
            return False
        begin = self.clause_before
        while self.among.keys[begin] in _BULLETS:
            begin += 1
        return any(self.among.keys[begin : begin + len(words)] == words for words in _ASKS)

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
