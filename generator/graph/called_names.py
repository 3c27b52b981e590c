"""Whatever calls people by their names: the end of one after a title, parts of one without."""

from collections.abc import Iterable, Iterator

from generator.graph.private_words import Keys, PrivateWords, Span, keys
from generator.graph.shortened_names import ShortenedNames
from generator.graph.titled_names import TitledNames
from generator.model import School


class CalledNames:
    """Looked for in texts; `places` are names that are no person's."""

    def __init__(self, names: Iterable[str], places: PrivateWords) -> None:
        names = list(names)
        self._titled, self._shortened = TitledNames(names), ShortenedNames(names, places)

    def spans(self, text: str) -> Iterator[Span]:
        yield from self._titled.spans(text)
        yield from self._shortened.spans(text)


def school_names(schools: Iterable[School]) -> frozenset[Keys]:
    return frozenset(keys(name) for school in schools for name in (school.name, *school.aliases))


def place_names(schools: Iterable[School]) -> PrivateWords:
    """The names of schools and of their wards."""
    return PrivateWords(
        name for school in schools for name in (school.name, *school.aliases, school.ward) if name
    )
