"""What stands twice in one notice is told once, at its second place."""

import time

import pytest

from generator.model import Registers
from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader
from generator.records.said_twice import said_twice, titles_twice

ONE = "Các trường tiểu học rà soát số liệu đầu năm học."
TWO = "Các trường mầm non rà soát thực đơn của bếp bán trú."
WAY_OUT = "; dán hai lần thì xóa một, bản in có cả hai thì cứ để nguyên"


def told(*lines: str) -> list[tuple[int, str]]:
    """(line, message) of a part with these lines, the first of which is line 7."""
    text = "\n".join(f"    {line}" for line in lines)
    raw = f"""\
title: {ONE}
signed: {{position: A, name: B}}
opening: Họp.
parts:
- title: {ONE}
  text: |
{text}
  tasks_for: 2022-01
"""
    draft, problems = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, problems
    reader = NoticeReader(draft, "2022-01", Registers((), 0, (), (), ()))
    notice = reader.notice()
    found = list(said_twice(reader.marker.passages, notice))
    assert all(one.warning for one in found)
    return [(one.line, one.message.removesuffix(WAY_OUT)) for one in found]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ((f"- {ONE}", f"- {ONE}"), [(8, f"«{ONE}» giống hệt đoạn ở dòng 7")]),
        ((ONE, "", f"+ {ONE}"), [(9, f"«{ONE}» giống hệt đoạn ở dòng 7")]),
        (
            (f"- {ONE}", f"- {ONE[:20].strip()}", f"  {ONE[20:].strip()}"),
            [(8, f"«{ONE}» giống hệt đoạn ở dòng 7")],
        ),
        ((f"- {ONE}", f"- {ONE.replace(' ', '  ')}"), [(8, f"«{ONE}» giống hệt đoạn ở dòng 7")]),
        ((f"- {ONE}",) * 4, [(8, f"«{ONE}» giống hệt đoạn ở dòng 7")]),
        (
            (f"- {ONE}", "- Họp.", f"- {TWO}", "- Thi.", f"- {ONE}", "- Họp.", f"- {TWO}"),
            [(11, f"3 đoạn từ «{ONE}» giống hệt 3 đoạn từ dòng 7")],
        ),
        (
            (f"- {ONE}", f"- {TWO}", f"- {TWO}", f"- {ONE}"),
            [
                (9, f"«{TWO}» giống hệt đoạn ở dòng 8"),
                (10, f"«{ONE}» giống hệt đoạn ở dòng 7"),
            ],
        ),
    ],
)
def test_an_item_that_stands_twice_is_told_once(
    lines: tuple[str, ...], wrong: list[tuple[int, str]]
) -> None:
    assert told(*lines) == wrong


@pytest.mark.parametrize(
    "lines",
    [
        (f"- {ONE}", f"- {TWO}"),
        ("- Các trường họp.", "- Các trường họp."),
        (f"- {ONE}", f"- {ONE.lower()}"),
        (f"- {ONE}",),
    ],
)
def test_what_is_short_or_not_the_same_is_left(lines: tuple[str, ...]) -> None:
    assert told(*lines) == []


@pytest.mark.parametrize(
    ("titles", "lines"),
    [
        (("Giáo dục mầm non", "Giáo dục tiểu học"), []),
        (("Giáo dục mầm non", "GIÁO DỤC  MẦM NON"), [6]),
        (("Giáo dục mầm non",) * 3, [6]),
        (("", ""), []),
    ],
)
def test_a_title_that_stands_twice_in_a_part_is_told_once(
    titles: tuple[str, ...], lines: list[int]
) -> None:
    sections = "".join(
        f"  - {{title: {title}, text: Họp.}}\n" if title else "  - text: Họp.\n" for title in titles
    )
    raw = f"title: A\nopening: B\nparts:\n- sections:\n{sections}  title: C\n"
    more = "- {title: D, sections: [{title: Giáo dục mầm non}]}\n"
    end = "signed: {position: A, name: B}\n"
    draft, problems = schema.read(NOTICE, f"{raw}{more}{end}".encode(), "f")
    assert draft is not None, problems
    assert [one.line for one in titles_twice(draft)] == lines


@pytest.mark.parametrize("lines", [(f"- {ONE}",) * 9_000, (f"- {ONE}", "- a") * 8_000])
def test_a_long_text_takes_time_with_its_length(lines: tuple[str, ...]) -> None:
    started = time.process_time()
    told(*lines)
    assert time.process_time() - started < 4
