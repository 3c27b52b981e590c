"""What a register with errors may hold beside what could be read of it.

Of a notice that names what is in no register, nothing is told where an entry with an error may be
the very one; what else is missing there is missing for certain.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Level
from generator.problems import Problem
from generator.reading import yaml_nodes
from generator.reading.yaml_nodes import Node
from generator.vietnamese import slug, tone_key

_ENTRY = re.compile(r"[a-z]+\[(?P<place>\d+)\](?:\.(?P<field>[a-z_]+))?")
_LEVELS = tuple(f"{level.value} " for level in Level)
_LEVEL = re.compile(f"^(?:{'|'.join(map(re.escape, _LEVELS))})")


@dataclass(frozen=True, slots=True)
class Unsure:
    """Keys and names that entries with errors may bear: these, or any with such a beginning."""

    keys: frozenset[str] = frozenset()
    key_beginnings: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    name_beginnings: tuple[str, ...] = ()

    def may_hold_key(self, key: str) -> bool:
        return key in self.keys or key.startswith(self.key_beginnings)

    def may_hold_name(self, name: str) -> bool:
        return name in self.names or name.startswith(self.name_beginnings)

    def may_be_called(self, words: str) -> bool:
        """Whether words with no level before them may name such an entry, or begin or go on so."""
        if self.name_beginnings:
            return True
        wanted = tone_key(words)
        bare_names = {tone_key(_LEVEL.sub("", name)) for name in self.names}
        return any(one.startswith(wanted) or wanted.startswith(one) for one in bare_names)

    def __or__(self, other: "Unsure") -> "Unsure":
        return Unsure(
            self.keys | other.keys,
            self.key_beginnings + other.key_beginnings,
            self.names | other.names,
            self.name_beginnings + other.name_beginnings,
        )


NOTHING = Unsure()
_ANY_KEY = Unsure(key_beginnings=("",))
_ANY_NAME = Unsure(name_beginnings=("",))
ANYTHING = _ANY_KEY | _ANY_NAME


def unsure(
    listed: str, fields: Collection[str], root: Node | None, errors: Iterable[Problem]
) -> Unsure:
    """Of a register's list, `schools`, whose entries have such `fields`.

    The file reads as `root`, and `errors` are those told of it.
    """
    wrong: dict[int, set[str]] = defaultdict(set)
    for error in errors:
        if found := _ENTRY.match(error.field):
            wrong[int(found["place"])].add(found["field"] or "")
        elif error.field in ("", listed):
            return ANYTHING
    if not wrong:
        return NOTHING
    entries = _entries(root, listed)
    may_be = NOTHING
    for place, of_entry in wrong.items():
        entry = entries[place] if place < len(entries) else None
        if not isinstance(entry, yaml_nodes.Mapping) or not of_entry <= {*fields}:
            return ANYTHING
        may_be |= _of_entry(_texts(entry, of_entry), of_entry, has_levels=listed == "schools")
        if not {"name", "level"}.isdisjoint(of_entry):
            may_be |= Unsure(names=frozenset(_aliases(entry)))
    return may_be


def _entries(root: Node | None, listed: str) -> tuple[Node, ...]:
    """None of a file that could not be read to its end."""
    if isinstance(root, yaml_nodes.Mapping) and not root.cut:
        for key, value in root.entries:
            if key.text == listed and isinstance(value, yaml_nodes.Sequence):
                return value.items
    return ()


def _texts(entry: yaml_nodes.Mapping, wrong: Collection[str]) -> Mapping[str, str]:
    """The fields of an entry that could be read."""
    return {
        key.text: value.text.strip()
        for key, value in entry.entries
        if isinstance(value, yaml_nodes.Scalar) and key.text not in wrong
    }


def _aliases(entry: yaml_nodes.Mapping) -> Iterator[str]:
    """The other names of an entry that may be lost with all it says."""
    for key, value in entry.entries:
        if key.text == "aliases" and isinstance(value, yaml_nodes.Sequence):
            yield from (one.text for one in value.items if isinstance(one, yaml_nodes.Scalar))


def _of_entry(texts: Mapping[str, str], wrong: Collection[str], *, has_levels: bool) -> Unsure:
    """What an entry may be called and known by, of whose fields some are `wrong`."""
    begun: tuple[str, ...] = ("",)
    if has_levels:
        begun = (f"{texts['level']} ",) if "level" in texts else _LEVELS
    name = texts.get("name", "")
    called = [f"{before}{name}" for before in begun]
    may_be = NOTHING
    if not {"name", "level"}.isdisjoint(wrong):
        may_be |= Unsure(names=frozenset(called)) if name else Unsure(name_beginnings=begun)
        if "key" in texts:
            may_be |= Unsure(keys=frozenset({texts["key"]}))
        elif name:
            may_be |= Unsure(keys=frozenset(map(slug, called)))
        else:
            may_be |= Unsure(key_beginnings=tuple(map(slug, begun)))
    if "key" in wrong:
        may_be |= _ANY_KEY
    if "aliases" in wrong:
        may_be |= _ANY_NAME
    return may_be
