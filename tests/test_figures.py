"""Figures as data, and the place where each stands."""

from collections.abc import Callable

import pytest

from generator.graph.indexes import Graph
from generator.model import Figure, Level, Month, Notice


def figures(graph: Graph) -> dict[str, Figure]:
    return {
        figure.what: figure
        for notice in graph.archive.notices
        for part in notice.parts
        for section in part.sections
        for figure in section.figures
    }


@pytest.mark.parametrize(
    ("what", "value", "amount", "of", "month", "anchor"),
    [
        ("Số trẻ", "1.248", 1248, None, Month(2021, 9), "muc-i-1"),
        ("Học sinh lớp 1 biết bơi", "120/415", 120, 415, Month(2021, 9), "muc-i-2-2"),
        ("Trường được kiểm tra", "03", 3, None, Month(2021, 9), "muc-i-4"),
        ("Giáo viên được điều động", "06", 6, None, Month(2022, 2), "muc-i-2-2-1"),
        ("Số học sinh", "3.102", 3102, None, Month(2022, 9), "muc-i-1"),
    ],
)
def test_a_figure_keeps_its_print_and_knows_its_place(
    what: str, value: str, amount: int, of: int | None, month: Month, anchor: str, graph: Graph
) -> None:
    figure = figures(graph)[what]
    assert (figure.value, figure.amount, figure.of) == (value, amount, of)
    assert (figure.month, figure.anchor) == (month, anchor)


def test_a_figure_keeps_its_level_its_parts_and_what_it_counts(graph: Graph) -> None:
    found = figures(graph)
    assert found["Số trẻ"].level is Level.MN
    assert found["Giáo viên được điều động"].made_of == (
        ("Giáo viên THCS", "05"),
        ("Giáo viên tiểu học", "01"),
    )
    assert [figure.what for figure in found.values() if figure.counts_schools] == [
        "Trường được kiểm tra"
    ]


@pytest.mark.parametrize(
    "text", ["Số lớp: 52 (ngày 05/2/2022, 1.052 trẻ, 52/60 lớp mới, 5,52%, 52.000 đồng)."]
)
def test_a_number_is_not_found_inside_another(
    text: str, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(
        "opening: Họp.\nparts:\n  - title: KẾT QUẢ\n    results_of: 2021-11\n    sections:\n"
        f"      - title: Giáo dục mầm non\n        figures: [{{what: Số lớp, value: 52}}]\n"
        f"        text: '{text}'\n"
    )
    assert notice.parts[0].sections[0].figures[0].amount == 52
