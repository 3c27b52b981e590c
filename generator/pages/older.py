"""Long lists in several pages: the newest stay where they are, older ones go on pages of their own.

These are counted from the oldest, so a page that is full keeps its address and what stands on it.
"""

from collections.abc import Sequence
from typing import TypeVar

from generator import urls
from generator.model import Notice
from generator.pages.entries import Entry, Quote
from generator.pages.page import Crumb, Links, Page, page
from generator.urls import Address

T = TypeVar("T")

A_PAGE = 80
"""Quotes on a page of older ones, some 15 kB on the wire; half as many at least stay."""


def split(
    newest: Sequence[T], *, a_page: int = A_PAGE
) -> tuple[Sequence[T], tuple[Sequence[T], ...]]:
    """What stays, and the full pages of older ones, oldest page first; each newest first."""
    pages = max(0, (len(newest) - a_page // 2) // a_page)
    stays = len(newest) - pages * a_page
    return newest[:stays], tuple(
        newest[start : start + a_page] for start in range(len(newest) - a_page, stays - 1, -a_page)
    )


def older_entries(above: Address, notices: Sequence[tuple[Notice, Notice]]) -> list[Entry]:
    """Links to the older pages, newest first; `notices` are each page's oldest and newest."""
    here = Links(above)
    numbered = list(enumerate(notices, start=1))[::-1]
    return [
        Entry(
            f"Từ tháng {oldest.month} đến tháng {newest.month}",
            here.to(urls.older(above, number)),
        )
        for number, (oldest, newest) in numbered
    ]


def older_page(
    above: Sequence[Crumb],
    number: int,
    count: int,
    *,
    span: tuple[Notice, Notice],
    kind: str,
    lead: str,
    quotes: Sequence[Quote] = (),
    figures: Sequence[object] = (),
    entries: Sequence[Entry] = (),
) -> Page:
    """The `number`th oldest part, of `count`, of the list on the page that `above` ends in.

    `span` is its oldest notice and its newest.
    """
    of = above[-1]
    address = urls.older(of.address, number)
    here = Links(address)
    neighbours = [
        here.to(urls.older(of.address, other)) if 1 <= other <= count else here.to(of.address)
        for other in (number - 1, number + 1)
    ]
    dated = f"từ tháng {span[0].month} đến tháng {span[1].month}"
    return page(
        address,
        "older",
        title=f"{of.title}, {dated}",
        kind=kind,
        description=f"{of.title} trong các thông báo kết luận {dated}.",
        above=above,
        before=neighbours[0] if number > 1 else "",
        after=neighbours[1],
        lead=lead,
        quotes_=quotes,
        figures=figures,
        entries_=entries,
    )
