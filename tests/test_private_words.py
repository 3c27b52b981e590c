"""Private words are found however they are spelled."""

import unicodedata

import pytest

from generator.graph.private_words import PrivateWords, keys

NAME = "Trần Thị Hoà Oanh"


@pytest.mark.parametrize(
    "spelled",
    [
        NAME,
        NAME.upper(),
        NAME.lower(),
        "Trần  Thị\nHoà\u00a0Oanh",
        "Trần Thị Hòa Oanh",
        unicodedata.normalize("NFD", NAME),
        f"{NAME}¹",
        f"{NAME}_2",
        f"{NAME}2",
        "Trần-Thị-Hoà-Oanh",
        "Ｔrần Ｔhị Ｈｏà Ｏａｎｈ",
        "Trần Thị, Hoà Oanh",
    ],
)
def test_a_name_is_found_in_any_spelling(spelled: str) -> None:
    text = f"giao đ/c {spelled} tham mưu"
    ((start, end),) = PrivateWords([NAME]).spans(text)
    assert text[start:end].split() == spelled.rstrip("¹_2").split()


@pytest.mark.parametrize("text", ["Trần Thị Hoa Oanh", "Trần Thị Hoà", "Trần Thị Hoà Oanhh", ""])
def test_another_name_is_left_alone(text: str) -> None:
    assert PrivateWords([NAME]).spans(text) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("0912345678", True),
        ("0912.345.678", True),
        ("09-12 34\n5678", True),
        ("ĐT0912345678", True),
        ("０９１２ 345678", True),
        ("60912345678", False),
        ("0912 x 345678", False),
    ],
)
def test_a_number_is_found_however_it_is_grouped(text: str, is_found: bool) -> None:
    assert bool(PrivateWords(["0912345678"]).spans(text)) == is_found


def test_every_phrase_is_found_also_one_within_another() -> None:
    words = keys("bà Lê Thị Mai Hoa")
    found = PrivateWords(["Lê Thị Mai", "Lê Thị Mai Hoa", "Thị Mai"]).found(words)
    assert [" ".join(words[start:end]) for start, end in found] == [
        *("lê thị mai", "lê thị mai hoa", "thị mai"),
    ]


def test_nothing_is_found_where_nothing_is_looked_for() -> None:
    assert PrivateWords(["", "–"]).spans("Lê Thị Mai 0912345678") == []
