"""What stands around a number in prose: its date, its body, and what shows it is no number.

A date or body counts only where it follows the number in the same clause; `vào ngày … tại …` is
an event's date.
"""

import datetime
import re
from dataclasses import dataclass

from generator.numbers.characters import Reading
from generator.numbers.prose_words import (
    AFTER_LINK,
    ASCII_NOUNS,
    BODY_WORDS,
    BODY_WORDS_BARE,
    LINKS,
    NEVER_BODY,
    UNIT_NOUNS,
)

OUTSIDE = re.compile(
    r"""(?:https?://|ftp://|www\.)[^\s<>"|]{0,2000}
    | (?<![a-z0-9@.])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}
      (?:vn|com|org|net|edu|gov|info|io|me|ly|gl|app)(?:[/?:][^\s<>"|]{0,2000}|(?![a-z0-9./-]))
    | (?<![^\s"“(|])[^\s"“(|]{1,200}
      \.(?:aspx|html?|php|pdf|docx?|xlsx?|pptx?|zip|rar|txt)(?![a-z0-9])
    | (?<![a-z])(?:tcvn|qcvn|tcxdvn|tcxd|tcn|tccs|qcdp|iso|iec|astm)[ -]?(?:iso[ ]|iec[ ])?
      [0-9][0-9.:/-]{0,30}(?:/?[a-z]{2,10})?
    | (?<![a-z0-9])v\.[0-9][0-9.]{1,20}""",
    re.VERBOSE,
)
"""Addresses, names of files, technical standards and codes of ranks: no document is meant there."""
SIGNS_OF_OUTSIDE = tuple("://|www.|tcvn|tcxd|tcn|tccs|qcvn|qcdp|iso|astm".split("|"))
IEC = re.compile("iec(?<![a-z]iec)")  # not that of `viec`
DOT_WITHIN = re.compile(r"\.(?:[a-z]|(?<=v\.)[0-9])")
"""Without one of these `OUTSIDE` finds nothing; looking for them costs next to nothing."""

DATE = re.compile(
    r"[ \n]?(?:\[[0-9]{1,3}\])?[ \n]?[,(]?[ \n]?(?:(?:duoc[ \n])?(?:ky|ban[ \n]hanh|de|ra)[ \n])?"
    r"ngay[ \n](?:(?P<day>[0-9]{1,2})[ \n]?[-/.][ \n]?(?P<month>[0-9]{1,2})[ \n]?[-/.][ \n]?"
    r"(?P<year>[0-9]{4}|[0-9]{2}(?![-/.][0-9]))(?![0-9])"
    r"|(?P<day2>[0-9]{1,2})[ \n]thang[ \n](?P<month2>[0-9]{1,2})[ \n]nam[ \n]"
    r"(?P<year2>[0-9]{4}))\)?"
)
PARTIAL_DATE = re.compile(
    r"[ \n]?[,(]?[ \n]?ngay[ \n][0-9]{1,2}[ \n]?(?:[-/.]|thang)[ \n]?[0-9]{1,2}"
    r"(?![0-9]|[-/.][0-9])\)?"
)
YEAR_WORDS = re.compile(r"[ \n]?,?[ \n]?nam[ \n](?:19|20)[0-9]{2}(?![0-9]| ?- ?[0-9])")
OF = re.compile(r"[ \n]?,?[ \n]?(?:do[ \n]|cua[ \n])")
BODY_WORD = re.compile(r"[^\W_][\w&]*(?:\.(?=\w))?[\w&]*")
WORD_GAP = re.compile(r"[ \n]?-[ \n]?(?=[^\W\d_])|[ \n]|, (?=Thể thao)|(?<=TP|Tp|tp|TX)\. ?")

NEXT_WORDS = re.compile(r"[ \n]([^\W_][\w]*)(?:([ \n/])([\w]+))?(?:[ \n]([\w]+))?")
SCHOOL_YEARS = re.compile(r"[ \n]nam[ \n][0-9]{4}[ \n]?-[ \n]?[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Context:
    """What the clause says of a number: the day it was issued and who issued it."""

    date: datetime.date | None = None
    body: str | None = None


def without_outside_matter(reading: Reading) -> Reading:
    """The reading with addresses, file names and technical standards blanked."""
    folded = reading.folded
    if not (
        any(map(folded.__contains__, SIGNS_OF_OUTSIDE))
        or DOT_WITHIN.search(folded)
        or IEC.search(folded)
    ):
        return reading
    return reading.without([found.span() for found in OUTSIDE.finditer(folded)])


def context(reading: Reading, at: int) -> Context:
    """Date and body that follow a number ending at a place, in either order."""
    day, end = read_date(reading, at)
    body, end = _body(reading, end)
    if not day:
        day, _ = read_date(reading, end)
    return Context(day, body)


def read_date(reading: Reading, at: int) -> tuple[datetime.date | None, int]:
    """The date at a place and where it ends; None for one without a year or an impossible one."""
    found = DATE.match(reading.folded, at)
    if not found:
        partial = PARTIAL_DATE.match(reading.folded, at) or YEAR_WORDS.match(reading.folded, at)
        return None, partial.end() if partial else at
    day, month, year = (int(found[name] or found[f"{name}2"]) for name in ("day", "month", "year"))
    try:
        if year < 100:
            year += 1900 if year >= 45 else 2000
        return datetime.date(year, month, day), found.end()
    except ValueError:
        return None, found.end()


def _body(reading: Reading, at: int) -> tuple[str | None, int]:
    """The words after `của` that name a body: capitals and a body's common words, in one clause."""
    of = OF.match(reading.folded, at)
    if not of:
        return None, at
    place = end = of.end()
    words: list[str] = []
    while len(words) < 16:
        found = BODY_WORD.match(reading.plain, place)
        if not found or not _belongs(reading, found.group(), found.end(), words):
            break
        words.append(found.group())
        end = found.end()
        gap = WORD_GAP.match(reading.plain, end)
        if not gap:
            break
        place = gap.end()
    while words and words[-1].lower() in LINKS:
        end = reading.plain.rindex(words.pop(), of.end(), end)
    name = reading.plain[of.end() : end].replace("\n", " ").strip(" -,")
    return name or None, end if name else at


def _belongs(reading: Reading, word: str, end: int, before: list[str]) -> bool:
    lower = word.lower()
    following = BODY_WORD.match(reading.plain, end + 1)
    after = following.group().lower() if following else ""
    if lower == "ban" and after in ("hành", "hanh") and (not before or before[-1].lower() != "ủy"):
        return False
    if lower in LINKS:
        return bool(before) and after in AFTER_LINK
    if lower in NEVER_BODY:
        return False
    if word[0].isupper() or lower in BODY_WORDS:
        return True
    return lower in BODY_WORDS_BARE


def counts_things(reading: Reading, at: int) -> bool:
    """Whether a noun follows that the number counts: `15 ngày`, `22 học sinh`.

    A date (`ngày 04/11/2021`), a year (`năm 2021`), `khoản 2`, `điểm b` are no such nouns.
    """
    if SCHOOL_YEARS.match(reading.folded, at) or reading.folded[at : at + 2].strip() == "%":
        return True
    found = NEXT_WORDS.match(reading.plain, at)
    if not found:
        return False
    first, second = found[1], found[3] or ""
    one, two, three = first.lower(), second.lower(), (found[4] or "").lower()
    is_date = one in ("ngày", "ngay") and two in ("tháng", "thang")
    letter = len(second) == 1 and found[2] != "/"
    if second[:1].isdigit() or letter or is_date:
        return False
    if first[0].isupper() and not first.isupper():
        return False
    return any(
        words in UNIT_NOUNS or words in ASCII_NOUNS
        for words in (one, f"{one}_{two}", f"{one}_{two}_{three}")
    )
