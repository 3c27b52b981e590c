"""What month a file is of whose name is written otherwise."""

import pytest

from generator.records.meant_names import meant_id


@pytest.mark.parametrize(
    ("stem", "meant"),
    [
        ("2022-1", "2022-01"),
        ("2022_01", "2022-01"),
        ("2022.1", "2022-01"),
        ("2022 - 01", "2022-01"),
        ("202201", "2022-01"),
        ("01-2022", "2022-01"),
        ("1.2022", "2022-01"),
        ("Tháng 01-2022", "2022-01"),
        ("tháng 1 năm 2022", "2022-01"),
        ("thang-12", "2021-12"),
        ("2022-01 (1)", "2022-01"),
        ("2022-01 - Copy", "2022-01"),
        ("2022-01 - Copy (2)", "2022-01"),
        ("2022-01 - Sao chép", "2022-01"),
        ("Bản sao của 2022-01", "2022-01"),
        ("Copy of 01-2022", "2022-01"),
        ("2022-01-bất-thường", "2022-01-bat-thuong"),
        ("2022_1 bất thường", "2022-01-bat-thuong"),
        ("2022-01a", ""),
        ("2022-01.cu", ""),
        ("2022-001", ""),
        ("12-21", ""),
        ("họp tháng 1", ""),
        ("ghi-chu", ""),
        ("", ""),
    ],
)
def test_a_name_that_can_mean_one_month_alone(stem: str, meant: str) -> None:
    assert meant_id(stem, "2021") == meant
