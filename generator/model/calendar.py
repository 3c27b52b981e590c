"""Months and school years."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.month:02d}/{self.year}"

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02d}"

    @property
    def school_year(self) -> "SchoolYear":
        """September to August."""
        return SchoolYear(self.year if self.month >= 9 else self.year - 1)


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    start: int

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"
