"""Lines that are read as more of the line above and begin a sentence, or are a row of a table: a
dash was lost in pasting, a blank line, or a whole `- text: |` between two tasks.

Where lines are broken at a margin a sentence may begin any of them; so only those are told that
would have had room above.
"""

import re
from collections.abc import Iterator

from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import proses
from generator.records.notice_text import BULLET
from generator.vietnamese import ends_with_abbreviation

_ENDS = re.compile(r"[.;:!?…][\"”»’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_OPENS = re.compile(r"[\"“«‘(\[]*")
_ROOM = 12
"""Characters by which the margin of one text may lie left of another's."""


def joined_lines(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at each such line, and at the first row of each table."""
    found: list[tuple[At, int, str, int]] = []
    margin = 0
    for at, prose in proses(draft):
        if at.path == "recipients":
            continue
        above = ""
        for line, written in prose.lines:
            words = written.strip()
            if above and words and not BULLET.match(words):
                if _is_row(words):
                    if not _is_row(above):
                        yield Problem(at.file, line, at.path, _of_table(words), warning=True)
                elif _ends_a_sentence(above) and _begins_a_sentence(words):
                    needed = len(above) + 1 + len(words.split(" ", 1)[0])
                    found.append((at, line, words, needed))
                else:
                    margin = max(margin, len(above))
            above = words
    for at, line, words, needed in found:
        if not margin or needed + _ROOM <= margin:
            yield Problem(at.file, line, at.path, _message(words, at), warning=True)


def _is_row(words: str) -> bool:
    """`| Nhất | 05 |`, and cells with a gap between, as tabs become."""
    return (words.startswith("|") and words.endswith("|")) or "   " in words


def _ends_a_sentence(words: str) -> bool:
    if words.endswith(".") and ends_with_abbreviation(words[-21:-1]):
        return False
    return _ENDS.search(words, max(0, len(words) - 9)) is not None


def _begins_a_sentence(words: str) -> bool:
    opened = _OPENS.match(words)
    return opened is not None and words[opened.end() : opened.end() + 1].isupper()


def _message(words: str, at: At) -> str:
    ways = ["là một ý riêng thì thêm «- » ở đầu"]
    if at.path.startswith("parts"):
        ways.append("là một mục riêng thì thêm dòng «- text: |» ở trên")
    ways += ["là một đoạn riêng thì để một dòng trống ở trên", "không phải thì viết liền vào đó"]
    return f"dòng {quoted(words)} bị nối vào dòng trên; {', '.join(ways)}"


def _of_table(words: str) -> str:
    return (
        f"dòng {quoted(words)} như một hàng của bảng, mà bảng không giữ được cột và bị nối vào dòng"
        " trên; viết mỗi hàng thành một ý «+ », ví dụ «+ Giải Nhất: 05», không phải bảng thì chỉ để"
        " một dấu cách giữa các chữ"
    )
