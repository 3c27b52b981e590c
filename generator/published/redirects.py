"""Where old addresses lead: what the ledger says, what follows from it, and what can't be."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from generator import urls
from generator.problems import Problem
from generator.published.ledger import Addresses, Ledger, line_of

Anchors = Callable[[str], Collection[str] | None]
"""The places of a page that is no notice; None where only the built page can tell."""

_EXPLICIT = re.compile(
    r"\{:(?![^}\n]*\.moved-place)[^}\n]*?#([\w-]+)|\b(?:id|name)=[\"']([^\"'\s]+)[\"']"
)
_HEADING = re.compile(r"^#{1,6} (?!.*\{:[^}]*#).+$", re.MULTILINE)


def in_force(ledger: Ledger, notices: Addresses) -> dict[str, str]:
    """The ledger's redirects, and those that follow from them.

    With a page go its places that the new page has too, and the texts of a notice.
    """
    found = dict(ledger.redirects)
    for old, new in ledger.redirects.items():
        if "#" in old or not old.endswith("/"):
            continue
        page = new.partition("#")[0]
        for anchor in ledger.pages.get(old, {}):
            if anchor in notices.get(page, {}):
                found.setdefault(f"{old}#{anchor}", f"{page}#{anchor}")
        texts = (urls.texts(urls.Address(place.rstrip("/"))) for place in (old, page))
        for text, there in zip(*texts, strict=True):
            if text in ledger.pages:
                found.setdefault(text, there if there in notices else new)
    return found


def anchors_in(markdown: str) -> Collection[str] | None:
    """The places that a page's Markdown names; None where headings get theirs from MkDocs."""
    if _HEADING.search(markdown):
        return None
    return {one or other for one, other in _EXPLICIT.findall(markdown)}


def problems(
    ledger: Ledger,
    now: Addresses,
    anchors: Anchors,
    by_hand: Mapping[str, str],
    *,
    text: str,
    file: str,
) -> Iterator[Problem]:
    """`by_hand` are the hand-written pages, each with its file below `docs/`."""

    def exists(address: str) -> bool:
        page, _, anchor = address.partition("#")
        if page not in now or not anchor or anchor in now[page]:
            return page in now
        known = anchors(page)
        return known is None or anchor in known

    last = _ends_of(ledger.redirects)
    for start, end in ledger.redirects.items():
        for message in _wrong(start, end, last, exists, by_hand):
            yield Problem(file, line_of(text, start, last=True), "redirects", message)


def _wrong(
    start: str,
    end: str,
    end_of: Callable[[str], str | None],
    exists: Callable[[str], bool],
    by_hand: Mapping[str, str],
) -> Iterator[str]:
    page, _, anchor = start.partition("#")
    if start == end:
        yield f"«{start}» chuyển đến chính nó; ghi nơi nay thay nó, hoặc bỏ dòng này"
        return
    if anchor and page in by_hand:
        yield (
            f"«{page}» là trang viết tay, dòng này không có tác dụng ở đó; mở docs/{by_hand[page]},"
            f" ghi {{: #{anchor} }} vào chỗ nay thay nó, rồi bỏ dòng này"
        )
    elif exists(start):
        yield f"«{start}» vẫn còn trên trang; bỏ dòng chuyển hướng này"
    if not exists(end):
        last = end_of(end)
        onward = "; hãy ghi một địa chỉ đang có"
        if last and exists(last):
            onward = f"; ghi thẳng «{last}»"
        elif last is None:
            onward = ", rồi vòng trở lại; hãy ghi một địa chỉ đang có"
        yield f"«{start}» chuyển đến «{end}» là chỗ không có{onward}"


def _ends_of(redirects: Mapping[str, str]) -> Callable[[str], str | None]:
    """Where a chain of redirects ends, None if it goes in a circle; each is gone along once."""
    ends: dict[str, str | None] = {}

    def end_of(address: str) -> str | None:
        chain: dict[str, None] = {}
        while address in redirects and address not in ends and address not in chain:
            chain[address] = None
            address = redirects[address]
        end = ends.get(address, None if address in chain else address)
        ends.update(dict.fromkeys(chain, end))
        return end

    return end_of
