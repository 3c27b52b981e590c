"""A misprinted name is hidden in both spellings, whatever the correction quotes besides."""

from collections.abc import Callable

import pytest

from generator.graph import redaction
from generator.graph.indexes import Graph
from generator.model import Archive, Notice

PRINTED = "Nguyễn Thị Quỳnh Hoe"


def row(printed: str, right: str, why: str = "Lẫn.", *, sure: str = "chắc chắn") -> str:
    return f"  - {{printed: '{printed}', right: '{right}', why: {why}, sure: {sure}}}\n"


def told(corrections: str, notice_of: Callable[[str], Notice]) -> Notice:
    return notice_of(
        "opening: Họp.\nattendance:\n"
        f"  - text: 'Lãnh đạo. Có mặt: 11. Vắng mặt: 01 (đ/c {PRINTED} – ốm).'\n"
        "    group: Lãnh đạo\n    present: 11\n"
        f"    absent: [{{name: {PRINTED}, reason: ốm}}]\n"
        "parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    text: |\n"
        "      Giao Nguyễn Thị Quỳnh Hoa lập báo coá; đ/c Quỳnh Hoa, bà Hoa gửi; đ/c Hoe nhận.\n"
        f"corrections:\n{corrections}"
        + row("báo coá", "báo cáo", "Như Quỳnh Hoa; Nguyễn Thị Quỳnh Hoa.")
    )


@pytest.mark.parametrize(
    "corrections",
    [
        row("Quỳnh Hoe", "Quỳnh Hoa", "Tên đúng là Quỳnh Hoa."),
        row("Quỳnh Hoe", "Quỳnh Hoa", sure="nghi ngờ"),
    ],
)
def test_both_spellings_are_hidden_everywhere(
    corrections: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    archive = Archive((told(corrections, notice_of),), graph.archive.registers)
    left = repr(redaction.redacted(archive).notices)
    assert "Quỳnh" not in left
    assert "Hoa" not in left
    assert "Hoe" not in left
    canaries = set(redaction.canaries(archive))
    assert {PRINTED, "Nguyễn Thị Quỳnh Hoa", "Quỳnh Hoa", "Quỳnh Hoe"} <= canaries


@pytest.mark.parametrize(
    "corrections",
    [
        row("Hoe – ốm", "Hoa – bị ốm"),
        row("đ/c Nguyễn Thị Quỳnh Hoe", "đ/c Nguyễn Thị Quỳnh Hoa"),
        row("Hoe", "Hoa"),
        row("Vắng mặt: 01 (đ/c Nguyễn", "Vắng: 01 (đ/c Nguyễn")
        + row("Hoe – ốm", "Hoa – ốm", sure="nghi ngờ"),
    ],
)
def test_a_correction_may_quote_more_than_the_name(
    corrections: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    archive = Archive((told(corrections, notice_of),), graph.archive.registers)
    assert "Nguyễn Thị Quỳnh Hoa" in redaction.canaries(archive)
    shown = redaction.redacted(archive).notices[0]
    assert "Hoa" not in shown.parts[0].blocks[0].prose.text
