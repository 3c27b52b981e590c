"""What every school is asked on each school's page: how much of it, and what is a task."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from generator import urls
from generator.graph import indexes
from generator.graph.indexes import Graph
from generator.model import Archive, Month, Notice
from generator.pages.school import school_pages
from generator.pages.school_tasks import MOST, RECENT, fitting_notices, is_task, where_from


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
        ([20] * 12, 4),
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
    return section(page_of("thcs-cau-da", [notice], graph), "cua-truong")


def page_of(school: str, notices: Sequence[Notice], graph: Graph) -> str:
    archive = Archive(tuple(notices), graph.archive.registers)
    pages = school_pages(indexes.graph(archive))
    (page,) = (page for page in pages if page.address == urls.school(school))
    return page.text


def section(page: str, anchor: str) -> str:
    """What stands below a heading, up to the next one."""
    return page.split(f"{{: #{anchor} }}\n")[1].split("\n#")[0]


def test_where_no_task_names_it_that_is_said(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(
        "opening: Họp.\nparts: [{title: NHIỆM VỤ, tasks_for: 2021-12, text: THCS Bến Mơ họp.}]\n"
    )
    assert "không giao việc nào nêu tên trường" in own_tasks(notice, graph)


EVERYBODY = "Các trường họp; các trường THCS và trường THCS Cầu Đá nộp bài."


def tasks_of(notice_of: Callable[[str], Notice], text: str, notes: str = "") -> Notice:
    return notice_of(
        f"opening: Họp.\nparts: [{{title: NHIỆM VỤ, tasks_for: 2021-12, text: '{text}'}}]\n{notes}"
    )


def in_month(notice: Notice, month: Month) -> Notice:
    return replace(notice, month=month, id=month.iso)


@pytest.mark.parametrize(
    ("school", "shown"),
    [
        ("thcs-cau-da", ["cua-truong"]),
        ("thcs-ben-mo", ["chung-cua-bac"]),
        ("th-thcs-dao-may", ["chung-cua-bac"]),
        ("mn-hoa-sua", ["chung-cua-moi-truong"]),
    ],
)
def test_a_sentence_stands_once_where_it_is_closest(
    school: str, shown: list[str], graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    page = page_of(school, [tasks_of(notice_of, EVERYBODY)], graph)
    lists = ["cua-truong", "chung-cua-bac", "chung-cua-moi-truong"]
    found = {name: section(page, name) for name in lists}
    assert [name for name in lists if ".quote" in found[name]] == shown
    said_above = [name for name in lists if "đã dẫn ở trên" in found[name]]
    assert said_above == lists[lists.index(shown[0]) + 1 :]


def test_other_sentences_of_a_passage_stay(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = tasks_of(notice_of, "Trường THCS Cầu Đá nộp bài. Các trường họp.")
    page = page_of("thcs-cau-da", [notice], graph)
    assert "<mark>THCS Cầu Đá</mark> nộp bài" in section(page, "cua-truong")
    assert "<mark>Các trường</mark> họp" in section(page, "chung-cua-moi-truong")


def test_all_lists_are_of_the_same_months_newest_first(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    busy = " ".join([f"Các trường họp lần {n}." for n in range(MOST // 3)])
    text = f"Trường THCS Cầu Đá nộp bài. Các trường THCS thi. {busy}"
    months = [Month(2021, 10), Month(2021, 11), Month(2021, 12), Month(2022, 1)]
    notices = [in_month(tasks_of(notice_of, text), month) for month in months]
    page = page_of("thcs-cau-da", notices, graph)
    assert "Từ 2 thông báo mới nhất: 12/2021; 01/2022." in section(page, "nhiem-vu")
    assert "việc cũ hơn nêu tên trường ở [mục Nêu đích danh](#neu-dich-danh)" in page
    for name in ("cua-truong", "chung-cua-bac", "chung-cua-moi-truong"):
        said = re.findall(r"Thông báo kết luận tháng (\S+)", section(page, name))
        assert list(dict.fromkeys(said)) == ["01/2022", "12/2021"]
    assert section(page, "neu-dich-danh").count("{: .quote }") == len(months)


def test_without_older_tasks_that_name_it_none_are_promised(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    busy = " ".join([f"Các trường họp lần {n}." for n in range(MOST)])
    notices = [in_month(tasks_of(notice_of, busy), Month(2021, month)) for month in (10, 11)]
    said = section(page_of("thcs-cau-da", notices, graph), "nhiem-vu")
    assert "Từ thông báo mới nhất: 11/2021. Việc cũ hơn xem ở" in said
    assert "neu-dich-danh" not in said


@pytest.mark.parametrize(
    ("months", "count", "told"),
    [
        ([], 0, ""),
        (["2026-08"], 3, "thông báo mới nhất: 08/2026"),
        (["2026-08"], 1, "thông báo duy nhất: 08/2026"),
        (["2026-08", "2026-07", "2026-06"], 9, "3 thông báo mới nhất: 06, 07, 08/2026"),
        (["2026-01", "2026-01", "2025-12"], 9, "3 thông báo mới nhất: 12/2025; 01/2026"),
        (["2026-02", "2026-01"], 2, "cả 2 thông báo: 01, 02/2026"),
        (
            [f"2026-0{n}" for n in range(6, 1, -1)],
            9,
            "5 thông báo mới nhất, từ tháng 02/2026 đến tháng 06/2026",
        ),
    ],
)
def test_it_is_told_from_which_months(
    months: list[str], count: int, told: str, graph: Graph
) -> None:
    notices = [in_month(graph.newest[0], Month(*map(int, month.split("-")))) for month in months]
    assert where_from(notices, count) == told


def test_a_due_date_stands_with_every_quote_of_what_is_asked(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = tasks_of(
        notice_of,
        "Trường THCS Cầu Đá rà soát. Các trường THCS họp. Các trường báo cáo trước 15/12.",
        "notes: [{words: trước 15/12, due: 2021-12-15}]\n",
    )
    page = page_of("thcs-cau-da", [notice], graph)
    for name in ("cua-truong", "chung-cua-bac", "chung-cua-moi-truong", "neu-dich-danh"):
        assert "15/12/2021</time>" in section(page, name), name
