"""Which document a citation means: its number, the body and the year that are said of it.

A number is not an identity, it restarts (`identity`). Each citation gets the body and the year that
its own clause, its own notice or a person gave it; nothing is completed from anywhere else.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from generator import urls
from generator.model import Body, KnownDocument, Registers
from generator.numbers.bodies_in_words import BodyKey, body_key, same_body
from generator.numbers.citations import Citation
from generator.numbers.document_number import DocumentNumber, Family
from generator.urls import Address
from generator.vietnamese import bare, tone_key


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
            place = self.organ.distinction or self.issuer
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


class Bodies:
    """Bodies by the names and the symbols that name them."""

    def __init__(self, registers: Registers) -> None:
        named = [(name, body) for body in registers.bodies for name in (body.name, *body.aliases)]
        self.by_name = {tone_key(name): body for name, body in named}
        self.names = {(body_key(name), body.key): body for name, body in named}
        self.by_organ: dict[str, list[tuple[BodyKey, Body]]] = defaultdict(list)
        self.by_place: dict[tuple[str, str], list[tuple[BodyKey, Body]]] = defaultdict(list)
        for (key, _), body in self.names.items():
            self.by_organ[key.organ].append((key, body))
            self.by_place[key.organ, bare(key.place)].append((key, body))
        self.by_key: dict[BodyKey, Body | None] = {}
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
        if key not in self.by_key:
            self.by_key[key] = self._only(key)
        return self.by_key[key], key

    def _only(self, key: BodyKey) -> Body | None:
        """The body that such a key can mean, unless there are two: of its place, or of none."""
        names: Iterable[tuple[BodyKey, Body]] = self.by_organ[key.organ]
        if key.place:
            here = self.by_place[key.organ, bare(key.place)]
            names = chain(here, self.by_place[key.organ, ""])
        only: Body | None = None
        for name, body in names:
            if same_body(name, key):
                if only and only.key != body.key:
                    return None
                only = body
        return only


class Registered:
    """The register of documents by address, by number, and by the short forms people settled."""

    def __init__(self, registers: Registers, bodies: Bodies) -> None:
        self.by_address: dict[Address, KnownDocument] = {}
        self.ids: dict[Address, DocumentId] = {}
        self.by_time: dict[tuple[str, int | date | None], _SameNumber] = defaultdict(_SameNumber)
        self.short_forms: dict[tuple[str, str], DocumentId] = {}
        for document in registers.documents:
            year = None if document.number.year or not document.issued else document.issued.year
            id_ = bodies.id_of(document.number, document.body, year)
            self.by_address[id_.address] = document
            self.ids[id_.address] = id_
            when = document.number.year or document.issued
            self.by_time[document.number.key, when].add(id_)
            for form in document.short_forms:
                self.short_forms[form.notice, form.written.key] = id_


def settled(
    cited: Sequence[Citation],
    notice_id: str,
    bodies: Bodies,
    known: Registered,
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
    by_number: dict[str, list[DocumentId]] = defaultdict(list)
    for id_ in dict.fromkeys(whole):
        by_number[id_.number.key].append(id_)
    fuller: dict[DocumentId, DocumentId | None] = {}
    for ids in by_number.values():
        if len(ids) > 1:
            same = _SameNumber(ids)
            fuller |= {id_: same.fuller(id_) for id_ in ids}
    return [fuller.get(id_) or id_ for id_ in whole]


def _from_register(id_: DocumentId, citation: Citation, known: Registered) -> DocumentId:
    """A person registered this number with this very date, or with its own year in it."""
    when = id_.number.year or citation.date
    same = known.by_time.get((id_.number.key, when)) if when else None
    if same is None:
        return id_
    fitting = (other for other in same.beside(id_) if _compatible(id_, other))
    only, another = next(fitting, None), next(fitting, None)
    return only if only and not another else id_


class _SameNumber:
    """Documents of one number, by body and by year: only these complete each other."""

    def __init__(self, ids: Iterable[DocumentId] = ()) -> None:
        self._all: list[DocumentId] = []
        self._of_nobody: list[DocumentId] = []
        self._of_body: dict[object, list[DocumentId]] = defaultdict(list)
        self._of_year: dict[int | None, list[DocumentId]] = defaultdict(list)
        for id_ in ids:
            self.add(id_)

    def add(self, id_: DocumentId) -> None:
        self._all.append(id_)
        known = id_.is_issuer_known
        (self._of_body[id_.body, id_.organ] if known else self._of_nobody).append(id_)
        self._of_year[id_.year].append(id_)

    def beside(self, id_: DocumentId) -> Iterable[DocumentId]:
        """Those whose body can be the one's own."""
        if not id_.is_issuer_known:
            return self._all
        return chain(self._of_body[id_.body, id_.organ], self._of_nobody)

    def fuller(self, id_: DocumentId) -> DocumentId | None:
        """The one that says the same and more.

        Later mentions in a notice give number alone (NĐ 30/2020, Phụ lục I, II.6.b).
        """
        if id_.is_issuer_known:
            others = [] if id_.year else self._of_body[id_.body, id_.organ]
        else:
            others = self._of_year[id_.year] if id_.year else self._all
        fuller = (other for other in others if _compatible(id_, other) and _adds(id_, other))
        only, another = next(fuller, None), next(fuller, None)
        return None if another else only


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
