"""Lists of things: an entry a thing, grouped, counted."""

from dataclasses import dataclass


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


def counted(count: int, noun: str) -> str:
    """`44 trường`: Vietnamese nouns keep their form."""
    return f"{count} {noun}"
