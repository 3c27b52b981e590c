"""People whom a notice names as absent in its words while `absent` doesn't list them.

What the words alone say can't be hidden for sure, so a public site waits for the list.
"""

import re
from collections.abc import Iterator

from generator.graph.private_words import LETTERS
from generator.model import Archive, Attendance, Plain, Prose
from generator.problems import Problem, quoted

_UPPER = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_CAPITAL = rf"(?<!\w)[{_UPPER}](?:{LETTERS})?"

_LONGEST_TITLE = 20
_LONGEST_LIST = 1000
"""Characters in which those who were away are named, and a title before a name."""

_ABSENT = re.compile(r"\bvắng(?:\s+mặt)?(?!\w)\s*:?\s*(?P<count>[0-9]*)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\([^()]*\)|\.(?!\s+[^\W\d_a-z])|[^.])*")
_TITLE = re.compile(r"(?:đồng\s+chí|đ\s*/\s*c|đ\.\s*c|ông|bà|thầy|cô)[.:]?\s+\Z", re.IGNORECASE)
_CAPITALS = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})*")
_OFFICE = re.compile(r"(?:lãnh|đại|hiệu|phó|trưởng|chuyên|cán|giáo|nhân)(?!\w)", re.IGNORECASE)
_INSTITUTION = re.compile(r"(?:MN|TH|THCS|TH&THCS|THPT|UBND|LĐLĐ|TTGDTX)(?!\w)")
_PLACE = re.compile(
    r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|phường|xã|trường|MN|TH|THCS|THPT|UBND|sở|cấp)\s+\Z",
    re.IGNORECASE,
)


def problems(archive: Archive) -> Iterator[Problem]:
    """An error for each group of a notice that names somebody whom it doesn't list."""
    for notice in archive.notices:
        for place, group in enumerate(notice.attendance):
            for words in _absent_words(group):
                if name := _person(words):
                    message = (
                        f"{quoted(words)} nêu người vắng mà «absent» chưa ghi, nên bản công khai"
                        f" sẽ để lộ; ghi «absent: [{{name: {name}}}]», thêm «role», «reason» nếu"
                        " có, chép đúng như bản in (không có tên thì ghi chức vụ ở «name»)"
                    )
                    yield Problem(notice.file, group.line, f"attendance[{place}].absent", message)
                    break


def _absent_words(group: Attendance) -> Iterator[str]:
    """What stands after `vắng mặt: 01`, to the sentence's end, without those who are listed."""
    for prose in group.proses():
        text = _without_listed(prose)
        for found in _ABSENT.finditer(text):
            sentence = _SENTENCE.match(text, found.end(), found.end() + _LONGEST_LIST)
            if sentence and (not found["count"] or int(found["count"])):
                yield sentence[0].strip(" .:;,–-()")


def _without_listed(prose: Prose) -> str:
    text = prose.text
    for mark in prose.marks:
        if mark.what is Plain.PRIVATE:
            text = text[: mark.start] + "-" * (mark.end - mark.start) + text[mark.end :]
    return text


def _person(words: str) -> str:
    """The name that stands in the words, or the office: what `name` has to be."""
    for run in _CAPITALS.finditer(words):
        begins = max(run.start() - _LONGEST_TITLE, 0)
        before = words[begins : run.start()]
        titled = _TITLE.search(before)
        if _PLACE.search(before) or _INSTITUTION.match(run[0]):
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
