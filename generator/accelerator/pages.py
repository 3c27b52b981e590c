"""One page rendered by MkDocs' own functions, watched for all that it depends on."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

import jinja2

from generator.accelerator.conditions import PLACES
from generator.accelerator.mkdocs_parts import (
    File,
    Files,
    MkDocsConfig,
    Navigation,
    Page,
    TemplateContext,
    build_page,
    populate_page,
)
from generator.accelerator.watched import OwnPage, Place, Tripwire, UndatedPage, WatchedFiles

Message = tuple[str, int, str]
"""What MkDocs said: logger, level, text."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a rendered page besides its HTML.

    `checksum`: SHA-256 of the HTML, empty where MkDocs writes no file; `asked`: each path that was
    looked up among the site's files; `links`: target (`src_uri`) -> anchor -> the link as written.
    """

    checksum: str
    asked: Mapping[str, Place]
    anchors: tuple[str, ...]
    links: Mapping[str, Mapping[str, str]]
    read_messages: tuple[Message, ...]
    build_messages: tuple[Message, ...]


class Renderer:
    """Renders pages one by one; MkDocs writes each into the site's folder as it goes."""

    def __init__(
        self, config: MkDocsConfig, files: Files, nav: Navigation, env: jinja2.Environment
    ) -> None:
        self.config, self.files, self.nav, self.env = config, WatchedFiles(files), nav, env
        self._output, self._write = "", True
        config.plugins.events["page_context"].append(self._guard)
        config.plugins.events["post_page"].append(self._note)

    def render(self, file: File, *, write: bool = True) -> tuple[Facts, bytes]:
        """The page's facts and its HTML; without `write` no file is touched."""
        self._write = write
        page = file.page
        assert page is not None
        self.files.asked, self._output = {}, ""
        kept = dict(page.__dict__)
        page.__class__ = OwnPage
        places = {name: self.config.data[name] for name in PLACES}
        try:
            self.config.data.update((name, Tripwire(name)) for name in PLACES)
            with heard() as reading:
                populate_page(page, self.config, self.files)
            with heard() as building:
                build_page(page, self.config, (), self.nav, self.env)
            written = bool(self._output.strip())
            html = self._output.encode("utf-8", errors="xmlcharrefreplace") if written else b""
            facts = Facts(
                hashlib.sha256(html).hexdigest() if written else "",
                self.files.asked,
                tuple(sorted(page.present_anchor_ids or ())),
                {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()},
                tuple(reading),
                tuple(building),
            )
            return facts, html
        finally:
            self.config.data.update(places)
            page.__class__ = UndatedPage
            page.__dict__.clear()
            page.__dict__.update(kept)

    def _guard(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        guarded = {name: Tripwire(name) for name in ("pages", "build_date_utc")}
        return cast(TemplateContext, {**context, **guarded})

    def _note(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        self._output = output
        return output if self._write else ""


class _Ear(logging.Handler):
    def __init__(self, messages: list[Message]) -> None:
        super().__init__(logging.INFO)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def heard() -> Iterator[list[Message]]:
    """Collects what MkDocs says meanwhile instead of letting it be said."""
    messages: list[Message] = []
    log = logging.getLogger("mkdocs")
    kept = log.handlers, log.level, log.propagate
    log.handlers, log.propagate = [_Ear(messages)], False
    log.setLevel(logging.INFO)
    try:
        yield messages
    finally:
        log.handlers, log.propagate = kept[0], kept[2]
        log.setLevel(kept[1])


def say(messages: Iterable[Message]) -> None:
    """Let kept messages be said as if they had just been."""
    for name, level, text in messages:
        logging.getLogger(name).log(level, text)
