"""A file's bytes -> its tree of nodes, and every problem on the way, each with its field.

Past a slip of syntax that one line shows, the file is read on as if that line's value were a text.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from operator import itemgetter

import yaml

from generator.problems import Problem, Problems, quoted
from generator.reading.line_repairs import depth_of, moved
from generator.reading.pasted_lines import lines_inside, put_back
from generator.reading.source_text import source_lines
from generator.reading.tree_builder import TreeBuilder
from generator.reading.yaml_nodes import Node, paths
from generator.reading.yaml_slips import slip, unclosed

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
    lines = source_lines(raw, problems)
    if lines is None:
        return None, problems.found()
    root, fields = of_lines(lines, problems)
    return root, problems.found(fields.of)


def of_lines(lines: list[str], problems: Problems) -> tuple[Node | None, "Fields"]:
    """The tree of such lines, and which fields stand in them."""
    lines = put_back(lines, problems)
    root, times_read = _root(lines, problems)
    return root, Fields(root, lines, times_read)


def _root(lines: list[str], problems: Problems) -> tuple[Node | None, int]:
    repaired: Counter[int] = Counter()
    whole: set[int] = set()
    shifted: set[int] = set()
    written = list(lines)
    length = sum(map(len, lines)) + len(lines)
    for times_read in range(1, 1 + min(MOST_REPAIRS, 1 + _MOST_READ // (length + 1))):
        told = Problems(problems.file)
        tree = TreeBuilder(lines, told, repaired.keys() - whole)
        try:
            parser = _LOADER("\n".join(lines))
            while (event := parser.get_event()) and tree.take(event):
                pass
            if not tree.unclosed:
                problems.take(told)
                return tree.root, times_read
            found = unclosed(lines, tree.unclosed)
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
            (whole.add if found.is_whole else whole.discard)(found.line)
            lines[found.line - 1] = found.repaired
            for line in found.within:
                lines[line - 1] = ""
        elif found.is_depth and found.line not in shifted:
            shifted.add(found.line)
            if not moved(lines, found.line - 1, lines_inside(lines)):
                break
        else:
            break
    tree.cut()
    problems.take(told)
    return tree.root, times_read


def _shown(line: str) -> str:
    return quoted(line.strip())


class Fields:
    """The fields whose words stand in the lines of a file.

    `times_read`: once, and once more after each repair.
    """

    def __init__(self, root: Node | None, lines: list[str], times_read: int = 1) -> None:
        self.times_read = times_read
        self._root = root
        self._lines = lines

    @cached_property
    def _begun(self) -> list[tuple[int, int, str]]:
        """(line, depth, path) of each name and each item, in the order of the file."""
        return [
            (line, column - 1 if column else depth_of(self._lines[line - 1]), path)
            for line, column, path in (paths(self._root) if self._root else ())
        ]

    def of(self, line: int) -> str:
        """The path of the innermost field around a line; none of a comment."""
        words = self._lines[line - 1] if line <= len(self._lines) else ""
        if words.startswith("#"):
            return ""
        depth, end = depth_of(words), bisect_right(self._begun, line, key=_LINE)
        around = 0
        for place in range(end - 1, -1, -1):
            start, own, _ = self._begun[place]
            if start == line or own < depth:
                around = start
                break
            if not depth:
                break  # nothing stands further left
        field = ""
        for start, own, path in self._begun[bisect_left(self._begun, around, key=_LINE) : end]:
            if start == around and (start == line or own < depth) and path.startswith(field):
                field = path
        return field


_LINE = itemgetter(0)
