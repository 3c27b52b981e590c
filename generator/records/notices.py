"""A notice's draft -> `Notice`: numbering, anchors, corrections, and what cannot be right."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.model import (
    Block,
    Correction,
    Footnote,
    Month,
    Notice,
    Paragraph,
    Part,
    Registers,
    Section,
    Topic,
)
from generator.problems import Problem
from generator.reading.place import At
from generator.reading.prose import Prose as Lines
from generator.records.absent_people import AbsentPeople
from generator.records.anchors import Anchors
from generator.records.attendance import attendance
from generator.records.block_reader import BlockReader, own_id
from generator.records.figures import figures
from generator.records.files import month_of
from generator.records.marking import Marker, footnote_mark
from generator.records.notice_checks import (
    problems_of_places,
    problems_of_values,
    problems_of_words,
)
from generator.records.notice_drafts import NoticeDraft, PartDraft, SectionDraft
from generator.records.notice_head import wrong_head
from generator.records.notice_slips import typed_number, without_number
from generator.records.part_months import missing_parts, part_of_no_month
from generator.records.quotations import quotations, wrong_quotations
from generator.records.unknown_topics import UnknownTopics
from generator.records.unsure_entries import NOTHING, Unsure
from generator.vietnamese import tone_key

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class NoticeReader:
    """Builds one notice; `problems` holds what was seen on the way.

    `of_words` are problems that are some only if no words of the notice are lacking, `of_places`
    only if none are at their own place, its section or group. What may be in a register, as
    `unsure` says of those with errors, is not told as missing.
    """

    def __init__(
        self,
        draft: NoticeDraft,
        notice_id: str,
        registers: Registers,
        unsure: Mapping[str, Unsure] = MappingProxyType({}),
    ) -> None:
        self.draft = draft
        self.id = notice_id
        self.month = month_of(notice_id)
        self.is_regular = notice_id == self.month.iso
        self.topics = {
            tone_key(name): topic.key for topic in registers.topics for name in _names(topic)
        }
        self.unknown_topics = UnknownTopics(registers.topics, unsure.get("topics", NOTHING))
        schools = {school.key for school in registers.schools}
        of_schools = unsure.get("schools", NOTHING)
        self.problems = [*wrong_quotations(draft, schools, of_schools)]
        self.problems += problems_of_values(draft, self.month)
        self.of_words: list[Problem] = []
        self.of_places = [*problems_of_places(draft)]
        self.marker = Marker(quotations(draft), len(draft.footnotes))
        self.anchors = Anchors(draft.at.file, draft.notes)
        self.reader = BlockReader(self.marker, self.anchors)

    def notice(self) -> Notice:
        draft = self.draft
        if self.is_regular:
            self.of_words += missing_parts(draft, self.month)
        blocks = self.reader.blocks
        head = self.reader.lines(draft.head, draft.at.field("head"))
        self.of_places += wrong_head(draft, head)
        self.problems += _empty_headings(draft)
        built = Notice(
            id=self.id,
            file=draft.at.file,
            month=self.month,
            head=head,
            kind=draft.kind,
            title=self.reader.words(draft.title, draft.at.field("title")),
            number=draft.number,
            issued=draft.issued,
            met=draft.met,
            updated=draft.updated,
            opening=blocks(draft.opening, draft.at.field("opening"), "mo-dau", "mở đầu"),
            attendance_heading=draft.attendance_heading,
            attendance=attendance(draft.attendance, self._attendance_blocks, self.of_places),
            ruling=blocks(draft.ruling, draft.at.field("ruling"), "ket-luan", "kết luận"),
            parts=tuple(self._part(part, place) for place, part in enumerate(draft.parts)),
            closing=blocks(draft.closing, draft.at.field("closing"), "ket-thuc", "phần kết"),
            recipients_heading=draft.recipients_heading,
            recipients=blocks(
                draft.recipients, draft.at.field("recipients"), "noi-nhan", "nơi nhận"
            ),
            position=self.reader.lines(draft.signed.position, draft.signed.at.field("position")),
            signed_by=draft.signed.name,
            footnotes=tuple(self._footnotes()),
            corrections=tuple(
                q.what for q in self.marker.quotations if isinstance(q.what, Correction)
            ),
        )
        self.problems += self.reader.problems
        self.problems += self.unknown_topics.problems()
        self.of_words += problems_of_words(self.marker, draft, built)
        self.problems += self.anchors.problems
        self.of_words += self.anchors.idle_ids(draft.notes)
        return built

    def _attendance_blocks(
        self, lines: Lines, at: At, placed: int, private: AbsentPeople
    ) -> tuple[Block, ...]:
        label = "thành phần dự họp"
        return self.reader.blocks(lines, at, "thanh-phan", label, private, after=placed)

    def _part(self, draft: PartDraft, place: int) -> Part:
        numeral = draft.number or (_ROMAN[place] if place < len(_ROMAN) else str(place + 1))
        anchor, label = f"muc-{numeral.lower()}", f"mục {numeral}"
        self.anchors.claim(anchor, draft.at.line, draft.at.path)
        title = draft.at.field("title")
        self.problems += typed_number(draft.title, numeral, title, title.line)
        month = draft.results_of or draft.tasks_for
        if month is None or (draft.results_of and draft.tasks_for):
            self.problems.append(part_of_no_month(draft, self.month))
        if not draft.sections and not draft.text:
            self.problems.append(
                draft.at.problem("phần này chưa có nội dung; ghi «sections» hoặc «text»")
            )
        return Part(
            numeral,
            self.reader.words(draft.title, title),
            month or Month(1, 1),
            draft.tasks_for is not None,
            self.reader.blocks(
                draft.text, draft.at.field("text"), f"{anchor}-y", f"phần đầu {label}"
            ),
            tuple(
                self._section(section, str(number), anchor, label, month or Month(1, 1))
                for number, section in enumerate(draft.sections, start=1)
            ),
            anchor,
            label,
            draft.at.line,
        )

    def _section(
        self, draft: SectionDraft, number: str, above: str, label: str, month: Month
    ) -> Section:
        """`above` and `label` are the part's, `month` is the one it speaks of."""
        number = (draft.number or number).rstrip(".")
        anchor = f"{above}-{number.lower().replace('.', '-')}"
        label = f"{label}.{number}"
        if not draft.title and not draft.text:
            self.problems.append(
                draft.at.problem("mục này chưa có nội dung; ghi «title» hoặc «text»")
            )
        title = self.reader.words(draft.title, draft.at.field("title")) if draft.title else None
        if draft.title:
            at = draft.at.field("title")
            self.problems += typed_number(draft.title, number, at, at.line)
        found = self.reader.blocks(draft.text, draft.at.field("text"), anchor, label)
        if not draft.title and found and isinstance(found[0], Paragraph):
            at, words = draft.at.field("text"), found[0].prose.printed
            self.problems += typed_number(words, number, at, found[0].line)
        anchor = next(
            (
                own
                for block in found
                if isinstance(block, Paragraph) and (own := own_id(block.prose.marks))
            ),
            anchor,
        )
        self.anchors.claim(anchor, draft.at.line, draft.at.path)
        return Section(
            number,
            title,
            self._topics(draft, without_number(title.text, number) if title else ""),
            found,
            figures(draft.figures, found, month, anchor, label, self.of_places),
            anchor,
            label,
            draft.at.line,
        )

    def _topics(self, draft: SectionDraft, title: str) -> tuple[str, ...]:
        self.unknown_topics.of_list(draft.at.field("topics"), draft.topics)
        if draft.at.holds("topics") or not title:
            return draft.topics
        known = self.topics.get(tone_key(title))
        if known is None:
            self.unknown_topics.titles.append((draft.at.field("title"), title))
            return ()
        return (known,)

    def _footnotes(self) -> Iterator[Footnote]:
        for number, lines in enumerate(self.draft.footnotes, start=1):
            at = self.draft.at.field("footnotes", number - 1)
            anchor, label = f"chu-thich-{number}", f"chú thích {number}"
            mark = footnote_mark(number)
            found = self.reader.blocks(lines, at, anchor, label)
            yield Footnote(number, mark, found, anchor, label, at.line)


def _empty_headings(draft: NoticeDraft) -> Iterator[Problem]:
    """A heading over nothing is printed nowhere."""
    for heading, below in (
        ("attendance_heading", draft.attendance),
        ("recipients_heading", draft.recipients),
    ):
        if not below and draft.at.field(heading).node is not draft.at.node:
            name = heading.removesuffix("_heading")
            yield draft.at.problem(
                f"có tiêu đề mà không có «{name}:» nên không in ra ở đâu; viết thêm «{name}:», hoặc"
                " xóa dòng này",
                heading,
            )


def _names(topic: Topic) -> tuple[str, ...]:
    return (topic.name, *topic.aliases)
