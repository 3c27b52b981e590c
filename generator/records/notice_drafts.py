"""A notice's file as read, before anything in it is compared: one class a kind of entry."""

from dataclasses import dataclass
from datetime import date

from generator.model import Level, Month, Sureness
from generator.numbers.document_number import DocumentNumber
from generator.reading.place import At
from generator.reading.prose import Prose
from generator.reading.scalars import Count
from generator.records.record_values import Amount


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    at: At
    name: str
    role: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    at: At
    text: Prose
    group: str
    present: Count
    invited: Count | None = None
    absent: tuple[AbsenceDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareDraft:
    at: At
    what: str
    value: Count


@dataclass(frozen=True, slots=True)
class FigureDraft:
    at: At
    what: str
    value: Amount
    unit: str = ""
    level: Level | None = None
    month: Month | None = None
    words: str = ""
    count: str = ""
    made_of: tuple[ShareDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionDraft:
    at: At
    title: str = ""
    number: str = ""
    topics: tuple[str, ...] = ()
    text: Prose | None = None
    figures: tuple[FigureDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class PartDraft:
    at: At
    title: str
    number: str = ""
    text: Prose | None = None
    sections: tuple[SectionDraft, ...] = ()
    results_of: Month | None = None
    tasks_for: Month | None = None


@dataclass(frozen=True, slots=True)
class SignatureDraft:
    at: At
    position: Prose
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    at: At
    printed: str
    why: str
    sure: Sureness
    right: str = ""
    times: Count | None = None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    at: At
    words: str
    times: Count | None = None
    school: str = ""
    document: DocumentNumber | None = None
    due: date | None = None
    id: str = ""
    place: bool = False
    outside: bool = False
    absent: bool | None = None


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    at: At
    title: str
    opening: Prose
    parts: tuple[PartDraft, ...]
    signed: SignatureDraft
    head: Prose | None = None
    kind: str = "THÔNG BÁO"
    number: DocumentNumber | None = None
    issued: date | None = None
    met: date | None = None
    updated: date | None = None
    attendance_heading: str = "Thành phần dự họp:"
    attendance: tuple[AttendanceDraft, ...] = ()
    ruling: Prose | None = None
    closing: Prose | None = None
    recipients_heading: str = "Nơi nhận:"
    recipients: Prose | None = None
    footnotes: tuple[Prose, ...] = ()
    italics: tuple[str, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    corrections: tuple[CorrectionDraft, ...] = ()
