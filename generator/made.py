"""What runs before this one made, kept in files under a fingerprint of what it was made from."""

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar, cast

from generator import fingerprints, kept_files
from generator.recall import Recall, anew

T = TypeVar("T")


class Made:
    """A `Recall` with files in `folder`; one that is damaged is as good as none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: set[str] = set()
        self._salt = f"{platform.python_version()} {fingerprints.of_code()}"

    def __call__(self, inputs: str, make: Callable[[], T]) -> T:
        name = fingerprints.of_bytes(f"{self._salt} {inputs}".encode("utf-8", "surrogatepass"))
        self._used.add(name)
        path = self.folder / name
        match kept_files.load(path):
            case (result,):  # that of the same inputs, so it is what `make` returns
                return cast(T, result)
        result = make()
        kept_files.dump(path, (result,))
        return result

    def tidy(self) -> None:
        """Forget what this run had no use for."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


@contextmanager
def remembering(cache: Path | None, name: str) -> Iterator[Recall]:
    """What is kept in the folder `name` of the cache; nothing is where there is no cache."""
    if cache is None:
        yield anew
        return
    made = Made(cache / name)
    yield made
    made.tidy()
