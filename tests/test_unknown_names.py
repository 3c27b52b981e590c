"""Names in a record that are no field's."""

from dataclasses import dataclass, field

import pytest

from generator.problems import MOST_PROBLEMS
from generator.reading.place import At
from generator.reading.scalars import COUNT, TEXT, Count
from generator.reading.schema import Field, Record, read
from generator.reading.unknown_names import comma_hint


@dataclass(frozen=True, slots=True)
class Meeting:
    at: At = field(compare=False, repr=False)
    title: str = ""
    present: Count | None = None
    absent: Count | None = None


MEETING = Record(
    "Meeting",
    "Cuộc họp",
    Meeting,
    {
        "title": Field(TEXT, "Tên"),
        "present": Field(COUNT, "Số người có mặt"),
        "absent": Field(COUNT, "Số người vắng"),
    },
)
COLON = (
    "có dấu hai chấm theo sau nên bị hiểu là tên một dòng: nếu là lời văn, đặt cả dòng trong"
    ' ngoặc kép "…" hoặc viết trong khối «|»'
)
CUT = 'đặt cả giá trị có dấu phẩy trong ngoặc kép: "…"'


def told(source: str) -> list[str]:
    _, problems = read(MEETING, source.encode(), "f")
    return [str(problem).removeprefix("f:") for problem in problems]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("presnt: 5", "1: presnt: không có dòng «presnt:»; có phải «present:»?"),
        ("Số người: 5", "1: không có dòng «Số người:»; có phải «present:» hay «absent:»?"),
        ("present: 5\nSố người: 5", "2: không có dòng «Số người:»; có phải «absent:»?"),
        (
            "present: 5\nPresent: 6",
            "2: không có dòng «Present:»; đã có «present:» rồi, hãy xóa một bên",
        ),
        ("Present: 6", "1: không có dòng «Present:»; có phải «present:»?"),
        (
            "title: Họp\nfigures: x",
            "2: figures: không có dòng «figures:»; dòng này thuộc về một nhóm bên trong; lùi vào"
            " cho thẳng với nhóm ấy",
        ),
        (
            "{present: 5, title:Họp}",
            "1: thiếu dấu cách sau dấu hai chấm: «title:Họp»; viết «tên: giá trị»",
        ),
        ("'title:Họp': 5", f"1: không có dòng «title:Họp:»; chữ «title:Họp» {COLON}"),
        (
            "{title: Thi, lúc 8 giờ}",
            f"1: dấu phẩy trong ngoặc {{…}} cắt giá trị ở «lúc 8 giờ»; {CUT}",
        ),
        (
            "{title: Thi, tại title:Họp}",
            f"1: dấu phẩy trong ngoặc {{…}} cắt giá trị ở «tại title:Họp»; {CUT}",
        ),
        (
            "{title: Thi, xyz}",
            "1: xyz: không có dòng «xyz:»; các dòng viết được ở đây: title, present, absent",
        ),
        ("'%': 5", f"1: không có dòng «%:»; chữ «%» {COLON}"),
        ("'5%': 5", "1: không có dòng «5%:»; xóa đi, hoặc đặt lời văn trong khối «|»"),
        (
            "{present: , 5}",
            "1: không có dòng «5:»; xóa đi, hoặc đặt lời văn trong khối «|»",
        ),
        (
            "{present: [6], 655}",
            "1: không có dòng «655:»; xóa đi, hoặc đặt lời văn trong khối «|»",
        ),
        (
            "{present: 6,\n  655,\n  000}",
            "2: present: dấu phẩy ngăn hàng nghìn: viết «6.655.000», không viết «6,655,000»",
        ),
        (
            "{present: 6,\n  655:\n  [x]}",
            "2: present: dấu phẩy ngăn hàng nghìn: viết «6.655», không viết «6,655»",
        ),
    ],
)
def test_a_name_that_is_no_fields_is_told_with_what_it_may_mean(source: str, message: str) -> None:
    assert message in told(source)


def test_more_unknown_names_than_are_told_are_counted() -> None:
    lines = [f"a{'b' * place}: x" for place in range(MOST_PROBLEMS + 10)]
    assert sum("còn ít nhất 10 chỗ nữa" in message for message in told("\n".join(lines))) == 1


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ("6,655", "dấu phẩy ngăn hàng nghìn: viết «6.655»"),
        ("123,456,789", "dấu phẩy ngăn hàng nghìn: viết «123.456.789»"),
        ("1234,567", "«1234,567» là số lẻ hoặc phần trăm"),
        ("98,5", "«98,5» là số lẻ hoặc phần trăm"),
        ("98%", "«98%» là số lẻ hoặc phần trăm"),
    ],
)
def test_a_number_with_a_comma_is_told_by_what_the_comma_means(number: str, hint: str) -> None:
    assert comma_hint(number).startswith(hint)
