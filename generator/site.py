"""The cross-linked archive -> every file of `docs/`: no disk, no clock, no MkDocs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Archive, Notice
from generator.pages.document_index import document_index_pages
from generator.pages.documents import document_pages
from generator.pages.home import home_page
from generator.pages.moved import moved_pages, moved_texts, moves, with_moved_places
from generator.pages.notice import notice_page
from generator.pages.page import Page
from generator.pages.plain_text import plain_text
from generator.pages.questions import questions_page
from generator.pages.school import school_pages
from generator.pages.search import search_page
from generator.pages.surroundings import surroundings
from generator.pages.topic import topic_pages
from generator.pages.year import year_pages
from generator.recall import Recall, anew
from generator.search.data import search_files
from generator.urls import Address

Files = dict[str, bytes]
"""What files hold, by their paths below `docs/`."""


@dataclass(frozen=True, slots=True)
class Site:
    """Every generated file; `sources` are its pages but those that moved."""

    files: Files
    sources: tuple[str, ...]


def build(
    whole: Graph,
    today: date,
    *,
    public: bool = False,
    redirects: Mapping[str, str] = MappingProxyType({}),
    by_hand: Iterable[Address] = (),
    meanwhile: Callable[[], Files] | None = None,
    recall: Recall = anew,
    keys: Mapping[str, str] = MappingProxyType({}),
) -> Site:
    """`today` decides only which due dates are still to come; robots are welcome in `public`.

    `redirects` are from old addresses to those of these pages, or of the pages written `by_hand`.
    `meanwhile` hands over `apart` of the same graph, where another process makes it; `keys` are
    fingerprints, by a notice's id, of all that it and its readings were read from.
    """
    files: Files = {}
    for notice in whole.archive.notices:
        _add(_notice_files(whole, notice, recall, keys.get(notice.id)), files)
    _add(_files_of(_pages(whole, today, recall, keys)), files)
    _add(meanwhile() if meanwhile else apart(whole, recall), files)
    addresses = [Address(path.removesuffix(".md")) for path in files if path.endswith(".md")]
    known = [*addresses, *by_hand]
    moved = moves(redirects, {urls.served(address): address for address in known})
    for address in addresses:
        if urls.served(address) in moved.places:
            shown = Page(address, files.pop(urls.source(address)).decode())
            _add(_files_of([with_moved_places(shown, moved)]), files)
    _add(_files_of(moved_pages(moved)), files)
    _add(moved_texts(redirects, files), files)
    files["robots.txt"] = f"User-agent: *\n{'Allow' if public else 'Disallow'}: /\n".encode()
    return Site(files, tuple(map(urls.source, addresses)))


def apart(whole: Graph, recall: Recall = anew) -> Files:
    """About half of the work, which needs nothing of the other half."""
    files = search_files(whole, recall)
    _add(_files_of([*topic_pages(whole), *year_pages(whole)]), files)
    return files


def _add(more: Files, files: Files) -> None:
    if twice := files.keys() & more.keys():
        raise ValueError(f"two pages at {min(twice)}")
    files |= more


def _files_of(pages: Iterable[Page]) -> Files:
    """As bytes at once: the text of Vietnamese pages takes twice as much."""
    files: Files = {}
    for page in pages:
        _add({urls.source(page.address): page.text.encode()}, files)
    return files


def _notice_files(whole: Graph, notice: Notice, recall: Recall, key: str | None) -> Files:
    """A notice's page and its text for download, as corrected and as printed."""
    around = surroundings(whole, notice)

    def made() -> Files:
        page = notice_page(notice, whole.readings[notice.id], around)
        corrected, printed = urls.texts(page.address)
        return {
            **_files_of([page]),
            corrected: plain_text(notice, printed=False).encode(),
            printed: plain_text(notice, printed=True).encode(),
        }

    return recall(f"notice {key} {around}", made) if key else made()


def _pages(whole: Graph, today: date, recall: Recall, keys: Mapping[str, str]) -> Iterator[Page]:
    yield home_page(whole, today)
    yield from school_pages(whole, recall, keys)
    yield from document_pages(whole, recall, keys)
    yield from document_index_pages(whole)
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
    return max([*days, _EARLIEST]) if days else date(2000, 1, 1)


_EARLIEST = date(1970, 1, 2)
"""Files of the site carry a day that a computer's clock can show."""
