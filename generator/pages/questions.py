"""What is still open, for the clerk and for whoever knows: one page, nothing guessed in silence."""

from collections.abc import Iterator
from itertools import islice

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Doubt
from generator.pages.document import full_title
from generator.pages.entries import Entry, Quote, counted
from generator.pages.page import Links, Page, notice_title, page
from generator.pages.quotes import capital, quote, sentence_of

MOST, MOST_QUOTES = 300, 60
"""Things in one list of this page; `giaoban check` tells the clerk of all."""


def questions_page(graph: Graph) -> Page:
    here = Links(urls.OPEN_QUESTIONS)
    documents = [
        Entry(
            full_title(document),
            here.to(document.address),
            f"nhắc đến {counted(len(document.mentions), 'chỗ')}",
        )
        for document in graph.catalogue.documents.values()
        if document.mentions and not document.id.is_settled
    ]
    registers = graph.archive.registers
    unconfirmed = [
        Entry(str(school), here.to(urls.school(school.key)), school.source)
        for school in registers.schools
        if not school.confirmed
    ]
    unnumbered = [
        Entry(notice_title(notice), here.to_notice(notice), _unknown(notice.number, notice.issued))
        for notice in graph.newest
        if notice.number is None or notice.issued is None
    ]
    names = list(islice(_names(graph, here), MOST_QUOTES + 1))
    doubts = list(islice(_doubts(graph, here), MOST_QUOTES + 1))
    return page(
        urls.OPEN_QUESTIONS,
        "questions",
        title="Còn bỏ ngỏ",
        kind="index",
        description="Những chỗ chưa xác định được, chờ người biết bổ sung.",
        documents=documents[:MOST],
        names=names[:MOST_QUOTES],
        doubts=doubts[:MOST_QUOTES],
        unnumbered=unnumbered[:MOST],
        schools=unconfirmed[:MOST],
        is_cut=(
            max(len(documents), len(unnumbered), len(unconfirmed)) > MOST
            or max(len(names), len(doubts)) > MOST_QUOTES
        ),
    )


def _unknown(number: object, issued: object) -> str:
    missing = [word for word, value in (("số", number), ("ngày ban hành", issued)) if not value]
    return "chưa rõ " + " và ".join(missing)


def _names(graph: Graph, here: Links) -> Iterator[Quote]:
    for place in graph.open_names:
        reading = place.mention.reading
        start, end = sentence_of(reading, place.mention.start)
        hit = (place.mention.start, place.mention.end)
        yield quote(reading, start, end, [hit], here, how=place.name.why)


def _doubts(graph: Graph, here: Links) -> Iterator[Quote]:
    for notice in graph.newest:
        for reading in graph.readings[notice.id]:
            for mark in reading.passage.prose.marks:
                if isinstance(mark.what, Doubt):
                    start, end = sentence_of(reading, mark.start)
                    hit = (mark.start, mark.end)
                    why = capital(mark.what.correction.why)
                    yield quote(reading, start, end, [hit], here, how=why)
