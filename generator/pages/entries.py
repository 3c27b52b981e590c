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
    """A thing in a list; `filters` are (name, value) pairs that a reader can choose by.

    What readers type is looked for in the title, in what it is `about`, and in its other `names`,
    which are not shown; not in the facts of the note.
    """

    title: str
    link: str
    note: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    about: str = ""
    names: tuple[str, ...] = ()


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
    """`filtered`: with what the form of the page looks at."""
    return Markup("".join(_entry(entry, filtered=filtered) for entry in entries))


def _entry(entry: Entry, *, filtered: bool) -> str:
    about = f"<span>{escape(entry.about)}</span>" if entry.about else ""
    facts = " · ".join(filter(None, (about, escape(entry.note) if entry.note else "")))
    note = f" <small>{facts}</small>" if facts else ""
    names = [("ten", " · ".join(entry.names))] if entry.names else []
    filters = (*entry.filters, *names) if filtered else ()
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
