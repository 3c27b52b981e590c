"""Level words where they stand in a text: `MN`, `tiểu học`, `mầm non, TH và THCS`."""

from dataclasses import dataclass

from generator.model import Level
from generator.names.phrases import Words
from generator.names.register_names import Found, RegisterNames, separator
from generator.names.school_words import CAPITAL_LEVELS, LEVELS, QUALIFIERS, TWO_LEVELS

_LEVEL_ENDINGS = frozenset({"mn", "mg", "th", "thcs", "thpt", "non", "giáo", "học", "sở"})


@dataclass(frozen=True, slots=True)
class LevelWord:
    """A level as written: words start to end.

    `is_general` if the word takes in more than a level: `phổ thông` is TH and THCS, half of the
    words each, `trung học` may be more than THCS; no school is named by it.
    """

    level: Level
    start: int
    end: int
    is_general: bool = False


def level_words(among: Words, at: int, names: RegisterNames) -> tuple[LevelWord, ...]:
    """The levels listed from here on: none, one, or several (`mầm non, tiểu học và THCS`)."""
    if among.keys[at] not in LEVELS.first_words:
        return ()
    listed: list[LevelWord] = []
    following: int | None = at
    while following is not None and (found := _level_at(among, following, names)):
        listed += found
        following = separator(among, found[-1].end)
    return tuple(listed)


def name_after(among: Words, at: int, names: RegisterNames) -> Found | None:
    """A name right after a level, `tư thục` and the like between them."""
    qualifier = QUALIFIERS.at(among, at)
    return names.any(among, qualifier[1] if qualifier else at)


def is_named(among: Words, at: int, names: RegisterNames) -> bool:
    """Whether a name of the register begins here, with its level or without."""
    if names.known(among, at):
        return True
    levels = level_words(among, at, names)
    found = name_after(among, levels[-1].end, names) if levels else None
    return found is not None and found.known is not None


def level_beside(among: Words, at: int, names: RegisterNames) -> Level | None:
    """The level in brackets after a name: `Bắc Sơn (THCS)`."""
    if among.keys[at] != "(":
        return None
    levels = level_words(among, at + 1, names)
    closed = len(levels) == 1 and among.keys[levels[0].end] == ")"
    return levels[0].level if closed else None


def _level_at(among: Words, at: int, names: RegisterNames) -> tuple[LevelWord, ...]:
    two = TWO_LEVELS.at(among, at)
    if two and _is_one_school(among, at, two[1], names):
        return (LevelWord(two[0], at, two[1]),)
    hit = LEVELS.at(among, at)
    if hit is not None:
        level, end = hit
        found = name_after(among, end, names)
        named = found is not None and found.known is not None and found.known.at(level) != ()
        if _is_level(among, at, end) and (named or not _is_in_symbol(among, at, end)):
            return (LevelWord(level, at, end),)
        return ()
    following = among.keys[at : at + 2]
    if following == ("phổ", "thông"):
        return (
            LevelWord(Level.TH, at, at + 1, is_general=True),
            LevelWord(Level.THCS, at + 1, at + 2, is_general=True),
        )
    if following == ("trung", "học") and among.keys[at + 2 : at + 4] != ("phổ", "thông"):
        return (LevelWord(Level.THCS, at, at + 2, is_general=True),)
    return ()


def _is_one_school(among: Words, at: int, end: int, names: RegisterNames) -> bool:
    """`trường TH và THCS Điền Công` is one school, `các trường TH và THCS` are two levels."""
    found = name_after(among, end, names)
    if found is None:
        return False
    if found.known and found.known.at(Level.TH_THCS):
        return True
    singular = among.keys[at - 1] == "trường" and among.keys[at - 2] not in {"các", "những"}
    return singular and not (found.known and found.known.at(Level.THCS))


def _is_level(among: Words, at: int, end: int) -> bool:
    if end > at + 1 or among.keys[at] not in CAPITAL_LEVELS:
        return True
    return among.written[at].isupper() or among.keys[at - 1] == "trường"


def _is_in_symbol(among: Words, at: int, end: int) -> bool:
    return end == at + 1 and (_ends_a_symbol(among, at) or _opens_a_symbol(among, end))


def _ends_a_symbol(among: Words, at: int) -> bool:
    """`TĐ-TH`, `9A1/THCS`, `57/KH-THCS`: part of another sign; `MN-TH`, `Bắc Sơn-THCS` are not."""
    if at < 2 or not (among.is_glued(at) and among.is_glued(at - 1)):
        return False
    if among.keys[at - 1] not in {"-", "–", "/", "_", ".", "&"}:
        return False
    before = among.written[at - 2]
    is_name = before[0].isalpha() and not (before.isupper() or any(map(str.isdigit, before)))
    return not is_name and among.keys[at - 2] not in _LEVEL_ENDINGS


def _opens_a_symbol(among: Words, end: int) -> bool:
    """`TH-01`, `THCS/2021`; `TH-THCS` and `THCS/Bắc Sơn` are not."""
    if not (among.is_glued(end) and among.is_glued(end + 1)):
        return False
    if among.keys[end] not in {"-", "–", "/", "_", "."}:
        return False
    after = among.written[end + 1]
    return among.keys[end + 1] not in _LEVEL_ENDINGS and (after.isupper() or after[0].isdigit())
