"""Words that know their places, and phrases found among them."""

import unicodedata

import pytest

from generator.names.phrases import BREAK, Openers, Phrases, follows_any, words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Trường  THCS Hoà Bình", ("trường", "thcs", "hòa", "bình")),
        ("MN, TH", ("mn", ",", "th")),
        ("Bắc Sơn²", ("bắc", "sơn", "²")),
        ("lớp_9", ("lớp", "_", "9")),
        ("một\nhai", ("một", "hai")),
        ("một\n\nhai", ("một", BREAK, "hai")),
        ("một\n \n hai", ("một", BREAK, "hai")),
        ("một\n- hai", ("một", BREAK, "-", "hai")),
        ("một\n \t+ hai", ("một", BREAK, "+", "hai")),
        ("một\n-hai", ("một", "-", "hai")),
        ("", ()),
    ],
)
def test_words_are_letters_signs_and_breaks(text: str, keys: tuple[str, ...]) -> None:
    among = words(text)
    assert among.keys == (*keys, "")
    assert len(among) == len(keys)
    assert words(unicodedata.normalize("NFD", text)).keys == (*keys, "")


def test_a_word_knows_its_place() -> None:
    among = words("trường  THCS Bắc Sơn, MN")
    assert [among.start(at) for at in range(len(among))] == [0, 8, 13, 17, 20, 22]
    assert among.span(1, 4) == (8, 20)
    assert among.phrase(0, 3) == "trường THCS Bắc"


def test_words_without_space_between_are_glued() -> None:
    among = words("TH&THCS Bắc Sơn")
    assert [among.is_glued(at) for at in range(6)] == [False, True, True, False, False, False]


@pytest.mark.parametrize(
    ("word", "is_name"),
    [
        ("Bắc", True), ("A", True), ("II", True), ("III", True), ("bắc", False), ("UBND", False),
        ("IV", False), ("19", False), ("-", False),
    ],
)  # fmt: skip
def test_words_that_may_be_part_of_a_name(word: str, is_name: bool) -> None:
    among = words(f"{word} sơn")
    assert among.is_name_word(0) is is_name
    assert among.follows_name_word(1) is is_name
    assert not among.is_name_word(2)
    assert not among.follows_name_word(0)


def test_a_phrase_ends_right_before() -> None:
    among = words("Hiệu trưởng các trường")
    phrases = (("hiệu", "trưởng"), ("các", "thầy", "cô", "giáo"))
    assert [follows_any(among, at, phrases) for at in range(4)] == [False, False, True, False]


def test_the_longest_phrase_wins_then_the_first() -> None:
    table = Phrases([("các", 1), ("Các trường", 2), ("các trường", 3), ("", 4)])
    among = words("các trường, CÁC trường, các thầy")
    found = [table.at(among, at) for at in range(len(among))]
    assert found == [(2, 2), None, None, (2, 5), None, None, (1, 7), None]
    assert table.keys == {("các",), ("các", "trường")}


def test_phrases_of_several_tables_begin_somewhere() -> None:
    openers = Openers([Phrases([("các trường", 1)]), Phrases([("hiệu trưởng các trường", 2)])])
    among = words("Hiệu trưởng các thầy; trường, các trường, hiệu trưởng các trường, các")
    assert openers.places(among) == [7, 10, 12]
    assert openers.first_words == {"các", "hiệu"}
