"""Schools by level and name in Vietnamese prose, and whom a sentence addresses: text -> spans.

A school is level + name. A bare name takes the level of its list, or of the section after
`các trường`; after `phường`, `địa bàn` it is a place. What nobody can tell stays open.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.model import Level, School
from generator.names.audience import HEADS
from generator.names.named import (
    Audience,
    How,
    Name,
    OpenName,
    OutsideInstitution,
    PlaceName,
    SchoolMention,
)
from generator.names.phrases import Openers, Phrases, words
from generator.names.prose_reader import ProseReader
from generator.names.prose_walk import Rule
from generator.names.register_names import RegisterNames
from generator.names.school_words import (
    CLUSTERS,
    LEVELS,
    OUTSIDE,
    OUTSIDE_AFTER_SCHOOL,
    PEOPLE,
    PLACES,
    TWO_LEVELS,
)

__all__ = [
    "Audience",
    "How",
    "Name",
    "Names",
    "OpenName",
    "OutsideInstitution",
    "PlaceName",
    "SchoolMention",
]


_GENERAL_LEVELS = Phrases((word, True) for word in ("phổ thông", "trung học"))
_SENTENCE_ENDS = Phrases((sign, True) for sign in (".", ";", "\n\n"))

_RULES: tuple[tuple[Rule, tuple[Phrases[Any], ...]], ...] = (
    (ProseReader.outside, (OUTSIDE, OUTSIDE_AFTER_SCHOOL)),
    (ProseReader.people, (PEOPLE,)),
    (ProseReader.places, (PLACES,)),
    (ProseReader.cluster, (CLUSTERS,)),
    (ProseReader.head, (HEADS,)),
    (ProseReader.level, (LEVELS, TWO_LEVELS, _GENERAL_LEVELS)),
)
"""Rules in the order in which they are tried, with the phrases that each begins with."""


class Names:
    """The register's names, ready to be found in any number of texts.

    `wards` are further places (with or without `phường`, `xã`) besides those of the schools.
    """

    def __init__(self, schools: Sequence[School], wards: Iterable[str] = ()) -> None:
        self._names = RegisterNames(schools, wards)
        rules = [
            *_RULES,
            (ProseReader.bare, (self._names.phrases,)),
            (ProseReader.sentence_end, (_SENTENCE_ENDS,)),
        ]
        self._openers = Openers(table for _, tables in rules for table in tables)
        self._rules = {
            word: tuple(
                rule for rule, tables in rules if any(word in table.first_words for table in tables)
            )
            for word in self._openers.first_words
        }

    def find(self, text: str, *, section_level: Level | None = None) -> tuple[Name, ...]:
        """What a text names and addresses, in order, no two overlapping.

        Rules are tried only where a phrase stands that one of them begins with.
        """
        among = words(text)
        openings = self._openers.places(among)
        if not openings:
            return ()
        return ProseReader(self._rules, openings, self._names, among, section_level).read()

    def candidates(self, text: str) -> int:
        """At how many places something may be named or a sentence end."""
        return len(self._openers.places(words(text)))
