"""Phone numbers and numbers of papers are told from amounts, dates and documents."""

import pytest

from generator.graph.personal_numbers import personal_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ĐT: 0936.123.456", "0936.123.456"),
        ("gọi 0936 123 456 trước 17 giờ", "0936 123 456"),
        ("số 02033854123", "02033854123"),
        ("(0203) 3854 123", "(0203) 3854 123"),
        ("0203-3854-123.", "0203-3854-123"),
        ("+84 936 123 456", "+84 936 123 456"),
        ("84936123456", "84936123456"),
        ("01234567890", "01234567890"),
        ("090-1234567;", "090-1234567"),
        ("(0936123456)", "(0936123456)"),
        ("022085001234", "022085001234"),
        ("số 100123456 do Công an cấp", "100123456"),
        ("CMND: 100 123 456", "100 123 456"),
        ("hộ chiếu số B1234567", "B1234567"),
        ("căn cước công dân 022 085 001 234", "022 085 001 234"),
    ],
)
def test_numbers_of_people(text: str, number: str) -> None:
    spans = list(personal_numbers(text))
    covered = {at for start, end in spans for at in range(start, end)}
    start = text.index(number.strip("()"))
    assert set(range(start, start + len(number.strip("()")))) <= covered
    assert len(covered) <= len(number)


def test_two_phones_beside_each_other() -> None:
    text = "0936123456/0936123457"
    assert [text[start:end] for start, end in personal_numbers(text)] == text.split("/")


@pytest.mark.parametrize(
    "text",
    [
        "từ 05-13/11/2021",
        "05.11.2021-06.11.2021",
        "02-12-2021 và 03-12-2021",
        "125000000 đồng",
        "51.760.000 đồng",
        "12.843 học sinh; 6640 trẻ; 11.014",
        "giai đoạn 2016-2020, năm học 2021-2022",
        "tuần 10+11, 14/14 giáo viên",
        "1249/PGDĐT ngày 04/11/2021",
        "20/11/1982 - 20/11/2021",
        "66.14/2026/NQ-CP",
        "5.100.123.456 đồng",
        "lớp 05 120 300 450",
        "TCVN 8794:2011",
    ],
)
def test_what_is_no_number_of_a_person(text: str) -> None:
    assert list(personal_numbers(text)) == []
