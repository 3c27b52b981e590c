"""A grammar of phrases: each rule is said in one of several ways, chosen by a seeded generator."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

Filler = Callable[[], str]
"""Says what only the notice knows: a school's name, a document, a day."""

_NAME = re.compile(r"\{([a-z0-9-]+)\}")


@cache
def rules() -> Mapping[str, tuple[str, ...]]:
    """The rules of `phrases.txt` by name."""
    found: dict[str, list[str]] = {}
    ways: list[str] = []
    for line in Path(__file__).with_name("phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            ways.append(line.strip())
        elif line and not line.startswith("#"):
            ways = found.setdefault(line, [])
    return {name: tuple(ways) for name, ways in found.items()}


class Speaker:
    """Says rules; `fillers` come before them, and `field` decides the works and events said."""

    def __init__(self, random: Random, fillers: Mapping[str, Filler], field: str = "") -> None:
        self.random = random
        self.fillers = fillers
        self.field = field

    def of(self, field: str) -> "Speaker":
        return Speaker(self.random, self.fillers, field)

    def say(self, rule: str) -> str:
        if rule in self.fillers:
            return self.fillers[rule]()
        if rule == "event" and self.random.random() < 0.2:
            rule = "event-common"
        elif rule in ("work", "event"):
            rule = f"{rule}-{self.field}"
        return _NAME.sub(lambda name: self.say(name[1]), self.random.choice(rules()[rule]))

    def sentence(self, rule: str) -> str:
        words = self.say(rule)
        return words[0].upper() + words[1:]
