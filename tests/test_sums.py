"""Sums that a notice's own words let anyone check."""

from pathlib import Path

import pytest

from generator.graph.linking import Reading
from generator.graph.sums import wrong_sums
from generator.model import Level, Notice, Passage, Prose, School
from generator.names.mentions import Names
from generator.records import loading as records


@pytest.fixture(scope="module")
def any_notice() -> Notice:
    archive = records.load(Path(__file__).parents[1] / "records").archive
    assert archive is not None
    return archive.notices[0]


SCHOOLS = [
    School(f"th-{i}", Level.TH, name, (), "", None, None, "", False, "", 1)
    for i, name in enumerate(["Lê Lợi", "Trần Phú", "Lý Thường Kiệt"])
]


def told(text: str, notice: Notice) -> list[str]:
    passage = Passage(Prose(text), "muc-i-7", "mục I.7", "", 1)
    return list(wrong_sums(Reading(notice, passage, (), Names(SCHOOLS).find(text), ())))


@pytest.mark.parametrize(
    "text",
    [
        "kiểm tra 03 trường học theo Kế hoạch (gồm: TH Lê Lợi, TH Trần Phú, TH Lý Thường Kiệt)",
        "kiểm tra 02 trường gồm TH Lê Lợi và TH Trần Phú; sau đó TH Lý Thường Kiệt",
        "điều động 06 giáo viên, trong đó 05 giáo viên THCS, 01 giáo viên tiểu học.",
        "có 1.200 học sinh, trong đó 1.000 học sinh nữ; 31/39 trường (gồm TH Lê Lợi, TH Trần Phú)",
        "tổng số 12 lớp, trong đó có 05 phòng và 04 phòng tạm",
    ],
)
def test_sums_that_hold_or_say_nothing(text: str, any_notice: Notice) -> None:
    assert told(text, any_notice) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "kiểm tra 05 trường học (gồm: TH Lê Lợi, TH Trần Phú, TH Lý Thường Kiệt)",
            "ghi «05 trường» nhưng liệt kê 3 trường; đếm lại",
        ),
        (
            "điều động 06 giáo viên từ trường thừa, trong đó 04 giáo viên THCS, 01 giáo viên TH.",
            "04 + 01 = 5, không bằng «06 giáo viên»; kiểm tra lại với bản in",
        ),
        (
            "có 1.200 học sinh, trong đó: 700 học sinh nam, 400 học sinh nữ",
            "700 + 400 = 1100, không bằng «1.200 học sinh»; kiểm tra lại với bản in",
        ),
    ],
)
def test_sums_that_do_not_add_up(text: str, words: str, any_notice: Notice) -> None:
    assert told(text, any_notice) == [words]
