"""Tells how far long work has come, and at the end where the time went.

On a terminal one line is rewritten in place; elsewhere (a log, a file) each phase is one line.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

QUIET = 1.0
"""Seconds that work may take before anything is said of it."""

BETWEEN = 0.1
"""Seconds between two drawings of the line."""


@dataclass(slots=True)
class Progress:
    """Phases follow one another; `advance` of a phase counts the pieces done."""

    out: TextIO | None = None
    clock: Callable[[], float] = time.monotonic
    timings: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _begun: float = -1.0
    _drawn: float = 0.0
    _width: int = 0

    @contextmanager
    def phase(self, name: str, total: int = 0) -> Iterator[Callable[[], None]]:
        """`total` pieces, 0 where nobody knows how many; phases of one name add up."""
        begun = self.clock()
        if self._begun < 0:
            self._begun = begun
        done = 0

        def advance() -> None:
            nonlocal done
            done += 1
            self._draw(name, done, total)

        self._draw(name, done, total)
        try:
            yield advance
        finally:
            spent = self.clock() - begun
            self.timings[name] = self.timings.get(name, 0.0) + spent
            self.counts[name] = self.counts.get(name, 0) + done
            self._tell(name, done or total, spent)

    def note(self, text: str) -> None:
        """Something that explains the times."""
        self.notes.append(text)

    def table(self) -> str:
        """Where the time went: a line for each phase, the whole and the notes last."""
        whole = sum(self.timings.values())
        longest = max(map(len, [*self.timings, "Cả thảy"]))
        rows = [*self.timings.items(), ("Cả thảy", whole)]
        lines = [f"{name:<{longest}}  {_seconds(spent):>11}" for name, spent in rows]
        return "\n".join([*lines, *self.notes])

    def _draw(self, name: str, done: int, total: int) -> None:
        if self.out is None or not self.out.isatty():
            return
        now = self.clock()
        if now - self._begun < QUIET or now - self._drawn < BETWEEN:
            return
        self._drawn = now
        line = f"{name}: {done}/{total}" if total else f"{name} …"
        self.out.write("\r" + line.ljust(self._width))
        self.out.flush()
        self._width = len(line)

    def _tell(self, name: str, done: int, spent: float) -> None:
        if self.out is None:
            return
        if self.out.isatty():
            if self._width:
                self.out.write("\r" + " " * self._width + "\r")
                self.out.flush()
                self._width = 0
        elif spent >= QUIET:
            counted = f" {done}" if done else ""
            self.out.write(f"{name}:{counted} xong sau {_seconds(spent)}\n")
            self.out.flush()


def _seconds(spent: float) -> str:
    """Seconds as Vietnamese writes them: `0,62 giây`."""
    return f"{spent:.2f} giây".replace(".", ",")
