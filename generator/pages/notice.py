"""The page of one notice: what people want first, then the official text, whole and in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from markupsafe import Markup

from generator import urls
from generator.graph.linking import Reading
from generator.model import (
    Attendance,
    Block,
    Doubt,
    Edit,
    Notice,
    Paragraph,
    Part,
    Prose,
    Section,
)
from generator.pages.blocks import Shown
from generator.pages.page import Crumb, Links, Page, notice_title, page, position_in_a_sentence
from generator.pages.quotes import capital
from generator.pages.rich_text import Link, rich
from generator.pages.surroundings import Surroundings
from generator.vietnamese import show_date


@dataclass(frozen=True, slots=True)
class ShownSection:
    number: str
    anchor: str
    label: str
    title: Markup | None
    plain_title: str
    blocks: tuple[Shown, ...]

    @property
    def opening(self) -> tuple[Shown, ...]:
        """The paragraphs that stand on the number's own line where there is no title."""
        return tuple(takewhile(lambda block: not block.mark, self.blocks))

    @property
    def hanging(self) -> tuple[Shown, ...]:
        """The items right under them."""
        return tuple(takewhile(lambda block: block.mark, self.blocks[len(self.opening) :]))

    @property
    def rest(self) -> tuple[Shown, ...]:
        return self.blocks[len(self.opening) + len(self.hanging) :]


@dataclass(frozen=True, slots=True)
class ShownPart:
    numeral: str
    anchor: str
    label: str
    title: Markup
    short_title: str
    is_tasks: bool
    blocks: tuple[Shown, ...]
    sections: tuple[ShownSection, ...]
    jumps: tuple[ShownSection, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A corrected or doubtful place, for the list at the page's end."""

    anchor: str
    label: str
    printed: str
    right: str
    why: str
    sure: str


def notice_page(notice: Notice, readings: Sequence[Reading], around: Surroundings) -> Page:
    """`readings` are the notice's own: with it and what is around it they are all that it shows."""
    address = urls.notice(notice.id)
    text = _Text(
        {
            id(reading.passage.prose): led
            for reading, led in zip(readings, around.links, strict=True)
            if led
        }
    )
    year = notice.month.school_year
    parts = tuple(text.part(part) for part in notice.parts)
    slips = tuple(_slips(notice, readings))
    return page(
        address,
        "notice",
        title=notice_title(notice),
        kind="notice",
        description=f"{notice.title.text}: kết quả từng lĩnh vực, nhiệm vụ tháng tới, nguyên văn.",
        above=[
            Crumb("Thông báo kết luận", urls.NOTICES),
            Crumb(f"Năm học {year}", urls.school_year(year)),
        ],
        notice=notice,
        cite=citation(notice, around.issuer),
        year=(str(year), Links(address).to(urls.school_year(year))),
        number=str(notice.number) if notice.number else "",
        issued=show_date(notice.issued) if notice.issued else "",
        met=show_date(notice.met) if notice.met else "",
        updated=show_date(notice.updated) if notice.updated else "",
        position=position_in_a_sentence(notice),
        attendance_label=notice.attendance_heading.rstrip(": "),
        present=[_present(group) for group in notice.attendance],
        head=[text.words(line) for line in notice.head],
        subject=text.words(notice.title),
        opening=text.blocks(notice.opening),
        groups=[shown for group in notice.attendance for shown in text.blocks(group.blocks)],
        ruling=text.blocks(notice.ruling),
        parts=parts,
        jump_parts=sorted(parts, key=lambda part: not part.is_tasks),
        closing=text.blocks(notice.closing),
        recipients=text.blocks(notice.recipients),
        signature=[text.words(line) for line in notice.position],
        footnotes=[(note, text.blocks(note.blocks)) for note in notice.footnotes],
        corrected=[slip for slip in slips if slip.right],
        doubtful=[slip for slip in slips if not slip.right],
        before=around.before,
        after=around.after,
        download=f"{notice.id}.txt",
        download_printed=f"{notice.id}.ban-in.txt",
    )


def citation(notice: Notice, issuer: str) -> str:
    """How the notice is cited (NĐ 30/2020, Phụ lục I, II.6.b), as far as it is known."""
    subject = notice.title.text
    if notice.number:
        day = f" ngày {show_date(notice.issued)}" if notice.issued else ""
        return f"Thông báo số {notice.number}{day} của {issuer} {subject[:1].lower()}{subject[1:]}"
    met = f"họp ngày {show_date(notice.met)}, " if notice.met else ""
    return f"Thông báo {subject[:1].lower()}{subject[1:]} của {issuer} ({met}chưa rõ số)"


def _present(group: Attendance) -> str:
    if group.invited is not None:
        return f"{group.group}: {group.present}/{group.invited}"
    away = f" (vắng {group.absent})" if group.absent else ""
    return f"{group.group}: {group.present}{away}"


class _Text:
    """The words of one notice as they are shown on its page; `links` by the id of their prose."""

    def __init__(self, links: Mapping[int, Sequence[Link]]) -> None:
        self.links = links

    def words(self, prose: Prose) -> Markup:
        return rich(prose, links=self.links.get(id(prose), ()))

    def blocks(self, blocks: Iterable[Block], figures: Sequence[str] = ()) -> tuple[Shown, ...]:
        return tuple(self._block(block, figures) for block in blocks)

    def _block(self, block: Block, figures: Sequence[str]) -> Shown:
        if isinstance(block, Paragraph):
            has_figures = any(figure in block.prose.printed for figure in figures)
            return Shown("", "", "", self.words(block.prose), (), has_figures)
        return Shown(
            block.mark,
            block.anchor,
            capital(block.label),
            self.words(block.prose),
            self.blocks(block.items),
        )

    def part(self, part: Part) -> ShownPart:
        sections = tuple(self._section(section) for section in part.sections)
        return ShownPart(
            part.numeral,
            part.anchor,
            capital(part.label),
            self.words(part.title),
            f"{'Nhiệm vụ' if part.is_tasks else 'Kết quả'} tháng {part.month}",
            part.is_tasks,
            self.blocks(part.blocks),
            sections,
            tuple(section for section in sections if section.title is not None),
        )

    def _section(self, section: Section) -> ShownSection:
        return ShownSection(
            section.number,
            section.anchor,
            capital(section.label),
            self.words(section.title) if section.title else None,
            section.title.text if section.title else "",
            self.blocks(section.blocks, [figure.value for figure in section.figures]),
        )


def _slips(notice: Notice, readings: Iterable[Reading]) -> Iterator[Slip]:
    head = islice(notice.all_passages(), len(notice.head))
    last: Slip | None = None
    for passage in chain(head, (reading.passage for reading in readings)):
        for mark in passage.prose.marks:
            match mark.what:
                case Edit(correction=correction):
                    right = correction.right
                case Doubt(correction=correction):
                    right = ""
                case _:
                    continue
            slip = Slip(
                passage.anchor or "van-ban",
                capital(passage.label),
                correction.printed,
                right,
                correction.why,
                correction.sure.value,
            )
            if slip != last:  # one correction may change several words
                yield slip
            last = slip
