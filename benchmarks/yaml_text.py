"""Records as a clerk would type them: plain where plain is safe, blocks for prose."""

import re
from collections.abc import Iterable, Iterator

_PLAIN = re.compile(r"[\w(“][^:#\"'\[\]{}&*!|>%@`]*[^:#\"'\[\]{}&*!|>%@`\s]")


def inline(text: str) -> str:
    """One line, in quotes where YAML would take it for something else."""
    if _PLAIN.fullmatch(text) and ", " not in text and not text[0].isdigit():
        return text
    return "'" + text.replace("'", "''") + "'"


def block(lines: Iterable[str], indent: int) -> Iterator[str]:
    """The lines below a `|`."""
    for line in lines:
        yield " " * indent + line if line else ""
