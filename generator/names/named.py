"""What the words of a notice can name or address; spans are `text[start:end]`."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from generator.model import Level


class How(Enum):
    """How a school is known from the words."""

    EXACT = "nêu rõ"
    INHERITED = "suy ra từ danh sách"
    INFERRED = "suy ra từ mục"
    NOTED = "theo ghi chú của văn thư"

    @property
    def label(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class SchoolMention:
    """A school of the register; `school` is its key."""

    start: int
    end: int
    school: str
    how: How


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that nobody can settle from the words alone.

    `candidates` are the keys of the schools it could be, `why` says it to a clerk.
    """

    start: int
    end: int
    name: str
    candidates: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A ward, commune, street or other place, even if a school bears its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class OutsideInstitution:
    """A school that is not the department's: upper secondary, a university, a province's centre."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Audience:
    """Words that address all schools of a level, or every school (None)."""

    start: int
    end: int
    level: Level | None


Name: TypeAlias = SchoolMention | OpenName | PlaceName | OutsideInstitution | Audience
