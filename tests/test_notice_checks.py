"""What is looked for in every notice: right records earn none of it."""

from pathlib import Path

import pytest

from generator import generate

ROOT = Path(__file__).parent.parent
SAID = (
    "chưa có trong «notes»",
    "năm có thể nhầm",
    "không thể là năm ban hành",
    "quanh cả giá trị",
    "phần kết nói tháng khác",
    "giống hệt",
    "trong cùng phần",
    "không có tiêu đề",
    "dấu phẩy",
)


@pytest.mark.parametrize("said", SAID)
def test_every_such_message_is_in_a_case(said: str) -> None:
    cases = (ROOT / "tests" / "problems").glob("*.yml")
    assert any(said in case.read_text("utf-8") for case in cases)


@pytest.mark.parametrize("records", [ROOT / "records", ROOT / "tests" / "records"])
def test_right_records_earn_none(records: Path) -> None:
    told = [problem.message for problem in generate.read(records).problems]
    assert [one for one in told if any(said in one for said in SAID)] == []
