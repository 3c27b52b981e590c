"""When two mentions are one document."""

from datetime import date
from pathlib import Path

import pytest

from generator.numbers.citations import find
from generator.numbers.identity import Identity, compare, compare_texts, party_term

CASES = Path(__file__).parent / "cases" / "identity.tsv"


def cases() -> list[tuple[str, str, Identity]]:
    rows = (line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines())
    return [(one, other, Identity(expected)) for one, other, expected in rows]


@pytest.mark.parametrize(("one", "other", "expected"), cases())
def test_two_mentions(one: str, other: str, expected: Identity) -> None:
    assert compare_texts(one, other) is expected
    assert compare_texts(other, one) is expected


@pytest.mark.parametrize(
    "words",
    [
        "Dự thảo", "Hợp nhất", "Thay thế", "Sửa đổi", "Bổ sung", "Bãi bỏ", "Đính chính",
        "Quy định chi tiết", "Hướng dẫn thực hiện", "Hướng dẫn thi hành", "Kế hoạch thực hiện",
        "Báo cáo kết quả triển khai", "Công văn theo", "Chương trình thực hiện",
        "Hội nghị tổng kết", "Hội thảo sơ kết",
    ],
)  # fmt: skip
def test_a_document_about_another_is_not_that_one(words: str) -> None:
    it = "Thông tư 22/2021/TT-BGDĐT"
    assert compare_texts(f"{words} {it}", it) is Identity.DIFFERENT
    assert compare_texts(f"{words} {it}", f"{words} {it}") is Identity.UNKNOWN


@pytest.mark.parametrize(
    "words", ["Thực hiện", "Hướng dẫn", "Hội nghị về", "Kế hoạch; thực hiện", "Tổng kết"]
)
def test_words_that_speak_of_the_document_itself(words: str) -> None:
    it = "Thông tư 22/2021/TT-BGDĐT"
    assert compare_texts(f"{words} {it}", it) is Identity.SAME


def test_a_register_settles_bodies_by_name() -> None:
    (one,), (other,) = (
        find(f"Quyết định 5/QĐ-UBND ngày 04/01/2021 của {body}")
        for body in ("UBND thị xã Uông Bí", "UBND thành phố Uông Bí")
    )
    assert compare(one, other) is Identity.DIFFERENT
    bodies = {"UBND thị xã Uông Bí": "uong-bi", "UBND thành phố Uông Bí": "uong-bi"}
    assert compare(one, other, bodies) is Identity.SAME


@pytest.mark.parametrize(
    ("day", "national", "term"),
    [
        (date(2013, 11, 4), True, 2011),
        (date(2016, 1, 28), True, 2011),
        (date(2016, 5, 15), True, 2016),
        (date(2022, 11, 17), True, 2021),
        (date(2020, 2, 1), False, 2015),
        (date(2020, 6, 12), False, None),
        (date(2020, 12, 16), False, 2020),
        (date(2024, 4, 1), False, 2020),
        (date(2001, 4, 22), True, None),
        (date(2001, 4, 23), True, 2001),
        (date(2020, 2, 29), False, 2015),
        (date(2020, 3, 1), False, None),
        (date(2020, 11, 15), False, None),
        (date(2020, 11, 16), False, 2020),
    ],
)
def test_party_terms_begin_with_congresses(day: date, national: bool, term: int | None) -> None:
    assert party_term(day, national=national) == term
