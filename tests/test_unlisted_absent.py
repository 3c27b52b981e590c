"""Nobody whom the words name as absent reaches a public site without being listed."""

from collections.abc import Callable

import pytest

from generator.graph import unlisted_absent
from generator.graph.indexes import Graph
from generator.model import Archive, Notice
from generator.problems import Problem

REST = "opening: Họp.\nparts:\n  - {title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}\n"


def told(line: str, graph: Graph, notice_of: Callable[[str], Notice]) -> list[Problem]:
    notice = notice_of(
        f"{REST}attendance:\n  - text: '{line}'\n    group: Lãnh đạo Phòng\n    present: 11\n"
    )
    return list(unlisted_absent.problems(Archive((notice,), graph.archive.registers)))


@pytest.mark.parametrize(
    ("absent", "name"),
    [
        ("Vắng mặt: 01 (đ/c Trần Thị Hoàng Yến Oanh – nghỉ ốm)", "Trần Thị Hoàng Yến Oanh"),
        ("vắng 01 (Lê Hà)", "Lê Hà"),
        ("Vắng mặt: 01 (TRẦN THỊ OANH)", "TRẦN THỊ OANH"),
        ("Vắng: đồng chí Oanh, có phép", "Oanh"),
        ("Vắng mặt: 01 (đ/c Hiệu trưởng TH Lê Lợi – họp)", "Hiệu trưởng TH Lê Lợi"),
    ],
)
def test_a_name_earns_an_error_that_says_what_to_write(
    absent: str, name: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    (problem,) = told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of)
    assert not problem.warning
    assert problem.field == "attendance[0].absent"
    assert f"ghi «absent: [{{name: {name}}}]»" in problem.message


@pytest.mark.parametrize(
    "absent",
    [
        "Vắng mặt: 0",
        "Vắng mặt: 01",
        "Vắng mặt: 01 (có lý do)",
        "Vắng mặt: 02 (họp tại thành phố Uông Bí)",
        "Vắng mặt: 02 (THCS Nguyễn Trãi, MN Hoa Sen)",
        "Vắng mặt: 02 đồng chí Lãnh đạo các trường",
        "Vắng mặt: 01. Dự họp có đ/c Nguyễn Văn An",
    ],
)
def test_who_is_not_named_earns_nothing(
    absent: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of) == []


def test_who_is_listed_earns_nothing(graph: Graph) -> None:
    assert list(unlisted_absent.problems(graph.archive)) == []
