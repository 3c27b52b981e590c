"""The names of the register as they are found in prose: where one starts, ends, and whose it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Level, School
from generator.names.name_slips import NameSlips
from generator.names.phrases import Phrases, Words, words
from generator.names.school_words import (
    BEFORE_NAMES,
    COMMON_OPENINGS,
    FAR_PLACES,
    LEVELS,
    PLACES,
    SEPARATORS,
)

_LONGEST_RUN = 6
_LETTERS_OF_SCHOOLS = frozenset("ABCDE")


@dataclass(frozen=True, slots=True)
class Known:
    """One name: the schools that bear it, each with the level it is then called by, and places."""

    schools: tuple[tuple[Level, School], ...]
    is_place: bool
    capitals: tuple[bool, ...]

    def at(self, level: Level) -> tuple[School, ...]:
        return tuple(school for called, school in self.schools if called == level)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(school.key for _, school in self.schools))

    @property
    def labels(self) -> str:
        return ", ".join(dict.fromkeys(str(school) for _, school in self.schools))


@dataclass(frozen=True, slots=True)
class Found:
    """Words start to end; `known` is None for a name outside the register.

    Not `whole`: the name goes on, so it may be another's (`Phương Đông Hải`, `Lê Lợi 2`).
    """

    start: int
    end: int
    known: Known | None
    whole: bool = True


class RegisterNames:
    """Every name and alias of the schools, and of the places, ready to be looked for."""

    def __init__(self, schools: Sequence[School], places: Iterable[str]) -> None:
        bearers: dict[tuple[str, ...], tuple[str, list[tuple[Level, School]]]] = {}
        wards: dict[tuple[str, ...], str] = {}
        for school in schools:
            for name in (school.name, *school.aliases):
                level, plain = _called(name, school.level)
                bearers.setdefault(words(plain).keys, (plain, []))[1].append((level, school))
        for place in (*(school.ward for school in schools), *places):
            name = _without_cue(place)
            wards.setdefault(words(name).keys, name)
        self._slips = NameSlips(
            (level, plain, school)
            for plain, of_name in bearers.values()
            for level, school in of_name
        )
        spelled = {**wards, **{keys: name for keys, (name, _) in bearers.items()}}
        self.phrases = Phrases(
            (
                name,
                Known(
                    _each_once(bearers[keys][1]) if keys in bearers else (),
                    keys in wards,
                    tuple(word[0].isupper() for word in words(name).written),
                ),
            )
            for keys, name in spelled.items()
        )

    def lookalikes(self, level: Level | None, name: str) -> tuple[School, ...]:
        """Schools of a level, or of any, that a mistyped name may have meant."""
        return self._slips.near(level, name)

    def known(self, among: Words, start: int) -> Found | None:
        """The register's name that starts here, in capitals as names are written."""
        if among.keys[start] not in self.phrases.first_words:
            return None
        hit = self._spelled(among, start)
        if hit is None:
            return None
        known, end = hit
        beyond = self._goes_on_to(among, start, end)
        return Found(start, beyond, known, whole=beyond == end)

    def any(self, among: Words, start: int) -> Found | None:
        """A name of the register, or else two or more words in capitals that could be one."""
        found = self.known(among, start)
        if found is None:
            end = self.run_end(among, start)
            run = among.keys[start:end]
            if len(run) >= 2 and "thị" not in run and run not in FAR_PLACES:
                return Found(start, end, None)
        return found

    def _spelled(self, among: Words, start: int) -> tuple[Known, int] | None:
        hit = self.phrases.at(among, start)
        if hit is None:
            return None
        known, end = hit
        written = zip(known.capitals, among.written[start:end], strict=True)
        return hit if all(word[0].isupper() for capital, word in written if capital) else None

    def _goes_on_to(self, among: Words, start: int, end: int) -> int:
        """Where the name ends if it is longer than the one known, otherwise `end`."""
        if end >= len(among):
            return end
        following = among.written[end]
        numbered = len(following) == 1 and following.isdigit() and not among.is_glued(end)
        if among.written[start].isupper():
            numbered = numbered or following in _LETTERS_OF_SCHOOLS
        elif among.is_name_word(end) and self._spelled(among, end) is None:
            return self.run_end(among, end)
        closes = end + 1 == len(among) or among.keys[end + 1] in {",", ";", ")", ".", "và", "\n"}
        dated = among.is_glued(end + 2) and among.keys[end + 2].isdigit()
        return end + 1 if numbered and closes and not dated else end

    def run_end(self, among: Words, start: int) -> int:
        """Where the words in capitals that start here end, if any do."""
        end = start
        while (
            end - start < _LONGEST_RUN
            and among.is_name_word(end)
            and COMMON_OPENINGS.at(among, end) is None
        ):
            end += 1
        return end


def starts_name(among: Words, start: int) -> bool:
    """Whether a bare name may begin here: not the tail of a longer one, as `Tây Bắc Sơn`."""
    return not among.follows_name_word(start) or among.keys[start - 1] in BEFORE_NAMES


def separator(among: Words, at: int) -> int | None:
    """Where the next item of a list begins, if one follows."""
    hit = SEPARATORS.at(among, at)
    return None if hit is None else hit[1]


def _each_once(bearers: Iterable[tuple[Level, School]]) -> tuple[tuple[Level, School], ...]:
    """By the school's key: to tell schools apart by all they are takes time with their aliases."""
    return tuple({(level, school.key): (level, school) for level, school in bearers}.values())


def _called(name: str, level: Level) -> tuple[Level, str]:
    """`TH THCS Điền Công` as an alias -> the level and the name that it is called by."""
    among = words(name)
    start = 1 if among.keys[0] == "trường" else 0
    hit = LEVELS.at(among, start)
    if hit is None or hit[1] == len(among):
        return level, name
    return hit[0], name[among.start(hit[1]) :]


def _without_cue(place: str) -> str:
    among = words(place)
    hit = PLACES.at(among, 0)
    return place if hit is None or hit[1] >= len(among) else place[among.start(hit[1]) :]
