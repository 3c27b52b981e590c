"""The archive turned round: who is named where, newest first."""

from datetime import date

import pytest

from generator.graph import indexes
from generator.graph.catalogue import Mention
from generator.graph.indexes import Graph
from generator.model import Archive, SchoolYear


def places(mentions: list[Mention]) -> list[str]:
    return [f"{m.reading.notice.id} {m.reading.passage.anchor}: {m.printed}" for m in mentions]


@pytest.mark.parametrize(
    ("school", "named"),
    [
        ("th-ngoc-lam-moi", ["2022-10 muc-i-1-1: TH Ngọc Lâm"]),
        (
            "th-cau-da",
            [
                "2022-10 muc-i-1-1: TH Cầu Đá",
                "2022-03 muc-i-1-1-1: Trường Cầu Đá",
                "2021-10 muc-i-2-1: TH Cầu Đá",
            ],
        ),
        ("thcs-cau-da", []),
    ],
)
def test_a_school_knows_the_places_that_name_it(
    school: str, named: list[str], graph: Graph
) -> None:
    assert places([place.mention for place in graph.schools[school].named]) == named


def test_what_addresses_a_level_is_told_apart_from_what_addresses_all(graph: Graph) -> None:
    assert places(list(graph.schools["mn-hoa-sua"].common)) == [
        "2022-03-bat-thuong muc-i-y-2: Các trường mầm non",
        "2021-10 muc-ii-3: Các trường mầm non",
        "2021-10 chu-thich-1: mầm non",
    ]
    assert places(list(graph.schools["th-thcs-dao-may"].common)) == [
        "2021-10 muc-ii-3: bậc THCS",
    ]
    assert places(list(graph.every_school)) == [
        "2022-10 muc-ii-1: Các trường",
        "2022-03-bat-thuong muc-i: Toàn ngành",
        "2022-03 muc-i: các trường",
        "2022-03 muc-iii-1-1: Tất cả các trường",
        "2021-10 muc-i-4: các đơn vị",
        "2021-10 muc-i-5: Các trường",
    ]


def test_a_field_knows_its_sections_across_the_months(graph: Graph) -> None:
    primary = graph.topics["giao-duc-tieu-hoc"].places
    assert [(place.notice.id, place.section.anchor) for place in primary] == [
        ("2022-10", "muc-i-1"),
        ("2022-03", "muc-i-1"),
        ("2021-10", "muc-i-2"),
    ]
    assert [p.section.anchor for p in graph.topics["cong-tac-to-chuc-can-bo"].places] == ["muc-i-3"]
    assert graph.topics["danh-gia-chung"].topic.is_field is False


def test_what_falls_due_and_what_is_open_is_gathered(graph: Graph) -> None:
    assert [(due.day, due.mention.printed) for due in graph.due] == [
        (date(2022, 3, 15), "ngày 15/3 xong"),
        (date(2021, 10, 30), "trước ngày 30/10"),
    ]
    assert [(p.mention.reading.notice.id, p.name.name) for p in graph.open_names] == [
        ("2022-11", "Đồi Chè"),
        ("2022-11", "Đảo Mây"),
        ("2021-10", "Đồi Chè"),
    ]


def test_school_years_run_from_september(graph: Graph) -> None:
    assert {year: [notice.id for notice in found] for year, found in graph.years.items()} == {
        SchoolYear(2022): ["2022-11", "2022-10"],
        SchoolYear(2021): ["2022-03-bat-thuong", "2022-03", "2021-10"],
    }


def test_neighbours_are_the_notices_before_and_after(graph: Graph) -> None:
    first, second, *_, last = graph.archive.notices
    assert graph.neighbours(first) == (None, second)
    assert graph.neighbours(last)[1] is None


def test_an_archive_without_notices_is_a_graph_too(graph: Graph) -> None:
    empty = indexes.graph(Archive((), graph.archive.registers))
    assert (dict(empty.years), empty.due, empty.newest) == ({}, (), ())
    assert len(empty.schools) == len(graph.schools)
