"""Issuing bodies by their words: `UBND tỉnh Quảng Ninh` and `Ủy ban nhân dân tỉnh` are one.

A body is an organ, a level and a place; words that leave the place out agree with any place,
where the level has only one that can be meant (a province, a city), not for wards and communes.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.vietnamese import tone_key


@dataclass(frozen=True, slots=True)
class BodyKey:
    """Organ and level as codes (`ubnd`, `tỉnh`), the place's name as `tone_key` writes it.

    `id` is a register's, where the caller passed one for exactly these words.
    """

    organ: str
    level: str = ""
    place: str = ""
    id: str = ""


SHORT_WORDS = (
    (r"ủy ban nhân dân|uy ban nhan dan|ub nhân dân|ubnd", "ubnd"),
    (r"hội đồng nhân dân|hoi dong nhan dan|hđnd|hdnd", "hđnd"),
    (
        r"giáo dục (?:và|&|-)? ?đào tạo|giao duc va dao tao|gd ?(?:&|-|và|va)? ?(?:đt|dt)|giáo dục"
        r"|giao duc",
        "gdđt",
    ),
    (r"\btp\b\.?|\bthanh pho\b", "thành phố "),
    (r"\btx\b\.?", "thị xã "),
    (r"\bp\.(?=\s?\w)", "phường "),
    (r"\btinh\b", "tỉnh"),
    (r"\bpgdđt|\bpgd\b", "phòng gdđt"),
    (r"\bsgdđt|\bsgd\b", "sở gdđt"),
    (r"\bbgdđt|\bbgd\b", "bộ gdđt"),
    (r"\bphong gdđt", "phòng gdđt"),
    (r"\bso gdđt", "sở gdđt"),
    (r"\bbo gdđt", "bộ gdđt"),
    (r"\bbch\b|chap hanh", "chấp hành"),
    (r"\bbtv\b|thuong vu", "thường vụ"),
    (r"\b(tinh|thành|thanh|huyện|huyen|quận|quan|thị|thi|đảng|dang) uy\b", r"\1 ủy"),
)
LEVELS = "trung ương|tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã"
PARTY_LEVELS = {
    "tỉnh": "tỉnh",
    "tinh": "tỉnh",
    "thành": "thành phố",
    "thanh": "thành phố",
    "huyện": "huyện",
    "huyen": "huyện",
    "quận": "quận",
    "quan": "quận",
    "thị": "thị xã",
    "thi": "thị xã",
}
PARTY_ORGAN = re.compile(
    r"^(?:ban )?(?:thường trực |thường vụ |chấp hành )*(?:(tỉnh|tinh|thành|thanh|huyện|huyen|quận"
    r"|quan|thị|thi) ủy|đảng bộ|đảng ủy)\s*"
)
CENTRAL_PARTY = re.compile(
    r"^(?:bộ chính trị|ban bí thư|(?:ban )?(?:chấp hành )?trung ương|đảng cộng sản)"
)
LEVEL = re.compile(rf"(?:^|\s)({LEVELS})(?=\s|$)")
ONE_OF_MANY = frozenset(("phường", "xã", "thị trấn"))
HEADS = re.compile(r"^(?:bộ trưởng|chủ tịch|giám đốc|trưởng phòng|thủ trưởng|văn phòng)\s+(?=\S)")


def body_key(words: str, bodies: Mapping[str, str] | None = None) -> BodyKey:
    """A body's words as organ, level and place; unknown organs keep their own words."""
    known = (bodies or {}).get(words, "")
    text = tone_key(words)
    for pattern, short in SHORT_WORDS:
        text = re.sub(pattern, short, text)
    text = HEADS.sub("", " ".join(text.split()))
    if CENTRAL_PARTY.match(text):
        return BodyKey("đảng", "trung ương", "", known)
    party = PARTY_ORGAN.match(text)
    if party:
        rest = text[party.end() :]
        level, place = _level(rest)
        return BodyKey("đảng", PARTY_LEVELS.get(party[1] or "", level), place, known)
    organ = re.match(r"(?:thường trực )?(ubnd|hđnd|phòng gdđt|sở gdđt|bộ gdđt)\b\s*", text)
    if organ:
        level, place = _level(text[organ.end() :])
        return BodyKey(organ[1], level, place, known)
    level, place = _level(text)
    return BodyKey(text if not level else text[: text.index(level)].strip(), level, place, known)


def _level(text: str) -> tuple[str, str]:
    """The first level word and the place after it; without a level word all of it is the place."""
    found = LEVEL.search(text)
    if not found:
        return "", text.strip()
    before = text[: found.start()].strip()
    after = text[found.end() :].strip(" ,-")
    return found[1], LEVEL.split(after)[0].strip(" ,-") if after else before


def same_body(a: BodyKey, b: BodyKey) -> bool | None:
    """Whether two keys are one body; None where the words can't tell."""
    if a.id and b.id:
        return a.id == b.id
    if a.organ != b.organ:
        return None if not (a.organ and b.organ) else False
    if a.level and b.level and a.level != b.level:
        return False
    if a.place and b.place:
        return _same_place(a.place, b.place)
    if a.organ in ("phòng gdđt", "sở gdđt", "bộ gdđt"):
        return True
    if not (a.level and b.level):
        place = a.place or b.place
        return None if place or a.level != b.level or a.organ in ("ubnd", "hđnd", "đảng") else True
    if a.level in ONE_OF_MANY and (a.place or b.place):
        return None
    return True


def _same_place(a: str, b: str) -> bool:
    """One name; without accents on one side the letters alone decide."""
    if a.isascii() or b.isascii():
        return _bare(a) == _bare(b)
    return a == b


def _bare(text: str) -> str:
    marks = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in marks if not unicodedata.combining(letter))
