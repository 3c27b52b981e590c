"""Phrases looked for all at once are the same that are found one by one."""

import time

from hypothesis import given
from hypothesis import strategies as st

from generator.records.marking import occurrences
from generator.records.sought import Sought, SoughtWords

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
    assert sought.first_ends(text) == {
        which: text.index(phrase) + len(phrase)
        for which, phrase in enumerate(phrases)
        if phrase in text
    }


def test_pieces_can_be_words() -> None:
    sought = Sought([["trường", "mầm", "non"], ["mầm", "non"], ["tiểu"]])
    assert [*sought.found("các trường mầm non và tiểu học".split())] == [(0, 4), (1, 4), (2, 6)]
    assert sought.lengths == [3, 2, 1]


def test_thousands_of_phrases_take_time_with_their_length_and_the_text_alone() -> None:
    started = time.perf_counter()
    alike = Sought(f"{'a' * (number % 300)}b{number}" for number in range(3_000))
    assert alike.first_ends("a" * 300_000) == {}
    assert len(alike.first_ends("".join(f"b{number}" for number in range(20_000)))) == 10
    assert time.perf_counter() - started < 5


PHRASES = st.text("ab _.¹", min_size=1, max_size=4)


@given(st.lists(PHRASES, unique=True, max_size=6), st.text("ab _.¹", max_size=30))
def test_whole_words_are_those_that_are_found_one_by_one(phrases: list[str], text: str) -> None:
    found = SoughtWords(phrases).occurrences(text)
    assert found == {words: places for words in phrases if (places := occurrences(words, text))}
