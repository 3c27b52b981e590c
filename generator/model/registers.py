"""What names mean: schools, topics, bodies, documents, and words written in several ways."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.calendar import Month
from generator.model.synonyms import Synonyms
from generator.numbers.document_number import DocumentNumber


class Level(StrEnum):
    """The four levels of school under a district's department of education."""

    MN = "MN"
    TH = "TH"
    THCS = "THCS"
    TH_THCS = "TH&THCS"

    @property
    def label(self) -> str:
        return {"MN": "Mầm non", "TH": "Tiểu học", "THCS": "Trung học cơ sở"}.get(
            self.value, "Tiểu học và trung học cơ sở"
        )


@dataclass(frozen=True, slots=True)
class School:
    """A school is a level and a name; `key` is its address (`thcs-trung-vuong`)."""

    key: str
    level: Level
    name: str
    aliases: tuple[str, ...]
    ward: str
    since: Month | None
    until: Month | None
    successor: str
    confirmed: bool
    source: str
    line: int

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of work (lĩnh vực); `level` is the one its bare school names belong to, if any."""

    key: str
    name: str
    aliases: tuple[str, ...]
    level: Level | None
    is_field: bool
    line: int

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Body:
    """Who issues documents.

    `symbols` are the issuers that name this body in a number by themselves (`BGDĐT`, `CP`);
    `place` is what tells its documents from a namesake's in an address (`tinh-quang-ninh`).
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    symbols: tuple[str, ...]
    place: str
    is_own: bool
    since: Month | None
    until: Month | None
    successor: str
    line: int

    def __str__(self) -> str:
        return self.name


class Status(StrEnum):
    IN_FORCE = "còn hiệu lực"
    DRAFT = "dự thảo"
    REPLACED = "đã bị thay thế"
    ENDED = "hết hiệu lực"


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form that a person has identified: `written` in the notice `notice`."""

    written: DocumentNumber
    notice: str
    line: int


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What people know of a document beyond the notices' words."""

    number: DocumentNumber
    issued: date | None
    body: str
    subject: str
    kind: str
    link: str
    status: Status | None
    replaces: tuple[DocumentNumber, ...]
    carries_out: tuple[DocumentNumber, ...]
    short_forms: tuple[ShortForm, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Registers:
    """What names mean; `school_count` is the department's own count, confirmed or not.

    `synonyms` are the program's rows, then the clerk's own.
    """

    schools: tuple[School, ...]
    school_count: int
    topics: tuple[Topic, ...]
    documents: tuple[KnownDocument, ...]
    bodies: tuple[Body, ...]
    synonyms: Synonyms = field(default_factory=Synonyms)

    @property
    def own_body(self) -> Body:
        return next(body for body in self.bodies if body.is_own)
