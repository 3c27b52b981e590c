"""The cross-linked archive -> every file of `docs/`: no disk, no clock, no MkDocs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Archive
from generator.pages.document import document_pages
from generator.pages.document_index import document_index_pages
from generator.pages.home import home_page
from generator.pages.moved import moved_pages, moves, with_moved_places
from generator.pages.notice import notice_page
from generator.pages.page import Page
from generator.pages.plain_text import plain_text
from generator.pages.questions import questions_page
from generator.pages.school import school_pages
from generator.pages.search import search_page
from generator.pages.topic import topic_pages
from generator.pages.year import year_pages
from generator.search.data import search_files
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Site:
    """Every generated file below `docs/`, by path; `sources` are its pages but those that moved."""

    files: dict[str, bytes]
    sources: tuple[str, ...]


def build(
    whole: Graph,
    today: date,
    *,
    public: bool = False,
    redirects: Mapping[str, str] = MappingProxyType({}),
    by_hand: Iterable[Address] = (),
    search: Callable[[], Mapping[str, bytes]] | None = None,
) -> Site:
    """`today` decides only which due dates are still to come; robots are welcome in `public`.

    `search` hands over `search_files` of the same graph, where they are made meanwhile;
    `redirects` are from old addresses to those of these pages, or of the pages written `by_hand`.
    """
    files: dict[str, bytes] = {}
    addresses = [_put(page, files) for page in _pages(whole, today)]
    known = [*addresses, *by_hand]
    moved = moves(redirects, {urls.served(address): address for address in known})
    for address in addresses:
        if urls.served(address) in moved.places:
            shown = Page(address, files.pop(urls.source(address)).decode())
            _put(with_moved_places(shown, moved), files)
    for page in moved_pages(moved):
        _put(page, files)
    for notice in whole.archive.notices:
        name = f"{urls.notice(notice.id)}"
        files[f"{name}.txt"] = plain_text(notice, printed=False).encode()
        files[f"{name}.ban-in.txt"] = plain_text(notice, printed=True).encode()
    files |= search() if search else search_files(whole)
    files["robots.txt"] = f"User-agent: *\n{'Allow' if public else 'Disallow'}: /\n".encode()
    return Site(files, tuple(map(urls.source, addresses)))


def _put(page: Page, files: dict[str, bytes]) -> Address:
    """As bytes at once: the text of Vietnamese pages takes twice as much."""
    path = urls.source(page.address)
    if path in files:
        raise ValueError(f"two pages at {path}")
    files[path] = page.text.encode()
    return page.address


def _pages(whole: Graph, today: date) -> Iterator[Page]:
    yield home_page(whole, today)
    for notice in whole.archive.notices:
        yield notice_page(whole, notice)
    yield from school_pages(whole)
    yield from topic_pages(whole)
    yield from document_pages(whole)
    yield from document_index_pages(whole)
    yield from year_pages(whole)
    yield questions_page(whole)
    yield search_page(whole)


def latest_date(archive: Archive) -> date:
    """The newest day that the records speak of: what `today` is when nobody says."""
    days = [
        day
        for notice in archive.notices
        for day in (notice.met, notice.issued, notice.updated)
        if day
    ]
    return max(days, default=date(2000, 1, 1))
