"""What a page that is no more has become, as far as the records tell."""

from collections import Counter, defaultdict

from generator import urls
from generator.graph.document_ids import Bodies
from generator.graph.indexes import Graph
from generator.model import Registers
from generator.published.ledger import Addresses, Places
from generator.published.likeness import LENGTH
from generator.urls import Address
from generator.vietnamese import slug


def renamed_documents(graph: Graph) -> dict[str, str]:
    """The address that a citation had by its own words alone -> the one it has now."""
    bodies = Bodies(graph.archive.registers)
    found: dict[str, set[str]] = defaultdict(set)
    for readings in graph.readings.values():
        for reading in readings:
            for citation in reading.citations:
                now = graph.catalogue.of(reading, citation)
                date = citation.date
                year = date.year if date and not citation.number.year else None
                by_words = bodies.id_of(citation.number, citation.body or "", year)
                found[urls.served(by_words.address)].add(urls.served(now.address))
                by_number = urls.served(urls.number(citation.number))
                found[by_number].add(urls.served(urls.number(now.id.number)))
    return {old: min(new) for old, new in found.items() if len(new) == 1 and old not in new}


def renamed_entries(registers: Registers) -> dict[str, str]:
    """The address that a school or a field of work had by a name that is an alias now -> its own.

    What one alias says of two is nobody's.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for school in registers.schools:
        for alias in school.aliases:
            for name in (f"{school.level} {alias}", alias):
                found[urls.served(urls.school(slug(name)))].add(urls.school(school.key))
    for topic in registers.topics:
        for alias in topic.aliases:
            old = urls.served(urls.topic(slug(alias, limit=60)))
            found[old].add(urls.topic(topic.key))
    return {old: urls.served(Address(min(new))) for old, new in found.items() if len(new) == 1}


class NewPages:
    """The pages that are there `now` and never were `published`, by their words."""

    def __init__(self, published: Addresses, now: Addresses) -> None:
        self._by_mark: dict[str, Counter[str]] = defaultdict(Counter)
        for page, places in now.items():
            if page not in published:
                for mark in filter(None, places.values()):
                    self._by_mark[mark[:LENGTH]][page] += 1

    def most_like(self, places: Places) -> str:
        """The one with most of the words that stood on an old page; empty if none has any."""
        shared: Counter[str] = Counter()
        for mark in {mark[:LENGTH] for mark in places.values() if mark}:
            shared.update(self._by_mark.get(mark, {}))
        if not shared:
            return ""
        most = max(shared.values())
        return min(page for page, count in shared.items() if count == most)
