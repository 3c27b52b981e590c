"""Phone numbers and numbers of identity papers in prose: text -> spans.

Phones: Quy hoạch kho số viễn thông (mobile 03, 05, 07, 08, 09 and until 2018 01; landlines 02).
Papers: chứng minh nhân dân has 9 digits, căn cước công dân 12 that begin with a province's 0dd and
a digit of sex and century (NĐ 137/2015), a passport one or two letters and 6 to 8 digits. How
digits are grouped tells a phone from a list of weeks, what stands around it from a sum of money.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.graph.number_surroundings import (
    is_announced_as_phone,
    is_count,
    is_in_list,
    is_issued,
    is_money,
    paper_word,
)
from generator.graph.private_words import Span

_ENOUGH = re.compile(r"\d(?:\D{0,5}\d){5}")
_PLAIN = str.maketrans("０１２３４５６７８９‐‑‒–—−－\n\t\u00a0", "0123456789-------   ")
_LETTER_O = re.compile(r"(?<![^\W_])[Oo](?=[0-9])|(?<=[0-9])[Oo](?![^\W\d_])")
_GROUP = re.compile(r"[0-9]+")
_BESIDE = re.compile(r"\)?[ .,\-/_]{0,3}\(?")
"""What may stand between two groups of one number."""

_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])[ .\-/]+(?:0?[1-9]|1[0-2])[ .\-/]+[12][0-9]{3}")
_YEARS = re.compile(r"[12][0-9]{3}\W+[12][0-9]{3}")
_PHONE = re.compile(r"0(?:[35789][0-9]{8}|2[0-9]{8,9}|1[26890][0-9]{8})")
_OLD_PHONE = re.compile(r"0[46][0-9]{8,9}")
_ABROAD = re.compile(r"(?:00)?84(0?(?:[35789][0-9]{8}|2[0-9]{8,9}))")
_CARD = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-3][0-9]{8}")
_LOCAL = re.compile(r"[1-9][0-9]{6,9}")
_LETTERS = re.compile(r"(?<![^\W\d_])[A-Za-z]{1,2}[ -]?\Z")
_MOST_DIGITS = 15


def personal_numbers(text: str) -> Iterator[Span]:
    """Spans of the numbers, none over another."""
    if not _ENOUGH.search(text):
        return
    plain = _LETTER_O.sub("0", text.translate(_PLAIN))
    for groups in list(_neighbours(plain)):
        at, is_free = 0, True
        while at < len(groups):
            found = None if _is_inside(plain, groups, at, is_free) else _number(plain, groups, at)
            if found is None:
                at, is_free = at + 1, False
                continue
            start, end, at = found
            yield start, end
            is_free = True
            # What announced this number announces the next one of a list as well.
            plain = f"{plain[:start]}{'#' * (end - start)}{plain[end:]}"


def digits(text: str) -> str:
    """The digits of a number, however it is grouped; letters before them stay."""
    return re.sub(r"[^0-9A-Za-z]", "", _LETTER_O.sub("0", text.translate(_PLAIN)))


def _neighbours(text: str) -> Iterator[list[Span]]:
    """Groups of digits with nothing but signs between, a list for each such run."""
    run: list[Span] = []
    for group in _GROUP.finditer(text):
        if run and not _BESIDE.fullmatch(text, run[-1][1], group.start()):
            yield run
            run = []
        run.append(group.span())
    if run:
        yield run


def _is_inside(text: str, groups: Sequence[Span], at: int, is_free: bool) -> bool:
    """Whether the group goes on a number that begins before it: `5.100.123.456`."""
    if is_free or at == 0:
        return False
    return text[groups[at - 1][1] : groups[at][0]] in (".", ",")


def _number(text: str, groups: Sequence[Span], at: int) -> tuple[int, int, int] | None:
    """Where the number that begins with this group starts and ends, and the group after it."""
    start = groups[at][0]
    around: _Announced | None = None
    said, found = "", None
    for end in range(at, len(groups)):
        said += text[slice(*groups[end])]
        if len(said) > _MOST_DIGITS:
            break
        if len(said) < 6 or _goes_on(text, groups, end):
            continue
        number = _Number(text, groups[at : end + 1], said)
        if number.is_date:
            continue
        around = around or _Announced(text, start)
        if around.letters and 6 <= len(said) <= 8:
            found = around.letters.start(), groups[end][1], end + 1
        elif number.is_personal(after_phone=around.as_phone, paper=around.as_paper):
            found = number.start, groups[end][1], end + 1
    return found


class _Announced:
    """What stands before a number: a phone's or a paper's word, a passport's letters."""

    def __init__(self, text: str, start: int) -> None:
        self.as_phone, self.as_paper = is_announced_as_phone(text, start), paper_word(text, start)
        self.letters = _LETTERS.search(text, max(start - 3, 0), start) if self.as_paper else None


def _goes_on(text: str, groups: Sequence[Span], at: int) -> bool:
    """Whether the next group belongs to the same figure; another phone begins with 0."""
    if at + 1 == len(groups) or text[groups[at][1] : groups[at + 1][0]] not in (".", ","):
        return False
    start, end = groups[at + 1]
    return text[start] != "0" or end - start < 3


class _Number:
    """Groups of digits that may be one number; `said` are the digits."""

    def __init__(self, text: str, groups: Sequence[Span], said: str) -> None:
        self.text, self.said = text, said
        self.first, self.end = groups[0][0], groups[-1][1]
        self.written = text[self.first : self.end]
        self.shape = [end - start for start, end in groups]
        self.between = {text[left[1] : right[0]] for left, right in pairwise(groups)}
        self.is_date = bool(_DATE.match(self.written) or _YEARS.fullmatch(self.written))

    @property
    def start(self) -> int:
        """With the plus and the bracket that belong to it."""
        is_open = self.written.count(")") > self.written.count("(")
        signs = r"(?:\(\+|\+\(|\(|\+)\Z" if is_open else r"\+\Z"
        before = re.search(signs, self.text[max(self.first - 2, 0) : self.first])
        return self.first - len(before[0]) if before else self.first

    def is_personal(self, *, after_phone: bool, paper: str) -> bool:
        if is_money(self.text, self.end):
            return False
        if paper and self._is_paper(paper):
            return True
        if after_phone and self._is_announced_phone():
            return True
        return self._is_phone() or self._is_abroad(after_phone) or self._is_card()

    def _is_paper(self, paper: str) -> bool:
        if is_count(self.text, self.end):
            return False
        return len(self.said) in ((8, 9, 10, 11, 12, 13) if paper == "sure" else (9, 12))

    def _is_announced_phone(self) -> bool:
        if _PHONE.fullmatch(self.said) or _OLD_PHONE.fullmatch(self.said):
            return True
        return bool(_LOCAL.fullmatch(self.said)) and not is_count(self.text, self.end)

    def _is_phone(self) -> bool:
        if not _PHONE.fullmatch(self.said):
            return False
        if self.shape[0] >= 3:
            return True
        if not self.between <= {" ", ".", "-"} or is_in_list(self.text, self.first):
            return False
        if self.shape[0] == 1:
            return set(self.shape) == {1} or self.shape == [1, 3, 3, 3]
        if set(self.shape) == {2}:
            pairs = [int(self.said[at : at + 2]) for at in range(0, len(self.said), 2)]
            steps = {after - before for before, after in pairwise(pairs)}
            return not steps <= {1, 2} and not re.match(r"/[12][0-9]{3}", self.text[self.end :])
        return True

    def _is_abroad(self, after_phone: bool) -> bool:
        if not _ABROAD.fullmatch(self.said):
            return False
        before = self.text[max(self.first - 1, 0) : self.first]
        if after_phone or self.said.startswith("0084") or before in ("+", "("):
            return True
        return len(self.shape) == 1 or (self.shape[0] == 2 and not self.between & {".", ","})

    def _is_card(self) -> bool:
        if len(self.said) == 9 and is_issued(self.text, self.end):
            return True
        return bool(_CARD.fullmatch(self.said)) and self.shape[0] >= 3
