"""What a notice's page shows of the archive: where its words lead, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.graph.linking import Reading
from generator.model import Notice
from generator.names.named import How, SchoolMention
from generator.pages.page import Links, notice_title
from generator.pages.quotes import capital
from generator.pages.rich_text import Link
from generator.vietnamese import show_date


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`links` are where the words of each of its readings lead; `before` and `after` the notices
    beside it, a title and a link each; `issuer` is the department.
    """

    links: tuple[tuple[Link, ...], ...]
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    issuer: str


def surroundings(graph: Graph, notice: Notice) -> Surroundings:
    here = Links(urls.notice(notice.id))
    before, after = (
        (_month(other), here.to_notice(other)) if other else None
        for other in graph.neighbours(notice)
    )
    links = tuple(tuple(_links(reading, graph, here)) for reading in graph.readings[notice.id])
    return Surroundings(links, before, after, graph.archive.registers.own_body.name)


def _month(notice: Notice) -> str:
    """`Tháng 12/2021`, and what tells an extra notice of the month apart."""
    return capital(notice_title(notice).removeprefix("Thông báo kết luận "))


def _links(reading: Reading, graph: Graph, here: Links) -> Iterator[Link]:
    """Where the numbers and school names of a passage lead from the page `here`."""
    for citation_ in reading.citations:
        if citation_.start == citation_.end:
            continue  # inside a range, without words of its own
        document = graph.catalogue.of(reading, citation_)
        yield Link(
            citation_.start,
            citation_.end,
            here.to(document.address),
            ".document" if document.id.is_settled else ".document .open",
            _document_title(document),
        )
    for name in reading.names:
        if isinstance(name, SchoolMention):
            school = graph.schools[name.school].school
            exact = name.how in (How.EXACT, How.NOTED)
            yield Link(
                name.start,
                name.end,
                here.to(urls.school(school.key)),
                ".school" if exact else ".school .inferred",
                "" if exact else f"{school}: {name.how.label}",
            )


def _document_title(document: Document) -> str:
    if not document.id.is_settled:
        return "Chưa xác định đầy đủ số, năm"
    day = f" ngày {show_date(document.issued)}" if document.issued else ""
    return f"{document.title}{day}"
