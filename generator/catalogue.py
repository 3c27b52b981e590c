"""Which documents the archive names: citations and the register -> one entry a document.

A number is not an identity, it restarts (`identity`). Here each citation gets the body and the year
that its own clause, its own notice or a person gave it; nothing is completed from anywhere else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator import urls
from generator.citations import Citation
from generator.document_number import DocumentNumber, Family, type_name
from generator.linking import Reading
from generator.model import Body, KnownDocument, Registers, Status
from generator.urls import Address
from generator.vietnamese import SortKey, sort_key, tone_key


@dataclass(frozen=True, slots=True)
class DocumentId:
    """What makes two mentions one document; `issuer` is words where the register has no body."""

    number: DocumentNumber
    body: Body | None
    issuer: str
    year: int | None

    @property
    def address(self) -> Address:
        place = self.issuer
        if self.body:
            named = self.body.is_own or self.number.issuer in self.body.symbols
            place = "" if named else self.body.place or self.body.name
        return urls.document(self.number, place=place, year=self.year)

    @property
    def is_settled(self) -> bool:
        """Whether one document can be meant: a whole number, its year, whose it is."""
        if not self.number.is_complete:
            return False
        return bool(self.number.year or self.year) and self.is_issuer_known

    @property
    def is_issuer_known(self) -> bool:
        return self.body is not None or bool(self.issuer) or self.number.family is Family.ASSEMBLY


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

    @property
    def status(self) -> Status | None:
        if self.replaced_by:
            return Status.REPLACED
        return self.known.status if self.known else None

    @property
    def spellings(self) -> tuple[str, ...]:
        """How it is printed in the notices, each once, in dictionary order."""
        return tuple(sorted({mention.printed for mention in self.mentions}, key=sort_key))

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
    targets: Mapping[tuple[str, str, int, int], Address]

    def of(self, reading: Reading, citation: Citation) -> Document:
        return self.documents[self.targets[_place(reading, citation)]]


def _place(reading: Reading, citation: Citation) -> tuple[str, str, int, int]:
    return (reading.notice.id, reading.passage.anchor, reading.passage.line, citation.start)


def catalogue(readings: Sequence[Reading], registers: Registers) -> Catalogue:
    """`readings` notice by notice, oldest first."""
    bodies = _Bodies(registers)
    known = _Known(registers, bodies)
    ids = dict(known.ids)
    mentions: dict[Address, list[Mention]] = defaultdict(list)
    dates: dict[Address, set[date]] = defaultdict(set)
    targets: dict[tuple[str, str, int, int], Address] = {}
    by_notice: dict[str, list[tuple[Reading, Citation]]] = defaultdict(list)
    for reading in readings:
        by_notice[reading.notice.id] += [(reading, citation) for citation in reading.citations]
    for notice_id, cited in by_notice.items():
        settled = _settled([c for _, c in cited], notice_id, bodies, known)
        for (reading, citation), id_ in zip(cited, settled, strict=True):
            address = id_.address
            ids.setdefault(address, id_)
            targets[_place(reading, citation)] = address
            if citation.date:
                dates[address].add(citation.date)
            mentions[address].append(
                Mention(reading, citation.start, citation.end, citation.printed)
            )
    documents = {
        address: _document(id_, known.by_address.get(address), mentions[address], dates[address])
        for address, id_ in sorted(ids.items())
    }
    return Catalogue(_related(documents), targets)


class _Bodies:
    """Bodies by the names and the symbols that name them."""

    def __init__(self, registers: Registers) -> None:
        self.by_name = {
            _name_key(name): body
            for body in registers.bodies
            for name in (body.name, *body.aliases)
        }
        self.by_symbol = {s: body for body in registers.bodies for s in body.symbols}

    def of(self, number: DocumentNumber, words: str) -> tuple[Body | None, str]:
        """The body that a clause names, or that the symbol names by itself; else its words."""
        if words:
            body = self.by_name.get(_name_key(words))
            return body, "" if body else words
        return self.by_symbol.get(number.issuer or ""), ""


def _name_key(name: str) -> str:
    return tone_key(name).replace("gd&đt", "gdđt").replace("ủy ban nhân dân", "ubnd")


class _Known:
    """The register of documents by address, by number, and by the short forms people settled."""

    def __init__(self, registers: Registers, bodies: _Bodies) -> None:
        self.by_address: dict[Address, KnownDocument] = {}
        self.ids: dict[Address, DocumentId] = {}
        self.by_number: dict[str, list[tuple[KnownDocument, DocumentId]]] = defaultdict(list)
        self.short_forms: dict[tuple[str, str], DocumentId] = {}
        for document in registers.documents:
            body, issuer = bodies.of(document.number, document.body)
            year = None if document.number.year or not document.issued else document.issued.year
            id_ = DocumentId(document.number, body, issuer, year)
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
        body, issuer = bodies.of(citation.number, citation.body or "")
        year = citation.date.year if citation.date else None
        first.append(
            DocumentId(citation.number, body, issuer, None if citation.number.year else year)
        )
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


def _completed(id_: DocumentId, all_ids: Iterable[DocumentId]) -> DocumentId:
    """Later mentions in a notice give number alone (NĐ 30/2020, Phụ lục I, II.6.b)."""
    fuller = {
        other
        for other in all_ids
        if other.number.key == id_.number.key and _compatible(id_, other) and _adds(id_, other)
    }
    if len(fuller) == 1:
        return next(iter(fuller))
    return id_


def _compatible(id_: DocumentId, other: DocumentId) -> bool:
    if id_.year and other.year and id_.year != other.year:
        return False
    if id_.is_issuer_known and other.is_issuer_known:
        return (id_.body, id_.issuer) == (other.body, other.issuer)
    return True


def _adds(id_: DocumentId, other: DocumentId) -> bool:
    more = (not id_.year and other.year) or (not id_.is_issuer_known and other.is_issuer_known)
    less = (id_.year and not other.year) or (id_.is_issuer_known and not other.is_issuer_known)
    return bool(more and not less)


def _document(
    id_: DocumentId,
    known: KnownDocument | None,
    mentions: Sequence[Mention],
    dates: Iterable[date],
) -> Document:
    ordered = tuple(sorted(dates))
    newest = sorted(mentions, key=lambda m: m.reading.notice.month, reverse=True)
    issued = known.issued if known and known.issued else ordered[0] if len(ordered) == 1 else None
    kind = (known.kind if known else "") or type_name(id_.number)
    return Document(id_, id_.address, kind, issued, known, tuple(newest), ordered)


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
