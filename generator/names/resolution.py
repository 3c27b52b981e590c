"""A found name and a level -> the school it names, or an open name that says why."""

from collections.abc import Iterable

from generator.model import Level, School
from generator.names.name_slips import mistyped_levels
from generator.names.named import How, OpenName, SchoolMention
from generator.names.phrases import Words
from generator.names.register_names import Found, Known, RegisterNames

_KIN = {
    Level.MN: (),
    Level.TH: (Level.TH_THCS,),
    Level.THCS: (Level.TH_THCS,),
    Level.TH_THCS: (Level.TH, Level.THCS),
}
"""Levels of which one is part of the other."""
_SLIPS = {Level.TH: (Level.THCS,), Level.THCS: (Level.TH,)}
"""Levels that are written nearly alike."""


def named(
    among: Words, found: Found, *, level: Level, how: How, names: RegisterNames, start: int
) -> SchoolMention | OpenName:
    """What the words from start on name at this level; `start` may be the level word's."""
    first, last = among.span(start, found.end)
    schools = found.known.at(level) if found.known else ()
    if found.whole and len(schools) == 1:
        return SchoolMention(first, last, schools[0].key, how)
    name = among.phrase(found.start, found.end)
    if not found.whole:
        why = f"Chưa rõ «{level} {name}» có phải một trường trong danh sách"
        return OpenName(first, last, name, _keys(schools), _asking(why, schools))
    if len(schools) > 1:
        why = f"Danh sách có nhiều trường cùng gọi là {level} {name}"
        return OpenName(first, last, name, _keys(schools), why)
    why = f"{level} {name} chưa có trong danh sách trường"
    if how is How.EXACT:
        near = _near(found.known, level, name, names)
        if not near and found.known and found.known.schools:
            why += f"; tên này có ở {found.known.labels}"
        return OpenName(first, last, name, _keys(near), _asking(why, near))
    if found.known and found.known.schools:
        why += f"; tên này có ở {found.known.labels}"
        return OpenName(first, last, name, found.known.keys, why)
    if found.known:
        why += "; đây là tên một phường, xã"
        return OpenName(first, last, name, (), why)
    near = _near(None, level, name, names)
    return OpenName(first, last, name, _keys(near), _asking(why, near))


def unresolved(
    among: Words, found: Found, names: RegisterNames, why: str = "Chưa rõ cấp học"
) -> OpenName:
    """A bare name with nothing that tells its level."""
    known = found.known
    name = among.phrase(found.start, found.end)
    first, last = among.span(found.start, found.end)
    if known is None or not known.schools:
        near = names.lookalikes(None, name) if known is None else ()
        why = f"{name} chưa có trong danh sách trường"
        return OpenName(first, last, name, _keys(near), _asking(why, near))
    if near := _at_mistyped_level(among, found.start, known):
        why = f"Chưa rõ «{among.written[found.start - 1]}» là cấp học nào"
        return OpenName(first, last, name, _keys(near), _asking(why, near))
    place = " và là tên một phường, xã" if known.is_place else ""
    return OpenName(first, last, name, known.keys, f"{why}; tên này có ở {known.labels}{place}")


def school_or_level(among: Words, start: int, end: int, schools: tuple[School, ...]) -> OpenName:
    """The first level word of `MN, THCS Phương Đông`: one school, or all of the level."""
    first = schools[0]
    level = first.level.label.lower()
    why = f"Chưa rõ «{among.phrase(start, end)}» là {first} hay các trường {level}"
    return OpenName(*among.span(start, end), str(first), _keys(schools), why)


def _near(known: Known | None, level: Level, name: str, names: RegisterNames) -> tuple[School, ...]:
    """Schools whose level is mistyped for this one, or whose name is."""
    if known:
        near = _called(known, _KIN[level]) or _called(known, _SLIPS.get(level, ()))
        return near or names.lookalikes(level, name)
    for one in (level, *_KIN[level], *_SLIPS.get(level, ())):
        if near := names.lookalikes(one, name):
            return near
    return ()


def _at_mistyped_level(among: Words, start: int, known: Known) -> tuple[School, ...]:
    """Schools of the name that begins here, at a level that the word before it may have meant."""
    if not start:
        return ()
    for level in mistyped_levels(among.written[start - 1]):
        joined = among.keys[max(start - 3, 0) : start - 1] in {("th", "&"), ("th", "-")}
        both = (Level.TH_THCS,) if joined and level is Level.THCS else ()
        for levels in (both, (level,), _KIN[level]):
            if near := _called(known, levels):
                return near
    return ()


def _called(known: Known, levels: Iterable[Level]) -> tuple[School, ...]:
    return tuple(school for level in levels for school in known.at(level))


def _keys(schools: tuple[School, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(school.key for school in schools))


def _asking(why: str, near: tuple[School, ...]) -> str:
    if not near:
        return why
    return f"{why}; có phải «{'», «'.join(dict.fromkeys(map(str, near)))}»?"
