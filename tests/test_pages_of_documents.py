"""In which order documents stand, and which namesakes of a document stand on its page."""

from dataclasses import replace
from datetime import date

import pytest

from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.numbers.document_number import parse
from generator.pages.document import NEIGHBOURS, by_order, nearest


@pytest.mark.parametrize(
    ("years", "place", "shown"),
    [
        ("a", 0, ""),
        ("ab", 0, "b"),
        ("ab", 1, "a"),
        ("abcdefg", 0, "bcdefg"),
        ("abcdefg", 6, "abcdef"),
        ("abcdefghij", 0, "bcdefg"),
        ("abcdefghij", 4, "bcdfgh"),
        ("abcdefghij", 9, "defghi"),
    ],
)
def test_the_nearest_years_are_shown(years: str, place: int, shown: str) -> None:
    assert "".join(nearest(years, place)) == shown


@pytest.mark.parametrize("count", range(1, 20))
def test_a_page_shows_as_many_as_it_can_and_never_itself(count: int) -> None:
    for place in range(count):
        shown = nearest(range(count), place)
        assert len(shown) == min(count - 1, 2 * NEIGHBOURS)
        assert place not in shown
        assert shown == sorted(shown)


def test_documents_issued_later_come_first(graph: Graph) -> None:
    """Those without a day after the others of their year, by number; without a year at the end."""
    some = next(iter(graph.catalogue.documents.values()))

    def issued(number: str, year: int | None, day: date | None) -> str:
        parsed = parse(f"Công văn {number}/PGDĐT")
        assert parsed
        documents.append(
            replace(some, id=replace(some.id, number=parsed, year=year), issued=day, kind="")
        )
        return number

    documents: list[Document] = []
    wanted = [
        issued("2", 2022, date(2022, 3, 1)),
        issued("9", 2022, date(2022, 1, 5)),
        issued("3", 2022, None),
        issued("20", 2022, None),
        issued("1", 2021, date(2021, 12, 31)),
        issued("700", 2021, date(2021, 1, 1)),
        issued("5", None, None),
    ]
    found = sorted(documents[::-1], key=by_order)
    assert [document.id.number.serial.lstrip("0") for document in found] == wanted
