"""Texts of several lines in records, best written as a block `|`."""

from dataclasses import dataclass

from generator.problems import Problems, quoted
from generator.reading import yaml_nodes
from generator.reading.place import At
from generator.reading.scalars import TEXT
from generator.reading.schema import ANYTHING, tell_blank, tell_wrong_kind


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one or more lines that knows where in the file each of them stands."""

    text: str
    node: yaml_nodes.Scalar

    def __str__(self) -> str:
        return self.text

    def line_of(self, offset: int) -> int:
        """The file's line of a place in `text`."""
        return self.node.line_of(offset)

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """(line of the file, words) of each line, blank ones too."""
        if self.node.style == "|":
            return tuple(enumerate(self.text.split("\n"), self.line_of(0)))
        found: list[tuple[int, str]] = []
        offset = 0
        for line in self.text.split("\n"):
            found.append((self.line_of(offset), line))
            offset += len(line) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ProseShape:
    """Lines as they stand in the notice, best written as a block `|`."""

    label: str = "lời văn"
    example: str = ANYTHING
    pattern: str = r"[^ \n]"
    json_types: tuple[str, ...] = TEXT.json_types

    def read(self, at: At, problems: Problems) -> Prose | None:
        node = at.node
        if not isinstance(node, yaml_nodes.Scalar):
            wanted = f"{self.label}, viết «|» sau dấu hai chấm rồi xuống dòng"
            tell_wrong_kind(at, problems, wanted, is_text=True)
            return None
        if not node.text.strip(" \n"):
            tell_blank(at, problems, self.label)
            return None
        if node.starts and node.style != "|":
            name = at.path.rpartition(".")[2]
            opened = "- |" if name.endswith("]") else f"{name}: |"
            message = (
                "lời văn nhiều dòng mà không viết sau «|» thì các dòng bị nối làm một; viết"
                f" {quoted(opened)} rồi xuống dòng"
            )
            problems.error(at.line, message, field=at.path)
            return None
        return Prose(node.text.rstrip("\n"), node)

    def stand_in(self, at: At) -> Prose:
        return Prose("", yaml_nodes.Scalar("", at.line, 1))


PROSE = ProseShape()
