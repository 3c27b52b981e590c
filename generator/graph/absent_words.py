"""Who is said to be away: `Vắng mặt: 01 (đ/c …)`, `đ/c … vắng, ốm`, names in the lines below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.graph.named_people import (
    CAPITAL,
    TITLE,
    TITLE_WORD,
    Names,
    begins_with_person,
    first_person,
)

Named = tuple[str, str]
"""The words that tell of somebody who was away, and the name or the office in them."""

_LONGEST_LIST = 1000
"""Characters in which those who were away are named."""
MASK = "-"
"""What stands for each letter of those who are listed."""
_BEFORE = 200
"""Characters before the word that may say of whom it speaks."""
_AROUND = " .:;,–-()"
MOST_BELOW = 50
"""Lines below, in which the first of those who were away is named."""

_NOT_COMING = (
    r"không\s+(?:(?:tham\s+)?dự(?!\s+(?:kiến|toán|thi|giờ|án|trữ|báo|phòng))"
    r"|tham\s+gia(?!\s+(?!họp|hội\s+nghị|giao\s+ban|được|do|vì|đ|ông|bà)[^\W\d_])|có\s+mặt|đến)"
    r"(?:\s+(?:họp|được))?"
)
_REST = r"nghỉ(?!\s+(?:hưu|học|chế\s+độ|việc|hè|lễ|tết|giữa|bán|mát|trưa))"
"""Being away from work, not having left it, and no holiday."""
_AWAY = r"vắng(?:\s+(?:mặt|họp|(?:có|không)\s+(?:phép|lý\s+do)))*"
_INSTEAD = r"(?:dự|họp|đi)(?:\s+họp)?\s+thay(?!\s+(?:đổi|mặt))(?:\s+cho)?"
"""Who is named right after it was to come."""
_ABSENT = re.compile(
    rf"\b(?:(?P<said>{_AWAY}|{_NOT_COMING})|(?P<instead>{_INSTEAD})|(?P<but>trừ)"
    rf"|{_REST}(?:\s+(?:họp|ốm|phép))?|thiếu|ốm|xin\s+phép)"
    r"(?!\w)\s*(?P<colon>:?)\s*(?P<count>[0-9]*)\s*(?P<after>:?)",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(rf"\s*(?:[(,–-]\s*)?(?:các\s+)?{TITLE_WORD}|\s*\(", re.IGNORECASE)
_THINGS = re.compile(
    r"\s*(?:học\s+sinh|HS|trẻ|cháu|em|trường|đơn\s+vị|lớp|tiết|buổi|ngày|tuần)(?!\w)",
    re.IGNORECASE,
)
_PUPILS = re.compile(r"(?:học\s+sinh|HS|trẻ|cháu|em|sinh\s+viên)\s+\Z", re.IGNORECASE)
_ALL_BUT = re.compile(r"\b(?:đủ|có\s+mặt|dự\s+họp|tham\s+dự)(?!\w)[^.;]*\Z", re.IGNORECASE)
_UNNAMED = re.compile(r"\s*(?:đồng\s+chí|đ/c|người|đại\s+biểu)?[\s.:;,–-]*", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^().]*)\)")
_NUMBERED = re.compile(r"[\s(]*(?:[0-9]{1,2}[.)]\s*)?")
_PRESENT = re.compile(r"\b(?:có\s+mặt|dự\s+họp|khách\s+mời|chủ\s+trì)(?!\w)", re.IGNORECASE)

_SENTENCE = re.compile(r"(?:\([^()]*\)|\.(?!\s+[^\W\d_a-z])|[^.])*")
_CALLED_AWAY = re.compile(
    rf"(?P<name>(?<!\w)(?i:{TITLE_WORD}){CAPITAL}(?: {CAPITAL})*"
    rf"|(?:(?<=[(;.:])|\A)\s*{CAPITAL}(?: {CAPITAL})+)"
    r"(?:\s*\([^().;:]{1,60}\)|\s*[(,–-][^().;:,–]{1,60}"
    r"|\s+(?i:do|vì|bận)\s[^().;:,–]{1,60}?(?=\s(?:nên\s|không\s|vắng)))?[\s(,:–-]*"
    r"(?i:(?:xin|phép|đã|bị|phải|do|vì|có|nên|đơn)\s+){0,3}"
    rf"(?i:vắng|{_REST}|{_NOT_COMING}|ốm|thai\s+sản|việc\s+riêng|(?:đi|bận)\s+công\s+tác"
    r"|xin\s+phép(?!\s+[^\W\d_]))"
    r"(?!\w)(?:\s+mặt)?+(?!\s*:|\s*[0-9])"
)
"""`đ/c Oanh (Phó phòng) xin vắng`: who is named before it is said."""


@dataclass(frozen=True, slots=True)
class AbsentWords:
    """Looks for those who are said to be away; `others` are names of schools, which are nobody's.

    Where it isn't sure that people at a meeting are spoken of, the word must introduce them.
    """

    others: Names
    is_sure: bool

    def named(self, texts: Sequence[str], *, only_first: bool = False) -> Iterator[Named]:
        """Of texts that follow each other; `only_first`: told by the first, named in any."""
        for place, text in enumerate(texts[:1] if only_first else texts):
            for words in self._lists(texts, place):
                if name := first_person(words, self.others):
                    yield words, name
            for found in _CALLED_AWAY.finditer(text):
                words = found[0].strip(" (")
                if name := first_person(found["name"].strip(), self.others):
                    yield words, name

    def _lists(self, texts: Sequence[str], place: int) -> Iterator[str]:
        """The words in which those who were away are named."""
        text = texts[place]
        for found in _ABSENT.finditer(text):
            is_counted = bool(found["count"])
            if is_counted and not int(found["count"]):
                continue
            if not self._tells(text, found):
                continue
            yield _sentence(text, found.end())
            unnamed = _UNNAMED.match(text, found.end())
            assert unnamed is not None
            if self._begins_with_person(text, unnamed.end()):
                yield _sentence(text, unnamed.end())
            if is_counted and (bracket := _BRACKET.match(text, unnamed.end())):
                yield bracket[1].strip()
            if unnamed.end() == len(text):
                is_open = self.is_sure and text.rstrip().endswith(":")
                yield from self._below(texts[place + 1 : place + 1 + MOST_BELOW], is_open=is_open)

    def _tells(self, text: str, found: re.Match[str]) -> bool:
        """Whether people are named after it, as far as its own words and signs say."""
        before, end = max(found.start() - _BEFORE, 0), found.end()
        is_introduced = bool(_INTRODUCES.match(text, end))
        if found["but"]:
            if not is_introduced or text[end:].startswith("("):
                return False
            return self.is_sure or bool(_ALL_BUT.search(text, before, found.start()))
        if found["instead"]:
            return is_introduced and (self.is_sure or not found["instead"].startswith("đi "))
        if found["count"] and _THINGS.match(text, end):
            return bool(TITLE.search(_sentence(text, end)))
        if not self.is_sure and _PUPILS.search(text, before, found.start()):
            return False
        if found["said"]:
            is_told = self.is_sure or found["colon"] or found["after"] or is_introduced
            return bool(is_told or self._begins_with_person(text, end))
        if not (found["colon"] or (found["count"] and is_introduced)):
            return False
        unnamed = _UNNAMED.match(text, end)
        assert unnamed is not None
        return self.is_sure or self._begins_with_person(text, unnamed.end())

    def _below(self, texts: Sequence[str], *, is_open: bool) -> Iterator[str]:
        """Lines under one that says that somebody was away and names nobody."""
        for text in texts:
            is_list = is_open or MASK * 2 in text or self._begins_with_person(text, 0)
            if _PRESENT.search(text) or not is_list:
                return
            yield text[:_LONGEST_LIST].strip(_AROUND)

    def _begins_with_person(self, text: str, start: int) -> bool:
        numbered = _NUMBERED.match(text, start)
        assert numbered is not None
        return begins_with_person(text, numbered.end(), self.others)


def _sentence(text: str, start: int) -> str:
    said = _SENTENCE.match(text, start, start + _LONGEST_LIST)
    assert said is not None
    return said[0].strip(_AROUND)
