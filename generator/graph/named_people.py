"""The people whom words name: by a title before the name, or by a surname at its beginning."""

import re
from collections.abc import Collection, Iterator

from generator.graph.private_words import LETTERS, Keys, keys
from generator.graph.surnames import begins_a_name, is_place
from generator.graph.titles import ADDRESS, BEGINS_OFFICE, NOT_A_NAME

UPPER = "".join(filter(str.isupper, map(chr, [*range(0x41, 0x1EFA), *range(0xFF21, 0xFF3B)])))
CAPITAL = rf"(?<!\w)[{UPPER}](?:{LETTERS})?"
CAPITALS = re.compile(rf"{CAPITAL}(?: {CAPITAL})*")

LONGEST_BEFORE = 20
"""Characters of a title, or of a place's kind, before a name."""

TITLE_WORD = rf"{ADDRESS}[.:]?\s+"
TITLE = re.compile(rf"(?<!\w){TITLE_WORD}", re.IGNORECASE)
_TITLE_BEFORE = re.compile(rf"{TITLE.pattern}\Z", re.IGNORECASE)
INSTITUTION = re.compile(
    r"(?:MN|TH|THCS|TH&THCS|THPT|UBND|LĐLĐ|TTGDTX|Trường|Phòng|Sở|Ban|Công)(?!\w)"
)
PLACE_BEFORE = re.compile(
    r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT|UBND|sở|cấp)\s+\Z",
    re.IGNORECASE,
)
_ISLAND = "Cô Tô"
"""Of the province; a teacher is `cô Tô`."""
_ALONE = re.compile(
    rf"{CAPITAL}\s*(?=[(,;–-]|\Z)|(?i:nguyễn|trần|lê|phạm|bùi|đặng|vũ)(?:\s+(?!và\s){LETTERS}){{2,3}}"
)
"""`Vắng: Hoa (ốm)`, `Vắng: nguyễn thị hoa`."""
_WORD = re.compile(LETTERS)
_NEXT = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|và\s)\s*(?:và\s+)?")
_NOBODY = frozenset("không có đủ một hai ba ốm nghỉ bận phép covid".split())

Names = Collection[Keys]


def first_person(words: str, others: Names) -> str:
    """The first name that stands in the words, or the office: what `name` has to be."""
    alone = _ALONE.match(words)
    if alone and not (alone[0].strip().lower() in _NOBODY or INSTITUTION.match(alone[0])):
        return alone[0].strip()
    return next(people(words, others), "")


def people(words: str, others: Names) -> Iterator[str]:
    """The names, or the offices after a title; `others` are the names of schools."""
    for run in CAPITALS.finditer(words):
        if run[0].startswith(_ISLAND):
            continue
        # `Bà Hoa`: a title in capitals.
        title = TITLE.match(run[0])
        start = run.start() + (title.end() if title else 0)
        name = words[start : run.end()]
        begins = max(start - LONGEST_BEFORE, 0)
        before = words[begins:start]
        titled = _TITLE_BEFORE.search(before)
        if PLACE_BEFORE.search(before) or INSTITUTION.match(name):
            continue
        if titled:
            # `02 đồng chí Lãnh đạo các trường` counts people.
            counts = begins + titled.start() == 0 and titled[0].lower().startswith("đồng")
            if not counts or not BEGINS_OFFICE.match(name):
                yield _to_comma(words, start) if BEGINS_OFFICE.match(name) else _said(name)
                yield from _listed(words, run.end(), others)
        elif found := untitled(name, others):
            yield found


def untitled(run: str, others: Names) -> str:
    """The name in words with capitals, after abbreviations like `HT`; nobody's is a subject's."""
    words = run.split(" ")
    while len(words) > 1 and keys(" ".join(words)) not in others:
        if begins_a_name(" ".join(words)):
            return " ".join(words)
        if not (words[0].isupper() and len(words[0]) <= 3):
            break
        del words[0]
    return ""


def begins_with_person(text: str, start: int, others: Names) -> bool:
    title = TITLE.match(text, start)
    name = CAPITALS.match(text, title.end() if title else start)
    if name is None or BEGINS_OFFICE.match(name[0]) or INSTITUTION.match(name[0]):
        return False
    return title is not None or bool(untitled(name[0], others))


def noted(words: str) -> Iterator[str]:
    """The people in words of which it is known that they speak of somebody: `bà oanh` as well."""
    yield from people(words, ())
    for title in TITLE.finditer(words):
        name = _WORD.match(words, title.end())
        if (
            name
            and name[0].islower()
            and name[0] not in NOT_A_NAME
            and not BEGINS_OFFICE.match(name[0])
        ):
            yield name[0]


def _said(name: str) -> str:
    """`OANH` of `OANH VẮNG HỌP`."""
    said: list[str] = []
    for word in name.split(" "):
        if said and word.lower() in NOT_A_NAME:
            break
        said.append(word)
    return " ".join(said)


def _listed(words: str, end: int, others: Names) -> Iterator[str]:
    """Those who share a title with the one before: `đồng chí Oanh, Nhung và Hoa`."""
    while (following := _NEXT.match(words, end)) and (
        run := CAPITALS.match(words, following.end())
    ):
        name, end = _said(run[0]), run.end()
        is_other = keys(name) in others or INSTITUTION.match(name) or BEGINS_OFFICE.match(name)
        if is_other or is_place(name) or TITLE.match(words, run.start()):
            return
        if name.count(" ") <= 1 and not untitled(name, others):
            yield name


def _to_comma(words: str, start: int) -> str:
    return re.split(r"[–,;()]|\s-", words[start:])[0].strip()
