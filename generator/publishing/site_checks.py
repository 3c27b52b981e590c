"""The built site before anyone sees it: every link leads somewhere, nothing comes from outside,
nothing is too heavy, nothing private is in it. The whole output is read, theme and data included.
"""

import html
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.problems import quoted
from generator.publishing import private_check
from generator.publishing.built_page import BuiltPage, css_addresses
from generator.publishing.pages_read import Read, pages_read
from generator.publishing.site_addresses import Outside, SiteFiles, Target

KILOBYTE = 1024
PAGE_AT_MOST = 30 * KILOBYTE
CODE_AT_MOST = 80 * KILOBYTE
FONTS_AT_MOST = 100 * KILOBYTE
"""Bytes over the wire, gzipped: one page; the styles and scripts of one page; all fonts."""

_XML_ADDRESS = re.compile(
    r"(?:\b(?:href|src|template|url)=\"(?P<attribute>[^\"]*)\")"
    r"|<(?P<tag>loc|link|guid|url|id)(?:\s[^>]*)?>(?P<text>[^<]*)</(?P=tag)>",
    re.IGNORECASE,
)
_CALENDAR_ADDRESS = re.compile(r"^URL(?:;[^:\n]*)?:(\S+)", re.MULTILINE)
_ADDRESS_LIKE = re.compile(
    r"(?:\.{0,2}/)*[A-Za-z0-9_-]+/[A-Za-z0-9._/-]*(?:\?[^#\s]*)?(?:#[\w-]*)?"
)


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
    return name.endswith(".html")


def problems(site: BuiltSite, *, canaries: Sequence[str] = ()) -> Iterator[str]:
    """What has to be mended before the site goes live, a sentence each."""
    yield from _addresses(site)
    yield from _pages(site)
    yield from _budgets(site)
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
            case Outside() if is_loaded:
                yield f"{name}: tải {quoted(address)} từ ngoài trang; chép tệp ấy vào trang"
            case Outside() if address.startswith(("javascript:", "data:", "vbscript:")):
                yield f"{name}: liên kết {quoted(address)} chạy được mã; bỏ liên kết này"
            case None:
                yield f"{name}: {quoted(address)} dẫn đến trang không có"
            case Target(file, place) if place and place not in places.get(file, (place,)):
                yield f"{name}: {quoted(address)} dẫn đến chỗ không có trong trang"


def _written(site: BuiltSite) -> Iterator[tuple[str, str, bool]]:
    """(file, address, whether the browser loads it by itself) for every address of the site."""
    folders = {name.split("/")[0] for name in site.files.sizes if "/" in name}
    for name in site.files.sizes:
        if page := site.pages.get(name):
            yield from ((name, address, True) for address in page.loads)
            yield from ((name, address, False) for address in page.links)
        elif name.endswith(".css"):
            yield from ((name, address, True) for address in css_addresses(site.text(name)))
        elif name.endswith((".json", ".webmanifest")):
            # Addresses in data count from the site's root.
            for text in _strings(json.loads(site.text(name))):
                if _ADDRESS_LIKE.fullmatch(text) and text.lstrip("./").split("/")[0] in folders:
                    yield name, site.files.root + text.lstrip("./"), False
        elif name.endswith((".xml", ".svg")):
            for found in _XML_ADDRESS.finditer(site.text(name)):
                address = html.unescape(found["attribute"] or found["text"] or "").strip()
                if address and not address.startswith(("http://www.w3.org/", "urn:", "tag:")):
                    yield name, address.split("{")[0], False
        elif name.endswith(".ics"):
            for address in _CALENDAR_ADDRESS.findall(site.text(name)):
                yield name, address, False


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _strings(entry)
        case dict():
            yield from _strings(list(value.values()))


def _pages(site: BuiltSite) -> Iterator[str]:
    for name, page in site.pages.items():
        for place, count in Counter(page.places).items():
            if count > 1:
                yield f"{name}: địa chỉ «#{place}» có ở {count} chỗ"
        if page.language != "vi":
            yield f'{name}: trang không ghi lang="vi"'
        for style in page.inline_styles:
            yield f"{name}: kiểu chữ viết liền trong trang ({quoted(style)}) sẽ bị trình duyệt chặn"
        for handler in page.handlers:
            yield f"{name}: mã viết liền trong trang ({quoted(handler)}) sẽ bị trình duyệt chặn"


def _budgets(site: BuiltSite) -> Iterator[str]:
    zipped: dict[str, int] = {}
    told: set[frozenset[str]] = set()
    for name, page in site.pages.items():
        if (size := site.zipped(name)) > PAGE_AT_MOST:
            yield f"{name}: trang nặng {_shown(size, PAGE_AT_MOST)}"
        found = (site.files.target(address, name) for address in (*page.styles, *page.scripts))
        code = frozenset(target.file for target in found if isinstance(target, Target))
        for file in code - zipped.keys():
            zipped[file] = site.zipped(file)
        if code not in told and (size := sum(zipped[file] for file in code)) > CODE_AT_MOST:
            yield f"{name}: CSS và JavaScript của trang nặng {_shown(size, CODE_AT_MOST)}"
        told.add(code)
    fonts = [
        name for name in site.files.sizes if name.endswith((".woff2", ".woff", ".ttf", ".otf"))
    ]
    if (size := sum(map(site.zipped, fonts))) > FONTS_AT_MOST:
        yield f"phông chữ ({', '.join(fonts)}) nặng {_shown(size, FONTS_AT_MOST)}"


def _shown(size: int, most: int) -> str:
    return f"{size / KILOBYTE:.1f} KB sau khi nén, quá mức {most // KILOBYTE} KB"
