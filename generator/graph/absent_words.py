"""Who is said to be away: `Vắng mặt: 01 (đ/c …)`, `đ/c … vắng, ốm`, names in the lines below."""

import re
from collections.abc import Iterator, Sequence

from generator.graph.private_words import LETTERS

Named = tuple[str, str]
"""The words that tell of somebody who was away, and the name or the office in them."""

_UPPER = "".join(filter(str.isupper, map(chr, [*range(0x41, 0x1EFA), *range(0xFF21, 0xFF3B)])))
_CAPITAL = rf"(?<!\w)[{_UPPER}](?:{LETTERS})?"

SURNAMES = frozenset("nguyễn trần lê phạm phan vũ võ đặng bùi đỗ hồ ngô lý đinh đoàn".split())

_LONGEST_TITLE = 20
_LONGEST_LIST = 1000
"""Characters in which those who were away are named, and a title before a name."""
MASK = "-"
"""What stands for each letter of those who are listed."""
MOST_BELOW = 50
"""Lines below, in which the first of those who were away is named."""

TITLE_WORD = r"(?:đồng\s+chí|đ\s*/\s*c|đ\.\s*c|đc|ông|bà|thầy|cô|anh|chị)(?:\s+giáo)?[.:]?\s+"
_NOT_COMING = (
    r"không\s+(?:(?:tham\s+)?dự(?!\s+(?:kiến|toán|thi))|tham\s+gia|có\s+mặt|đến)"
    r"(?:\s+(?:họp|được))?"
)
_AWAY = r"vắng(?:\s+(?:mặt|họp|(?:có|không)\s+(?:phép|lý\s+do)))*"
_ABSENT = re.compile(
    rf"\b(?:(?P<said>{_AWAY}|{_NOT_COMING})|(?P<but>trừ)"
    r"|nghỉ(?:\s+(?:họp|ốm|phép))?|thiếu|ốm|xin\s+phép)"
    r"(?!\w)\s*(?P<colon>:?)\s*(?P<count>[0-9]*)\s*(?P<after>:?)",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(rf"\s*(?:[(,–-]\s*)?(?:các\s+)?{TITLE_WORD}|\s*\(", re.IGNORECASE)
_THINGS = re.compile(
    r"\s*(?:học\s+sinh|HS|trẻ|cháu|em|trường|đơn\s+vị|lớp|tiết|buổi|ngày|tuần)(?!\w)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"\s*(?:đồng\s+chí|đ/c|người|đại\s+biểu)?[\s.:;,–-]*", re.IGNORECASE)
_NUMBERED = re.compile(r"[\s(]*(?:[0-9]{1,2}[.)]\s*)?")
_PRESENT = re.compile(r"\b(?:có\s+mặt|dự\s+họp|khách\s+mời|chủ\s+trì)(?!\w)", re.IGNORECASE)

_ALONE = re.compile(
    rf"{_CAPITAL}\s*(?=[(,;–-]|\Z)|(?:nguyễn|trần|lê|phạm|bùi|đặng|vũ)(?:\s+(?!và\s){LETTERS}){{2,3}}"
)
"""`Vắng: Hoa (ốm)`, `Vắng: nguyễn thị hoa`."""
_NOBODY = frozenset("không có đủ một hai ba ốm nghỉ bận phép covid".split())

_SENTENCE = re.compile(r"(?:\([^()]*\)|\.(?!\s+[^\W\d_a-z])|[^.])*")
_TITLE = re.compile(rf"(?<!\w){TITLE_WORD}\Z", re.IGNORECASE)
_ANY_TITLE = re.compile(rf"(?<!\w){TITLE_WORD}", re.IGNORECASE)
_BEGINS_TITLE = re.compile(TITLE_WORD, re.IGNORECASE)
CAPITALS = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})*")
_OFFICE = re.compile(r"(?:lãnh|đại|hiệu|phó|trưởng|chuyên|cán|giáo|nhân)(?!\w)", re.IGNORECASE)
INSTITUTION = re.compile(
    r"(?:MN|TH|THCS|TH&THCS|THPT|UBND|LĐLĐ|TTGDTX|Trường|Phòng|Sở|Ban|Công)(?!\w)"
)
_PLACE = re.compile(
    r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT|UBND|sở|cấp)\s+\Z",
    re.IGNORECASE,
)
_CALLED_AWAY = re.compile(
    rf"(?P<name>(?<!\w)(?i:{TITLE_WORD}){_CAPITAL}(?: {_CAPITAL})*"
    rf"|(?:(?<=[(;.:])|\A)\s*{_CAPITAL}(?: {_CAPITAL})+)"
    r"(?:\s*\([^().;:]{1,60}\)|\s*[,–-][^().;:,–]{1,60}"
    r"|\s+(?i:do|vì|bận)\s[^().;:,–]{1,60}?(?=\s(?:nên\s|không\s|vắng)))?[\s(,:–-]*"
    r"(?i:(?:xin|phép|đã|bị|phải|do|vì|có|nên|đơn)\s+){0,3}"
    rf"(?i:vắng|nghỉ|{_NOT_COMING}|ốm|thai\s+sản|việc\s+riêng|(?:đi|bận)\s+công\s+tác)"
    r"(?!\w)(?:\s+mặt)?+(?!\s*:|\s*[0-9])"
)
"""`đ/c Oanh (Phó phòng) xin vắng`: who is named before it is said."""


def named_absent(
    texts: Sequence[str], *, only_first: bool = False, is_sure: bool = True
) -> Iterator[Named]:
    """Of texts that follow each other; `only_first`: told by the first, perhaps in the others.

    Where it isn't sure that people at a meeting are spoken of, `nghỉ` needs its colon.
    """
    for place, text in enumerate(texts[:1] if only_first else texts):
        for words in _lists(texts, place, is_sure=is_sure):
            if name := person(words):
                yield words, name
        for found in _CALLED_AWAY.finditer(text):
            words = found[0].strip(" (")
            if name := person(found["name"]):
                yield words, name


def _lists(texts: Sequence[str], place: int, *, is_sure: bool) -> Iterator[str]:
    """The words in which those who were away are named."""
    text = texts[place]
    for found in _ABSENT.finditer(text):
        is_counted = bool(found["count"])
        if is_counted and not int(found["count"]):
            continue
        if not _tells(text, found, is_sure=is_sure):
            continue
        sentence = _SENTENCE.match(text, found.end(), found.end() + _LONGEST_LIST)
        assert sentence is not None
        yield sentence[0].strip(" .:;,–-()")
        unnamed = _UNNAMED.match(text, found.end())
        assert unnamed is not None
        if _begins_with_person(text, unnamed.end()):
            following = _SENTENCE.match(text, unnamed.end(), unnamed.end() + _LONGEST_LIST)
            assert following is not None
            yield following[0].strip(" .:;,–-()")
        if unnamed.end() == len(text):
            is_open = text.rstrip().endswith(":")
            yield from _below(texts[place + 1 : place + 1 + MOST_BELOW], is_open=is_open)


def _tells(text: str, found: re.Match[str], *, is_sure: bool) -> bool:
    """Whether people are named after it, as far as its own words and signs say."""
    end = found.end()
    is_introduced = bool(_INTRODUCES.match(text, end))
    if found["but"]:
        return is_introduced and not text[end:].startswith("(")
    if found["count"] and _THINGS.match(text, end):
        sentence = _SENTENCE.match(text, end, end + _LONGEST_LIST)
        return bool(sentence and _ANY_TITLE.search(sentence[0]))
    if found["said"]:
        return bool(is_sure or found["colon"] or found["after"] or is_introduced)
    if not (found["colon"] or (found["count"] and is_introduced)):
        return False
    return is_sure or bool(_ANY_TITLE.search(text, end, end + _LONGEST_LIST))


def _below(texts: Sequence[str], *, is_open: bool) -> Iterator[str]:
    """Lines under one that says that somebody was away and names nobody."""
    for text in texts:
        is_list = is_open or MASK * 2 in text or _begins_with_person(text, 0)
        if _PRESENT.search(text) or not is_list:
            return
        yield text[:_LONGEST_LIST].strip(" .:;,–-")


def _begins_with_person(text: str, start: int) -> bool:
    numbered = _NUMBERED.match(text, start)
    assert numbered is not None
    at = numbered.end()
    title = _BEGINS_TITLE.match(text, at)
    name = CAPITALS.match(text, title.end() if title else at)
    if name is None or _OFFICE.match(name[0]) or INSTITUTION.match(name[0]):
        return False
    return title is not None or " " in name[0]


def person(words: str) -> str:
    """The name that stands in the words, or the office: what `name` has to be."""
    alone = _ALONE.match(words)
    if alone and not (alone[0].strip().lower() in _NOBODY or INSTITUTION.match(alone[0])):
        return alone[0].strip()
    for run in CAPITALS.finditer(words):
        begins = max(run.start() - _LONGEST_TITLE, 0)
        before = words[begins : run.start()]
        titled = _TITLE.search(before)
        if _PLACE.search(before) or INSTITUTION.match(run[0]):
            continue
        if titled:
            # `02 đồng chí Lãnh đạo các trường` counts people.
            counts = begins + titled.start() == 0 and titled[0].lower().startswith("đồng")
            if not counts or not _OFFICE.match(run[0]):
                return run[0] if " " in run[0] else _to_comma(words, run.start())
        elif " " in run[0]:
            return run[0]
    return ""


def _to_comma(words: str, start: int) -> str:
    return re.split(r"[–,;()]|\s-", words[start:])[0].strip()
