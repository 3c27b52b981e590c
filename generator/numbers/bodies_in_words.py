"""Issuing bodies by their words: `UBND tỉnh Quảng Ninh` and `Ủy ban nhân dân tỉnh` are one.

A body is an organ, a level and a place; words that leave the place out agree with any place,
where the level has only one that can be meant (a province, a city), not for wards and communes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.vietnamese import bare, tone_key


@dataclass(frozen=True, slots=True)
class BodyKey:
    """Organ and level as codes (`ubnd`, `tỉnh`), the place's name as `tone_key` writes it.

    `id` is a register's, where the caller passed one for exactly these words.
    """

    organ: str
    level: str
    place: str
    id: str = ""

    @property
    def distinction(self) -> str:
        """What tells its documents from another body's of that symbol; empty if nothing does."""
        own_words = "" if self.organ in KNOWN_ORGANS else self.organ
        return f"{self.level} {self.place or own_words}".strip()


KNOWN_ORGANS = ("ubnd", "hđnd", "phòng gdđt", "sở gdđt", "bộ gdđt", "đảng")
SHORT_WORDS = (
    (r"ủy ban nhân dân|uy ban nhan dan|ub nhân dân", "ubnd"),
    (r"hội đồng nhân dân|hoi dong nhan dan|hdnd", "hđnd"),
    (
        r"giáo dục (?:và|&|-)? ?đào tạo|giao duc va dao tao|gd ?(?:&|-|và|va)? ?(?:đt|dt)|giáo dục"
        r"|giao duc",
        "gdđt",
    ),
    (r"\bp(?:h[òo]ng |\.? ?)gd(?:đt)?\b", "phòng gdđt"),
    (r"\bs(?:[ởo] )?gd(?:đt)?\b", "sở gdđt"),
    (r"\bb(?:[ộo] )?gd(?:đt)?\b", "bộ gdđt"),
    (r"\btp\b\.?|thanh pho\b", "thành phố "),
    (r"\btx\b\.?", "thị xã "),
    (r"\bp\.(?=\s?\w)", "phường "),
    (r"\bphuong\b", "phường"),
    (r"\btinh\b", "tỉnh"),
    (r"\bhuyen\b", "huyện"),
    (r"\btw\b|trung uong", "trung ương"),
    (r"\bbch\b|chap hanh", "chấp hành"),
    (r"\bbtv\b|thuong vu", "thường vụ"),
)
LEVELS = "trung ương|tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã"
PARTY_LEVELS = {
    "tỉnh": "tỉnh",
    "thành": "thành phố",
    "thanh": "thành phố",
    "huyện": "huyện",
    "quận": "quận",
    "quan": "quận",
    "thị": "thị xã",
    "thi": "thị xã",
}
PARTY_ORGAN = re.compile(
    r"(?:ban )?(?:thường trực |thường vụ |chấp hành )*"
    r"(?:(tỉnh|th[àa]nh|huyện|qu[ậa]n|th[ịi]) [ủu]y|(?:đảng|dang) (?:[ủu]y|b[ộo]))\b"
)
CENTRAL_PARTY = re.compile(
    r"(?:bộ chính trị|ban bí thư|(?:ban )?(?:chấp hành )?trung ương|đảng cộng sản)"
)
LEVEL = re.compile(rf"(?:^|\s(?!xã hội))({LEVELS})")
"""Not the `xã hội` of *Bảo hiểm xã hội thành phố*; right after an organ it is a commune's name."""
ONE_OF_MANY = frozenset(("phường", "xã", "thị trấn"))
HEADS = re.compile(
    r"^(?:bộ trưởng|chủ tịch|giám đốc|trưởng(?: phòng)?(?= phòng \S)|thủ trưởng|văn phòng) "
)
_AROUND = " ,-"


def body_key(words: str, bodies: Mapping[str, str] | None = None) -> BodyKey:
    """A body's words as organ, level and place; unknown organs keep their own words."""
    known = (bodies or {}).get(words, "")
    text = tone_key(words)
    for pattern, short in SHORT_WORDS:
        text = re.sub(pattern, short, text)
    text = HEADS.sub("", " ".join(text.split()))
    if CENTRAL_PARTY.match(text):
        return BodyKey("đảng", "trung ương", "", known)
    if party := PARTY_ORGAN.match(text):
        _, level, place = _parts(text[party.end() :])
        return BodyKey("đảng", PARTY_LEVELS[party[1]] if party[1] else level, place, known)
    if organ := re.match(r"(?:thường trực )?(ubnd|hđnd|phòng gdđt|sở gdđt|bộ gdđt)\b", text):
        _, level, place = _parts(text[organ.end() :])
        return BodyKey(organ[1], level, place, known)
    name, level, place = _parts(text)
    return BodyKey(name, level, place if level else "", known)


def _parts(text: str) -> tuple[str, str, str]:
    """What stands before the first level word, that word, the place after it.

    Without a level word all of it is the organ or the place.
    """
    text = text.strip(_AROUND)
    found = LEVEL.search(text)
    if not found:
        return text, "", text
    place = LEVEL.split(text[found.end() :])[0]
    return text[: found.start()].strip(_AROUND), found[1], place.strip(_AROUND)


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
    if a.level != b.level or a.level in ONE_OF_MANY:
        return None
    return True if a.level or a.organ not in KNOWN_ORGANS else None


def _same_place(a: str, b: str) -> bool:
    """One name; without accents on one side the letters alone decide."""
    if a.isascii() or b.isascii():
        return bare(a) == bare(b)
    return a == b
