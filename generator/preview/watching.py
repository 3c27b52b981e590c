"""What is on disk and may change the site, looked at again and again.

Looking costs a few milliseconds and works on every disk; no change is missed, whatever way an
editor saves.
"""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.urls import GENERATED_FOLDERS

State = dict[str, tuple[int, int, int]]
"""Path -> when it was changed (ns), size in bytes, inode."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Files and folders to look at; of `docs` only what people write: not what is `generated`."""

    places: tuple[Path, ...]
    docs: Path
    generated: frozenset[str] = frozenset()

    def state(self) -> State:
        seen: State = {}
        for place in self.places:
            _look(str(place), (), seen)
        _look(str(self.docs), {*GENERATED_FOLDERS, *self.generated}, seen)
        return seen


def changed(before: State, after: State) -> Sequence[str]:
    """Paths that are new, gone or other than they were."""
    both = before.keys() | after.keys()
    return sorted(path for path in both if before.get(path) != after.get(path))


def _look(path: str, leave_out: Collection[str], seen: State) -> None:
    try:
        state = os.stat(path)
        if not os.path.isdir(path):
            seen[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
            return
        with os.scandir(path) as entries:
            for entry in entries:
                if not entry.name.startswith((".", "__pycache__")) and entry.name not in leave_out:
                    _look(entry.path, (), seen)
    except OSError:  # gone while we looked
        return
