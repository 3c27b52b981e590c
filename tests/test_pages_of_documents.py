"""Which namesakes of a document stand on its page."""

import pytest

from generator.pages.document import NEIGHBOURS, nearest


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
