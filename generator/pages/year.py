"""Pages of school years, and the index of notices by year."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Notice, SchoolYear
from generator.pages.entries import Entry, Group, counted
from generator.pages.page import Crumb, Links, Page, notice_title, page
from generator.vietnamese import show_date

MOST = 360
"""Notices listed one by one on the index; of older years it tells how many there are."""

_NOTICES = Crumb("Thông báo kết luận", urls.NOTICES)


def year_pages(graph: Graph) -> Iterator[Page]:
    for year, notices in graph.years.items():
        yield _year_page(graph, year, notices)
    every = "Mọi thông báo kết luận theo năm học."
    yield _index(graph, urls.NOTICES, _NOTICES.title, every)
    years = "Các năm học có thông báo kết luận."
    yield _index(graph, urls.SCHOOL_YEARS, "Năm học", years, above=[_NOTICES])


def _year_page(graph: Graph, year: SchoolYear, notices: Sequence[Notice]) -> Page:
    here = Links(urls.school_year(year))
    years = sorted(graph.years)
    place = years.index(year)
    before = years[place - 1] if place else None
    after = years[place + 1] if place + 1 < len(years) else None
    return page(
        here.start,
        "year",
        title=f"Năm học {year}",
        kind="year",
        description=f"Các thông báo kết luận từ tháng 9/{year.start} đến tháng 8/{year.start + 1}.",
        above=[_NOTICES],
        lead=(
            f"Từ tháng 9/{year.start} đến tháng 8/{year.start + 1}:"
            f" {counted(len(notices), 'thông báo')}."
        ),
        entries_=[notice_entry(graph, notice, here) for notice in notices],
        before=before and (f"Năm học {before}", here.to(urls.school_year(before))),
        after=after and (f"Năm học {after}", here.to(urls.school_year(after))),
    )


def _index(
    graph: Graph,
    address: urls.Address,
    title: str,
    description: str,
    above: Sequence[Crumb] = (),
) -> Page:
    here = Links(address)
    years = graph.years
    counts = accumulate(len(notices) for notices in years.values())
    whole = [year for year, count in zip(years, counts, strict=True) if count <= MOST]
    listed = {year: years[year] for year in whole or list(years)[:1]}
    return page(
        address,
        "index",
        title=title,
        kind="index",
        description=description,
        above=above,
        lead=f"{counted(len(graph.archive.notices), 'thông báo')}, mới nhất trước.",
        groups=[
            Group(
                f"Năm học {year}",
                counted(len(notices), "thông báo"),
                (
                    *(notice_entry(graph, notice, here) for notice in listed.get(year, ())),
                    Entry(f"Cả năm học {year}", here.to(urls.school_year(year))),
                ),
                f"nam-hoc-{year}",
            )
            for year, notices in years.items()
        ],
        empty="Chưa có thông báo nào; văn thư thêm tệp vào thư mục records/.",
    )


def notice_entry(graph: Graph, notice: Notice, here: Links) -> Entry:
    tasks = len(notice.tasks.sections) if notice.tasks else 0
    documents = {
        graph.catalogue.of(reading, citation).address
        for reading in graph.readings[notice.id]
        for citation in reading.citations
    }
    facts = [
        f"họp ngày {show_date(notice.met)}" if notice.met else "",
        str(notice.number) if notice.number else "chưa rõ số",
        counted(tasks, "nhiệm vụ") if tasks else "",
        f"viện dẫn {counted(len(documents), 'văn bản')}" if documents else "",
    ]
    return Entry(
        notice_title(notice), here.to_notice(notice), " · ".join(fact for fact in facts if fact)
    )
