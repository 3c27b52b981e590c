"""Lists of things, an entry a thing, and lists of quotes: what they show, and it as Markdown.

Written here and not in a template: sites hold tens of thousands of entries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.pages.markdown import address, escape
from generator.vietnamese import show_date


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a list; `filters` are (name, value) pairs that a reader can choose by."""

    title: str
    link: str
    note: str = ""
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    count: str
    entries: tuple[Entry, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that names a thing, in Markdown, where it stands, and when it falls due."""

    words: str
    link: str
    label: str
    notice: str
    how: str = ""
    due: tuple[date, ...] = ()


def counted(count: int, noun: str) -> str:
    """`44 trường`: Vietnamese nouns keep their form."""
    return f"{count} {noun}"


def entry_list(entries: Iterable[Entry], *, filtered: bool = False) -> Markup:
    """`filtered`: with what the filters of the page's form look at."""
    return Markup("".join(_entry(entry, entry.filters if filtered else ()) for entry in entries))


def _entry(entry: Entry, filters: Iterable[tuple[str, str]]) -> str:
    note = f" <small>{escape(entry.note)}</small>" if entry.note else ""
    values = "".join(f' data-{address(name)}="{escape(value)}"' for name, value in filters)
    return f"- [{escape(entry.title)}]({address(entry.link)}){note}\n  {{: .entry{values} }}\n"


def quote_list(quotes: Iterable[Quote]) -> Markup:
    """A line for the words, ended by two spaces, and a line for where they stand."""
    return Markup("".join(map(_quote, quotes)))


def _quote(quote: Quote) -> str:
    how = f" · {escape(quote.how)}" if quote.how else ""
    due = "".join(
        f'Hạn <time class="due" datetime="{address(day.isoformat())}">{show_date(day)}</time> · '
        for day in quote.due
    )
    return (
        f"- {quote.words}  \n"
        f"  {due}[{escape(quote.label)}]({address(quote.link)}) {escape(quote.notice)}{how}\n"
        "  {: .quote }\n"
    )
