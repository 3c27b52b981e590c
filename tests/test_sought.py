"""Phrases looked for all at once are the same that are found one by one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.sought import Sought, SoughtStrings, SoughtWords, occurrences

OTHERS = [f"c{number}" for number in range(60)]
"""So many more that all are looked for at once."""
LETTERS = st.text("ab ", min_size=1, max_size=5)


@given(st.lists(LETTERS, unique=True, max_size=8), st.text("ab ", max_size=30))
def test_what_is_found_at_once_is_what_is_found_one_by_one(phrases: list[str], text: str) -> None:
    sought = Sought(phrases)
    everywhere = [
        (which, end)
        for which, phrase in enumerate(phrases)
        for end in range(len(text) + 1)
        if text[:end].endswith(phrase)
    ]
    assert sorted(sought.found(text)) == everywhere
    starts = {phrase: text.index(phrase) for phrase in phrases if phrase in text}
    assert SoughtStrings(phrases).starts(text) == starts
    assert SoughtStrings([*phrases, *OTHERS]).starts(text) == starts


def test_pieces_can_be_words() -> None:
    sought = Sought([["trường", "mầm", "non"], ["mầm", "non"], ["tiểu"]])
    assert [*sought.found("các trường mầm non và tiểu học".split())] == [(0, 4), (1, 4), (2, 6)]
    assert sought.lengths == [3, 2, 1]


def test_thousands_of_phrases_take_time_with_their_length_and_the_text_alone() -> None:
    started = time.process_time()
    alike = Sought(f"{'a' * (number % 300)}b{number}" for number in range(3_000))
    assert alike.first_ends("a" * 300_000) == {}
    assert len(alike.first_ends("".join(f"b{number}" for number in range(20_000)))) == 10
    assert time.process_time() - started < 5


PHRASES = st.text("ab _.¹", min_size=1, max_size=4)


@given(st.lists(PHRASES, unique=True, max_size=6), st.text("ab _.¹", max_size=30))
def test_whole_words_are_those_that_are_found_one_by_one(phrases: list[str], text: str) -> None:
    one_by_one = {words: places for words in phrases if (places := occurrences(words, text))}
    assert SoughtWords(phrases).occurrences(text) == one_by_one
    assert SoughtWords([*phrases, *OTHERS]).occurrences(text) == one_by_one


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("tháng 1", "tháng 11, tháng 1.", [10]),
        ("kỳ I", "học kỳ II, học kỳ I¹", []),
        ("kỳ I¹", "học kỳ II, học kỳ I¹", [15]),
        ("(c/đ)", "Phòng (c/đ); Sở(c/đ)", [6, 15]),
        ("an", "an toàn, ban, an", [0, 14]),
        ("a)", "ba) a)", [4]),
        ("(a", "(ab (a", [4]),
        ("a_b", "a_b_ a_b", [5]),
        ("an an", "an an an", [0]),
    ],
)
def test_quoted_words_are_whole_words(words: str, text: str, places: list[int]) -> None:
    assert occurrences(words, text) == places
