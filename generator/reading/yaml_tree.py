"""A file's bytes -> its tree of nodes, and every problem on the way, each with its field.

Past a slip of syntax that one line shows, the file is read on as if that line's value were a text.
"""

from collections import Counter

import yaml

from generator.problems import Problem, Problems, quoted
from generator.reading.line_repairs import moved
from generator.reading.pasted_lines import lines_inside, put_back
from generator.reading.source_text import source_lines
from generator.reading.tree_builder import TreeBuilder
from generator.reading.yaml_nodes import Node, paths
from generator.reading.yaml_slips import slip

_LOADER = getattr(yaml, "CLoader", yaml.Loader)


MOST_REPAIRS = 60
"""Slips of syntax after which a file is read on; each costs reading it once more."""

_MOST_OF_A_LINE = 2
"""Repairs of one line: a space where it was left out, then its value."""

_MOST_READ = 3_000_000
"""Characters read in all of one file, repairs included."""


def read(raw: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of one file and every problem in it; no tree where nothing could be read.

    A tree may come along with errors, so that the shapes above can add what they see.
    """
    problems = Problems(file)
    text = source_lines(raw, problems)
    if text is None:
        return None, problems.found()
    text = put_back(text, problems)
    root = _root(text, problems)
    return root, problems.found(lambda line: _field_of(line, root, text))


def _root(lines: list[str], problems: Problems) -> Node | None:
    repaired: Counter[int] = Counter()
    shifted: set[int] = set()
    written = list(lines)
    whole = "\n".join(lines)
    for _ in range(min(MOST_REPAIRS, 1 + _MOST_READ // (len(whole) + 1))):
        told = Problems(problems.file)
        tree = TreeBuilder(lines, told, repaired)
        try:
            parser = _LOADER("\n".join(lines))
            while (event := parser.get_event()) and tree.take(event):
                pass
            problems.take(told)
            return tree.root
        except yaml.YAMLError as error:
            found = slip(error, lines)
        # What trips the parser right after a repair may come from the repair.
        near = {found.line, found.line - 1}
        is_doubtful = not found.is_sure and not near.isdisjoint(repaired.keys() | shifted)
        is_mark = found.is_mark and told.has_error_at(found.line)
        if is_mark:
            problems.take(told, line=found.line)
        is_told = is_mark or found.line in shifted
        if not is_doubtful and not is_told:
            message = found.message
            for line in repaired:
                message = message.replace(_shown(lines[line - 1]), _shown(written[line - 1]))
            problems.error_in_line(found.line, message)
        if found.repaired is not None and repaired[found.line] < _MOST_OF_A_LINE:
            repaired[found.line] += 1
            lines[found.line - 1] = found.repaired
        elif found.is_depth and found.line not in shifted:
            shifted.add(found.line)
            if not moved(lines, found.line - 1, lines_inside(lines)):
                break
        else:
            break
    tree.cut()
    problems.take(told)
    return tree.root


def _shown(line: str) -> str:
    return quoted(line.strip())


def _field_of(line: int, root: Node | None, lines: list[str]) -> str:
    """The path of the field whose words stand in a line; none of a comment."""
    if root is None:
        return ""
    if lines[line - 1 : line] and lines[line - 1].startswith("#"):
        return ""
    field, its_line, depth = "", 0, _depth(lines, line)
    for start, column, path in paths(root):
        if start > line:
            break
        is_above = start == line or (column - 1 if column else _depth(lines, start)) < depth
        if is_above and (start > its_line or path.startswith(field)):
            field, its_line = path, start
    return field


def _depth(lines: list[str], line: int) -> int:
    words = lines[line - 1] if line <= len(lines) else ""
    return len(words) - len(words.lstrip(" "))
