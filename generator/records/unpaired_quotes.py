"""Quotation marks without their partner in a notice's values of one line: `name: Nguyễn Thị Lan"`.

YAML takes them for words, and so they would be printed. Longer texts may be cut anywhere in a
quotation, and quoted words too; neither is looked at.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.problems import Problem, quoted
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import values

_PAIRS = (("“", "”"), ("«", "»"))
_MAY_BE_INCHES = re.compile(r'\s[0-9]{1,2}"')
"""`15"`; it may close a quotation as well, `"Toán 10"`."""


def unpaired_quotes(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at each such value but those whose mark the record corrects."""
    marks = {'"', *chain(*_PAIRS)}
    known = [slip.printed for slip in draft.corrections if not marks.isdisjoint(slip.printed)]
    for at, name, words in values(draft):
        missing = _missing(words)
        if missing and not any(printed in words for printed in known):
            message = (
                f"thiếu dấu {missing} trong {quoted(words)}; thêm dấu ấy, hoặc xóa dấu còn lại nếu"
                " gõ thừa; bản in sai thì ghi vào «corrections»"
            )
            yield at.problem(message, name, warning=True)


def _missing(words: str) -> str:
    """What is missing, and whether it opens or closes; empty where all have a partner."""
    for opening, closing in _PAIRS:
        open_ = 0
        for mark in words:
            open_ += (mark == opening) - (mark == closing)
            if open_ < 0:
                return f"mở {opening}"
        if open_:
            return f"đóng {closing}"
    if words.count('"') % 2 == 0 or _MAY_BE_INCHES.search(words):
        return ""
    at = words.rindex('"')
    is_opening = not at or words[at - 1] in " (["
    return 'đóng "' if is_opening else 'mở "'
