"""Values wrapped whole in typographic quotation marks: `title: “Kết luận …”`.

To YAML these are words, and so they would be printed; meant were the straight ones, or none.
"""

from collections.abc import Iterator

from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.reading.prose import Prose
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import values

_PAIRS = {"“": "”", "‘": "’", "„": "“", "«": "»", "”": "”", "’": "’"}
"""What closes each; Word also opens with the closing one."""

_LONGEST = 200


def quotes_around(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at each such value."""
    for at, name, words in _values(draft):
        if _is_wrapped(words):
            rest = words[1:-1].strip()
            message = (
                f"dấu {words[0]} {words[-1]} quanh cả giá trị cũng bị in ra; xóa hai dấu ấy, viết"
                f" {quoted(rest, longest=_LONGEST)}, cần ngoặc thì dùng dấu thẳng"
                ' "…"; bản in có hai dấu ấy thì cứ để nguyên'
            )
            yield at.problem(message, name, warning=True)


def _values(draft: NoticeDraft) -> Iterator[tuple[At, str, str]]:
    """Values of one line; of a text those not pasted after `|`."""
    yield from values(draft)
    yield draft.signed.at, "position", _on_one_line(draft.signed.position)
    for name in ("opening", "ruling", "closing", "recipients"):
        yield draft.at, name, _on_one_line(getattr(draft, name))
    for part in draft.parts:
        yield part.at, "text", _on_one_line(part.text)
        for section in part.sections:
            yield section.at, "text", _on_one_line(section.text)


def _on_one_line(prose: Prose | None) -> str:
    return prose.text if prose and prose.node.style != "|" else ""


def _is_wrapped(words: str) -> bool:
    """Whether the first mark is closed by the last, and by none before: not `“A” và “B”`."""
    if len(words) < 3 or _PAIRS.get(words[0]) != words[-1]:
        return False
    within = words[1:-1]
    return words[0] not in within and words[-1] not in within and bool(within.strip())
