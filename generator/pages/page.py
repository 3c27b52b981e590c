"""A page as a Markdown file, and what every page's head holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment

from generator import urls
from generator.model import Notice
from generator.pages import blocks, entries, markdown
from generator.pages.markdown import MetaValue
from generator.urls import Address
from generator.vietnamese import show_date


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is the whole Markdown file of `address`."""

    address: Address
    text: str


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above this one, from the home page down."""

    title: str
    address: Address


def page(
    address: Address,
    template: str,
    *,
    title: str,
    kind: str,
    description: str,
    above: Sequence[Crumb] = (),
    has_contents: bool = True,
    extra: dict[str, MetaValue] | None = None,
    **view: object,
) -> Page:
    """Render `template` with `view`; `extra` is added to the head."""
    meta: dict[str, MetaValue] = {
        "title": title,
        "kind": kind,
        "description": description,
        "breadcrumbs": [
            {"title": crumb.title, "path": urls.served(crumb.address)} for crumb in above
        ],
        **(extra or {}),
    }
    if not has_contents:
        meta["hide"] = ["toc"]
    text = (
        _environment()
        .get_template(f"{template}.md.jinja")
        .render(meta=meta, title=title, here=Links(address), **view)
    )
    return Page(address, _BLANK_LINES.sub("\n\n", text))


_BLANK_LINES = re.compile(r"\n\n\n+")


@cache
def _environment() -> Environment:
    return markdown.environment(
        blocks=blocks.blocks,
        entries=entries.entry_list,
        items=blocks.items,
        mark=blocks.mark,
        quotes=entries.quote_list,
    )


@dataclass(frozen=True, slots=True)
class Links:
    """Markdown links as they are written on the page at `start`."""

    start: Address

    def to(self, target: Address, anchor: str = "") -> str:
        return urls.link(target, start=self.start, anchor=anchor)

    def to_notice(self, notice: Notice, anchor: str = "") -> str:
        return self.to(urls.notice(notice.id), anchor)


def notice_title(notice: Notice) -> str:
    """How pages call a notice; an extra one of the month is told by its day."""
    title = f"Thông báo kết luận tháng {notice.month}"
    if notice.id == notice.month.iso:
        return title
    if notice.met:
        return f"{title} (họp ngày {show_date(notice.met)})"
    return f"{title} ({notice.id.removeprefix(notice.month.iso + '-')})"


def position_in_a_sentence(notice: Notice) -> str:
    """The signer's position: `KT. TRƯỞNG PHÒNG` -> `KT. Trưởng phòng`, lines joined by commas.

    What is not all in capitals stays as it is.
    """
    return ", ".join(_in_small_letters(line.text) for line in notice.position)


def _in_small_letters(position: str) -> str:
    if not position.isupper():
        return position
    *signs, words = re.split(r"(?<=\.)\s+", position)
    return " ".join([*signs, words.capitalize()])
