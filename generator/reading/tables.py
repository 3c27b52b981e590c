"""A shape for tables whose rows the file itself names: `học sinh giỏi: [HSG]`."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.problems import Problems, quoted
from generator.reading import yaml_nodes
from generator.reading.place import At
from generator.reading.schema import Field, Shape, tell_wrong_kind

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Row(Generic[T_co]):
    """What stands under a name; `at` is its place, `named` that of the name."""

    named: At
    name: str
    at: At
    value: T_co


@dataclass(frozen=True, slots=True)
class TableOf(Generic[T_co]):
    """Any number of rows, each under a name of its own: read into a tuple."""

    name: Shape[str]
    row: Field[T_co]
    label: str = "bảng"

    @property
    def example(self) -> str:
        return f"{self.name.example}: {self.row.shown_example}"

    def read(self, at: At, problems: Problems) -> tuple[Row[T_co], ...] | None:
        if not isinstance(at.node, yaml_nodes.Mapping):
            tell_wrong_kind(at, problems, f"các dòng dạng «{self.example}»")
            return None
        rows: list[Row[T_co]] = []
        for key, node in at.node.entries:
            path = f"{at.path}.{quoted(key.text)[1:-1]}"
            named, place = At(at.file, path, key), At(at.file, path, node)
            name = self.name.read(named, problems)
            value = self.row.read(place, problems)
            if name is not None and value is not None:
                rows.append(Row(named, name, place, value))
        return tuple(rows)

    def stand_in(self, at: At) -> tuple[Row[T_co], ...]:
        return ()
