"""What the archive is made of: notices and their words, and the registers of what names mean.

Everything is frozen.
"""

from generator.model.archive import Archive
from generator.model.calendar import Month, SchoolYear
from generator.model.notice import (
    Absence,
    Attendance,
    Block,
    Figure,
    Footnote,
    Item,
    Notice,
    Paragraph,
    Part,
    Passage,
    Section,
)
from generator.model.prose import (
    Correction,
    Doubt,
    Edit,
    FootnoteMark,
    Mark,
    Note,
    Plain,
    Prose,
    Sureness,
)
from generator.model.registers import (
    Body,
    KnownDocument,
    Level,
    Registers,
    School,
    ShortForm,
    Status,
    Topic,
)
from generator.model.synonyms import Synonyms

__all__ = [
    "Absence",
    "Archive",
    "Attendance",
    "Block",
    "Body",
    "Correction",
    "Doubt",
    "Edit",
    "Figure",
    "Footnote",
    "FootnoteMark",
    "Item",
    "KnownDocument",
    "Level",
    "Mark",
    "Month",
    "Note",
    "Notice",
    "Paragraph",
    "Part",
    "Passage",
    "Plain",
    "Prose",
    "Registers",
    "School",
    "SchoolYear",
    "Section",
    "ShortForm",
    "Status",
    "Sureness",
    "Synonyms",
    "Topic",
]
