"""Shapes: what they build, what they tell, and that nothing else ever happens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading.place import At
from generator.reading.prose import PROSE, Prose
from generator.reading.scalars import COUNT, DATE, TEXT, Count
from generator.reading.schema import Field, ListOf, Record, read


@dataclass(frozen=True, slots=True)
class Section:
    at: At = field(compare=False, repr=False)
    title: str
    topics: tuple[str, ...] = ()
    text: Prose | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    at: At = field(compare=False, repr=False)
    title: str
    sections: tuple[Section, ...]
    met: date | None = None
    present: Count | None = None


SECTION = Record(
    "Section",
    "Một mục",
    Section,
    {
        "title": Field(TEXT, "Tiêu đề mục", required=True, example="Giáo dục mầm non"),
        "topics": Field(ListOf(TEXT), "Lĩnh vực"),
        "text": Field(PROSE, "Nội dung"),
    },
)
NOTICE = Record(
    "Notice",
    "Thông báo",
    Notice,
    {
        "title": Field(TEXT, "Trích yếu", required=True),
        "met": Field(DATE, "Ngày họp", required=False),
        "present": Field(COUNT, "Số có mặt"),
        "sections": Field(ListOf(SECTION), "Các mục", required=True, at_least=1),
    },
)
RIGHT = """\
title: Kết luận Hội nghị giao ban
met: 2021-12-02
present: 05
sections:
  - title: "Giáo dục: mầm non"
    topics: [mam-non, 'no']
    text: |
      - Chỉ đạo các trường

        + Dạy học
  - title: 2021
"""


def problems_of(source: str) -> list[str]:
    notice, problems = read(NOTICE, source.encode(), "f")
    assert notice is not None or any(not problem.warning for problem in problems)
    return [str(problem).removeprefix("f:") for problem in problems]


def test_a_right_record_becomes_its_dataclasses() -> None:
    notice, problems = read(NOTICE, RIGHT.encode(), "f")
    assert problems == ()
    assert notice is not None
    first, second = notice.sections
    assert (notice.title, notice.met) == ("Kết luận Hội nghị giao ban", date(2021, 12, 2))
    assert notice.present == Count("05", 5)
    assert (first.title, first.topics) == ("Giáo dục: mầm non", ("mam-non", "no"))
    assert first.text is not None
    assert first.text.lines == ((8, "- Chỉ đạo các trường"), (9, ""), (10, "  + Dạy học"))
    assert (second.title, second.topics, second.text) == ("2021", (), None)


def test_a_built_value_knows_the_place_of_each_of_its_fields() -> None:
    notice, _ = read(NOTICE, RIGHT.encode(), "f")
    assert notice is not None
    at = notice.sections[0].at
    assert at.problem("lạ", "topics", 1) == Problem("f", 6, "sections[0].topics[1]", "lạ")
    assert at.problem("lạ", "text", line=10) == Problem("f", 10, "sections[0].text", "lạ")
    assert at.problem("lạ", warning=True) == Problem("f", 5, "sections[0]", "lạ", warning=True)
    assert notice.at.problem("lạ", "sections", 1) == Problem("f", 11, "sections[1]", "lạ")
    beyond = notice.sections[0].at.problem("thiếu", "topics", 2)
    assert beyond == Problem("f", 6, "sections[0].topics[2]", "thiếu")
    missing = notice.sections[1].at.problem("thiếu", "topics", 0)
    assert missing == Problem("f", 11, "sections[1].topics[0]", "thiếu")


def edited(old: str, new: str) -> str:
    assert old in RIGHT
    return RIGHT.replace(old, new, 1)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            edited("present:", "presnt:"),
            ["3: presnt: không có dòng «presnt:»; có phải «present:»?"],
        ),
        (
            edited("present:", "zzz:"),
            [
                "3: zzz: không có dòng «zzz:»; các dòng viết được ở đây: "
                "title, met, present, sections"
            ],
        ),
        (
            edited("present:", "Số có mặt:"),
            ["3: không có dòng «Số có mặt:»; có phải «present:»?"],
        ),
        (
            edited("    text: |", "    nội dung: |"),
            ["7: sections[0]: không có dòng «nội dung:»; có phải «text:»?"],
        ),
        (
            edited("    topics:", "    Tiêu đề:"),
            [
                "6: sections[0]: không có dòng «Tiêu đề:»; chữ «Tiêu đề» có dấu hai chấm theo sau "
                "nên bị hiểu là tên một dòng: nếu là lời văn, đặt cả dòng trong ngoặc kép "
                '"…" hoặc viết trong khối «|»; nếu là tên dòng, chọn một trong: title, topics, text'
            ],
        ),
        (
            edited("met:", "date:"),
            [
                "2: date: không có dòng «date:»; các dòng viết được ở đây: "
                "title, met, present, sections"
            ],
        ),
        (
            edited("title: Kết", "tiêu đề: Kết"),
            ["1: không có dòng «tiêu đề:»; có phải «title:»?"],
        ),
        (
            "{title: Họp, present: 6,655, sections: [{title: Họp}]}",
            ["1: present: dấu phẩy ngăn hàng nghìn: viết «6.655», không viết «6,655»"],
        ),
        (
            "{title: Họp, present: 1,006,655, sections: [{title: Họp}]}",
            ["1: present: dấu phẩy ngăn hàng nghìn: viết «1.006.655», không viết «1,006,655»"],
        ),
        (
            "{title: Họp, present: 98,5, sections: [{title: Họp}]}",
            [
                "1: present: «98,5» là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi số "
                "đếm như 268, 12.843, 14/14"
            ],
        ),
        (
            "{title: Họp, present: 12,1249, sections: [{title: Họp}]}",
            [
                "1: present: «12,1249» là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi "
                "số đếm như 268, 12.843, 14/14"
            ],
        ),
        (
            "{title: Họp, present: 98,5%, sections: [{title: Họp}]}",
            [
                "1: present: «98,5%» là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi "
                "số đếm như 268, 12.843, 14/14"
            ],
        ),
        (
            "{655, title: Họp, sections: [{title: Họp}], present: 6}",
            ["1: không có dòng «655:»; xóa đi, hoặc đặt lời văn trong khối «|»"],
        ),
        (
            "{2021: 5, title: Họp, sections: [{title: Họp}]}",
            ["1: không có dòng «2021:»; xóa đi, hoặc đặt lời văn trong khối «|»"],
        ),
        (
            "{present: 6,655, title: Họp, 7, 8, sections: [{title: Họp}]}",
            [
                "1: không có dòng «7:»; xóa đi, hoặc đặt lời văn trong khối «|»",
                "1: không có dòng «8:»; xóa đi, hoặc đặt lời văn trong khối «|»",
                "1: present: dấu phẩy ngăn hàng nghìn: viết «6.655», không viết «6,655»",
            ],
        ),
        (
            edited("present: 05", "5 trường: 05"),
            [
                "3: không có dòng «5 trường:»; chữ «5 trường» có dấu hai chấm theo sau nên bị hiểu "
                'là tên một dòng: nếu là lời văn, đặt cả dòng trong ngoặc kép "…" hoặc viết trong '
                "khối «|»"
            ],
        ),
        (
            edited("met:", "Ngày:"),
            ["2: không có dòng «Ngày:»; có phải «met:»?"],
        ),
        (
            "sections:\n  - title: Họp\n",
            ["1: title: thiếu trích yếu; viết thêm, ví dụ: «title: …»"],
        ),
        (
            "title: Họp\nsections: ''\n",
            ["2: sections: để trống; hãy viết một danh sách, mỗi ý một dòng bắt đầu bằng «- »"],
        ),
        (
            "title: Họp\nsections: {}\n",
            [
                "2: sections: ở đây phải là một danh sách, mỗi ý một dòng bắt đầu bằng «- », "
                "không phải một nhóm dòng «tên: giá trị»"
            ],
        ),
        (
            edited("present: 05", "05: present"),
            ["3: không có dòng «05:»; xóa đi, hoặc đặt lời văn trong khối «|»"],
        ),
        (
            edited("    topics:", "    Tổng số lớp:"),
            [
                "6: sections[0]: không có dòng «Tổng số lớp:»; chữ «Tổng số lớp» có dấu hai chấm "
                "theo sau nên bị hiểu là tên một dòng: nếu là lời văn, đặt cả dòng trong ngoặc kép "
                '"…" hoặc viết trong khối «|»'
            ],
        ),
        (
            edited('  - title: "Giáo dục: mầm non"\n    ', "  - "),
            [
                "5: sections[0].title: thiếu tiêu đề mục; "
                "viết thêm, ví dụ: «title: Giáo dục mầm non»"
            ],
        ),
        (
            "title: Họp\n",
            [
                "1: sections: thiếu các mục; viết «sections:» rồi xuống dòng, lùi vào, "
                "ví dụ: «- title: Giáo dục mầm non»"
            ],
        ),
        (
            "title: Họp\nsections: []\n",
            [
                "2: sections: danh sách quá ngắn; phải có ít nhất 1 ý, mỗi ý dạng «- title:"
                " Giáo dục mầm non»"
            ],
        ),
        (
            "title: Họp\nsections:\n",
            ["2: sections: để trống; hãy viết một danh sách, mỗi ý một dòng bắt đầu bằng «- »"],
        ),
        (
            "title: Họp\nsections: mầm non\n",
            [
                "2: sections: ở đây phải là một danh sách, mỗi ý một dòng bắt đầu bằng «- », "
                "không phải một đoạn chữ «mầm non»"
            ],
        ),
        (
            "title: Họp\nsections:\n  - mầm non\n",
            [
                "3: sections[0]: ở đây phải là một mục gồm các dòng «tên: giá trị», "
                "không phải một đoạn chữ «mầm non»"
            ],
        ),
        (
            edited("[mam-non, 'no']", "\n      - Số lớp: 268\n      -"),
            [
                "7: sections[0].topics[0]: ở đây phải là một đoạn chữ, không phải một nhóm dòng "
                "«tên: giá trị»; chữ «Số lớp» có dấu hai chấm theo sau nên bị hiểu là tên "
                'một dòng: nếu là lời văn, đặt cả dòng trong ngoặc kép "…" hoặc viết trong khối '
                "«|»",
                "8: sections[0].topics[1]: để trống; hãy viết một đoạn chữ, hoặc xóa cả dòng",
            ],
        ),
        (
            "- title: Họp\n",
            ["1: bản ghi phải gồm các dòng «tên: giá trị», không phải một danh sách «- …»"],
        ),
    ],
)
def test_a_wrong_shape_is_told_with_its_path(source: str, told: list[str]) -> None:
    assert problems_of(source) == told


@pytest.mark.parametrize(
    ("was", "written", "left"),
    [
        ("2021-12-02", "02/12/2021", lambda notice: notice.met is None),
        ("present:", "presnt:", lambda notice: notice.present is None),
        ("title: Kết luận Hội nghị giao ban", "title: [a]", lambda notice: notice.title == ""),
        ("[mam-non, ", "[[mam-non], ", lambda notice: notice.sections[0].topics == ("", "no")),
        ("- title: 2021", "- titel: 2021", lambda notice: notice.sections[1].title == ""),
    ],
)
def test_the_rest_is_read_around_what_is_wrong(
    was: str, written: str, left: Callable[[Notice], bool]
) -> None:
    notice, problems = read(NOTICE, edited(was, written).encode(), "f")
    assert problems
    assert notice is not None
    assert left(notice)


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        (
            "title: Họp\nmet: 1\nsections:\n  - title: x\n   - y\n",
            ["met", "sections[1]", "sections[1]"],
        ),
        ("title: Họp\nmet: 1\n---\nsections: [{title: x}]\n", ["met", ""]),
    ],
)
def test_nothing_is_missing_where_a_file_could_not_be_read_on(
    source: str, fields: list[str]
) -> None:
    _, problems = read(NOTICE, source.encode(), "f")
    assert [problem.field for problem in problems] == fields


def test_the_second_of_two_equal_names_is_looked_at_too() -> None:
    source = RIGHT + "met: 02/12/2021\n"
    assert [problem.split(":")[1].strip() for problem in problems_of(source)] == ["met", "met"]


def test_every_problem_of_a_file_is_told_at_once() -> None:
    source = "titel: Họp\nmet: 02/12/2021\npresent: -5\nmet: 1\nsections:\n  - text: ''\n  - x #y\n"
    assert [problem.split(" ")[0] + problem.split(" ")[1] for problem in problems_of(source)] == [
        "1:titel:",
        "2:met:",
        "3:present:",
        "4:met:",
        "4:met:",
        "6:sections[0].text:",
        "6:sections[0].title:",
        "7:sections[1]:",
        "7:sections[1]:",
    ]


def test_a_warning_alone_keeps_nothing_back() -> None:
    notice, problems = read(NOTICE, edited("Kết luận", "Kết\u00a0luận").encode(), "f")
    assert notice is not None
    assert notice.title == "Kết luận Hội nghị giao ban"
    assert [problem.warning for problem in problems] == [True]


def test_a_shape_must_have_the_fields_of_what_it_builds() -> None:
    with pytest.raises(TypeError, match="text"):
        Record(
            "Section", "Một mục", Section, {"title": Field(TEXT, "x"), "topics": Field(TEXT, "x")}
        )


@given(st.data())
def test_a_mutated_record_is_a_value_or_problems(data: st.DataObject) -> None:
    raw = bytearray(RIGHT.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = start + data.draw(st.integers(0, 8))
        raw[start:end] = data.draw(st.binary(max_size=4) | st.sampled_from([b"\n", b": ", b"- "]))
    notice, problems = read(NOTICE, bytes(raw), "f")
    assert notice is not None or any(not problem.warning for problem in problems)
    assert all(problem.line >= 1 and problem.message for problem in problems)


LINES = RIGHT.split("\n")


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_lines_in_any_order_are_a_value_or_problems(lines: list[str]) -> None:
    notice, problems = read(NOTICE, "\n".join(lines).encode(), "f")
    assert notice is not None or any(not problem.warning for problem in problems)
