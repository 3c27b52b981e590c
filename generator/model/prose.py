"""Words of a notice, kept once: the corrected text with marks over it.

The printed text can be had back from it to the letter.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from generator.numbers.document_number import DocumentNumber


class Sureness(StrEnum):
    CERTAIN = "chắc chắn"
    LIKELY = "rất có thể"
    DOUBTFUL = "nghi ngờ"


@dataclass(frozen=True, slots=True)
class Correction:
    """One slip of the print: what stands there, what is right, why, how sure.

    A doubtful one changes nothing: its `right` may be empty.
    """

    printed: str
    right: str
    why: str
    sure: Sureness
    line: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A corrected run of a prose; `printed` is what the run replaces."""

    printed: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Doubt:
    """A run that may be wrong and is shown as printed."""

    correction: Correction


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    number: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the clerk says of some words: which school or document they name, or when they fall due.

    `place` and `outside` say that the words name no school of the department; `absent` whether
    they speak of somebody who was away, where the words alone seem to.
    """

    school: str | None = None
    document: DocumentNumber | None = None
    due: date | None = None
    id: str = ""
    place: bool = False
    outside: bool = False
    absent: bool | None = None


class Plain(Enum):
    """Marks that carry nothing but themselves."""

    ITALIC = "italic"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said of `prose.text[start:end]`."""

    start: int
    end: int
    what: Edit | Doubt | FootnoteMark | Note | Plain

    @property
    def is_private(self) -> bool:
        """Whether it stands over what only the department may read of somebody who was away."""
        is_noted = isinstance(self.what, Note) and self.what.absent is True
        return is_noted or self.what is Plain.PRIVATE


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as corrected, with marks in order of start; `printed` gives the words of the print."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        pieces, at = [], 0
        for mark in self.marks:
            if isinstance(mark.what, Edit):
                pieces += [self.text[at : mark.start], mark.what.printed]
                at = mark.end
        return "".join([*pieces, self.text[at:]])
