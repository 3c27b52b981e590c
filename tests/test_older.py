"""Long lists in several pages: nothing is lost, nothing is said twice, full pages never change."""

import pytest

from generator.pages.older import split


@pytest.mark.parametrize(
    ("count", "stays", "pages"),
    [(0, 0, 0), (1, 1, 0), (14, 14, 0), (15, 5, 1), (24, 14, 1), (25, 5, 2), (1000, 10, 99)],
)
def test_the_newest_stay_and_the_rest_fills_pages(count: int, stays: int, pages: int) -> None:
    here, older = split(range(count)[::-1], a_page=10)
    assert len(here) == stays
    assert [len(page) for page in older] == [10] * pages
    assert [*here, *(thing for page in older[::-1] for thing in page)] == [*range(count)[::-1]]


@pytest.mark.parametrize("count", range(1, 60))
def test_a_new_thing_leaves_full_pages_as_they_are(count: int) -> None:
    before = split(range(count)[::-1], a_page=10)[1]
    after = split(range(count + 1)[::-1], a_page=10)[1]
    assert after[: len(before)] == before
