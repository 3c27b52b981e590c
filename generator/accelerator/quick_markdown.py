"""Python-Markdown on shorter ways where they lead to the same HTML.

Three quarters of a build are Python-Markdown, and most of that is looking for what is not there:
each of fourteen patterns in every passage, a parser of HTML over texts with a few `<mark>`, a stash
and its placeholders for every `&#46;`. The stand-ins below look first whether there is anything to
look for. What they are not made for raises `Unlike`, and the page is converted as MkDocs does it.

Fuzzed against the real ones by `tests/test_quick_markdown.py`; the sources that they rely on are
noted in `mkdocs_parts`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.blockparser import BlockParser
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.inlinepatterns import HtmlInlineProcessor, LinkInlineProcessor
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER, STX, AtomicString

KNOWN_EXTENSIONS = frozenset({"attr_list", "def_list", "fenced_code", "tables", "toc"})
"""With others than these, stand-ins could stand in for something else."""


Pattern = inlinepatterns.InlineProcessor


class Unlike(Exception):
    """A page that the shorter ways are not made for."""


def quicken(markdown: Markdown, source: str) -> "PlainTags":
    """Put the stand-ins in; the returned one also takes the place of MkDocs' look at raw HTML."""
    if "\\" in source and "&" in source and ("*" in source or "_" in source):
        raise Unlike("escapes beside entities, whose placeholders Markdown may leave in emphasis")
    tags = PlainTags(markdown)
    markdown.preprocessors.register(HtmlBlocks(markdown, tags), "html_block", 20)
    markdown.parser.blockprocessors.register(_tables(markdown.parser), "table", 75)
    links = markdown.inlinePatterns["link"]
    markdown.inlinePatterns.register(Links(links.pattern, markdown), "link", 160)
    markdown.treeprocessors.register(Inline(markdown), "inline", 20)
    markdown.treeprocessors.register(Attributes(markdown), "attr_list", 8)
    markdown.postprocessors.register(RawHtml(markdown), "raw_html", 30)
    markdown.treeprocessors.register(_headings(markdown, source), "toc", 5)
    return tags


class PlainTags:
    """Whether all HTML in a text is tags of inline elements, which Markdown leaves where they are.

    Then the text is its own result, and the places in it (`id`, or `name` of an `a`) are known.
    """

    ELEMENTS = frozenset(
        "a abbr b bdi br button cite del dfn em i input ins kbd label mark q s samp small span"
        " strong sub sup time u var wbr".split()
    )
    TAG = re.compile(r'<(?:([a-z]+)((?: [a-z-]+="[^"<>`\n]*"| hidden)*) ?/?|/([a-z]+))>')
    PLACE = re.compile(r' (id|name)="([^"]*)"')
    NUMBERED = re.compile(r"&#[0-9]+;")

    def __init__(self, markdown: Markdown) -> None:
        self.elements = self.ELEMENTS.difference(markdown.block_level_elements)
        self._lines: list[str] = []
        self._places: frozenset[str] | None = frozenset()

    def places(self, lines: list[str]) -> frozenset[str] | None:
        """None where there is any other HTML, or anything that nearly is."""
        if lines is not self._lines:  # asked twice of the same
            self._lines, self._places = lines, self._found("\n".join(lines))
        return self._places

    def _found(self, text: str) -> frozenset[str] | None:
        if text.count("&#") != len(self.NUMBERED.findall(text)):
            return None
        tags = self.TAG.findall(text) if "<" in text else []
        if text.count("<") != len(tags):
            return None
        places = set()
        for opened, attributes, closed in tags:
            if (opened or closed) not in self.elements:
                return None
            if attributes:
                for name, place in self.PLACE.findall(attributes):
                    if "&" in place:
                        return None
                    if name == "id" or opened == "a":
                        places.add(place)
        return frozenset(places)


class HtmlBlocks(HtmlBlockPreprocessor):
    def __init__(self, markdown: Markdown, tags: PlainTags) -> None:
        super().__init__(markdown)
        self.tags = tags

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if self.tags.places(lines) is None else lines


class Tables(TableProcessor):
    """A row needs a bar."""

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)


def _tables(parser: BlockParser) -> Tables:
    theirs = parser.blockprocessors["table"]
    if not isinstance(theirs, TableProcessor):
        raise Unlike("tables")
    return Tables(parser, vars(theirs)["config"])


class Links(LinkInlineProcessor):
    """`[words](address)` without brackets in the words, quotes, spaces or marks in the address."""

    WORDS = re.compile(r"([^\[\]]*)\]")
    ADDRESS = re.compile(r"\(([\w#%./:?=+,;~-]*)\)")

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        if words := self.WORDS.match(data, index):
            return words[1], words.end(), True
        return super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        if address := self.ADDRESS.match(data, index):
            return address[1], None, address.end(), True
        return super().getLink(data, index)


_apply: Callable[[InlineProcessor, Pattern, str, int, int], tuple[str, bool, int]] = vars(
    InlineProcessor
)["_InlineProcessor__applyPattern"]


class Inline(InlineProcessor):
    """Tries only patterns whose first sign is in the text.

    An entity stays as it is: the serializer lets it pass, and no later pattern sees a difference
    between its two ends and those of a placeholder. A tag is stashed once, not twice.
    """

    SIGNS: Mapping[str, str] = {
        "backtick": "`",
        "escape": "\\",
        "reference": "[",
        "link": "[",
        "image_link": "![",
        "image_reference": "![",
        "short_reference": "[",
        "short_image_ref": "![",
        "autolink": "://",
        "automail": "@",
        "linebreak": "  \n",
        "html": "<",
        "entity": "",
        "em_strong": "",
    }
    """In the order in which they are tried."""

    REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
    """Find nothing where the page defines no reference."""

    ANY_SIGN = re.compile(r"[`\\\[!<*_@]|://|  \n")

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.patterns: Sequence[tuple[int, str, Pattern]] = ()

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        known = self.inlinePatterns
        if len(known) != len(self.SIGNS) or not all(name in known for name in self.SIGNS):
            raise Unlike(f"patterns {known}")
        tried: list[tuple[int, str, Pattern]] = []
        for name in self.SIGNS:
            pattern: object = known[name]
            is_vain = name == "entity" or (name in self.REFERENCES and not self.md.references)
            if isinstance(pattern, Pattern) and not is_vain:
                tried.append((known.get_index_for_name(name), name, pattern))
        self.patterns = tried
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not self.ANY_SIGN.search(data):
            return data
        for place, name, pattern in self.patterns:
            if place < patternIndex or self.SIGNS[name] not in data:
                continue
            if isinstance(pattern, HtmlInlineProcessor):
                data = self._stashed(pattern, data)
                continue
            if name == "em_strong" and "*" not in data and "_" not in data:
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = _apply(self, pattern, data, place, start)
        return data

    def _stashed(self, pattern: HtmlInlineProcessor, data: str) -> str:
        def store(tag: re.Match[str]) -> str:
            raw = tag[1]
            if STX in raw:
                raw = pattern.backslash_unescape(pattern.unescape(raw))
            return self.md.htmlStash.store(raw)

        return pattern.getCompiledRegExp().sub(store, data)


class Attributes(AttrListTreeprocessor):
    """Every list of attributes is read once."""

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        read = _attributes(attrs_string)
        if read is None:
            return super().assign_attrs(elem, attrs_string, strict=strict)
        attributes, remainder = read
        if strict and remainder:
            return remainder
        for name, value in attributes:
            if name == ".":
                before = elem.get("class")
                elem.set("class", f"{before} {value}" if before else value)
            else:
                elem.set(self.sanitize_name(name), value)
        return remainder


@lru_cache(4096)
def _attributes(text: str) -> tuple[Sequence[tuple[str, str]], str] | None:
    """Names and values, and what follows; None where a name stands alone.

    An entity in a name or a place would have become a placeholder, which is Unlike.
    """
    attributes, remainder = get_attrs_and_remainder(text)
    found = []
    for name, value in attributes:
        places = value if value and name in ("id", "name") else ""
        if any(sign in part for sign in ("&", STX) for part in (name, places)):
            raise Unlike(f"attributes {text}")
        if value is not None:
            found.append((name, value))
    return (tuple(found), remainder) if len(found) == len(attributes) else None


class Headings(TocTreeprocessor):
    """MkDocs wants the headings, not the list that stands for `[TOC]`, which hardly a page has."""

    def __init__(self, markdown: Markdown, config: dict[str, Any], source: str) -> None:
        super().__init__(markdown, config)
        if not any(sign in source for sign in (self.marker, STX, ETX)):
            self.marker = ""

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self.marker else Element("div")


def _headings(markdown: Markdown, source: str) -> Headings:
    for extension in markdown.registeredExtensions:
        if isinstance(extension, TocExtension):
            return Headings(markdown, extension.getConfigs(), source)
    raise Unlike("headings")


class RawHtml(RawHtmlPostprocessor):
    """Looks for placeholders in what was stashed only where there are any."""

    PLACEHOLDER = re.compile("<p>{0}</p>|{0}".format(HTML_PLACEHOLDER % "([0-9]+)"))

    def run(self, text: str) -> str:
        stash = self.md.htmlStash

        def restored(found: re.Match[str]) -> str:
            number = int(found[1] or found[2])
            if number >= stash.html_counter:
                return found[0]
            raw = str(stash.rawHtmlBlocks[number])
            if found[1] and not self.isblocklevel(raw):
                raw = f"<p>{raw}</p>"
            return self.PLACEHOLDER.sub(restored, raw) if STX in raw else raw

        return self.PLACEHOLDER.sub(restored, text)
