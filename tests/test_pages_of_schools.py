"""What every school is asked on each school's page: how much of it, and what is a task."""

import pytest

from generator.graph.indexes import Graph
from generator.pages.school import MOST, RECENT, fitting_notices, is_task


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


@pytest.mark.parametrize(
    ("notice", "anchor", "asks"),
    [
        ("2021-10", "mo-dau", False),
        ("2021-10", "muc-i-4", False),
        ("2021-10", "muc-ii-3", True),
        ("2021-10", "chu-thich-1", True),
        ("2022-03", "muc-i", False),
        ("2022-03", "muc-iii-1-1", True),
        ("2022-03", "chu-thich-2", True),
        ("2022-03", "chu-thich-1-1", True),
    ],
)
def test_tasks_are_told_from_results_also_in_footnotes(
    graph: Graph, notice: str, anchor: str, asks: bool
) -> None:
    found = [r for r in graph.readings[notice] if r.passage.anchor == anchor]
    assert found
    assert {is_task(graph, reading) for reading in found} == {asks}
