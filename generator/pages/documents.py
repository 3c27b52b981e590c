"""Pages of all documents, and of their numbers without a year; those of a number are kept from one
run to the next as long as what they show is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from generator import urls
from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.numbers.document_number import DocumentNumber
from generator.pages.document import Listed, by_order, document_page, older_pages
from generator.pages.page import Crumb, Links, Page, page
from generator.recall import Recall, anew, of_notices
from generator.urls import Address


def document_pages(
    graph: Graph, recall: Recall = anew, keys: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Page]:
    """Each document's page and that of its number; `keys` are as `of_notices` takes them."""
    entries = recall.entries("documents")
    by_number: dict[Address, list[Document]] = defaultdict(list)
    for document in graph.catalogue.documents.values():
        by_number[urls.number(document.id.number)].append(document)
    for address, documents in by_number.items():
        same_number = [Listed(document) for document in sorted(documents, key=by_order)]
        shown = [_shown(listed, graph) for listed in same_number]
        make = partial(_pages_of_a_number, graph, address, same_number)
        yield from of_notices(entries, address, _notices_of(documents), keys, shown, make)


def _pages_of_a_number(graph: Graph, address: Address, same_number: Sequence[Listed]) -> list[Page]:
    pages: list[Page] = []
    for place, listed in enumerate(same_number):
        pages.append(document_page(graph, listed.document, same_number, place))
        pages += older_pages(listed.document)
    return [*pages, _number_page(address, same_number)]


def _notices_of(documents: Iterable[Document]) -> set[str]:
    """The ids of those that name some documents, or are themselves one of them."""
    named = {mention.reading.notice.id for one in documents for mention in one.mentions}
    return named | {one.notice.id for one in documents if one.notice}


def _shown(listed: Listed, graph: Graph) -> object:
    """What the pages of a document show beside what stands in notices."""
    document, documents = listed.document, graph.catalogue.documents
    relations = (
        document.replaces,
        document.replaced_by,
        document.carries_out,
        document.carried_out_by,
    )
    return (
        listed.title,
        listed.note,
        document.id,
        document.address,
        document.known,
        document.issued,
        document.dates,
        document.notice and document.notice.id,
        [mention.place for mention in document.mentions],
        [
            [(other, (shown := Listed(documents[other])).title, shown.note) for other in some]
            for some in relations
        ],
    )


def _number_page(address: Address, same_number: Sequence[Listed]) -> Page:
    """A number without its year: on to the one document, or the choice."""
    here = Links(address)
    number = spoken_without_year(same_number[0].document.id.number)
    if len(same_number) == 1:
        only = same_number[0]
        redirect = "../" * 2 + urls.served(only.document.address)
        return page(
            address,
            "redirect",
            title=number,
            kind="redirect",
            description=f"{number}: chuyển đến trang của văn bản.",
            has_contents=False,
            extra={"redirect": redirect},
            entry=only.entry(here),
        )
    return page(
        address,
        "choice",
        title=number,
        kind="choice",
        description=f"Có {len(same_number)} văn bản cùng số {number}.",
        above=[Crumb("Văn bản được viện dẫn", urls.DOCUMENTS)],
        has_contents=False,
        lead=f"Có {len(same_number)} văn bản cùng số này. Chọn theo năm hoặc cơ quan ban hành.",
        entries_=[listed.entry(here) for listed in same_number],
    )


def spoken_without_year(number: DocumentNumber) -> str:
    return number.without_year().spoken
