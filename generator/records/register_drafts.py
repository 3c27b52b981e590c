"""The registers' files as read, before anything in them is compared: one class a kind of entry."""

from dataclasses import dataclass
from datetime import date

from generator.model import Level, Month, Status
from generator.numbers.document_number import DocumentNumber
from generator.reading.place import At
from generator.reading.scalars import Count


@dataclass(frozen=True, slots=True)
class SchoolDraft:
    at: At
    level: Level
    name: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    ward: str = ""
    since: Month | None = None
    until: Month | None = None
    successor: str = ""
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class SchoolsDraft:
    at: At
    count: Count
    schools: tuple[SchoolDraft, ...]


@dataclass(frozen=True, slots=True)
class TopicDraft:
    at: At
    name: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    level: Level | None = None
    field: bool = True


@dataclass(frozen=True, slots=True)
class TopicsDraft:
    at: At
    topics: tuple[TopicDraft, ...]


@dataclass(frozen=True, slots=True)
class BodyDraft:
    at: At
    name: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    place: str = ""
    since: Month | None = None
    until: Month | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class BodiesDraft:
    at: At
    own: str
    bodies: tuple[BodyDraft, ...]


@dataclass(frozen=True, slots=True)
class ShortFormDraft:
    at: At
    written: DocumentNumber
    notice: str


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    at: At
    number: DocumentNumber
    issued: date | None = None
    body: str = ""
    subject: str = ""
    kind: str = ""
    link: str = ""
    status: Status | None = None
    replaces: tuple[DocumentNumber, ...] = ()
    carries_out: tuple[DocumentNumber, ...] = ()
    short_forms: tuple[ShortFormDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentsDraft:
    at: At
    documents: tuple[DocumentDraft, ...] = ()
