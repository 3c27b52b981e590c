"""Labelled queries drawn from an archive: what is asked, and the pages that are right."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from generator import urls
from generator.folding import Folding
from generator.graph.catalogue import Document, Mention
from generator.graph.indexes import Graph
from generator.pages.quotes import sentence_of


@dataclass(frozen=True, slots=True)
class Query:
    """`right` are addresses as they are served (`van-ban/…/`); empty where nothing is right."""

    kind: str
    text: str
    right: frozenset[str]


def queries(graph: Graph, each: int, seed: int) -> list[Query]:
    """`each` of every kind, the same for the same archive and seed."""
    random = Random(f"{seed} queries")
    documents = list(graph.catalogue.documents.values())
    return [
        *_numbers(random.sample(documents, min(each, len(documents))), documents),
        *_names(graph, random, each),
        *_phrases(graph, random, each),
        *[Query("nothing", text, frozenset()) for text in ("zzzqqq", "99999/XYZ", "qwrtpsdf")],
    ]


def _numbers(chosen: Sequence[Document], documents: Sequence[Document]) -> Iterator[Query]:
    """A number as it is printed, without accents, small, with the name of its kind; a short
    form may be any that says more.
    """
    for place, document in enumerate(chosen):
        number = document.id.number
        right = frozenset(
            urls.served(other.address) for other in documents if number.may_be(other.id.number)
        )
        spellings = (str(number), _bare(str(number)).lower(), document.title, f"số {number}")
        yield Query("number", spellings[place % len(spellings)], right)


def _names(graph: Graph, random: Random, each: int) -> Iterator[Query]:
    schools = [entry.school for entry in graph.schools.values()]
    for place, school in enumerate(random.sample(schools, min(each, len(schools)))):
        text = str(school) if place % 2 else _bare(str(school)).lower()
        yield Query("school", text, frozenset({urls.served(urls.school(school.key))}))


def _phrases(graph: Graph, random: Random, each: int) -> Iterator[Query]:
    """Words of a passage; right is every notice that holds them, and every document and school
    whose page quotes them: `công văn số`, which begins a number, leads to those documents.
    """
    fold = Folding(graph.archive.registers.synonyms).fold
    readings = [r for notice in graph.archive.notices for r in graph.readings[notice.id]]
    folded = [(urls.notice(r.notice.id), f" {fold(r.passage.prose.text)} ") for r in readings]
    quoted = [(d.address, d.mentions) for d in graph.catalogue.documents.values()]
    for key, entry in graph.schools.items():
        quoted.append((urls.school(key), tuple(place.mention for place in entry.named)))
    for address, mentions in quoted:
        folded += [(address, f" {fold(_sentence(mention))} ") for mention in mentions]
    for place in range(each):
        words = random.choice(readings).passage.prose.text.split()
        if len(words) < 6:
            continue
        start = random.randrange(len(words) - 4)
        text = " ".join(words[start : start + random.choice((3, 4))])
        needle = f" {fold(text)} "
        right = frozenset(urls.served(address) for address, text_ in folded if needle in text_)
        yield Query("words", text if place % 2 else _bare(text).lower(), right)


def _sentence(mention: Mention) -> str:
    start, end = sentence_of(mention.reading, mention.start)
    return mention.reading.passage.prose.text[start:end]


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in apart if not unicodedata.combining(c))
