"""A misprinted name is hidden in both spellings, whatever the correction quotes besides."""

from collections.abc import Callable

import pytest

from generator.graph import redaction
from generator.graph.indexes import Graph
from generator.model import Archive, Notice

PRINTED = "Nguyễn Thị Quỳnh Hoe"


def told(corrections: str, notice_of: Callable[[str], Notice]) -> Notice:
    return notice_of(
        "opening: Họp.\nattendance:\n"
        f"  - text: 'Lãnh đạo. Có mặt: 11. Vắng mặt: 01 (đ/c {PRINTED} – ốm).'\n"
        "    group: Lãnh đạo\n    present: 11\n"
        f"    absent: [{{name: {PRINTED}, reason: ốm}}]\n"
        "parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    text: |\n"
        "      Giao Nguyễn Thị Quỳnh Hoa lập báo coá; đ/c Quỳnh Hoa, bà Hoa gửi; đ/c Hoe nhận.\n"
        f"corrections:\n{corrections}"
        "  - {printed: báo coá, right: báo cáo, why: Như Quỳnh Hoa; Nguyễn Thị Quỳnh Hoa viết.}\n"
    )


@pytest.mark.parametrize(
    "corrections",
    [
        "  - {printed: Quỳnh Hoe, right: Quỳnh Hoa, why: Tên đúng là Quỳnh Hoa.}\n",
        "  - {printed: Quỳnh Hoe, right: Quỳnh Hoa, why: Lẫn., sure: nghi ngờ}\n",
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
        "  - {printed: Hoe – ốm, right: Hoa – bị ốm, why: Lẫn.}\n",
        "  - {printed: đ/c Nguyễn Thị Quỳnh Hoe, right: đ/c Nguyễn Thị Quỳnh Hoa, why: Lẫn.}\n",
        "  - {printed: Hoe, right: Hoa, why: Lẫn.}\n",
        "  - {printed: 'Vắng mặt: 01 (đ/c Nguyễn', right: 'Vắng: 01 (đ/c Nguyễn', why: Lẫn.}\n"
        "  - {printed: Hoe – ốm, right: Hoa – ốm, why: Lẫn., sure: nghi ngờ}\n",
    ],
)
def test_a_correction_may_quote_more_than_the_name(
    corrections: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    archive = Archive((told(corrections, notice_of),), graph.archive.registers)
    assert "Nguyễn Thị Quỳnh Hoa" in redaction.canaries(archive)
    shown = redaction.redacted(archive).notices[0]
    assert "Hoa" not in shown.parts[0].blocks[0].prose.text
