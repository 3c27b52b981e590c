"""Schools by level and name in Vietnamese prose, and whom a sentence addresses: text -> spans.

A school is level + name. A bare name takes the level of its list, or of the section after
`các trường`; after `phường`, `địa bàn` it is a place. What nobody can tell stays open.
"""

from collections.abc import Iterable, Sequence

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
from generator.names.phrases import words
from generator.names.prose_reader import ProseReader
from generator.names.register_names import RegisterNames
from generator.names.school_words import CLUSTERS, LEVELS, OUTSIDE, PEOPLE, PLACES

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

_TABLES = (HEADS, CLUSTERS, LEVELS, OUTSIDE, PEOPLE, PLACES)


class Names:
    """The register's names, ready to be found in any number of texts.

    `wards` are further places (with or without `phường`, `xã`) besides those of the schools.
    """

    def __init__(self, schools: Sequence[School], wards: Iterable[str] = ()) -> None:
        self._names = RegisterNames(schools, wards)
        self._openers = self._names.first_words.union(*(table.first_words for table in _TABLES))

    def find(self, text: str, *, section_level: Level | None = None) -> tuple[Name, ...]:
        """What a text names and addresses, in order, no two overlapping."""
        return ProseReader(self._openers, self._names, words(text), section_level).read()
