"""Python-Markdown on shorter ways where they lead to the same HTML.

Three quarters of a build are Python-Markdown, and most of that is looking for what is not there:
each of fourteen patterns in every passage, a parser of HTML over texts with a few `<mark>`, a stash
and its placeholders for every `&#46;`. The stand-ins below look first whether there is anything to
look for. What they are not made for raises `Unlike`, and the page is converted as MkDocs does it.

Fuzzed against the real ones by `tests/test_quick_markdown.py`; the sources that they rely on are
noted in `mkdocs_parts`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.util import ETX, STX

from generator.accelerator.quick_html import HtmlBlocks, PlainTags, RawHtml
from generator.accelerator.quick_inlines import Inline, Links, Unlike

KNOWN_EXTENSIONS = frozenset({"attr_list", "def_list", "fenced_code", "tables", "toc"})
"""With others than these, stand-ins could stand in for something else."""


def quicken(markdown: Markdown, source: str) -> PlainTags:
    """Put the stand-ins in; the returned one also takes the place of MkDocs' look at raw HTML."""
    if "&" in source and _may_leave_placeholders(source):
        raise Unlike("entities whose placeholders Markdown may leave in emphasis")
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


_BOLD = re.compile(r"\*\*[^*_\n]+\*\*")
_EMPHASIS = re.compile("[*_]")


def _may_leave_placeholders(source: str) -> bool:
    """Emphasis in emphasis, or beside escapes: what pages of ours have is `**bold**` alone."""
    return bool(_EMPHASIS.search(source if "\\" in source else _BOLD.sub("", source)))


class Tables(TableProcessor):
    """A row needs a bar."""

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)


def _tables(parser: BlockParser) -> Tables:
    theirs = parser.blockprocessors["table"]
    if not isinstance(theirs, TableProcessor):
        raise Unlike("tables")
    return Tables(parser, vars(theirs)["config"])


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
