"""Where an address written in a file of the built site leads: a file and a place in it, or out."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

RUNS = ("javascript:", "data:", "vbscript:")
"""Schemes of addresses that run, or may."""


def cleaned(address: str) -> str:
    """As browsers read it (URL Standard, 4.4): without tabs, line ends, controls around it."""
    return re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))


def runs(address: str) -> bool:
    return cleaned(address).lower().startswith(RUNS)


@dataclass(frozen=True, slots=True)
class Target:
    """`file` is below the site's root; `place` an id in it, empty for the page as a whole."""

    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Outside:
    """An address of another site."""

    address: str


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a built site (path -> size); `url` is where it is published, if known."""

    sizes: Mapping[str, int]
    url: str = ""

    @property
    def root(self) -> str:
        """The path of the site's root as a browser asks for it: `/` or `/giao-ban/`."""
        return posixpath.join(urlsplit(self.url).path or "/", "")

    def target(self, address: str, start: str) -> Target | Outside | None:
        """What `address`, written in the file `start`, leads to; None if there is no such file."""
        address = cleaned(address)
        if self.url and address.startswith(self.url):
            address = self.root + address.removeprefix(self.url).lstrip("/")
        try:
            parts = urlsplit(address)
        except ValueError:  # no browser makes anything of it either
            return None
        if parts.scheme or parts.netloc:
            return Outside(address)
        place = unquote(parts.fragment)
        if not parts.path:
            return Target(start, place)
        path = unquote(parts.path)
        if path.startswith("/"):
            if not posixpath.join(path, "").startswith(self.root):
                return None
            path = path[len(self.root) :]
            whole = posixpath.normpath(path) if path else "."
        else:
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
        if whole.startswith(".."):
            return None
        file = self._file("" if whole == "." else whole, is_folder=path.endswith("/"))
        return Target(file, place) if file else None

    def _file(self, path: str, *, is_folder: bool) -> str:
        page = posixpath.join(path, "index.html")
        if not is_folder and path in self.sizes:
            return path
        return page if page in self.sizes else ""
