"""What a notice tells of absent people, and which footnotes speak of them."""

from collections.abc import Callable

import pytest

from generator.graph.private_facts import footnotes_of_absent
from generator.model import Notice


@pytest.mark.parametrize(
    ("absent", "footnotes"),
    [
        ("(đ/c Trần Thị Oanh¹ – ốm nặng)", {1}),
        ("(đ/c Trần Thị Oanh – ốm nặng¹)", {1}),
        ("(đ/c Trần Thị Oanh – ốm nặng)¹", {1}),
        ("(đ/c Trần Thị Oanh – ốm nặng).¹", {1}),
        ("(đ/c Trần Thị Oanh – ốm nặng)² ¹", {1, 2}),
        ("(đ/c Trần Thị Oanh – ốm nặng; đã báo)¹", {1}),
        (": đ/c Trần Thị Oanh – ốm nặng¹", {1}),
        ("(đ/c Trần Thị Oanh). Có mặt các trường¹", set()),
        ("¹ (đ/c Trần Thị Oanh)", set()),
    ],
)
def test_a_footnote_hangs_on_a_person_or_on_the_bracket(
    absent: str, footnotes: set[int], notice_of: Callable[[str], Notice]
) -> None:
    task = "Báo cáo." if "²" in absent else "Báo cáo²."
    notice = notice_of(
        f"opening: Họp.\nattendance:\n  - text: 'Lãnh đạo. Có mặt: 11. Vắng mặt: 01 {absent}'\n"
        "    group: Lãnh đạo\n    present: 11\n    absent: [{name: Trần Thị Oanh}]\n"
        f"parts:\n  - {{title: NHIỆM VỤ, tasks_for: 2021-12, text: {task}}}\n"
        "footnotes:\n  - Theo kế hoạch.\n  - Khác.\n"
    )
    assert set(footnotes_of_absent(notice)) == footnotes
