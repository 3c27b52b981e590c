"""Names that are no school of the department: places, people, other institutions."""

from generator.names.named import Name, OutsideInstitution, PlaceName
from generator.names.phrases import Phrases, Words
from generator.names.register_names import Found, RegisterNames, separator
from generator.names.school_words import (
    CLUSTERS,
    LEVELS,
    OUTSIDE,
    OUTSIDE_AFTER_SCHOOL,
    OUTSIDE_SEATS,
    PEOPLE,
    PLACES,
)

Hit = tuple[tuple[Name, ...], int]
"""What was found and where the words after it begin."""

_MOST_FILLERS = 6
_LONGEST_CAPITALS = 4
_JOINS = frozenset("và của tại cho với do về đến trên ở tổ mở đã sẽ".split())


def outside(among: Words, at: int, names: RegisterNames) -> Hit | None:
    """`THPT Chuyên Hạ Long`, `ĐH Hạ Long`, `Trung tâm GDTX tỉnh`, and names listed after them."""
    hit = OUTSIDE.at(among, at)
    if hit is None and among.keys[at - 1] == "trường" and among.keys[at - 2] != "các":
        hit = OUTSIDE_AFTER_SCHOOL.at(among, at)
    if hit is None:
        return None
    is_named, start = hit
    end = _outside_name_end(among, start, names)
    if end == start and not is_named:
        return ((), start) if among.keys[at] not in {"cđ", "đh", "trung"} else None
    found = [_institution(among, at, end)]
    while not is_named and (item := _listed(among, end, names)):
        found.append(_institution(among, item.start, item.end))
        end = item.end
    return tuple(found), end


def _institution(among: Words, start: int, end: int) -> OutsideInstitution:
    return OutsideInstitution(*among.span(start, end), among.phrase(start, end))


def people(among: Words, at: int, names: RegisterNames) -> Hit | None:
    """`đ/c Trần Phú`, `khởi nghĩa Bắc Sơn`: names that are passed over."""
    start = _cue_end(among, at, PEOPLE)
    first = None if start is None else names.any(among, start)
    if first is None:
        return None
    end = first.end
    while item := _listed(among, end, names):
        end = item.end
    return (), end


def places(among: Words, at: int, names: RegisterNames) -> Hit | None:
    """`địa bàn Trưng Vương, Phương Nam`, `đường Lê Lợi`: the cue's own name and those listed."""
    start = _cue_end(among, at, PLACES)
    item = None if start is None else names.any(among, _past_fillers(among, start, names))
    if item is None:
        return None
    found: list[Name] = []
    while item is not None:
        found.append(place(among, item))
        end = item.end
        item = _listed(among, end, names, further=PLACES)
    return tuple(found), end


def place(among: Words, found: Found) -> PlaceName:
    start, end = found.start, found.end
    return PlaceName(*among.span(start, end), among.phrase(start, end))


def _cue_end(among: Words, at: int, cues: Phrases[bool]) -> int | None:
    """A cue in capitals after another capital is part of a name: `Nguyễn Thị Hồ`."""
    hit = cues.at(among, at)
    if hit is None or (among.is_name_word(at) and among.follows_name_word(at)):
        return None
    return hit[1]


def _listed(
    among: Words, at: int, names: RegisterNames, *, further: Phrases[bool] | None = None
) -> Found | None:
    """The next name of a list, unless it has a word before it that says what it is."""
    following = separator(among, at)
    if following is None:
        return None
    if further is not None and further.at(among, following):
        following = _past_fillers(among, following, names)
    if any(table.at(among, following) for table in (LEVELS, OUTSIDE, CLUSTERS)):
        return None
    return names.any(among, following)


def _past_fillers(among: Words, at: int, names: RegisterNames) -> int:
    """Past `các phường`, `:`, `2 xã`, `xã, phường` between a cue and its first name.

    A name of the register may itself begin with a cue: `xã Sông Khoai`, `phường Hồ Sen`.
    """
    for _ in range(_MOST_FILLERS):
        if names.known(among, at):
            break
        cue = PLACES.at(among, at)
        joint = separator(among, at)
        if cue:
            at = cue[1]
        elif joint is not None and PLACES.at(among, joint):
            at = joint
        elif among.keys[at] in {":", "(", "gồm", "các", "hai", "ba"} or among.keys[at].isdigit():
            at += 1
        else:
            break
    return at


def _outside_name_end(among: Words, at: int, names: RegisterNames) -> int:
    """Where `Chuyên Hạ Long`, `Sư phạm Hà Nội`, `tỉnh Quảng Ninh` ends; `at` if none is there."""
    seat = OUTSIDE_SEATS.at(among, at)
    start = seat[1] if seat else at + (among.keys[at] == "chuyên")
    end = names.run_end(among, start)
    if end == start:
        while (
            end - start < _LONGEST_CAPITALS
            and end < len(among)
            and len(among.written[end]) > 1
            and among.written[end].isupper()
        ):
            end += 1
        if end - start < 2:
            return start if seat else at
    elif (
        end == start + 1
        and end < len(among)
        and among.written[end].islower()
        and among.keys[end] not in _JOINS
        and among.is_name_word(end + 1)
    ):
        end = names.run_end(among, end + 1)
    return end
