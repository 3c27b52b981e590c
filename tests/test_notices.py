"""From a record to a notice: months, numbering, addresses, fields of work."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.graph.indexes import Graph
from generator.model import Block, Item, Month, Note, Notice, Plain
from generator.pages.plain_text import plain_text
from generator.reading import schema
from generator.records.files import ID
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader

OPENING = "opening: Phòng GD&ĐT họp.\n"


def items(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, str]]:
    """(words, anchor, label) of each bullet, nested ones after the one they hang under."""
    for block in blocks:
        if isinstance(block, Item):
            yield block.prose.text, block.anchor, block.label
            yield from items(block.items)


def of(graph: Graph, notice_id: str) -> Notice:
    return next(notice for notice in graph.archive.notices if notice.id == notice_id)


def test_a_notice_is_of_the_month_its_file_is_named_by(graph: Graph) -> None:
    assert [(notice.id, notice.month) for notice in graph.archive.notices] == [
        ("2021-10", Month(2021, 10)),
        ("2022-03", Month(2022, 3)),
        ("2022-03-bat-thuong", Month(2022, 3)),
        ("2022-10", Month(2022, 10)),
        ("2022-11", Month(2022, 11)),
    ]


@pytest.mark.parametrize("stem", ["2021-13", "2021-00", "21-12", "2021-12-", "2021-12-Ba", "2021"])
def test_other_names_are_no_months(stem: str) -> None:
    assert ID.fullmatch(stem) is None


def test_what_is_not_known_stays_unknown(graph: Graph) -> None:
    notice = of(graph, "2022-11")
    assert (notice.number, notice.issued, notice.met, notice.updated) == (None, None, None, None)
    assert (notice.kind, notice.attendance, notice.closing) == ("THÔNG BÁO", (), ())


def test_parts_and_sections_are_numbered_as_they_stand_unless_printed_otherwise(
    graph: Graph,
) -> None:
    parts = of(graph, "2022-03").parts
    assert [(part.numeral, part.anchor, part.is_tasks) for part in parts] == [
        ("I", "muc-i", False),
        ("III", "muc-iii", True),
    ]
    assert [(s.number, s.anchor, s.label) for s in parts[0].sections] == [
        ("2", "muc-i-2", "mục I.2"),
        ("1", "muc-i-1", "mục I.1"),
        ("3", "muc-i-3", "mục I.3"),
    ]


def test_bullets_count_on_below_each_other_and_one_may_keep_its_own_id(graph: Graph) -> None:
    section = of(graph, "2022-03").parts[0].sections[0]
    assert [(words[:16], anchor, label) for words, anchor, label in items(section.blocks)] == [
        ("Về chuyên môn:", "muc-i-2-1", "mục I.2.1"),
        ("Tổ chức chuyên đ", "muc-i-2-1-1", "mục I.2.1.1"),
        ("Buổi sáng: Toán;", "muc-i-2-1-1-1", "mục I.2.1.1.1"),
        ("Buổi chiều: Ngữ ", "muc-i-2-1-1-2", "mục I.2.1.1.2"),
        ("Chấm bài khảo sá", "cham-bai-khao-sat", "mục I.2.1.2"),
        ("Về nhân sự:", "muc-i-2-2", "mục I.2.2"),
        ("Điều động 06 giá", "muc-i-2-2-1", "mục I.2.2.1"),
        ("Bồi dưỡng giáo v", "muc-i-2-2-2", "mục I.2.2.2"),
    ]


def test_an_id_on_the_words_of_a_task_is_the_tasks_own(
    notice_of: Callable[[str], Notice],
) -> None:
    notice = notice_of(
        OPENING
        + "parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    sections:\n"
        + "      - text: Nộp báo cáo.\n"
        + "notes:\n  - {words: Nộp báo cáo, id: nop-bao-cao}\n"
    )
    assert notice.parts[0].sections[0].anchor == "nop-bao-cao"


def test_a_title_or_its_alias_names_the_field_whatever_its_case(graph: Graph) -> None:
    sections = [
        (section.title.text, section.topics)
        for notice in graph.archive.notices
        for part in notice.parts
        for section in part.sections
        if section.title
    ]
    assert ("Tiểu học", ("giao-duc-tieu-hoc",)) in sections
    assert ("Công tác tài chính", ("ke-hoach-tai-chinh",)) in sections
    assert (
        "Kế hoạch năm học 2022-2023",
        ("ke-hoach-tai-chinh", "cong-tac-to-chuc-can-bo"),
    ) in sections


def test_people_who_were_away_are_marked_as_private(graph: Graph) -> None:
    (line,) = of(graph, "2021-10").attendance[0].blocks
    private = [
        line.prose.text[mark.start : mark.end]
        for mark in line.prose.marks
        if mark.what is Plain.PRIVATE
    ]
    assert private == ["Trần Văn Gió – Phó Trưởng phòng – đi công tác", "Lê Thị Sương – nghỉ ốm"]


def test_a_note_stands_where_its_words_stand(graph: Graph) -> None:
    noted = {
        passage.prose.text[mark.start : mark.end]: passage.anchor
        for passage in of(graph, "2022-03").passages()
        for mark in passage.prose.marks
        if isinstance(mark.what, Note)
    }
    assert noted == {
        "ngày 15/3 xong": "muc-i-1-1-1",
        "Trường Cầu Đá": "muc-i-1-1-1",
        "Làng Cầu Đá": "muc-i-1-1-1-1",
        "Trường THPT Ngọc Lâm": "muc-i-2-2-2",
        "văn bản số 12": "muc-i-3",
        "Chấm bài khảo sát": "cham-bai-khao-sat",
    }


def test_a_notice_bears_every_kind_of_bullet(graph: Graph) -> None:
    marks = {
        passage.item.mark
        for notice in graph.archive.notices
        for passage in notice.passages()
        if passage.item
    }
    assert marks >= set("- – — + * • ▪ ● a) b) 1) 2) 1.1.".split())


MARK = st.sampled_from("- + * a) b) 1) 1.1.".split())
WORDS = st.lists(
    st.sampled_from(
        "trường Trưng Vương 12.843 “a” <b> [x](y) *k* _m_ & # {{z}} | ` ~ m² 5,5% ,...".split()
    ),
    min_size=1,
    max_size=6,
).map(lambda words: "Họp " + " ".join(words))
LINE = st.one_of(st.tuples(MARK, WORDS).map(" ".join), WORDS)


@given(st.lists(st.lists(LINE, min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_notice_of_any_items_is_printed_back_word_for_word(
    graph: Graph, sections: list[list[str]]
) -> None:
    lines = [f"title: Kết luận\n{OPENING}parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n"]
    lines.append("    sections:\n")
    for section in sections:
        lines.append("      - text: |\n")
        lines += [f"          {line}\n\n" for line in section]
    lines.append("signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\n")
    draft, told = schema.read(NOTICE, "".join(lines).encode(), "f.yml")
    assert draft is not None, told
    reader = NoticeReader(draft, "2021-12", graph.archive.registers)
    printed = plain_text(reader.notice(), printed=True)
    assert reader.problems == []
    expected = "THÔNG BÁO Kết luận Phòng GD&ĐT họp. I. NHIỆM VỤ "
    for number, section in enumerate(sections, start=1):
        expected += f"{number}. {' '.join(section)} "
    assert printed.split() == f"{expected} TRƯỞNG PHÒNG Nguyễn Thị Mây".split()
