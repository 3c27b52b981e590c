"""What every school is asked on each school's page: how much of it, and what is a task."""

from collections.abc import Callable

import pytest

from generator import urls
from generator.graph import indexes
from generator.graph.indexes import Graph
from generator.model import Archive, Notice
from generator.pages.school import MOST, RECENT, fitting_notices, is_task, school_pages


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


CAU_DA = "Trường THCS Cầu Đá nộp báo cáo tự đánh giá trước 15/12"


@pytest.mark.parametrize(
    ("tasks", "place", "quotes"),
    [
        (f"text: {CAU_DA}.", "muc-ii", 1),
        (f"sections: [{{text: '{CAU_DA}.'}}]", "muc-ii-1", 1),
        (f"sections: [{{title: '{CAU_DA}', topics: [], text: Bản giấy.}}]", "muc-ii-1", 1),
        (f"sections: [{{text: '- {CAU_DA}.'}}]", "muc-ii-1-1", 1),
        ("sections: [{text: Các trường THCS Bến Mơ¹ báo cáo.}]", "chu-thich-1", 1),
        ("sections: [{text: 'Các trường THCS Bến Mơ, Cầu Đá¹ báo cáo.'}]", "muc-ii-1", 2),
    ],
)
def test_a_task_that_names_a_school_stands_under_its_tasks(
    tasks: str, place: str, quotes: int, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    note = CAU_DA if "¹" in tasks else ""
    notice = notice_of(
        "opening: Họp.\nparts:\n"
        "  - {title: KẾT QUẢ, results_of: 2021-11, text: THCS Cầu Đá đạt chuẩn.}\n"
        f"  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    {tasks}\n"
        + (f"footnotes: ['{note}.']\n" if note else "")
    )
    own = own_tasks(notice, graph)
    assert own.count("{: .quote") == quotes
    assert f"thong-bao/2021-12.md#{place})" in own
    assert "đạt chuẩn" not in own


def own_tasks(notice: Notice, graph: Graph) -> str:
    """What stands on the page of THCS Cầu Đá under the tasks that name it."""
    archive = Archive((notice,), graph.archive.registers)
    pages = school_pages(indexes.graph(archive))
    (page,) = (page for page in pages if page.address == urls.school("thcs-cau-da"))
    _, tasks = page.text.split("## Nhiệm vụ {: #nhiem-vu }")
    _, own = tasks.split("### Nêu tên trường {: #cua-truong }")
    return own.split("### Với bậc")[0]


def test_where_no_task_names_it_that_is_said(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(
        "opening: Họp.\nparts: [{title: NHIỆM VỤ, tasks_for: 2021-12, text: THCS Bến Mơ họp.}]\n"
    )
    assert "không giao việc nào nêu tên trường" in own_tasks(notice, graph)
