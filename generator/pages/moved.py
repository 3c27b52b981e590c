"""Old addresses that still answer: pages that send on, and places of a page that have moved."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator import urls
from generator.pages.markdown import address as plain_address
from generator.pages.markdown import escape
from generator.pages.page import Links, Page, page
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Moves:
    """What has moved; addresses are as a browser asks for them.

    `whole` is old page -> where it is now, `places` page -> its old places and where each is now,
    `pages` are the pages there are.
    """

    whole: Mapping[str, str]
    places: Mapping[str, tuple[tuple[str, str], ...]]
    pages: Mapping[str, Address]

    def link(self, new: str, here: Links) -> Markup:
        """A Markdown link to `new`, which is shown as it is."""
        served, _, anchor = new.partition("#")
        target = here.to(self.pages[served], anchor)
        return Markup("[%s](%s)") % (escape(f"/{new}"), plain_address(target))


def moves(redirects: Mapping[str, str], pages: Mapping[str, Address]) -> Moves:
    """Redirects sorted out; one that leads nowhere, or from where there is a page, is left out."""
    whole: dict[str, str] = {}
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for old, new in sorted(redirects.items()):
        served, _, anchor = old.partition("#")
        if new.partition("#")[0] not in pages or old.endswith(".txt"):
            continue
        if anchor:
            places[served].append((anchor, new))
        elif served not in pages:
            whole[served] = new
    return Moves(whole, {served: tuple(found) for served, found in places.items()}, pages)


def moved_pages(moves: Moves) -> Iterator[Page]:
    """A page at each old address; its places that went elsewhere than itself are listed on it."""
    for old, new in moves.whole.items():
        here = Links(Address(old.rstrip("/")))
        places = moves.places.get(old, ())
        yield page(
            here.start,
            "moved",
            title="Trang đã chuyển chỗ",
            kind="redirect",
            description=f"Trang này nay ở địa chỉ /{new}",
            has_contents=False,
            # Without scripts a refresh would lose the place asked for: then the list is shown.
            extra={"redirect": "../" * old.count("/") + new, "lists_places": bool(places)},
            new=moves.link(new, here),
            places=_lines(moves, places, here),
        )


def moved_texts(redirects: Mapping[str, str], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A text at each old address of one: the same as at the new address, or where to look."""
    return {
        old: files.get(new) or f"Nội dung này nay ở địa chỉ /{new}\n".encode()
        for old, new in redirects.items()
        if old.endswith(".txt") and old not in files
    }


def with_moved_places(shown: Page, moves: Moves) -> Page:
    """The page with its old places listed at its end, each leading to where its words are now."""
    places = moves.places.get(urls.served(shown.address), ())
    if not places:
        return shown
    lines = _lines(moves, places, Links(shown.address))
    title = Markup("## Chỗ đã đổi địa chỉ {: #cho-da-doi .no-print }")
    return Page(shown.address, "\n\n".join([shown.text.rstrip(), title, *lines]) + "\n")


def _lines(moves: Moves, places: tuple[tuple[str, str], ...], here: Links) -> list[Markup]:
    line = Markup("- Chỗ #%s trước đây nay là %s\n  {: #%s .moved-place }")
    return [
        line % (escape(anchor), moves.link(new, here), plain_address(anchor))
        for anchor, new in places
    ]
