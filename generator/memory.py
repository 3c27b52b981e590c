"""What runs before this one read of each notice: one changed record is all that is read again.

A notice as read depends on its file, the registers and our code, on nothing else; so it is kept
under a fingerprint of these three, with what linking found in it. For the same reason two processes
can read each its share of many notices.
"""

import pickle
import platform
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import beside, fingerprints, kept_files
from generator.graph import indexes
from generator.graph.linking import Reading
from generator.model import Notice
from generator.problems import Problem
from generator.published.ledger import Places
from generator.published.places import places
from generator.records import loading


@dataclass(frozen=True, slots=True)
class Kept:
    """A notice, what was told of its file, its passages read; its places, if they are marked."""

    notice: Notice
    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...]
    places: Places


_AT_HAND: dict[str, Kept] = {}
"""Of the last run of this process, which in the preview is the run before."""


class Memory:
    """What is known of notices, kept in files of `folder` where there is one.

    A file that is damaged is as good as none. `marks` is whether the words at a notice's places are
    marked, which only a ledger asks for.
    """

    def __init__(self, folder: Path | None = None, *, marks: bool = False) -> None:
        self.folder = folder
        self.marks = marks
        self._used: dict[str, Kept] = {}
        salt = f"{platform.python_version()} {fingerprints.of_code()} {marks}"
        self._salt = salt if folder else ""

    def recall(self, key: str) -> tuple[Notice, tuple[Problem, ...]] | None:
        """The notice of a record's fingerprint, and what there was to tell of it."""
        kept = self._used.get(key) or self._before(key)
        if kept is None:
            return None
        self._used[key] = kept
        return kept.notice, kept.problems

    def _before(self, key: str) -> Kept | None:
        if self.folder is None:
            return None
        name = self._name(key)
        kept = _AT_HAND.get(name) or kept_files.load(self.folder / name)
        return kept if isinstance(kept, Kept) else None

    def holds(self, key: str) -> bool:
        if self.folder is None:
            return key in self._used
        name = self._name(key)
        return name in _AT_HAND or (self.folder / name).exists()

    def readings(self) -> Mapping[str, tuple[Reading, ...]]:
        """What the recalled notices name, by the notice's id."""
        return {kept.notice.id: kept.readings for kept in self._used.values()}

    def places(self) -> Mapping[str, Places]:
        """The places of the notices, if they are marked, by their ids, in order."""
        return dict(sorted((kept.notice.id, kept.places) for kept in self._used.values()))

    def keep(
        self,
        key: str,
        notice: Notice,
        problems: tuple[Problem, ...],
        readings: tuple[Reading, ...],
    ) -> Kept:
        """What is known of the notice from now on; a file is written where there is none yet."""
        if known := self._used.get(key):
            return known
        marked = places(notice) if self.marks else {}
        kept = self._used[key] = Kept(notice, problems, readings, marked)
        if self.folder:
            kept_files.dump(self.folder / self._name(key), kept)
        return kept

    def take(self, known: Mapping[str, Kept]) -> None:
        """What another process has read, and kept if there is where to."""
        self._used.update(known)

    def close(self) -> None:
        """Forget what this run had no use for."""
        if self.folder is None:
            return
        used = {self._name(key): kept for key, kept in self._used.items()}
        _AT_HAND.clear()
        _AT_HAND.update(used)
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in used:
                    path.unlink()

    def _name(self, key: str) -> str:
        return fingerprints.of_bytes(f"{self._salt} {key}".encode())


WORTH_A_PROCESS = 40
"""New notices below which starting another process takes longer than reading them."""


def read_in_shares(folder: Path, memory: Memory) -> None:
    """Have many new notices of `folder` read by two processes, so that `memory` holds them.

    Nothing is told here: a notice with an error, or one whose reader was lost, is in no memory, and
    so is read again by whoever wants it.
    """
    if not beside.has_room():
        return
    new = loading.new_files(folder, memory.holds)
    if len(new) < WORTH_A_PROCESS:
        return
    with beside.begun(lambda: kept_files.pickled(_read(folder, new[1::2], memory))) as others:
        _read(folder, new[::2], memory)
        memory.take(pickle.loads(others()))


def _read(folder: Path, files: Collection[Path], memory: Memory) -> Mapping[str, Kept]:
    loaded = loading.load(folder, only=frozenset(files))
    if loaded.archive is None:
        return {}
    readings = indexes.read_all(loaded.archive.notices, loaded.archive.registers)
    kept: dict[str, Kept] = {}
    for notice in loaded.archive.notices:
        key = loaded.keys[notice.id]
        kept[key] = memory.keep(key, notice, loaded.own_problems[notice.id], readings[notice.id])
    return kept
