"""Which documents the archive names: citations and the register -> one entry a document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.graph.document_ids import Bodies, DocumentId, Registered, settled
from generator.graph.linking import Reading
from generator.model import Archive, KnownDocument, Month, Notice, Status
from generator.numbers.citations import Citation
from generator.numbers.document_number import DocumentNumber, type_name
from generator.urls import Address
from generator.vietnamese import SortKey, sort_key

Place = tuple[str, str, int, int, str]
"""A citation in the archive: notice, path, line, start, number."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a thing, `reading.passage.prose.text[start:end]`."""

    reading: Reading
    start: int
    end: int
    printed: str

    @property
    def place(self) -> tuple[str, str, int, int, int]:
        """Where it stands in the archive: notice, path, line, start, end."""
        passage = self.reading.passage
        return self.reading.notice.id, passage.path, passage.line, self.start, self.end


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
    def order(self) -> tuple[int, int, SortKey, str]:
        """Newest year first, newest day first; those of a year without a day last, by number."""
        year = self.id.number.year or self.id.year or 0
        day = self.issued.toordinal() if self.issued else 0
        return (-year, -day, sort_key(str(self.id.number)), self.address)


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
    bodies = Bodies(registers)
    own = _own_notices(archive, bodies)
    known = Registered(registers, bodies)
    ids = dict(known.ids)
    mentions: dict[Address, list[Mention]] = defaultdict(list)
    dates: dict[Address, set[date]] = defaultdict(set)
    targets: dict[Place, Address] = {}
    addresses: dict[tuple[DocumentId, str], Address] = {}
    by_notice: dict[str, list[tuple[Reading, Citation]]] = defaultdict(list)
    for reading in readings:
        by_notice[reading.notice.id] += [(reading, citation) for citation in reading.citations]
    for notice_id, cited in by_notice.items():
        found = settled([c for _, c in cited], notice_id, bodies, known)
        for (reading, citation), id_ in zip(cited, found, strict=True):
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


def _own_notices(archive: Archive, bodies: Bodies) -> dict[Address, Notice]:
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
