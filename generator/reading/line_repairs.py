"""A line with a slip of syntax, mended so that YAML can read on past it.

What the clerk meant is not guessed: a value that cannot be read becomes some text, of which the
reader then tells nothing more.
"""

import re
from collections.abc import Callable

Repair = Callable[[str], str]

VALUE = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*: +)?(?P<value>\S.*)")


def emptied(line: str) -> str:
    return ""


def with_colon(line: str) -> str:
    """`title` -> `title:`"""
    return f"{line.rstrip()}:"


def with_space(line: str) -> str:
    """`title:Họp` -> `title: Họp`, `-Họp` -> `- Họp`"""
    return re.sub(r"^(\s*(?:- +)*(?:[A-Za-z_][\w-]*:|-))(?=\S)", r"\1 ", line)


def opening_a_block(line: str) -> str:
    """`text: | Họp` -> `text: |`"""
    return re.sub(r"(:|-)\s.*", r"\1 |", line)


def as_text(line: str) -> str:
    """`title: Họp: tháng 11` -> `title: 'Họp: tháng 11'`"""
    found = VALUE.match(line)
    if found is None:
        return ""
    value = found["value"].rstrip().replace("'", "''")
    return f"{line[: found.start('value')]}'{value}'"
