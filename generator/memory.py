"""What runs before this one read of each notice: one changed record is all that is read again.

A notice as read depends on its file, the registers and our code, on nothing else; so it is kept
under a fingerprint of these three, with what linking found in it.
"""

import pickle
import platform
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import fingerprints, kept_files
from generator.graph.linking import Reading
from generator.model import Notice
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Kept:
    """A notice, what was told of its file, and its passages read; all of one piece."""

    notice: Notice
    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...]


_AT_HAND: dict[str, Kept] = {}
"""Of the last run of this process, which in the preview is the run before."""


class Memory:
    """Files in a folder of caches; one that is damaged is as good as none.

    Pickles are trusted as Python trusts its own `__pycache__`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: dict[str, Kept] = {}
        self._salt = f"{platform.python_version()} {fingerprints.of_code()}"

    def recall(self, key: str) -> tuple[Notice, tuple[Problem, ...]] | None:
        """The notice of a record's fingerprint, and what there was to tell of it."""
        kept = _AT_HAND.get(self._name(key)) or self._read(self._name(key))
        if kept is None:
            return None
        self._used[key] = kept
        return kept.notice, kept.problems

    def readings(self) -> Mapping[str, tuple[Reading, ...]]:
        """What the recalled notices name, by the notice's id."""
        return {kept.notice.id: kept.readings for kept in self._used.values()}

    def keep(self, key: str, kept: Kept) -> None:
        """Write it where there is no such file yet."""
        if key not in self._used:
            self._used[key] = kept
            kept_files.write(self.folder / self._name(key), zlib.compress(pickle.dumps(kept), 1))

    def close(self) -> None:
        """Forget what this run had no use for."""
        used = {self._name(key): kept for key, kept in self._used.items()}
        _AT_HAND.clear()
        _AT_HAND.update(used)
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in used:
                    path.unlink()

    def _name(self, key: str) -> str:
        return fingerprints.of_bytes(f"{self._salt} {key}".encode())

    def _read(self, name: str) -> Kept | None:
        try:
            content = kept_files.read(self.folder / name)
            kept = pickle.loads(zlib.decompress(content)) if content else None
        except (OSError, ValueError, zlib.error, pickle.PickleError, AttributeError, ImportError):
            return None
        return kept if isinstance(kept, Kept) else None
