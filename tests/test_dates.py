"""Dates and months: parsed when written right, answered with the right form when not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Month
from generator.reading.dates import parse_date, parse_month
from generator.reading.schema import Wrong

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    assert parse_date(day.isoformat()) == day


ODD = ["2021-012-02", "2021/012/2", "2021/1/002", "2/012/2021", "002/12/2021", "2/12/021"]
FORMS = [
    "{y:04}-{m}-{d}T07",
    "{d:02}/{m:02}/{y:04}",
    "{d}.{m}.{y:04}",
    "{y:04}/{m}/{d}",
    "{y:04}-{m:02}-{d:02}T00:00",
    "{y:04}-{m:02}-{d:02} 07:30:00.5Z",
    "{y:04}–{m:02}–{d:02}",
    "ngày {d:02}/{m:02}/{y:04}",
    "{d:02} tháng {m:02} năm {y:04}",
]


@given(DAYS, st.sampled_from([*FORMS]))
def test_a_date_written_otherwise_is_answered_with_the_right_form(day: date, form: str) -> None:
    with pytest.raises(Wrong, match=f"«{day.isoformat()}»"):
        parse_date(form.format(d=day.day, m=day.month, y=day.year))


@pytest.mark.parametrize(
    "text",
    ["", "2021", "2021-12", "02/12", "ngày 2", "2021-12-02T", "20211202", "2021-12-021", *ODD],
)
def test_what_looks_like_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021-13-01", "không có tháng 13"),
        ("2021-00-01", "không có tháng 0"),
        ("2021-01-32", "tháng 1 năm 2021 không có ngày 32"),
        ("2021-12-32", "tháng 12 năm 2021 không có ngày 32"),
        ("31/11/2021", "tháng 11 năm 2021 không có ngày 31"),
        ("2021-02-30", "tháng 2 năm 2021 không có ngày 30"),
        ("2021-06-00", "tháng 6 năm 2021 không có ngày 0"),
    ],
)
def test_a_day_that_never_was_is_told_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(Wrong, match=f"«{text}» không phải là ngày có thật: {why}; dạng"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["0000-01-01", "1899-12-31", "2100-01-01", "02/12/2121", "0021-12-02"]
)
def test_a_year_that_nobody_means_is_told(text: str) -> None:
    with pytest.raises(Wrong, match=f"«{text}»: năm [0-9]+ chắc gõ nhầm; kiểm tra lại"):
        parse_date(text)


@pytest.mark.parametrize("text", ["0021-12", "2121-12"])
def test_a_month_of_such_a_year_is_told(text: str) -> None:
    with pytest.raises(Wrong, match=f"«{text}»: năm [0-9]+ chắc gõ nhầm"):
        parse_month(text)


def test_a_month_is_read_as_it_is_written() -> None:
    assert parse_month("2021-12") == Month(2021, 12)


@pytest.mark.parametrize("text", ["12/2021", "2021.12", "tháng 12/2021", "12 năm 2021"])
def test_a_month_written_otherwise_is_answered_with_the_right_form(text: str) -> None:
    with pytest.raises(Wrong, match="«2021-12»"):
        parse_month(text)
    with pytest.raises(Wrong, match="«2021-01»"):
        parse_month(text.replace("12", "1"))


@pytest.mark.parametrize("text", ["", "12", "2021-13", "2021-00", "13/2021", "2021-12-02"])
def test_what_looks_like_no_month_is_none(text: str) -> None:
    assert parse_month(text) is None
