"""Notices that say in all their parts what another says: a file copied, and left as it was."""

from collections.abc import Iterator

from generator.graph.indexes import Graph
from generator.model import Notice
from generator.problems import Problem

_SHORTEST = 200
"""Characters; notices of a line or two may be alike."""


def copied_notices(graph: Graph) -> Iterator[Problem]:
    """A warning at the later of two."""
    first: dict[tuple[str, ...], Notice] = {}
    for notice in graph.archive.notices:
        passages = (reading.passage for reading in graph.readings[notice.id])
        texts = tuple(one.prose.text for one in passages if one.part and not one.is_title)
        if sum(map(len, texts)) < _SHORTEST:
            continue
        other = first.setdefault(texts, notice)
        if other is not notice:
            message = (
                f"nội dung các phần giống hệt {other.file}, có lẽ tệp chép sang chưa thay nội dung;"
                " dán lời văn của tháng này vào, bản in đúng như vậy thì cứ để nguyên"
            )
            yield Problem(notice.file, notice.parts[0].line, "parts", message, warning=True)
