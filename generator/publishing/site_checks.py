"""The built site before anyone sees it: every link leads somewhere, nothing comes from outside,
nothing is too heavy, nothing private is in it. The whole output is read, theme and data included.
"""

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.problems import quoted
from generator.publishing import budgets, data_addresses, private_check
from generator.publishing.built_page import BuiltPage, css_addresses
from generator.publishing.pages_read import Read, pages_read
from generator.publishing.script_addresses import script_addresses
from generator.publishing.site_addresses import Outside, SiteFiles, Target, runs

MATERIALS = "assets/javascripts/"
"""Material's own scripts, which hold addresses that our settings never ask for."""


@dataclass(frozen=True)
class BuiltSite:
    """A folder of built files; `url` is where it is to be published, empty if unknown.

    `kept` is the file of a cache that remembers what pages hold.
    """

    folder: Path
    url: str = ""
    kept: Path | None = None

    @cached_property
    def files(self) -> SiteFiles:
        sizes = {
            path.relative_to(self.folder).as_posix(): path.stat().st_size
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }
        return SiteFiles(sizes, self.url)

    @cached_property
    def folders(self) -> frozenset[str]:
        """The first of each path."""
        return frozenset(name.split("/")[0] for name in self.files.sizes if "/" in name)

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        return {name: read.page for name, read in self._read.items()}

    @cached_property
    def _read(self) -> Mapping[str, Read]:
        return pages_read(self.folder, filter(is_page, self.files.sizes), self.kept)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8", errors="replace")

    def zipped(self, name: str) -> int:
        """Bytes over the wire."""
        if name in self._read:
            return self._read[name].zipped
        return len(zlib.compress((self.folder / name).read_bytes(), 6))


def is_page(name: str) -> bool:
    return name.endswith((".html", ".htm", ".xhtml"))


def problems(site: BuiltSite, *, canaries: Sequence[str] = ()) -> Iterator[str]:
    """What has to be mended before the site goes live, a sentence each."""
    if unreadable := list(_unreadable(site)):
        yield from unreadable
        return
    yield from _addresses(site)
    yield from _pages(site)
    yield from budgets.problems(site.files, site.pages, site.zipped, site.text)
    if canaries:
        yield from private_check.problems(site.folder, canaries)


def _addresses(site: BuiltSite) -> Iterator[str]:
    places = {name: frozenset(page.places) for name, page in site.pages.items()}
    told: set[tuple[str, str]] = set()
    for name, address, is_loaded in _written(site):
        target = site.files.target(address, name)
        if (name, address) in told:
            continue
        told.add((name, address))
        match target:
            case Outside() if runs(address):
                yield f"{name}: liên kết {quoted(address)} chạy được mã; bỏ liên kết này"
            case Outside() if is_loaded:
                yield f"{name}: tải {quoted(address)} từ ngoài trang; chép tệp ấy vào trang"
            case None:
                yield f"{name}: {quoted(address)} dẫn đến trang không có"
            case Target(file, place) if place and place not in places.get(file, (place,)):
                yield f"{name}: {quoted(address)} dẫn đến chỗ không có trong trang"


def _written(site: BuiltSite) -> Iterator[tuple[str, str, bool]]:
    """(file, address, whether the browser loads it by itself) for every address of the site."""
    for name in site.files.sizes:
        yield from ((name, address, is_loaded) for address, is_loaded in _in_file(site, name))


def _in_file(site: BuiltSite, name: str) -> Iterator[tuple[str, bool]]:
    if page := site.pages.get(name):
        yield from ((address, True) for address in page.loads)
        yield from ((address, False) for address in (*page.links, *page.sends))
        for script in page.inline_scripts:
            yield from ((address, True) for address in script_addresses(script))
    elif name.endswith(".css"):
        yield from ((address, True) for address in css_addresses(site.text(name)))
    elif name.endswith((".js", ".mjs")) and not name.startswith(MATERIALS):
        text = site.text(name)
        yield from ((address, True) for address in script_addresses(text))
        if name.startswith("tra-cuu/"):
            yield from data_addresses.in_search_data(text, site.files.root)
    elif name.endswith((".json", ".webmanifest")):
        value = data_addresses.parsed(site.text(name))
        if name.endswith("manifest.json") or name.endswith(".webmanifest"):
            yield from data_addresses.in_manifest(value)
        else:
            yield from data_addresses.in_json(
                value, root=site.files.root, url=site.url, folders=site.folders
            )
    elif name.endswith(".xml"):
        yield from data_addresses.in_xml(site.text(name))
    elif name.endswith(".svg"):
        yield from data_addresses.in_svg(site.text(name))
    elif name.endswith(".ics"):
        yield from data_addresses.in_calendar(site.text(name))


def _unreadable(site: BuiltSite) -> Iterator[str]:
    """Files that say by their name what they are, and are not."""
    for name in site.files.sizes:
        if name.endswith((".json", ".webmanifest", ".map")):
            try:
                data_addresses.parsed(site.text(name))
            except json.JSONDecodeError as error:
                yield f"{name}:{error.lineno}: không phải JSON đúng; sửa tệp ấy trong docs/"
            except RecursionError:
                yield f"{name}: JSON lồng quá sâu; sửa tệp ấy trong docs/"
        elif name.endswith(".gz"):
            try:
                gzip.decompress((site.folder / name).read_bytes())
            except (OSError, EOFError, zlib.error):
                yield f"{name}: tệp nén gzip hỏng; nén lại tệp ấy trong docs/"


def _pages(site: BuiltSite) -> Iterator[str]:
    for name, page in site.pages.items():
        for place, count in Counter(page.places).items():
            if count > 1:
                yield f"{name}: địa chỉ «#{place}» có ở {count} chỗ"
        if page.language != "vi":
            yield f'{name}: trang không ghi lang="vi"'
        for base in page.bases:
            yield f"{name}: thẻ <base> ({quoted(base)}) đổi chỗ mọi liên kết của trang; bỏ thẻ ấy"
        for address in page.sends:
            if isinstance(site.files.target(address, name), Outside) and not runs(address):
                yield f"{name}: gửi dữ liệu ra ngoài trang ({quoted(address)}); bỏ chỗ ấy"
        for style in page.inline_styles:
            yield f"{name}: kiểu chữ viết liền trong trang ({quoted(style)}) sẽ bị trình duyệt chặn"
        for handler in page.handlers:
            yield f"{name}: mã viết liền trong trang ({quoted(handler)}) sẽ bị trình duyệt chặn"
