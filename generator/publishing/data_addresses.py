"""Addresses in files that are neither pages nor styles nor scripts: JSON, XML, SVG, calendars,
manifests, search data. Each with whether it is loaded by itself.
"""

import html
import json
import re
from collections.abc import Collection, Iterator

from generator.publishing.built_page import BuiltPage, built_page, css_addresses
from generator.search.anchors import anchors_of

Address = tuple[str, bool]

_XML_ATTRIBUTE = re.compile(
    r"\b(?:xlink:)?(?:href|src|template|url|uri)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_XML_TEXT = re.compile(
    r"<(?P<tag>loc|link|guid|url|id|uri|logo|icon|image:loc)(?:\s[^>]*)?>(?P<text>[^<]*)</(?P=tag)>",
    re.IGNORECASE,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CALENDAR_ADDRESS = re.compile(r"^(?:URL|ATTACH)(?:;[^:\n]*)?:(\S+)", re.MULTILINE)
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_ADDRESS_LIKE = re.compile(
    r"(?:\.{0,2}/)*[A-Za-z0-9_-]+/[A-Za-z0-9._/-]*(?:\?[^#\s]*)?(?:#[\w-]*)?"
)
_TAG = re.compile(r"<(?:a|img|link|script|iframe|source|area)\b", re.IGNORECASE)
_PUT = re.compile(
    r'giaobanSearch\.put\((?P<kind>"[^"]*"),(?P<name>"[^"]*"),(?P<said>.*)\)\s*', re.S
)
_NAMES = ("http://www.w3.org/", "urn:", "tag:")
"""What looks like an address in XML and only names something."""


def parsed(text: str) -> object:
    """JSON, with a byte order mark or without. Raises ValueError."""
    return json.loads(text.removeprefix("\ufeff"))


def strings(value: object) -> Iterator[str]:
    """Every string in JSON, keys too."""
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from strings(entry)
        case dict():
            for key, entry in value.items():
                yield key
                yield from strings(entry)


def in_json(value: object, *, root: str, url: str, folders: Collection[str]) -> Iterator[Address]:
    """Addresses in data count from the site's root; `folders` are the site's."""
    for text in strings(value):
        if url and text.startswith(url):
            yield text, False
        elif _ADDRESS_LIKE.fullmatch(text) and text.lstrip("./").split("/")[0] in folders:
            yield root + text.lstrip("./"), False
        elif _TAG.search(text):
            for address, is_loaded in _of_page(built_page(text)):
                is_relative = not re.match(r"[a-z][a-z0-9+.-]*:|[/#?]", address, re.IGNORECASE)
                yield (root + address if is_relative else address), is_loaded


def in_manifest(value: object) -> Iterator[Address]:
    """A web manifest's own: pictures are loaded, the others followed."""
    match value:
        case dict():
            for key, entry in value.items():
                if isinstance(entry, str) and key in ("src", "start_url", "scope", "url", "action"):
                    yield entry, key == "src"
                else:
                    yield from in_manifest(entry)
        case list():
            for entry in value:
                yield from in_manifest(entry)


def in_xml(text: str) -> Iterator[Address]:
    text = _CDATA.sub(lambda found: html.escape(found[1]), _COMMENT.sub("", text))
    attributes = (one or other for one, other in _XML_ATTRIBUTE.findall(text))
    texts = (found["text"] for found in _XML_TEXT.finditer(text))
    for written in (*attributes, *texts):
        address = html.unescape(written).strip()
        if address and not address.startswith(_NAMES):
            yield address.split("{")[0], False
    if "&lt;" in text and _TAG.search(inner := html.unescape(text)):
        for address, is_loaded in _of_page(built_page(inner)):
            if not address.startswith(_NAMES):
                yield address.split("{")[0], is_loaded


def in_svg(text: str) -> Iterator[Address]:
    page = built_page(_CDATA.sub(lambda found: found[1], text))
    yield from _of_page(page)
    for style in page.inline_styles:
        yield from ((address, True) for address in css_addresses(style))
    for found in re.finditer(r"=\s*([\"'])(.*?)\1", _COMMENT.sub("", text), re.DOTALL):
        if "url(" in found[2].lower():
            yield from ((address, True) for address in css_addresses(html.unescape(found[2])))


def in_calendar(text: str) -> Iterator[Address]:
    for address in _CALENDAR_ADDRESS.findall(_FOLDED_LINE.sub("", text)):
        yield address, False


def in_search_data(text: str, root: str) -> Iterator[Address]:
    """What a file of search data leads to; nothing where it is another script."""
    found = _PUT.fullmatch(text)
    if found is None:
        return
    try:
        kind, said = json.loads(found["kind"]), json.loads(found["said"])
    except ValueError:
        return
    match kind, said:
        case "manifest", {"engine": str(), "names": str(), "words": str(), "years": [*_]}:
            for file in (said["engine"], said["names"], said["words"], *said["years"]):
                yield f"{file}", True
        case "year", {"notices": [*notices], "anchors": str(steps)}:
            anchors = anchors_of(steps.split("\n"))
            for notice, count in notices:
                page = f"{root}thong-bao/{notice}/"
                yield page, False
                for _ in range(count):
                    if anchor := next(anchors, ""):
                        yield f"{page}#{anchor}", False
        case "names", _:
            for text in strings(said):
                if text.endswith("/") and _ADDRESS_LIKE.fullmatch(text):
                    yield root + text, False


def _of_page(page: BuiltPage) -> Iterator[Address]:
    yield from ((address, True) for address in page.loads)
    yield from ((address, False) for address in page.links)
