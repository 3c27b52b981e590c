"""The page of a document, and what lists say of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator import urls
from generator.graph.catalogue import Document, Mention
from generator.graph.indexes import Graph
from generator.model import Notice
from generator.numbers.document_number import type_code
from generator.pages.entries import Entry, counted
from generator.pages.older import older_entries, older_page, split
from generator.pages.page import Crumb, Links, Page, notice_title, page
from generator.pages.quotes import quotes
from generator.vietnamese import SortKey, show_date

T = TypeVar("T")

UNSETTLED = "Chưa xác định đầy đủ số, năm"
NOT_HELD = "Viện dẫn nhưng chưa có toàn văn"
HELD = "Có toàn văn"

NEIGHBOURS = 3
"""Namesakes before and after a document on its page; all of them are on the number's own page."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What another document is to this one, and that document."""

    label: str
    others: tuple[Entry, ...]


def nearest(ordered: Sequence[T], place: int) -> Sequence[T]:
    """What stands around the one at `place`, without it; near an end, more of the other side."""
    first = max(0, min(place - NEIGHBOURS, len(ordered) - 2 * NEIGHBOURS - 1))
    return [*ordered[first:place], *ordered[place + 1 : first + 2 * NEIGHBOURS + 1]]


def document_page(
    graph: Graph, document: Document, same_number: Sequence["Listed"], place: int
) -> Page:
    """The page of the one at `place` among those of its number."""
    here = Links(document.address)
    documents = graph.catalogue.documents
    known = document.known
    kept, past = split(document.mentions)
    notices = {mention.reading.notice.id for mention in document.mentions}
    return page(
        document.address,
        "document",
        title=full_title(document),
        kind="document",
        description=(
            known.subject
            if known and known.subject
            else f"{document.title}: những chỗ được nhắc đến trong các thông báo kết luận."
        ),
        above=[Crumb("Văn bản được viện dẫn", urls.DOCUMENTS)],
        number=_number(document),
        document=document,
        subject=_subject(document),
        issued=show_date(document.issued) if document.issued else "",
        other_dates=[show_date(day) for day in document.dates if day != document.issued],
        issuer=issuer(document),
        was=_was(document),
        statuses=_statuses(document),
        open_questions=(
            here.to(urls.OPEN_QUESTIONS, "van-ban")
            if document.mentions and not document.id.is_settled
            else ""
        ),
        link=urls.file_link(known.link, start=here.start) if known and known.link else "",
        notice=document.notice and (notice_title(document.notice), here.to_notice(document.notice)),
        relations=[
            Relation(label, tuple(Listed(documents[other]).entry(here) for other in others))
            for label, others in (
                ("Thay thế", document.replaces),
                ("Bị thay thế bởi", document.replaced_by),
                ("Thực hiện", document.carries_out),
                ("Được thực hiện bởi", document.carried_out_by),
            )
            if others
        ],
        namesakes=list(_namesakes(same_number, place, here)),
        quotes_=list(quotes(kept, here)),
        older=older_entries(here.start, [_span(mentions) for mentions in past]),
        places=counted(len(document.mentions), "chỗ"),
        notices=counted(len(notices), "thông báo"),
    )


def _namesakes(same_number: Sequence["Listed"], place: int, here: Links) -> Iterator[Entry]:
    near = nearest(same_number, place)
    for other in near:
        yield other.entry(here)
    if len(near) + 1 < len(same_number):
        everyone = counted(len(same_number), "văn bản cùng số")
        number = same_number[place].document.id.number
        yield Entry(f"Cả {everyone}", here.to(urls.number(number)))


def older_pages(document: Document) -> Iterator[Page]:
    past = split(document.mentions)[1]
    above = [
        Crumb("Văn bản được viện dẫn", urls.DOCUMENTS),
        Crumb(full_title(document), document.address),
    ]
    for number, mentions in enumerate(past, start=1):
        yield older_page(
            above,
            number,
            len(past),
            span=_span(mentions),
            kind="document",
            lead="Những chỗ nhắc đến văn bản, mới nhất trước.",
            quotes=list(quotes(mentions, Links(urls.older(document.address, number)))),
        )


def _span(mentions: Sequence[Mention]) -> tuple[Notice, Notice]:
    """The oldest notice and the newest."""
    return mentions[-1].reading.notice, mentions[0].reading.notice


def _subject(document: Document) -> str:
    """What people registered; the title, for a notice that is in the archive itself."""
    if document.known and document.known.subject:
        return document.known.subject
    return document.notice.title.text if document.notice else ""


def full_title(document: Document) -> str:
    """`Công văn 1249/PGDĐT năm 2021`: told apart from its namesakes of other years."""
    year = "" if document.id.number.year else document.id.year
    title = document.title if document.id.number.is_complete else document.id.number.spoken
    return f"{title} năm {year}" if year else title


def _number(document: Document) -> str:
    return str(document.id.number) if document.id.number.issuer else ""


def issuer(document: Document) -> str:
    return document.id.body.name if document.id.body else document.id.issuer


def _was(document: Document) -> str:
    """What became of the body that issued it."""
    body = document.id.body
    if not body or not body.until:
        return ""
    now = f", nay là {body.successor}" if body.successor else ""
    return f"{body.name} hoạt động đến tháng {body.until}{now}."


def _statuses(document: Document) -> list[str]:
    found = [str(document.status).capitalize()] if document.status else []
    if not document.id.is_settled:
        found.append(UNSETTLED)
    elif not document.is_held:
        found.append(NOT_HELD if document.mentions else "Chưa có toàn văn")
    return found


def by_order(document: Document) -> tuple[int, int, SortKey, str]:
    return document.order


class Listed:
    """What lists say of a document, worked out once for all of them."""

    def __init__(self, document: Document) -> None:
        facts = [
            f"ban hành {show_date(document.issued)}" if document.issued else "",
            issuer(document),
            str(document.status) if document.status else "",
            "" if document.id.is_settled else UNSETTLED.lower(),
            f"nhắc đến {counted(len(document.mentions), 'chỗ')}" if document.mentions else "",
        ]
        self.document = document
        self.title = full_title(document)
        self.about = _subject(document)
        self.facts = " · ".join(fact for fact in facts if fact)

    @property
    def note(self) -> str:
        return " · ".join(filter(None, (self.about, self.facts)))

    def entry(self, here: Links) -> Entry:
        return Entry(self.title, here.to(self.document.address), self.note)


def document_entry(document: Document, here: Links) -> Entry:
    """An entry of an index, where readers may choose by kind, year, issuer and state."""
    listed = Listed(document)
    return Entry(
        listed.title,
        here.to(document.address),
        listed.facts,
        (
            ("loai", document.kind),
            ("nam", str(document.id.number.year or document.id.year or "chưa rõ")),
            ("coquan", issuer(document) or "chưa rõ"),
            ("tinhtrang", _holding(document)),
        ),
        listed.about,
        _code(document, listed.title),
    )


def _code(document: Document, title: str) -> tuple[str, ...]:
    """`CV` of a công văn, `TT` of Thông tư 22: the code of its kind where the title has none."""
    code = document.id.number.type or type_code(document.kind)
    return (code,) if code and code not in title else ()


def _holding(document: Document) -> str:
    if not document.id.is_settled:
        return UNSETTLED
    return HELD if document.is_held else NOT_HELD
