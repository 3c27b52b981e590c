"""Footnotes and their marks: of marks out of order only those are told that stand wrong."""

import pytest

from generator.model import Registers
from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader


def told(text: str, footnotes: int, more: str = "") -> list[tuple[str, str]]:
    """The field and the beginning of each message of a notice with so many footnotes."""
    listed = "".join("  - Theo mẫu.\n" for _ in range(footnotes - bool(more)))
    source = (
        f"title: Kết luận\nopening: {text}\n"
        "parts: [{title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}]\n"
        f"signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}\nfootnotes:\n{listed}{more}"
    )
    draft, problems = schema.read(NOTICE, source.encode(), "f.yml")
    assert draft is not None, problems
    reader = NoticeReader(draft, "2021-12", Registers((), 0, (), (), ()))
    reader.notice()
    return [(p.field, p.message.partition(" trong")[0]) for p in reader.of_words]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Một¹ hai² ba³.", []),
        ("Một² hai¹ ba³.", [("footnotes[1]", "dấu «²» của chú thích này đứng trước dấu «¹»")]),
        ("Một³ hai¹ ba².", [("footnotes[2]", "dấu «³» của chú thích này đứng trước dấu «¹»")]),
        ("Một² hai³ ba¹.", [("footnotes[0]", "dấu «¹» của chú thích này đứng sau dấu «³»")]),
    ],
)
def test_marks_out_of_order_are_told_as_few_as_can_be(
    text: str, wrong: list[tuple[str, str]]
) -> None:
    assert told(text, 3) == wrong


def test_a_mark_that_stands_twice_is_out_of_no_order() -> None:
    assert told("Một² hai¹ ba¹.", 2) == [("footnotes[0]", "dấu «¹» của chú thích này có ở 2 chỗ")]


def test_a_footnote_marked_in_another_is_out_of_no_order() -> None:
    assert told("Một¹ hai³.", 3, more="  - Xem thêm².\n") == []
