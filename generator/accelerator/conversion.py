"""A page's Markdown to HTML as `Page.render` of MkDocs does it, on the shorter ways."""

import logging
import posixpath
import re
from functools import cache

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX

from generator.accelerator import mkdocs_parts as mkdocs
from generator.accelerator.mkdocs_parts import Files, MkDocsConfig, Page
from generator.accelerator.quick_html import PlainTags
from generator.accelerator.quick_inlines import Unlike
from generator.accelerator.quick_markdown import KNOWN_EXTENSIONS, quicken

_PLACEHOLDERS = (INLINE_PLACEHOLDER_PREFIX[1:], HTML_PLACEHOLDER[1:].partition("%")[0])
"""What is left of a placeholder from which Markdown's patterns bit an end off, `*a**b*<i>`: it is
another one on the shorter ways.
"""


@cache
def _is_known() -> bool:
    return not mkdocs.markdown_moved()


def convert(page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Set what `page.render` sets; False, and nothing set, where that has to do it."""
    extensions = config["markdown_extensions"]
    if not (_is_known() and page.markdown and KNOWN_EXTENSIONS.issuperset(extensions)):
        return False
    converter = Markdown(extensions=extensions, extension_configs=config["mdx_configs"] or {})
    try:
        tags = quicken(converter, page.markdown)
        raw_html = _RawHtml(tags)
        raw_html._register(converter)
        anchors = mkdocs.ExtractAnchors(page.file, files, config)
        anchors._register(converter)
        links = _Links(page.file, files, config)
        links._register(converter)
        title = mkdocs.ExtractTitle()
        title._register(converter)
        content = converter.convert(page.markdown)
    except Unlike:
        return False
    if any(sign in content for sign in _PLACEHOLDERS):
        return False
    page.content = content
    page.toc = mkdocs.get_toc(getattr(converter, "toc_tokens", []))
    page._title_from_render = title.title
    page.present_anchor_ids = anchors.present_anchor_ids | raw_html.present_anchor_ids
    if logging.getLogger("mkdocs.structure.pages").getEffectiveLevel() > logging.DEBUG:
        page.links_to_anchors = links.links_to_anchors
    return True


class _RawHtml(mkdocs.RawHtml):
    """Places in raw HTML, which in plain tags are known without a parser."""

    def __init__(self, tags: PlainTags) -> None:
        super().__init__()
        self.tags = tags

    def run(self, lines: list[str]) -> list[str]:
        places = self.tags.places(lines)
        if places is None:
            return super().run(lines)
        self.present_anchor_ids = set(places)
        return lines


class _Links(mkdocs.RelativePath):
    """Links among pages; whatever there may be to say of a link, MkDocs says it."""

    PLAIN = re.compile(r"([a-z0-9./-]+\.(?:md|txt))?(?:#([a-z0-9-]+))?")

    def path_to_url(self, url: str) -> str:
        found = self.PLAIN.fullmatch(url)
        if found is None or url.startswith("/"):
            return super().path_to_url(url)
        path, anchor = found[1], found[2] or ""
        if not path:
            if anchor:
                self.links_to_anchors.setdefault(self.file, {}).setdefault(anchor, url)
            return url
        folder = posixpath.dirname(self.file.src_uri)
        target = self.files.get_file_from_path(posixpath.normpath(posixpath.join(folder, path)))
        if target is None or target.inclusion.is_excluded():
            return super().path_to_url(url)
        if anchor:
            self.links_to_anchors.setdefault(target, {}).setdefault(anchor, url)
        address = mkdocs.get_relative_url(target.url, self.file.url)
        return f"{address}#{anchor}" if anchor else address
