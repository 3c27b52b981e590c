"""The people whom words name: by a title before the name, or by a surname at its beginning."""

import re
from collections.abc import Collection, Iterator

from generator.graph.private_words import LETTERS, Keys, keys
from generator.graph.surnames import begins_a_name

_UPPER = "".join(filter(str.isupper, map(chr, [*range(0x41, 0x1EFA), *range(0xFF21, 0xFF3B)])))
CAPITAL = rf"(?<!\w)[{_UPPER}](?:{LETTERS})?"
CAPITALS = re.compile(rf"{CAPITAL}(?: {CAPITAL})*")

_LONGEST_TITLE = 20
"""Characters of a title, or of a place's kind, before a name."""

TITLE_WORD = r"(?:đồng\s+chí|đ\s*/\s*c|đ\.\s*c|đc|ông|bà|thầy|cô|anh|chị)(?:\s+giáo)?[.:]?\s+"
TITLE = re.compile(rf"(?<!\w){TITLE_WORD}", re.IGNORECASE)
_TITLE_BEFORE = re.compile(rf"{TITLE.pattern}\Z", re.IGNORECASE)
OFFICE = re.compile(r"(?:lãnh|đại|hiệu|phó|trưởng|chuyên|cán|giáo|nhân)(?!\w)", re.IGNORECASE)
INSTITUTION = re.compile(
    r"(?:MN|TH|THCS|TH&THCS|THPT|UBND|LĐLĐ|TTGDTX|Trường|Phòng|Sở|Ban|Công)(?!\w)"
)
_PLACE = re.compile(
    r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT|UBND|sở|cấp)\s+\Z",
    re.IGNORECASE,
)
_ISLAND = "Cô Tô"
"""Of the province; a teacher is `cô Tô`."""
_ALONE = re.compile(
    rf"{CAPITAL}\s*(?=[(,;–-]|\Z)|(?i:nguyễn|trần|lê|phạm|bùi|đặng|vũ)(?:\s+(?!và\s){LETTERS}){{2,3}}"
)
"""`Vắng: Hoa (ốm)`, `Vắng: nguyễn thị hoa`."""
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
        begins = max(start - _LONGEST_TITLE, 0)
        before = words[begins:start]
        titled = _TITLE_BEFORE.search(before)
        if _PLACE.search(before) or INSTITUTION.match(name):
            continue
        if titled:
            # `02 đồng chí Lãnh đạo các trường` counts people.
            counts = begins + titled.start() == 0 and titled[0].lower().startswith("đồng")
            if not counts or not OFFICE.match(name):
                yield name if " " in name else _to_comma(words, start)
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
    if name is None or OFFICE.match(name[0]) or INSTITUTION.match(name[0]):
        return False
    return title is not None or bool(untitled(name[0], others))


def _to_comma(words: str, start: int) -> str:
    return re.split(r"[–,;()]|\s-", words[start:])[0].strip()
