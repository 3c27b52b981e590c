"""Pages of fields of work (lĩnh vực) across the months, and their index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import urls
from generator.graph.indexes import Graph, TopicEntry, TopicPlace
from generator.model import Block, Item, Notice
from generator.pages.entries import Entry, Group, Quote, counted
from generator.pages.older import older_entries, older_page, split
from generator.pages.page import Crumb, Links, Page, notice_title, page
from generator.pages.quotes import capital, quote

A_PAGE = 240
"""Months on a page of older ones, where only their figures stand and where to find the rest."""

RECENT = 12
"""Months whose items stand on a field's page in full; older months are linked."""


@dataclass(frozen=True, slots=True)
class MonthOf:
    """What one section of a notice says of the field."""

    title: str
    link: str
    anchor: str
    items: tuple[Quote, ...]
    count: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    month: str
    what: str
    value: str
    unit: str
    link: str
    label: str


def topic_pages(graph: Graph) -> Iterator[Page]:
    for entry in graph.topics.values():
        yield _topic_page(graph, entry)
        yield from _older_pages(entry)
    yield _index(graph)


def _topic_page(graph: Graph, entry: TopicEntry) -> Page:
    here = Links(urls.topic(entry.topic.key))
    kept, past = split(entry.places, a_page=A_PAGE)
    return page(
        here.start,
        "topic",
        title=entry.topic.name,
        kind="topic",
        description=f"{entry.topic.name}: kết quả và nhiệm vụ qua từng tháng.",
        above=[Crumb("Lĩnh vực", urls.TOPICS)],
        topic=entry.topic,
        lead=f"Có trong {counted(len({p.notice.id for p in entry.places}), 'thông báo')}.",
        figures=[row for place in kept for row in _figures(place, here)],
        months=[_month(graph, place, here) for place in entry.places[:RECENT]],
        older=[
            *_links(kept[RECENT:], here),
            *older_entries(here.start, [_span(places) for places in past]),
        ],
    )


def _older_pages(entry: TopicEntry) -> Iterator[Page]:
    past = split(entry.places, a_page=A_PAGE)[1]
    address = urls.topic(entry.topic.key)
    for number, places in enumerate(past, start=1):
        here = Links(urls.older(address, number))
        yield older_page(
            [Crumb("Lĩnh vực", urls.TOPICS), Crumb(entry.topic.name, address)],
            number,
            len(past),
            span=_span(places),
            kind="topic",
            lead="Số liệu và các mục về lĩnh vực này, mới nhất trước.",
            figures=[row for place in places for row in _figures(place, here)],
            entries=list(_links(places, here)),
        )


def _span(places: Sequence[TopicPlace]) -> tuple[Notice, Notice]:
    """The oldest notice and the newest."""
    return places[-1].notice, places[0].notice


def _links(places: Sequence[TopicPlace], here: Links) -> Iterator[Entry]:
    for place in places:
        yield Entry(_title(place), here.to_notice(place.notice, place.section.anchor))


def _figures(place: TopicPlace, here: Links) -> Iterator[FigureRow]:
    for figure in place.section.figures:
        yield FigureRow(
            str(figure.month),
            figure.what,
            figure.value,
            figure.unit,
            here.to_notice(place.notice, figure.anchor),
            capital(figure.label),
        )


def _title(place: TopicPlace) -> str:
    what = "Nhiệm vụ" if place.part.is_tasks else "Kết quả"
    return f"{what} tháng {place.part.month}"


def _month(graph: Graph, place: TopicPlace, here: Links) -> MonthOf:
    prose_of = {id(r.passage.prose): r for r in graph.readings[place.notice.id]}
    blocks = list(_all(place.section.blocks))
    items = tuple(quote(prose_of[id(b.prose)], 0, len(b.prose.text), [], here) for b in blocks)
    return MonthOf(
        f"{_title(place)}, {notice_title(place.notice).lower()}",
        here.to_notice(place.notice, place.section.anchor),
        f"{place.notice.id}-{place.section.anchor}",
        items,
        counted(len(blocks), "ý"),
    )


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Item):
            yield from _all(block.items)


def _index(graph: Graph) -> Page:
    here = Links(urls.TOPICS)
    entries = list(graph.topics.values())
    fields = [entry for entry in entries if entry.topic.is_field]
    others = [entry for entry in entries if not entry.topic.is_field]
    groups = [
        Group(title, counted(len(found), "mục"), tuple(_entry(e, here) for e in found), anchor)
        for title, found, anchor in (
            ("Lĩnh vực công tác", fields, "linh-vuc"),
            ("Mục khác", others, "muc-khac"),
        )
        if found
    ]
    return page(
        urls.TOPICS,
        "index",
        title="Lĩnh vực",
        kind="index",
        description="Các lĩnh vực công tác và những gì thông báo kết luận nói qua từng tháng.",
        lead="Theo thứ tự trong thông báo.",
        groups=groups,
        empty="Chưa có lĩnh vực nào trong danh sách.",
    )


def _entry(entry: TopicEntry, here: Links) -> Entry:
    months = len({place.notice.id for place in entry.places})
    note = f"trong {counted(months, 'thông báo')}" if months else "chưa có trong thông báo nào"
    return Entry(entry.topic.name, here.to(urls.topic(entry.topic.key)), note)
