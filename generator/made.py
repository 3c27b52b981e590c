"""What runs before this one made, kept in files under a fingerprint of what it was made from."""

import platform
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from generator import fingerprints, kept_files
from generator.recall import Recall, RecallEntry, anew

T = TypeVar("T")


class Made:
    """A `Recall` with files in `folder`; one that is damaged is as good as none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: set[str] = set()
        self._shards: list[_Shard] = []
        self._salt = f"{platform.python_version()} {fingerprints.of_code()}"

    def __call__(self, inputs: str, make: Callable[[], T]) -> T:
        name = self._name(inputs)
        self._used.add(name)
        path = self.folder / name
        match kept_files.load(path):
            case (result,):  # that of the same inputs, so it is what `make` returns
                return cast(T, result)
        result = make()
        kept_files.dump(path, (result,))
        return result

    def entries(self, kind: str) -> RecallEntry:
        names = [self._name(f"entries of {kind} {number}") for number in range(_SHARDS)]
        shards = [_Shard(self.folder / name) for name in names]
        self._used.update(names)
        self._shards += shards

        def recall(name: str, inputs: Callable[[], str], make: Callable[[], T]) -> T:
            return shards[zlib.crc32(name.encode()) % _SHARDS].recall(name, inputs, make)

        return recall

    def _name(self, inputs: str) -> str:
        return fingerprints.of_bytes(f"{self._salt} {inputs}".encode("utf-8", "surrogatepass"))

    def tidy(self) -> None:
        """Keep what is new, forget what this run had no use for."""
        for shard in self._shards:
            shard.keep()
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


_SHARDS = 16
"""Files that the entries of a kind are kept in: a change writes few of them anew."""


class _Shard:
    """Some entries in one file, each with the fingerprint of its inputs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._now: dict[str, tuple[str, object]] = {}

    @cached_property
    def _before(self) -> dict[str, tuple[str, object]]:
        kept = kept_files.load(self.path)
        return kept if isinstance(kept, dict) else {}

    def recall(self, name: str, inputs: Callable[[], str], make: Callable[[], T]) -> T:
        fingerprint = fingerprints.of_bytes(inputs().encode("utf-8", "surrogatepass"))
        before = self._before.get(name)
        result = cast(T, before[1]) if before and before[0] == fingerprint else make()
        self._now[name] = fingerprint, result
        return result

    def keep(self) -> None:
        """Write it where an entry has come, gone or changed."""
        prints = {name: fingerprint for name, (fingerprint, _) in self._now.items()}
        if prints != {name: fingerprint for name, (fingerprint, _) in self._before.items()}:
            kept_files.dump(self.path, self._now)


@contextmanager
def remembering(cache: Path | None, name: str) -> Iterator[Recall]:
    """What is kept in the folder `name` of the cache; nothing is where there is no cache."""
    if cache is None:
        yield anew
        return
    made = Made(cache / name)
    yield made
    made.tidy()
