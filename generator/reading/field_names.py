"""The names of fields, to know one where its colon is missing; a test holds them to the shapes."""

import re
from typing import Final

FIELD_NAMES: Final = frozenset(
    "absent aliases attendance attendance_heading bodies body carries_out closing confirmed"
    " corrections count document documents due field figures footnotes from group head id invited"
    " issued italics key kind level link made_of met month name notes notice number opening outside"
    " own parts place position present printed queries reason recipients recipients_heading"
    " replaces results_of right role ruling school schools sections short_forms signed source"
    " status subject successor sure symbols tasks_for text times title to topics unit updated value"
    " ward what why words written".split()
)

_NAMES = "|".join(sorted(FIELD_NAMES - {"to"}, key=len, reverse=True))

FIELD_BEGINS: Final = re.compile(rf" *(?:- +)*(?:{_NAMES}):(?: |$)")
"""A line that opens a field."""

NAME_WITHOUT_COLON: Final = re.compile(
    rf"(?P<before> *(?:- +)*)(?P<name>{_NAMES})(?:[ =]+|\s*[：;]\s*)(?P<rest>[^\s:=].*)"
)
"""`title Họp`, `title = Họp`, `title：Họp`, `title; Họp`; «to» is a word of ours too."""

_BARE_NAME = re.compile(r"\s*[a-z_]+\s*")


def has_no_colon(line: str) -> bool:
    """Whether a line is the name of a field, with its value or without, and lacks the colon."""
    return bool(_BARE_NAME.fullmatch(line) or NAME_WITHOUT_COLON.fullmatch(line))
