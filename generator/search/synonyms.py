"""The table of synonyms and abbreviations for search: its shape and how its file is read."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import TypeAlias

from generator.problems import Problems, RecordError, quoted
from generator.reading import yaml_tree
from generator.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""Spellings as a person writes them, the one that names the row first."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Spellings that are one everywhere, one before a number, or one only in what is asked.

    A row of `words` and `documents` begins with the full spelling, which the others become; a row
    of `queries` with an abbreviation, which may mean each of the others. Written as JSON the
    fields are what `theme/assets/search/fold.js` takes.
    """

    words: Rows = ()
    documents: Rows = ()
    queries: Rows = ()


@cache
def packaged_synonyms() -> Synonyms:
    """The table that comes with the package: `data/synonyms.yml`."""
    file = resources.files("generator") / "data" / "synonyms.yml"
    return read_synonyms(file.read_bytes(), "generator/data/synonyms.yml")


def read_synonyms(raw: bytes, file: str) -> Synonyms:
    """The table in a file; `RecordError` with every problem in it when there is an error."""
    root, found = yaml_tree.read(raw, file)
    problems = Problems(file)
    sections: dict[str, Rows] = {}
    names = [field.name for field in fields(Synonyms)]
    for key, node in root.entries if isinstance(root, Mapping) else ():
        if key.text in names:
            sections[key.text] = tuple(_rows(key.text, node, problems))
        else:
            wanted = f"không có mục {quoted(key.text)}; chỉ có {', '.join(names)}"
            problems.error(key.line, wanted, field=key.text)
    found += problems.found()
    if any(not problem.warning for problem in found):
        raise RecordError(found)
    return Synonyms(**sections)


def _rows(section: str, node: Node, problems: Problems) -> Iterator[tuple[str, ...]]:
    if not isinstance(node, Mapping):
        problems.error(node.line, "phải gồm các dòng «một từ: [cách viết khác]»", field=section)
        return
    for key, others in node.entries:
        spellings = [key, *others.items] if isinstance(others, Sequence) else []
        texts = [spelling.text for spelling in spellings if isinstance(spelling, Scalar)]
        if len(texts) < max(2, len(spellings)) or not all(map(_has_letters, texts)):
            problems.error(
                key.line,
                "sau dấu hai chấm phải là các cách viết khác trong ngoặc vuông, như [HSG] "
                "hay [thông tư, trung tâm]; mỗi cách viết phải có chữ hoặc số",
                field=f"{section}.{key.text}",
            )
        else:
            yield tuple(texts)


def _has_letters(spelling: str) -> bool:
    return any(character.isalpha() or character.isdecimal() for character in spelling)
