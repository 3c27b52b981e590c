"""Who was at a meeting, as printed and as figures."""

from collections.abc import Callable

import pytest

from generator.graph.indexes import Graph
from generator.model import Absence, Notice

REST = "opening: Họp.\nparts:\n  - {title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}\n"


def test_groups_are_read_with_their_figures_and_people(graph: Graph) -> None:
    notice = graph.archive.notices[0]
    assert [(g.group, g.present, g.invited, g.absent) for g in notice.attendance] == [
        ("Lãnh đạo, chuyên viên Phòng GD&ĐT", 8, 10, 2),
        ("Đại diện Công đoàn ngành", 0, None, 1),
        ("Hiệu trưởng các trường", 14, 14, 0),
    ]
    assert notice.attendance[0].absences == (
        Absence("Trần Văn Gió", "Phó Trưởng phòng", "đi công tác"),
        Absence("Lê Thị Sương", "", "nghỉ ốm"),
    )


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Hiệu trưởng. Có mặt: 13/14. Vắng mặt: 01 (Lê Văn A).", 1),
        ("Hiệu trưởng, có mặt 13/14 đồng chí, vắng 01 (Lê Văn A).", 1),
        ("Hiệu trưởng. Có mặt: 13/14; Lê Văn A nghỉ ốm.", 1),
    ],
)
def test_how_many_were_away_is_read_in_any_wording(
    line: str, absent: int, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(
        f"{REST}attendance:\n  - text: '{line}'\n    group: Hiệu trưởng\n    present: 13\n"
        "    invited: 14\n    absent: [{name: Lê Văn A}]\n"
    )
    assert notice.attendance[0].absent == absent


def test_what_is_said_of_the_absent_may_go_on_in_the_next_line(
    notice_of: Callable[[str], Notice],
) -> None:
    notice = notice_of(
        f"{REST}attendance:\n  - text: |\n      Hiệu trưởng. Có mặt: 13/14. Vắng: 01 (Lê Văn\n"
        "      A, ốm\n      nặng).\n    group: Hiệu trưởng\n    present: 13\n    invited: 14\n"
        "    absent: [{name: Lê Văn A, reason: ốm nặng}]\n"
    )
    (prose,) = notice.attendance[0].proses()
    private = [mark for mark in prose.marks if mark.is_private]
    assert [prose.text[mark.start : mark.end] for mark in private] == ["Lê Văn A, ốm nặng"]
