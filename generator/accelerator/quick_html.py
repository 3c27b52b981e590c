"""HTML in Markdown without a parser, where there are only tags of inline elements, or none."""

import re

from markdown import Markdown
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.util import HTML_PLACEHOLDER, STX


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
