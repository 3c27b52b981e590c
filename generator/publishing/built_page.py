"""What a built HTML page holds that others depend on: places, links, loads, inline scripts."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.publishing.script_addresses import import_map
from generator.publishing.site_addresses import cleaned

_TAG = re.compile(
    r"<!--.*?-->|<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/>\"']+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']+)))?"
)
_CLOSING = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style")}
_CSS_ADDRESS = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*))\s*\)|@import\s*[\"']([^\"']*)", re.IGNORECASE
)
_CSS_IMAGES = re.compile(
    r"image-set\(((?:[^()\"']|\"[^\"]*\"|'[^']*'|\([^()]*\))*)\)", re.IGNORECASE
)
_CSS_IMAGE = re.compile(
    r"(?:\"([^\"]*)\"|'([^']*)')(?=\s*(?:[\d.]+(?:x|dpi|dppx|dpcm)|type\(|,|$))"
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.IGNORECASE | re.DOTALL)

_LOADS = frozenset(
    (
        "audio src,body background,embed src,feimage href,frame src,iframe src,image href,img src,"
        "input src,object data,script href,script src,source src,table background,td background,"
        "th background,tr background,track src,use href,video poster,video src"
    ).split(",")
)
"""Tag and attribute whose address the browser loads by itself."""

_MAY_BE_WRITTEN_IN = frozenset("image href,img src,input src,video poster,feimage href".split(","))
"""Pictures may be written into the page (`data:`), as the policy says."""

_LOADED_RELATIONS = frozenset(
    "apple-touch-icon apple-touch-icon-precomposed apple-touch-startup-image fluid-icon icon"
    " manifest mask-icon modulepreload preload prefetch prerender stylesheet".split()
)
_REACHED_RELATIONS = frozenset("dns-prefetch preconnect".split())
_LINKS = frozenset(("a href", "area href", "link href"))
_SENDS = frozenset(("form action", "button formaction", "input formaction"))
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "data", "poster", "background"))
_RUN = frozenset(
    ("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules")
)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """Addresses are as written, entities resolved.

    `loads` are fetched with the page, `links` only when followed, to `sends` a form or a click
    hands something; `bases` would turn all of them. `styles` and `scripts` are those
    of `loads` that a page must have before it is drawn. `inline_scripts` are to the letter, as a
    policy hashes them; `inline_styles` and `handlers` are what a strict policy refuses.
    """

    places: tuple[str, ...]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    inline_scripts: tuple[str, ...]
    inline_styles: tuple[str, ...]
    handlers: tuple[str, ...]
    language: str
    sends: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


def built_page(text: str) -> BuiltPage:
    """Read one page; it is well formed, being ours."""
    found = _Reader()
    for tag, attributes, content in _tags(text):
        found.read(tag, attributes, content)
    return BuiltPage(
        tuple(found.places),
        tuple(dict.fromkeys(found.links)),
        tuple(dict.fromkeys(found.loads)),
        tuple(found.styles),
        tuple(found.scripts),
        tuple(found.inline_scripts),
        tuple(found.inline_styles),
        tuple(found.handlers),
        found.language,
        tuple(dict.fromkeys(found.sends)),
        tuple(found.bases),
    )


def css_addresses(text: str) -> Iterator[str]:
    """What a style sheet loads; pictures written into it are left out."""
    text = _CSS_COMMENT.sub("", text)
    images = " ".join(found[1] for found in _CSS_IMAGES.finditer(text))
    for found in (*_CSS_ADDRESS.finditer(text), *_CSS_IMAGE.finditer(images)):
        address = next((group for group in found.groups() if group is not None), "").strip()
        if address and not address.lower().startswith(("data:", "#")):
            yield address


def _tags(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """(tag, attributes, content); content only of scripts and styles."""
    at = 0
    while found := _TAG.search(text, at):
        at = found.end()
        if found["tag"] is None:
            continue
        tag = found["tag"].lower()
        content = ""
        if tag in ("script", "style"):
            closing = _CLOSING[tag].search(text, at)
            end = closing.start() if closing else len(text)
            content, at = text[at:end], end
        yield tag, _attributes(found["attributes"]), content


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _ATTRIBUTE.finditer(text):
        value = next((g for g in part.group("double", "single", "bare") if g is not None), "")
        found.setdefault(part["name"].lower(), html.unescape(value))
    return found


class _Reader:
    def __init__(self) -> None:
        self.places: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.inline_scripts: list[str] = []
        self.inline_styles: list[str] = []
        self.handlers: list[str] = []
        self.language = ""
        self.sends: list[str] = []
        self.bases: list[str] = []

    def read(self, tag: str, attributes: dict[str, str], content: str) -> None:
        if "id" in attributes:
            self.places.append(attributes["id"])
        if tag == "a" and attributes.get("name"):
            self.places.append(attributes["name"])
        if tag == "html":
            self.language = attributes.get("lang", "")
        for name, value in attributes.items():
            if name.startswith("on"):
                self.handlers.append(f"{name}={value}")
            elif name == "style":
                self.inline_styles.append(value)
            elif name in ("srcset", "imagesrcset"):
                self.loads += [part.split()[0] for part in value.split(",") if part.split()]
            elif name == "srcdoc":
                for inner in _tags(value):
                    self.read(*inner)
            elif name == "ping":
                self.sends += value.split()
            elif (plain := name.removeprefix("xlink:")) in _ADDRESSES:
                self._address(tag, plain, cleaned(value), attributes)
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            if found := _REFRESH.fullmatch(attributes.get("content", "")):
                self.links.append(found[1].strip())
        elif tag == "style":
            self.inline_styles.append(content)
        elif tag == "script" and "src" not in attributes:
            kind = attributes.get("type", "").strip().lower()
            if kind in ("importmap", "speculationrules"):
                self.loads += import_map(content)
            if _runs(kind):
                self.inline_scripts.append(content)

    def _address(self, tag: str, name: str, value: str, attributes: dict[str, str]) -> None:
        if value.lower().startswith("data:") and f"{tag} {name}" in _MAY_BE_WRITTEN_IN:
            return
        relations = set(attributes.get("rel", "").lower().split()) if tag == "link" else set()
        if tag == "base" and name == "href":
            self.bases.append(value)
        elif relations & _REACHED_RELATIONS:
            self.loads.append(value)
        elif relations & _LOADED_RELATIONS:
            self.loads.append(value)
            if "stylesheet" in relations:
                self.styles.append(value)
        elif f"{tag} {name}" in _LOADS:
            self.loads.append(value)
            if tag == "script":
                self.scripts.append(value)
        elif f"{tag} {name}" in _SENDS:
            self.sends.append(value)
        elif f"{tag} {name}" in _LINKS:
            self.links.append(value)


def _runs(kind: str) -> bool:
    """A script of another type (`application/json`) is data, which no policy needs to allow."""
    return kind in _RUN
