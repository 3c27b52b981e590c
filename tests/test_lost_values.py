"""What an error takes away: words that quotes may stand in, and fields not worth a second word."""

import pytest

from generator.problems import Problem
from generator.reading.lost_values import Lost, elsewhere
from generator.reading.yaml_nodes import Mapping
from generator.records.notice_shape import NOTICE


def error(field: str, *, file: str = "a", warning: bool = False) -> Problem:
    return Problem(file, 1, field, "sai", warning)


def lost(*told: Problem, cut: bool = False) -> Lost:
    return Lost(NOTICE, Mapping((), 1, cut), told)


def has_lost(told: list[Problem]) -> bool:
    return lost(*told).has_words


@pytest.mark.parametrize(
    "field",
    [
        "met",
        "number",
        "parts[0].results_of",
        "parts[0].number",
        "parts[1].sections[12].number",
        "parts[0].sections[0].topics[1]",
        "parts[0].sections[0].figures[0].value",
        "parts[0].sections[0].figures[0].level",
        "corrections[3].sure",
        "notes[0].due",
        "notes[0].place",
        "notes[0].times",
        "attendance[0].invited",
    ],
)
def test_a_date_a_count_or_a_choice_holds_no_words(field: str) -> None:
    assert not has_lost([error(field)])
    assert not has_lost([error(field, warning=True)])


@pytest.mark.parametrize(
    "field",
    [
        "",
        "opening",
        "parts",
        "parts[0]",
        "parts[0].title",
        "parts[0].sections[0].text",
        "parts[0].sections[0].txt",
        "khong_co",
        "attendance[0].text",
        "attendance[0].present",
    ],
)
def test_a_text_or_what_holds_one_does(field: str) -> None:
    assert has_lost([error("met"), error(field)])
    assert not has_lost([error("met"), error(field, warning=True)])


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "signed.name",
        "notes[0].words",
        "italics[0]",
        "parts[0].sections[1].figures[0].what",
    ],
)
def test_what_nobody_quotes_from_is_no_loss(field: str) -> None:
    assert not has_lost([error(field)])


def test_nothing_is_lost_without_an_error_unless_the_file_could_not_be_read_on() -> None:
    assert has_lost([]) is False
    assert lost(cut=True).has_words


@pytest.mark.parametrize(
    ("told", "found", "is_kept"),
    [
        ("parts[0].sections[1].text", "parts[0].sections[1].figures[0].value", False),
        ("parts[0].sections[1]", "parts[0].sections[1].figures[0]", False),
        ("parts[0]", "parts[0].sections[1].figures[0].made_of", False),
        ("parts[0].sections[1].text", "parts[0].sections[0].figures[0].value", True),
        ("title", "parts[0].sections[0].figures[0].value", True),
        ("attendance[0].text", "attendance[0].invited", False),
        ("attendance[0].text", "attendance[1].absent", True),
        ("head", "number", False),
        ("opening", "issued", True),
        ("", "attendance[0].group", False),
    ],
)
def test_a_field_is_compared_where_the_words_of_its_place_are_there(
    told: str, found: str, is_kept: bool
) -> None:
    assert list(lost(error(told)).but_for_places([error(found)])) == [error(found)] * is_kept


@pytest.mark.parametrize(
    ("told", "found", "is_kept"),
    [
        ("parts[0]", "parts[0]", False),
        ("parts[0].results_of", "parts[0]", False),
        ("parts[0]", "parts[0].sections[1].title", False),
        ("parts", "parts[0]", False),
        ("parts[0]", "parts[1]", True),
        ("parts[1]", "parts[10]", True),
        ("met", "met_at", True),
        ("notes[0].words", "notes[0].school", True),
        ("", "", False),
        ("", "title", True),
        ("title", "", True),
    ],
)
def test_what_was_found_at_or_around_a_wrong_field_is_not_told(
    told: str, found: str, is_kept: bool
) -> None:
    assert list(elsewhere([error(found)], [error(told)])) == [error(found)] * is_kept
    assert list(elsewhere([error(found)], [error(told, warning=True)])) == [error(found)]
    assert list(elsewhere([error(found, file="b")], [error(told)])) == [error(found, file="b")]


def test_all_that_was_found_is_told_where_nothing_was_wrong() -> None:
    assert list(elsewhere([error("met"), error("title")], [])) == [error("met"), error("title")]
