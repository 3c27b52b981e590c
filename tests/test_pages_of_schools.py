"""How much of what every school is asked stands on each school's page."""

import pytest

from generator.pages.school import MOST, RECENT, fitting_notices


@pytest.mark.parametrize(
    ("places", "notices"),
    [
        ([], 1),
        ([0, 0, 0], 3),
        ([5, 5], 2),
        ([1] * 40, RECENT),
        ([0] * 40, RECENT),
        ([MOST], 1),
        ([MOST + 1], 1),
        ([MOST + 1, 0], 1),
        ([MOST - 1, 1, 1], 2),
        ([20] * 12, 3),
    ],
)
def test_the_newest_notices_have_room_as_a_whole(places: list[int], notices: int) -> None:
    assert fitting_notices(places) == notices
