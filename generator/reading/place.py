"""A place in a record's file, and problems told there."""

from dataclasses import dataclass

from generator.problems import Problem
from generator.reading import yaml_nodes
from generator.reading.yaml_nodes import Node


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file: which node, and the path that leads there (`parts[1].title`)."""

    file: str
    path: str
    node: Node
    required: bool = False

    @property
    def line(self) -> int:
        return self.node.line

    def field(self, *steps: str | int) -> "At":
        """The place of a field, an item, or deeper; of what holds it where nothing is written."""
        place = self
        for step in steps:
            place = place._step(step)
        return place

    def _step(self, step: str | int) -> "At":
        if isinstance(step, int):
            path = f"{self.path}[{step}]"
            if isinstance(self.node, yaml_nodes.Sequence) and step < len(self.node.items):
                return At(self.file, path, self.node.items[step])
            return At(self.file, path, self.node)
        if isinstance(self.node, yaml_nodes.Mapping):
            for key, value in self.node.entries:
                if key.text == step:
                    return self.below(step, value)
        return self.below(step, self.node)

    def below(self, name: str, node: Node, *, required: bool = False) -> "At":
        """The place of what is written under a name here."""
        return At(self.file, f"{self.path}.{name}" if self.path else name, node, required)

    def holds(self, name: str) -> bool:
        """Whether a field is written here, be it wrong."""
        return self.field(name).node is not self.node

    def problem(
        self, message: str, *steps: str | int, line: int | None = None, warning: bool = False
    ) -> Problem:
        """A problem here or at a field; `line` where it is known better, as inside a prose."""
        place = self.field(*steps)
        return Problem(self.file, line or place.line, place.path, message, warning)
