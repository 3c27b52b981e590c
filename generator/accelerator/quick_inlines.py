"""Markdown's inline patterns, tried only where there is something for them."""

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import HtmlInlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

Pattern = inlinepatterns.InlineProcessor


class Unlike(Exception):
    """A page that the shorter ways are not made for."""


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
