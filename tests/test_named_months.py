"""Months that words name: each with its year, ranges with all that lie between."""

import time

import pytest

from generator.records.named_months import months_named


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("NHIỆM VỤ THÁNG 01 NĂM 2022", "1/2022"),
        ("tháng 12", "12"),
        ("tháng 12/0000, tháng 12/0005", "12 12"),
        ("tháng 11, 12/2021", "11/2021 12/2021"),
        ("tháng 12 và 01/2022", "12/2021 1/2022"),
        ("tháng 12-2021", "12/2021"),
        ("tháng 12/2021 và 01/2022", "12/2021 1/2022"),
        ("THÁNG 12/2021 - 01/2022", "12/2021 1/2022"),
        ("tháng 12/2021-01/2022", "12/2021 1/2022"),
        ("tháng 12 năm 2021, 01 và 02 năm 2022", "12/2021 1/2022 2/2022"),
        ("tháng 12/2021 và tháng 01/2022", "12/2021 1/2022"),
        ("tháng 12/2021 và 10 trường", "12/2021"),
        ("tháng 12/2021, 01/02/2022", "12/2021"),
        ("TỪ THÁNG 11 ĐẾN THÁNG 2/2022", "11/2021 12/2021 1/2022 2/2022"),
        ("từ tháng 12/2021 đến hết tháng 01", "12/2021 1/2022"),
        ("từ tháng 9 tới tháng 12", "9 10 11 12"),
        ("từ tháng 11 năm 2021 đến tháng 01 năm 2022", "11/2021 12/2021 1/2022"),
        ("từ tháng 01/2022 đến tháng 12/2021", "1/2022 12/2021"),
        ("từ tháng 01/1999 đến tháng 12/2021", "1/1999 12/2021"),
        ("tháng 12 họp đến tháng 02", "12 2"),
        ("từ tháng 11 đến tháng 12/2021 và 02/2022", "11/2021 12/2021 2/2022"),
    ],
)
def test_each_month_has_its_year(words: str, months: str) -> None:
    named = [f"{number}/{year}" if year else f"{number}" for number, year in months_named(words)]
    assert " ".join(named) == months


@pytest.mark.parametrize(
    "words", ["tháng 1 đến ", "tháng 1/2021, ", "tháng 1/2021" + ", 1" * 50_000, "tháng 1-"]
)
def test_a_long_text_takes_time_with_its_length(words: str) -> None:
    started = time.process_time()
    months_named(words * (500_000 // len(words)))
    assert time.process_time() - started < 3
