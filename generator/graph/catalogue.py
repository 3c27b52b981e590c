"""Which documents the archive names: citations and the register -> one entry a document.

A number is not an identity, it restarts (`identity`). Here each citation gets the body and the year
that its own clause, its own notice or a person gave it; nothing is completed from anywhere else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator import urls
from generator.graph.linking import Reading
from generator.model import Archive, Body, KnownDocument, Month, Notice, Registers, Status
from generator.numbers.bodies_in_words import BodyKey, body_key, same_body
from generator.numbers.citations import Citation
from generator.numbers.document_number import DocumentNumber, Family, type_name
from generator.urls import Address
from generator.vietnamese import SortKey, sort_key, tone_key

Place = tuple[str, str, int, int, str]
"""A citation in the archive: notice, path, line, start, number."""


@dataclass(frozen=True, slots=True)
class DocumentId:
    """What makes two mentions one document: the number, whose it is, the year of its date.

    Where the register has no such body, `issuer` holds the words and `organ` what they come to.
    """

    number: DocumentNumber
    body: Body | None
    year: int | None
    organ: BodyKey | None = None
    issuer: str = field(default="", compare=False)

    @property
    def address(self) -> Address:
        place = ""
        if self.body and not self.body.is_own and self.number.issuer not in self.body.symbols:
            place = self.body.place or self.body.name
        elif self.organ:
            place = f"{self.organ.level} {self.organ.place}".strip() or self.issuer
        return urls.document(self.number, place=place, year=self.year)

    @property
    def is_settled(self) -> bool:
        """Whether one document can be meant: a whole number, its year, whose it is."""
        if not self.number.is_complete:
            return False
        return bool(self.number.year or self.year) and self.is_issuer_known

    @property
    def is_issuer_known(self) -> bool:
        known = self.body is not None or self.organ is not None
        return known or self.number.family is Family.ASSEMBLY


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a thing, `reading.passage.prose.text[start:end]`."""

    reading: Reading
    start: int
    end: int
    printed: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the archive; mentions newest first, relations by address."""

    id: DocumentId
    address: Address
    kind: str
    issued: date | None
    known: KnownDocument | None
    mentions: tuple[Mention, ...]
    dates: tuple[date, ...]
    replaces: tuple[Address, ...] = ()
    replaced_by: tuple[Address, ...] = ()
    carries_out: tuple[Address, ...] = ()
    carried_out_by: tuple[Address, ...] = ()
    notice: Notice | None = None
    """The archive's own notice, where this is its number."""

    @property
    def is_held(self) -> bool:
        """Whether its whole text can be read somewhere."""
        return self.notice is not None or bool(self.known and self.known.link)

    @property
    def status(self) -> Status | None:
        if self.replaced_by:
            return Status.REPLACED
        return self.known.status if self.known else None

    @property
    def spellings(self) -> tuple[str, ...]:
        """How it is printed in the notices, each once, in dictionary order."""
        printed = {mention.printed for mention in self.mentions if mention.printed}
        return tuple(sorted(printed, key=sort_key))

    @property
    def title(self) -> str:
        return self.id.number.spoken

    @property
    def order(self) -> tuple[int, SortKey, str]:
        """Newest year first, then by number."""
        year = self.id.number.year or self.id.year or 0
        return (-year, sort_key(str(self.id.number)), self.address)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every document by address, and where each citation of a reading leads."""

    documents: Mapping[Address, Document]
    targets: Mapping[Place, Address]

    def of(self, reading: Reading, citation: Citation) -> Document:
        return self.documents[self.targets[_place(reading, citation)]]


def _place(reading: Reading, citation: Citation) -> Place:
    """A range's inner numbers have no words of their own and share a start."""
    passage = reading.passage
    return reading.notice.id, passage.path, passage.line, citation.start, citation.number.key


def catalogue(readings: Sequence[Reading], archive: Archive) -> Catalogue:
    """`readings` notice by notice, oldest first."""
    registers = archive.registers
    bodies = _Bodies(registers)
    own = _own_notices(archive, bodies)
    known = _Known(registers, bodies)
    ids = dict(known.ids)
    mentions: dict[Address, list[Mention]] = defaultdict(list)
    dates: dict[Address, set[date]] = defaultdict(set)
    targets: dict[Place, Address] = {}
    addresses: dict[tuple[DocumentId, str], Address] = {}
    by_notice: dict[str, list[tuple[Reading, Citation]]] = defaultdict(list)
    for reading in readings:
        by_notice[reading.notice.id] += [(reading, citation) for citation in reading.citations]
    for notice_id, cited in by_notice.items():
        settled = _settled([c for _, c in cited], notice_id, bodies, known)
        for (reading, citation), id_ in zip(cited, settled, strict=True):
            said = id_, id_.issuer
            address = addresses.get(said) or addresses.setdefault(said, id_.address)
            ids.setdefault(address, id_)
            targets[_place(reading, citation)] = address
            if citation.date:
                dates[address].add(citation.date)
            mentions[address].append(
                Mention(reading, citation.start, citation.end, citation.printed)
            )
    documents = {
        address: _document(
            ids[address],
            address,
            known.by_address.get(address),
            mentions[address],
            dates[address],
            own.get(address),
        )
        for address in sorted(ids)
    }
    return Catalogue(_related(documents), targets)


class _Bodies:
    """Bodies by the names and the symbols that name them."""

    def __init__(self, registers: Registers) -> None:
        named = [(name, body) for body in registers.bodies for name in (body.name, *body.aliases)]
        self.by_name = {tone_key(name): body for name, body in named}
        self.names = [(body_key(name), body) for name, body in named]
        self.by_words: dict[str, tuple[Body | None, BodyKey]] = {}
        self.by_symbol = {s: body for body in registers.bodies for s in body.symbols}

    def id_of(self, number: DocumentNumber, words: str, year: int | None) -> DocumentId:
        """By the body that a clause names, or that the symbol itself names; else by the words."""
        if not words:
            return DocumentId(number, self.by_symbol.get(number.issuer or ""), year)
        if words not in self.by_words:
            self.by_words[words] = self._meant(words)
        body, key = self.by_words[words]
        if body:
            return DocumentId(number, body, year)
        return DocumentId(number, None, year, key, words)

    def _meant(self, words: str) -> tuple[Body | None, BodyKey]:
        """The one registered body that the words can mean, however they are spelled."""
        key = body_key(words)
        if body := self.by_name.get(tone_key(words)):
            return body, key
        fitting = {body.key: body for name, body in self.names if same_body(name, key)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None, key


class _Known:
    """The register of documents by address, by number, and by the short forms people settled."""

    def __init__(self, registers: Registers, bodies: _Bodies) -> None:
        self.by_address: dict[Address, KnownDocument] = {}
        self.ids: dict[Address, DocumentId] = {}
        self.by_number: dict[str, list[tuple[KnownDocument, DocumentId]]] = defaultdict(list)
        self.short_forms: dict[tuple[str, str], DocumentId] = {}
        for document in registers.documents:
            year = None if document.number.year or not document.issued else document.issued.year
            id_ = bodies.id_of(document.number, document.body, year)
            self.by_address[id_.address] = document
            self.ids[id_.address] = id_
            self.by_number[document.number.key].append((document, id_))
            for form in document.short_forms:
                self.short_forms[form.notice, form.written.key] = id_


def _settled(
    cited: Sequence[Citation],
    notice_id: str,
    bodies: _Bodies,
    known: "_Known",
) -> list[DocumentId]:
    """The identities of one notice's citations, each completed by the others and by people."""
    first: list[DocumentId] = []
    for citation in cited:
        if decided := known.short_forms.get((notice_id, citation.number.key)):
            first.append(decided)
            continue
        year = citation.date.year if citation.date and not citation.number.year else None
        first.append(bodies.id_of(citation.number, citation.body or "", year))
    whole = [_from_register(id_, c, known) for id_, c in zip(first, cited, strict=True)]
    by_number: dict[str, set[DocumentId]] = defaultdict(set)
    for id_ in whole:
        by_number[id_.number.key].add(id_)
    return [_completed(id_, by_number[id_.number.key]) for id_ in whole]


def _from_register(id_: DocumentId, citation: Citation, known: "_Known") -> DocumentId:
    """A person registered this number with this very date, or with its own year in it."""
    fitting = [
        other
        for document, other in known.by_number[id_.number.key]
        if (other.number.year or (citation.date and citation.date == document.issued))
        and _compatible(id_, other)
    ]
    return fitting[0] if len(fitting) == 1 else id_


def _completed(id_: DocumentId, same_number: Iterable[DocumentId]) -> DocumentId:
    """Later mentions in a notice give number alone (NĐ 30/2020, Phụ lục I, II.6.b)."""
    fuller = {other for other in same_number if _compatible(id_, other) and _adds(id_, other)}
    if len(fuller) == 1:
        return next(iter(fuller))
    return id_


def _compatible(id_: DocumentId, other: DocumentId) -> bool:
    if id_.year and other.year and id_.year != other.year:
        return False
    if id_.is_issuer_known and other.is_issuer_known:
        return (id_.body, id_.organ) == (other.body, other.organ)
    return True


def _adds(id_: DocumentId, other: DocumentId) -> bool:
    more = (not id_.year and other.year) or (not id_.is_issuer_known and other.is_issuer_known)
    less = (id_.year and not other.year) or (id_.is_issuer_known and not other.is_issuer_known)
    return bool(more and not less)


def _document(
    id_: DocumentId,
    address: Address,
    known: KnownDocument | None,
    mentions: Sequence[Mention],
    dates: Iterable[date],
    notice: Notice | None,
) -> Document:
    ordered = tuple(sorted(dates))
    newest = sorted(mentions, key=_when, reverse=True)
    issued = known.issued if known and known.issued else ordered[0] if len(ordered) == 1 else None
    kind = (known.kind if known else "") or type_name(id_.number)
    return Document(id_, address, kind, issued, known, tuple(newest), ordered, notice=notice)


def _when(mention: Mention) -> tuple[Month, str]:
    """Of two notices of one month the later id is the newer, as everywhere."""
    notice = mention.reading.notice
    return notice.month, notice.id


def _own_notices(archive: Archive, bodies: "_Bodies") -> dict[Address, Notice]:
    """The notices that have a number, by the address that a citation of them leads to."""
    own = archive.registers.own_body.name
    return {
        bodies.id_of(notice.number, own, notice.issued.year).address: notice
        for notice in archive.notices
        if notice.number and notice.issued
    }


def _related(documents: Mapping[Address, Document]) -> dict[Address, Document]:
    """Relations typed once are shown on both sides."""
    by_number: dict[str, list[Document]] = defaultdict(list)
    for document in documents.values():
        by_number[document.id.number.key].append(document)

    def one(number: DocumentNumber) -> list[Address]:
        found = by_number[number.key]
        return [found[0].address] if len(found) == 1 else []

    forward: dict[str, dict[Address, list[Address]]] = {}
    back: dict[str, dict[Address, list[Address]]] = {}
    for relation in ("replaces", "carries_out"):
        forward[relation], back[relation] = defaultdict(list), defaultdict(list)
        for document in documents.values():
            for number in getattr(document.known, relation, ()):
                for other in one(number):
                    forward[relation][document.address].append(other)
                    back[relation][other].append(document.address)
    return {
        address: replace(
            document,
            replaces=tuple(forward["replaces"][address]),
            replaced_by=tuple(back["replaces"][address]),
            carries_out=tuple(forward["carries_out"][address]),
            carried_out_by=tuple(back["carries_out"][address]),
        )
        for address, document in documents.items()
    }
