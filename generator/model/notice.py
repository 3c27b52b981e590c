"""A notice of conclusions: its parts, sections and items, its figures, attendance and footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.calendar import Month
from generator.model.prose import Correction, Prose
from generator.model.registers import Level
from generator.numbers.document_number import DocumentNumber


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
        yield from _within(self.blocks, self.anchor, self.label, path, self)
        for number, section in enumerate(self.sections):
            own = f"{path}.sections[{number}]"
            if section.title is not None:
                yield Passage(
                    section.title, section.anchor, section.label, own, section.line, self, section
                )
            yield from _within(section.blocks, section.anchor, section.label, own, self, section)


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

    def proses(self) -> Iterator[Prose]:
        """The words of its blocks, in order."""
        return (passage.prose for passage in _within(self.blocks, "", "", ""))


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

    @property
    def is_title(self) -> bool:
        """Whether it is the title of the notice, a part or a section, or of who signed."""
        return self.path.endswith(("title", "position")) or (
            self.section is not None and self.prose is self.section.title
        )


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


def _within(
    blocks: tuple[Block, ...],
    anchor: str,
    label: str,
    path: str,
    part: Part | None = None,
    section: Section | None = None,
) -> Iterator[Passage]:
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Passage(block.prose, anchor, label, path, block.line, part, section)
        else:
            own = f"{path}.items[{count}]"
            count += 1
            yield Passage(
                block.prose, block.anchor, block.label, own, block.line, part, section, block
            )
            yield from _within(block.items, block.anchor, block.label, own, part, section)
