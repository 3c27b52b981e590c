"""Spellings that search takes as one."""

from dataclasses import dataclass
from typing import TypeAlias

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""Spellings as a person writes them, the one that names the row first."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Spellings that are one everywhere, one before a number, or one only in what is asked.

    A row of `words` and `documents` begins with the full spelling, which the others become; a row
    of `queries` with an abbreviation, which may mean each of the others. Written as JSON the
    fields are what `theme/assets/search/fold.js` takes.
    """

    words: Rows = ()
    documents: Rows = ()
    queries: Rows = ()

    def __add__(self, more: "Synonyms") -> "Synonyms":
        return Synonyms(
            self.words + more.words, self.documents + more.documents, self.queries + more.queries
        )
