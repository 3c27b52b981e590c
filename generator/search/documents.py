"""Documents as the browser's search takes them: columns, those whose numbers end alike together.

`theme/assets/search/documents.js` reads them. An address is sent only where it can't be told from
the number, its issuer's place and its year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from generator import urls
from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.model import SchoolYear
from generator.numbers.document_number import type_name
from generator.pages.document import issuer
from generator.search.facets import Facets, Json
from generator.vietnamese import slug

Value: TypeAlias = str | int | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Values by number, in the order they are met."""

    rows: dict[Value, int] = field(default_factory=dict)

    def number(self, value: Value) -> int:
        return self.rows.setdefault(value, len(self.rows))

    @property
    def values(self) -> Json:
        return [*self.rows]


def documents(graph: Graph, facets: Facets) -> dict[str, Json]:
    """One value a document in each column; a column named `...s` of numbers points into a table."""
    endings, kinds, issuers, years, fields = (_Table() for _ in range(5))
    rows: list[Sequence[int]] = []
    serials: list[str] = []
    addresses: dict[str, Json] = {}
    subjects: dict[str, Json] = {}
    ordered = sorted(graph.catalogue.documents.values(), key=_order)
    for place, document in enumerate(ordered):
        number, whose = document.id.number, (issuer(document), _place(document))
        mentions = document.mentions
        serials.append(number.serial)
        rows.append(
            (
                number.year or 0,
                endings.number(_ending(document)),
                kinds.number((number.type or "CV", type_name(number))),
                issuers.number(whose),
                document.id.year or 0,
                _day_of_year(document.issued),
                years.number(_years(document, facets)),
                fields.number(tuple(facets.fields_of(m.reading.passage for m in mentions))),
                len(mentions),
                int(document.id.is_settled),
            )
        )
        if _told_address(document) != document.address:
            addresses[str(place)] = urls.served(document.address)
        if subject := _subject(document):
            subjects[str(place)] = subject
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(10)]
    return {
        "endings": endings.values,
        "kinds": kinds.values,
        "issuers": issuers.values,
        "years": years.values,
        "fields": fields.values,
        "serials": "\n".join(serials),
        "columns": columns,
        "addresses": addresses,
        "subjects": subjects,
    }


def _order(document: Document) -> tuple[str, int, Value, str]:
    year = document.id.number.year or document.id.year or 0
    serial = document.id.number.serial
    value = (int(serial), serial) if serial.isdecimal() else (0, serial)
    return (_ending(document), -year, value, document.address)


def _subject(document: Document) -> str:
    """What it is about and what it replaces, as far as the register says."""
    known = document.known
    if not known:
        return ""
    replaced = ", ".join(map(str, known.replaces))
    return " · ".join(filter(None, (known.subject, replaced and f"thay thế {replaced}")))


def _shown(document: Document) -> str:
    """The number as it is said: `1249/PGDĐT`, or `22` of `Thông tư 22`."""
    return document.title.removeprefix(f"{type_name(document.id.number)} ")


def _dated(document: Document) -> str:
    number = document.id.number
    return f"{number.serial}/{number.year}" if number.year else number.serial


def _ending(document: Document) -> str:
    """What follows serial and year: `/PGDĐT`, `-NQ/TU`, nothing in `Thông tư 22`."""
    return _shown(document).removeprefix(_dated(document))


def _place(document: Document) -> str:
    """What the address adds to tell an issuer from its namesakes."""
    number = slug(_dated(document) + _ending(document))
    rest = document.address.removeprefix(f"van-ban/{number}-")
    if rest == document.address:
        return ""
    year = str(document.id.year or "")
    return rest.removesuffix(year).removesuffix("-") if not document.id.number.year else rest


def _told_address(document: Document) -> str:
    year = "" if document.id.number.year else str(document.id.year or "")
    parts = (slug(_dated(document) + _ending(document)), _place(document), year)
    return "van-ban/" + "-".join(part for part in parts if part)


def _years(document: Document, facets: Facets) -> tuple[int, ...]:
    """The school years that mention it; where none does, that of its own date."""
    mentioned = facets.years_of(document.mentions)
    if mentioned or not document.issued:
        return tuple(mentioned)
    day = document.issued
    own = SchoolYear(day.year if day.month >= 9 else day.year - 1)
    return (facets.years[own],) if own in facets.years else ()


def _day_of_year(day: date | None) -> int:
    """1 for the first of January, 0 where the day is unknown."""
    return day.timetuple().tm_yday if day else 0
