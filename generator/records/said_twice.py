"""What stands twice in one notice, word for word: lines that were pasted again.

Short ones may well stand twice, and so do not count. Of a run that was pasted again its beginning
is told.
"""

from collections.abc import Iterable, Iterator

from generator.model import Notice
from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.records.notice_drafts import NoticeDraft, PartDraft
from generator.vietnamese import tone_key

_SHORTEST = 40
_WAY_OUT = "dán hai lần thì xóa một, bản in có cả hai thì cứ để nguyên"


def said_twice(printed: Iterable[str], notice: Notice) -> Iterator[Problem]:
    """A warning at the second of two items or paragraphs, with the line of the first.

    `printed` are the words of all of them, titles too: most notices say nothing twice.
    """
    long = [_folded(words) for words in printed if len(words) >= _SHORTEST]
    if len(set(long)) == len(long):
        return
    passages = [one for one in notice.passages() if not one.is_title]
    texts = [_folded(one.prose.printed) for one in passages]
    first: dict[str, int] = {}
    told: set[str] = set()
    here = 0
    while here < len(texts):
        text = texts[here]
        there = first.setdefault(text, here) if len(text) >= _SHORTEST else here
        count = 1
        if there < here:
            while here + count < len(texts) and there + count < here:
                if texts[here + count] != texts[there + count]:
                    break
                count += 1
            if text not in told:
                passage, line = passages[here], passages[there].line
                yield Problem(
                    notice.file, passage.line, passage.path, _message(text, count, line), True
                )
            told.update(texts[here : here + count])
        here += count


def _folded(words: str) -> str:
    return " ".join(words.split()) if "  " in words else words


def _message(text: str, count: int, line: int) -> str:
    if count > 1:
        return f"{count} đoạn từ {quoted(text)} giống hệt {count} đoạn từ dòng {line}; {_WAY_OUT}"
    return f"{quoted(text)} giống hệt đoạn ở dòng {line}; {_WAY_OUT}"


def titles_twice(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at the second of two sections of one title in one part."""
    for part in draft.parts:
        yield from _titles_twice(part)


def _titles_twice(part: PartDraft) -> Iterator[Problem]:
    places: dict[str, list[At]] = {}
    for section in part.sections:
        if section.title:
            sections = places.setdefault(tone_key(section.title), [])
            sections.append(section.at)
            if len(sections) == 2:
                line = sections[0].field("title").line
                message = (
                    f"tiêu đề {quoted(section.title)} đã có ở dòng {line}, trong cùng phần;"
                    f" {_WAY_OUT}"
                )
                yield section.at.problem(message, "title", warning=True)
