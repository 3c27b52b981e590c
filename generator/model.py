"""What the archive is made of: notices and their words, and the registers of what names mean.

Everything is frozen. A notice's words are kept once, as `Prose`: the corrected text with marks
over it, from which the printed text can be had back to the letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum

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


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.month:02d}/{self.year}"

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02d}"

    @property
    def school_year(self) -> "SchoolYear":
        """September to August."""
        return SchoolYear(self.year if self.month >= 9 else self.year - 1)


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    start: int

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"


class Sureness(StrEnum):
    CERTAIN = "chắc chắn"
    LIKELY = "rất có thể"
    DOUBTFUL = "nghi ngờ"


@dataclass(frozen=True, slots=True)
class Correction:
    """One slip of the print: what stands there, what is right, why, how sure.

    A doubtful one changes nothing: its `right` may be empty.
    """

    printed: str
    right: str
    why: str
    sure: Sureness
    line: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A corrected run of a prose; `printed` is what the run replaces."""

    printed: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Doubt:
    """A run that may be wrong and is shown as printed."""

    correction: Correction


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    number: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the clerk says of some words: which school or document they name, or when they fall due.

    `place` and `outside` say that the words name no school of the department.
    """

    school: str | None = None
    document: DocumentNumber | None = None
    due: date | None = None
    id: str = ""
    place: bool = False
    outside: bool = False


class Plain(Enum):
    """Marks that carry nothing but themselves."""

    ITALIC = "italic"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said of `prose.text[start:end]`."""

    start: int
    end: int
    what: Edit | Doubt | FootnoteMark | Note | Plain


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as corrected, with marks in order of start; `printed` gives the words of the print."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        pieces, at = [], 0
        for mark in self.marks:
            if isinstance(mark.what, Edit):
                pieces += [self.text[at : mark.start], mark.what.printed]
                at = mark.end
        return "".join([*pieces, self.text[at:]])


@dataclass(frozen=True, slots=True)
class Paragraph:
    prose: Prose
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet as printed: its mark (`-`, `+`, `a)`), its words, what hangs under it.

    `anchor` is its address within the notice's page, `label` how people name it (`mục I.3.2`).
    """

    mark: str
    prose: Prose
    line: int
    anchor: str
    label: str
    items: tuple["Item", ...] = ()


Block = Paragraph | Item


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the notice as data: `value` as printed (`12.843`), `amount` what it counts.

    `of` is the whole in `14/14`; `anchor` is the place where the number stands.
    """

    what: str
    value: str
    amount: int
    of: int | None
    unit: str
    level: Level | None
    month: Month
    anchor: str
    label: str
    line: int
    made_of: tuple[tuple[str, str], ...] = ()
    counts_schools: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section (`3.`) of a part: a field of work with its items, or one task."""

    number: str
    title: Prose | None
    topics: tuple[str, ...]
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]
    anchor: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part (`I.`): results of a month, or tasks for a month."""

    numeral: str
    title: Prose
    month: Month
    is_tasks: bool
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    anchor: str
    label: str
    line: int

    def passages(self, path: str) -> Iterator["Passage"]:
        """Title, words before the sections, then section by section; `path` is the part's."""
        yield Passage(self.title, self.anchor, self.label, f"{path}.title", self.line, self)
        for passage in _within(self.blocks, self.anchor, self.label, path):
            yield replace(passage, part=self)
        for number, section in enumerate(self.sections):
            own = f"{path}.sections[{number}]"
            if section.title is not None:
                yield Passage(
                    section.title, section.anchor, section.label, own, section.line, self, section
                )
            for passage in _within(section.blocks, section.anchor, section.label, own):
                yield replace(passage, part=self, section=section)


@dataclass(frozen=True, slots=True)
class Absence:
    """Who was away; a role (`Phó chủ tịch LĐLĐ`) and a reason are two things."""

    name: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """One group as printed, and as figures; `invited` only where the notice prints it."""

    group: str
    blocks: tuple[Block, ...]
    present: int
    invited: int | None
    absent: int
    absences: tuple[Absence, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Footnote:
    number: int
    mark: str
    blocks: tuple[Block, ...]
    anchor: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words of a notice where it stands: the unit that is cited, linked and searched.

    `anchor` and `label` are its address and its name for people, `path` its place in the record.
    """

    prose: Prose
    anchor: str
    label: str
    path: str
    line: int
    part: "Part | None" = None
    section: "Section | None" = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One month's notice of conclusions, whole; `id` is its file's stem and its address.

    `head` and `position` are lines as printed.
    """

    id: str
    file: str
    month: Month
    head: tuple[Prose, ...]
    kind: str
    title: Prose
    number: DocumentNumber | None
    issued: date | None
    met: date | None
    updated: date | None
    opening: tuple[Block, ...]
    attendance_heading: str
    attendance: tuple[Attendance, ...]
    ruling: tuple[Block, ...]
    parts: tuple[Part, ...]
    closing: tuple[Block, ...]
    recipients_heading: str
    recipients: tuple[Block, ...]
    position: tuple[Prose, ...]
    signed_by: str
    footnotes: tuple[Footnote, ...]
    corrections: tuple[Correction, ...]

    @property
    def results(self) -> Part | None:
        return next((part for part in self.parts if not part.is_tasks), None)

    @property
    def tasks(self) -> Part | None:
        return next((part for part in self.parts if part.is_tasks), None)

    def all_passages(self) -> Iterator[Passage]:
        """The passages, after the lines of the head."""
        for line in self.head:
            yield Passage(line, "van-ban", "đầu văn bản", "head", 1)
        yield from self.passages()

    def passages(self) -> Iterator[Passage]:
        """Every run of words in reading order, headings included, with its address.

        Without the head: the notice's own number there cites nothing.
        """
        yield Passage(self.title, "", "tiêu đề", "title", 1)
        yield from _within(self.opening, "mo-dau", "phần mở đầu", "opening")
        for number, group in enumerate(self.attendance):
            path = f"attendance[{number}]"
            yield from _within(group.blocks, "thanh-phan", "thành phần dự họp", path)
        yield from _within(self.ruling, "ket-luan", "phần kết luận", "ruling")
        for number, part in enumerate(self.parts):
            yield from part.passages(f"parts[{number}]")
        yield from _within(self.closing, "ket-thuc", "phần kết", "closing")
        yield from _within(self.recipients, "noi-nhan", "nơi nhận", "recipients")
        for line in self.position:
            yield Passage(line, "nguoi-ky", "người ký", "signed.position", 1)
        for number, note in enumerate(self.footnotes):
            yield from _within(note.blocks, note.anchor, note.label, f"footnotes[{number}]")


def _within(blocks: tuple[Block, ...], anchor: str, label: str, path: str) -> Iterator[Passage]:
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Passage(block.prose, anchor, label, path, block.line)
        else:
            own = f"{path}.items[{count}]"
            count += 1
            yield Passage(block.prose, block.anchor, block.label, own, block.line, item=block)
            yield from _within(block.items, block.anchor, block.label, own)


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
    line: int


@dataclass(frozen=True, slots=True)
class Registers:
    """What names mean; `school_count` is the department's own count, confirmed or not."""

    schools: tuple[School, ...]
    school_count: int
    topics: tuple[Topic, ...]
    documents: tuple[KnownDocument, ...]
    bodies: tuple[Body, ...]

    @property
    def own_body(self) -> Body:
        return next(body for body in self.bodies if body.is_own)


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that was read: notices by month, newest last, and the registers."""

    notices: tuple[Notice, ...]
    registers: Registers
