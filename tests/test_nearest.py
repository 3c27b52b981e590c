"""What a mistyped word most likely meant, of few choices and of very many."""

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.nearest import Choices, nearest
from generator.vietnamese import bare, sort_key


@pytest.mark.parametrize(
    ("word", "choices", "choice"),
    [
        ("titel", ("title", "topic"), "title"),
        ("THCS Trung Vuong", ("THCS Bắc Sơn", "THCS Trưng Vương"), "THCS Trưng Vương"),
        ("Bac Sơn", ("Thanh Sơn", "Bắc Sơn"), "Bắc Sơn"),
        ("1294/PGDĐT", ("1249/PGDĐT", "1300/SGDĐT"), "1249/PGDĐT"),
        ("Hoa", ("Hòa", "Hoà", "Hóa"), "Hoà"),
        ("zzzqqq", ("THCS Bắc Sơn",), None),
        ("a", (), None),
    ],
)
def test_the_nearest_of_some_choices(
    word: str, choices: tuple[str, ...], choice: str | None
) -> None:
    assert nearest(word, choices) == choice
    assert nearest(word, reversed(choices)) == choice


WORDS = st.text("abcăđ ", max_size=8)


@given(WORDS, st.lists(WORDS, max_size=12), st.sampled_from((0.6, 0.8)))
def test_of_few_choices_none_is_more_like_it(word: str, choices: list[str], least: float) -> None:
    def likeness(choice: str) -> float:
        return SequenceMatcher(None, bare(choice), bare(word), autojunk=False).ratio()

    right = max(sorted(set(choices), key=sort_key), key=likeness, default="")
    found = nearest(word, choices, least=least)
    assert found == (right if choices and likeness(right) >= least else None)


def test_of_thousands_of_names_the_right_one_is_found() -> None:
    names = [
        f"TH {one}{two}{three} {two}{one}"
        for one in SYLLABLES
        for two in SYLLABLES
        for three in SYLLABLES
    ]
    choices = Choices([*names, "THCS Trưng Vương"])
    assert choices.nearest("THCS Trung Vuơng") == "THCS Trưng Vương"


SYLLABLES = "an binh chau dong giang hai khanh lam minh nam phuong quang son thanh van".split()


@pytest.mark.parametrize("piece", ["ab", "Phương Đông ", "abcdefgh"])
def test_a_word_takes_time_with_the_number_of_choices_alone(piece: str) -> None:
    choices = Choices([f"{piece * 20}{number}" for number in range(5_000)])
    started = time.process_time()
    for number in range(20):
        choices.nearest(f"{piece * 20}x{number}")
    assert time.process_time() - started < 4


def test_a_word_of_a_megabyte_means_none_of_them() -> None:
    started = time.process_time()
    assert nearest("mầm non " * 100_000, ("mầm non", "mầm non " * 90_000)) is None
    assert time.process_time() - started < 1
