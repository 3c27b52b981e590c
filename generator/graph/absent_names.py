"""The name of an absent person out of what a record has for it: `đ/c Nguyễn Thị Hoa - TH Đảo Mây`.

A name is to stand alone in `name`; whatever stands beside it, the name itself is hidden. Where two
names stand there, one may be a school's, and a public site waits until the record tells.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.graph.named_people import CAPITALS, INSTITUTION, TITLE_WORD
from generator.graph.private_words import Keys, keys
from generator.graph.surnames import COMMONEST
from generator.graph.titles import DEGREE, OFFICE
from generator.model import Absence, Archive
from generator.problems import Problem, quoted

_COMRADE = re.compile(r"đ\s*/\s*c", re.IGNORECASE)
_COLON = re.compile(r"(?<!\w)(chí|đc|ông|bà|thầy|cô|giáo|anh|chị):", re.IGNORECASE)
_PIECES = re.compile(r"[,;:/()\[\]–—+&\n]|\s-|-\s|\s(?:và|cùng)\s", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:[0-9]+[.)]?\s*)?(?:{DEGREE}\s*|(?i:các)\s+(?i:{TITLE_WORD})|(?i:{TITLE_WORD}))*"
)
_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_MOST_WORDS = 5
"""Words of one person's name: a surname among more is another person's."""
_MIDDLES = (("thị",), ("văn",))
"""What follows a surname: `Nguyễn Hoa Lê Văn Nam` are two."""


def problems(archive: Archive, *, public: bool) -> Iterator[Problem]:
    """Each `name` that may name more than one person: a warning, on a public site an error."""
    for notice in archive.notices:
        for place, group in enumerate(notice.attendance):
            for at, person in enumerate(group.absences):
                if _is_sure(names_in(person.name)):
                    continue
                message = (
                    f"{quoted(person.name)} có hơn một tên nên máy không biết chắc tên nào của"
                    " người vắng để bỏ ở bản công khai; ghi mỗi người một mục, «name» chỉ ghi họ"
                    " tên, chức vụ hay đơn vị ghi ở «role»"
                )
                field = f"attendance[{place}].absent[{at}].name"
                yield Problem(notice.file, group.line, field, message, warning=not public)


def called(person: Absence) -> tuple[str, ...]:
    """The person's name, or whatever stands for it; also as two if they may have run together."""
    names = names_in(person.name) or (person.name,)
    return tuple(dict.fromkeys(chain(names, *map(_run_together, names))))


def names_in(written: str) -> tuple[str, ...]:
    """The names that stand there, without titles, offices and schools."""
    pieces = _PIECES.split(_COLON.sub(r"\1", _COMRADE.sub("đc", written)))
    return tuple(dict.fromkeys(filter(None, map(_name, pieces))))


def _is_sure(names: tuple[str, ...]) -> bool:
    if len(names) > 1:
        return False
    words = keys(names[0]) if names else ()
    begins = _second_names(words)
    is_long = len(words) > _MOST_WORDS
    return not any(is_long or words[at + 1 : at + 2] in _MIDDLES for at in begins)


def _second_names(words: Keys) -> list[int]:
    """Where in a name another may begin: at a surname, after a surname and a name."""
    return [
        at
        for at in range(2, len(words))
        if words[at] in COMMONEST and words[at - 1 : at] not in _MIDDLES
    ]


def _run_together(name: str) -> Iterator[str]:
    """`Nguyễn Thị Hoa Lê Nam` as one who has that name, or as Nguyễn Thị Hoa and Lê Nam."""
    words = name.split()
    for at in _second_names(keys(name)) if len(words) == len(keys(name)) else ():
        if at + 1 < len(words):
            yield from (" ".join(words[:at]), " ".join(words[at:]))


def _name(piece: str) -> str:
    words = _without_title(piece)
    office = _OFFICE.match(words)
    if office:
        # `Hiệu trưởng Nguyễn Thị Hoa`, but not `Bí thư Đoàn`.
        name = _begun(_without_title(words[office.end() :]))
        return name if " " in name else ""
    later = _OFFICE.search(words)
    return _begun(words[: later.start()] if later else words)


def _without_title(words: str) -> str:
    words = words.strip(" .\"'“”‘’")
    before = _BEFORE.match(words)
    return words[before.end() :].strip(" .\"'“”‘’") if before else words


def _begun(words: str) -> str:
    """The words with a capital at the beginning, to where a school's name begins."""
    run = CAPITALS.match(words)
    if run is None and COMMONEST & {*keys(words)[:1]}:
        return words.strip()
    said: list[str] = []
    for word in run[0].split(" ") if run else ():
        if INSTITUTION.match(word):
            break
        said.append(word)
    return " ".join(said)
