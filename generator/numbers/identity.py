"""When two citations are one document: a number restarts, so body and date decide with it.

| family | restarts | identity |
| State administrative, công văn | every year, per body | body + number + year of its date |
| normative | every year | the number itself (+ body for HĐND, UBND) |
| Quốc hội | per term | the number itself |
| Party | per committee term | body + number + term |

What the words leave open is UNKNOWN: across notices only a person completes a short form.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum

from generator.numbers.bodies_in_words import body_key, same_body
from generator.numbers.citations import Citation, find
from generator.numbers.document_number import DocumentNumber, Family
from generator.numbers.number_words import CENTRAL_ISSUERS
from generator.vietnamese import normalise

__all__ = ["Identity", "body_key", "compare", "compare_texts", "party_term"]


class Identity(Enum):
    """Whether two mentions are one document."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


NATIONAL_CONGRESSES = (
    date(2001, 4, 22),
    date(2006, 4, 25),
    date(2011, 1, 19),
    date(2016, 1, 28),
    date(2021, 2, 1),
    date(2026, 1, 23),
)
"""Last days of the national congresses IX to XIV: the numbers of `-NQ/TW` restart after each."""

LOCAL_CONGRESS_SEASON = ((3, 1), (11, 15))
"""In years ending in 0 and 5 communes, districts, then provinces hold their congresses, in turn
from spring to autumn: a date within the season belongs to no certain term."""


def compare(a: Citation, b: Citation, bodies: Mapping[str, str] | None = None) -> Identity:
    """Whether two citations mean one document, by their numbers, dates and bodies alone.

    `bodies` maps names of bodies to their ids where a register knows them. Two dates of one year
    don't divide a document: another day is a slip for the clerk to see.
    """
    if a.number.key != b.number.key:
        return _of_two_numbers(a, b)
    body = _bodies(a, b, bodies)
    if body is Identity.DIFFERENT:
        return Identity.DIFFERENT
    if not a.number.is_complete:
        return Identity.DIFFERENT if _years_differ(a, b) else Identity.UNKNOWN
    match a.number.family:
        case Family.ASSEMBLY:
            return Identity.SAME
        case Family.NORMATIVE:
            return body if body is Identity.SAME or not _same_day(a, b) else Identity.SAME
        case Family.PARTY:
            return _in_time(a, b, body, _same_term(a, b))
        case _:
            return _in_time(a, b, body, _same_year(a, b))


def compare_texts(a: str, b: str, bodies: Mapping[str, str] | None = None) -> Identity:
    """Whether two mentions, each in its own words, mean one document.

    The first number of a mention is what it mentions, unless the words before it speak of another
    document about that one: a consolidation, a draft that amends it, a plan that carries it out.
    """
    first, second = find(a), find(b)
    if not first or not second:
        return Identity.UNKNOWN
    about = [_is_about(text, found[0]) for text, found in ((a, first), (b, second))]
    if about[0] != about[1]:
        plain, other = (second[0], first) if about[0] else (first[0], second)
        named = any(compare(plain, part, bodies) is not Identity.DIFFERENT for part in other)
        unnumbered = plain.number.type == "VBHN"
        return Identity.UNKNOWN if unnumbered or not named else Identity.DIFFERENT
    result = compare(first[0], second[0], bodies)
    return Identity.UNKNOWN if about[0] and result is Identity.SAME else result


ABOUT = re.compile(
    r"\b(?:văn bản hợp nhất|dự thảo|phụ lục|biểu mẫu|hợp nhất|thay thế|sửa đổi|bổ sung|bãi bỏ"
    r"|đính chính|quy định chi tiết|hướng dẫn (?:thực hiện|thi hành)"
    r"|(?:kế hoạch|báo cáo|công văn|chương trình|hội nghị|hội thảo)[^,.;:]*"
    r"(?:thực hiện|triển khai|theo|tổng kết|sơ kết))\b"
)
OWN_CUE = re.compile(r"văn bản hợp nhất(?: số)?[\s:]*$")


def _is_about(text: str, citation: Citation) -> bool:
    before = normalise(text[: citation.start]).lower()
    if citation.number.type == "VBHN":
        before = OWN_CUE.sub("", before)
    return ABOUT.search(before) is not None


def _of_two_numbers(a: Citation, b: Citation) -> Identity:
    """Two different numbers are two documents, unless one is a short form of the other."""
    short, full = (a, b) if a.number.may_be(b.number) else (b, a)
    if not short.number.may_be(full.number) or _years_differ(a, b):
        return Identity.DIFFERENT
    if short.number.is_complete and short.number.year != full.number.year:
        return Identity.DIFFERENT
    if _bodies(a, b, None) is Identity.DIFFERENT:
        return Identity.DIFFERENT
    return Identity.UNKNOWN


def _bodies(a: Citation, b: Citation, bodies: Mapping[str, str] | None) -> Identity:
    """Whether the same body issued both: by the symbol where it names one, else by the words."""
    if a.number.issuer == b.number.issuer and _names_its_body(a.number):
        return Identity.SAME
    if not a.body or not b.body:
        return Identity.UNKNOWN
    match same_body(body_key(a.body, bodies), body_key(b.body, bodies)):
        case True:
            return Identity.SAME
        case False:
            return Identity.DIFFERENT
    return Identity.UNKNOWN


def _names_its_body(number: DocumentNumber) -> bool:
    return number.issuer in CENTRAL_ISSUERS or number.family is Family.ASSEMBLY


def _in_time(a: Citation, b: Citation, body: Identity, period: Identity) -> Identity:
    """Body and period together; the same day stands for a body that neither or one names.

    A department's own letters are meant where both leave its name out.
    """
    if period is Identity.DIFFERENT or body is Identity.SAME:
        return period
    if _same_day(a, b):
        return Identity.SAME
    own = a.body is None and b.body is None and (a.number.issuer or "").endswith("GDĐT")
    return period if own else Identity.UNKNOWN


def _same_day(a: Citation, b: Citation) -> bool:
    return a.date is not None and a.date == b.date


def _same_year(a: Citation, b: Citation) -> Identity:
    if a.date is None or b.date is None:
        return Identity.UNKNOWN
    return Identity.SAME if a.date.year == b.date.year else Identity.DIFFERENT


def _same_term(a: Citation, b: Citation) -> Identity:
    if a.date is None or b.date is None:
        return Identity.UNKNOWN
    if a.date == b.date:
        return Identity.SAME
    national = a.number.issuer in CENTRAL_ISSUERS
    first = party_term(a.date, national=national)
    second = party_term(b.date, national=national)
    if first is None or second is None:
        apart = abs(a.date.year - b.date.year) > 5
        return Identity.DIFFERENT if apart else Identity.UNKNOWN
    return Identity.SAME if first == second else Identity.DIFFERENT


def party_term(day: date, *, national: bool) -> int | None:
    """The year in which the committee term that a day falls in began; None where it can't be told.

    Central organs: by the national congresses. Local ones: by the congresses of the year before.
    """
    if national:
        begun = [congress.year for congress in NATIONAL_CONGRESSES if congress < day]
        return begun[-1] if begun else None
    if day.year % 5:
        return day.year - day.year % 5
    first, last = LOCAL_CONGRESS_SEASON
    if (day.month, day.day) < first:
        return day.year - 5
    return day.year if (day.month, day.day) > last else None


def _years_differ(a: Citation, b: Citation) -> bool:
    years = {
        citation.number.year or (citation.date.year if citation.date else None)
        for citation in (a, b)
    } - {None}
    return len(years) > 1
