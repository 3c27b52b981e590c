"""Words of a value that YAML would lose or join in silence: after ` #`, or behind a list marker.

`field` tells the path of the value, where there is something to tell.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from generator.problems import Problems, quoted
from generator.reading.yaml_nodes import Scalar

_Path: TypeAlias = Callable[[], str]

_LIST_MARKER = re.compile(r"[-+*•](\s|\w)")
_COMMENT = re.compile(r" *#")
_COMMENT_AFTER_TEXT = re.compile(r" +#")


def refuse_cut(
    lines: list[str],
    text: str,
    line: int,
    column: int,
    problems: Problems,
    field: _Path,
) -> None:
    """`a plain text # and the rest` loses the rest: the clerk meant the #.

    The text ends before `column` of `line`, both from 1.
    """
    words = lines[line - 1] if line <= len(lines) else ""
    pattern = _COMMENT_AFTER_TEXT if text else _COMMENT
    if pattern.match(words, column - 1):
        _tell_cut(words[column - 1 :], line, problems, field)


def refuse_cut_after_name(
    lines: list[str], name: Scalar, value: Scalar, problems: Problems, field: _Path
) -> None:
    """`opening: # a word` with the text on the next line loses the word."""
    if value.line == name.line or name.line > len(lines):
        return
    words = lines[name.line - 1]
    if found := re.search(r":\s+(?=#)", words[name.column - 1 + len(name.text) :]):
        _tell_cut(
            words[name.column - 1 + len(name.text) + found.end() :], name.line, problems, field
        )


def _tell_cut(rest: str, line: int, problems: Problems, field: _Path) -> None:
    problems.error(
        line,
        f"YAML bỏ mất phần sau dấu #: {quoted(rest.strip())}; đặt cả "
        "giá trị trong ngoặc kép, hoặc đưa ghi chú xuống một dòng riêng",
        field=field(),
    )


def refuse_swallowed(
    lines: list[str],
    line: int,
    second: int,
    last: int,
    problems: Problems,
    field: _Path,
) -> None:
    """A list marker on a later line of a folded text becomes part of that text in silence.

    The text opens on `line`; `second` to `last` are the lines that are joined to it.
    """
    for number in range(second, min(last, len(lines)) + 1):
        words = lines[number - 1].strip()
        if _LIST_MARKER.match(words):
            problems.error(
                number,
                f"dòng {quoted(words)} bị nối vào giá trị ở dòng {line}; nếu là một ý riêng "
                "thì lùi lề thẳng với ý trên và viết «- », nếu là chữ thì dùng khối «|»",
                field=field(),
            )
            return
