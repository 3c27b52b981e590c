"""Numbers of documents with a year that nobody can mean: `27/2202/TT-BGDĐT`, or `27/202/TT-BGDĐT`.

No document would be recognised there. Those that a correction or a note quotes are known to the
clerk.
"""

import re
from collections.abc import Iterator

from generator.numbers.number_words import TYPE_NAMES
from generator.problems import Problem, quoted
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import proses, values

_TYPES = "|".join(sorted(map(re.escape, TYPE_NAMES), key=len, reverse=True))
_NUMBER = re.compile(
    r"[0-9](?<![\w/.,-].)[0-9]{0,4}[a-zđ]?\s?/\s?(?P<year>[0-9]{3,5})\s?[/-]\s?"
    rf"(?:(?:{_TYPES})\s?[-/]\s?[A-ZĐ]|(?:UBTV)?QH[0-9])[\w&-]{{0,30}}"
)
_FIRST_YEAR = 1945


def impossible_years(draft: NoticeDraft, year: int) -> Iterator[Problem]:
    """A warning at the line of each such number; `year` is the notice's."""
    known = [slip.printed for slip in draft.corrections]
    known += [note.words for note in draft.notes if note.document]
    for at, prose in proses(draft):
        for start, message in _told(prose.text, year, known):
            yield Problem(at.file, prose.line_of(start), at.path, message, warning=True)
    for at, name, words in values(draft):
        for _, message in _told(words, year, known) if "/" in words else ():
            yield at.problem(message, name, warning=True)


def _told(text: str, year: int, known: list[str]) -> Iterator[tuple[int, str]]:
    """Where such a number begins, and what is said of it."""
    for found in _NUMBER.finditer(text):
        named = found["year"]
        if _FIRST_YEAR <= int(named) <= year + 1 or _is_known(found, known):
            continue
        message = (
            f"số {quoted(found[0])} có năm {named}, không thể là năm ban hành; chép nhầm thì sửa"
            " lại năm, bản in sai thì ghi vào «corrections»"
        )
        yield found.start(), message


def _is_known(found: re.Match[str], known: list[str]) -> bool:
    """Whether a quotation is of the number: within it, or over its year from either side."""
    number = found[0].replace("\n", " ")
    upto, after = found.end("year") - found.start(), found.start("year") - found.start()
    return any(
        words in number or number[:upto] in words or number[after:] in words
        for words in filter(None, known)
    )
