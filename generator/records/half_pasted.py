"""Sections of which a part may be gone: a title that the others have, the words after a comma."""

import json
from collections.abc import Iterator

from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.reading.prose import Prose
from generator.records.notice_drafts import NoticeDraft, PartDraft, SectionDraft
from generator.records.notice_text import BULLET, blocks

_FEWEST_TITLED = 2
_WORDS_SHOWN = 6
_LONGEST_LINE = 200
_LONGEST_END = 400
"""Characters that are held against corrections, which quote some words."""


def lost_titles(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at the one section of a part without a title, where some others have theirs."""
    for part in draft.parts:
        untitled = [one for one in part.sections if not one.title]
        if len(part.sections) <= _FEWEST_TITLED or len(untitled) != 1:
            continue
        if not untitled[0].at.holds("title") and not _introduces(untitled[0], part):
            message = (
                "mục này không có tiêu đề mà mọi mục khác của phần đều có; bản in có thì thêm dòng"
                " «title: …» vào đầu mục, không có thì cứ để nguyên"
            )
            yield untitled[0].at.problem(message, warning=True)


def _introduces(section: SectionDraft, part: PartDraft) -> bool:
    """Whether it leads to the other sections: the first of them, one paragraph or up to a colon."""
    if section is not part.sections[0] or not section.text:
        return False
    if section.text.text.rstrip().endswith(":"):
        return True
    found = blocks(section.text.lines)
    return len(found) == 1 and not found[0].mark


def cut_texts(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning where a section, or a part without any, ends with a comma."""
    known = tuple(slip.printed for slip in draft.corrections if slip.printed.endswith(","))
    for at, prose in _texts(draft):
        words = prose.text.rstrip()
        if not words.endswith(","):
            continue
        end = " ".join(words[-_LONGEST_END:].split())
        if end.endswith(known) or words.endswith(known):
            continue
        shown = _last_words(words)
        printed = json.dumps(shown, ensure_ascii=False)
        slip = f"- {{printed: {printed}, why: Có thể thiếu chữ ở sau., sure: nghi ngờ}}"
        message = (
            f"lời văn kết thúc bằng dấu phẩy, {quoted(shown)}, có thể thiếu chữ ở sau; chép nốt"
            " theo bản in, bản in đúng như vậy thì ghi vào «corrections»"
            f" {quoted(slip, longest=_LONGEST_LINE)}, hoặc cứ để nguyên"
        )
        line = prose.line_of(len(words) - 1)
        yield at.problem(message, "text", line=line, warning=True)


def _last_words(words: str) -> str:
    """Of the last line alone: what stands above it may be another item."""
    line = words[words.rfind("\n", 0, -1) + 1 :].strip()
    bullet = BULLET.match(line)
    line = line[bullet.end() if bullet else 0 :]
    before, *shown = line.rsplit(maxsplit=_WORDS_SHOWN)
    return line[len(before) :].lstrip() if len(shown) == _WORDS_SHOWN else line


def _texts(draft: NoticeDraft) -> Iterator[tuple[At, Prose]]:
    """With the place of what holds each."""
    for part in draft.parts:
        if part.text and not part.sections:
            yield part.at, part.text
        for section in part.sections:
            if section.text:
                yield section.at, section.text
