"""Files of caches: each appears whole or not at all and carries its own checksum.

Values in them are pickled, and trusted as Python trusts its own `__pycache__`. Builds may run side
by side, be killed, or find the disk full, and somebody may copy a cache by hand: whatever is wrong
with a file is the same as its not being there.
"""

import copyreg
import dataclasses
import hashlib
import io
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

CACHE = ".cache/giaoban"
"""What builds keep for the next one, beside `mkdocs.yml`; deleting it costs only time."""


def read(path: Path | str) -> bytes | None:
    """What was written under this name, None where that cannot be had as it was."""
    try:
        with open(path, "rb") as file:
            checksum, content = file.read().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    return content if checksum == _checksum(path, content) else None


def head_of(file: BinaryIO, path: Path | str, lines: int) -> bytes:
    """The first lines of what was written as `path`; what is read next is the rest.

    Raises ValueError where the lines are not as they were written.
    """
    checksum = file.readline().rstrip(b"\n")
    head = b"".join(file.readline() for _ in range(lines))
    if checksum != _checksum(path, head):
        raise ValueError(f"{path}: not as it was kept")
    return head


def write(path: Path | str, content: bytes, rest: bytes = b"") -> None:
    """All of it or nothing, and no error where the disk will not have it.

    With a `rest` the content is whole lines, for `head_of`; the checksum is theirs alone.
    """
    beside = f"{path}.{os.getpid()}.new"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "wb") as out:
            out.write(_checksum(path, content) + b"\n")
            out.write(content)
            out.write(rest)
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            os.unlink(beside)


def load(path: Path | str) -> object:
    """The value that `dump` kept; None where there is none, or another version of us kept it."""
    content = read(path)
    if content is None:
        return None
    try:
        return pickle.loads(content)
    except Exception:  # a class that has changed its shape since fails in its own way
        return None


def dump(path: Path | str, value: object) -> None:
    write(path, pickled(value))


def pickled(value: object) -> bytes:
    """What `pickle.loads` reads back, dataclasses by their fields: half of the time of a pickle
    that asks each of them for its state.
    """
    content = io.BytesIO()
    pickler = pickle.Pickler(content, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return content.getvalue()


_Reduced = tuple[type, tuple[object, ...]]


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How each class met so far is taken apart."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not dataclasses.is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        self[kind] = _by_fields(kind, names)
        return self[kind]


def _by_fields(kind: type, names: list[str]) -> Callable[[object], _Reduced]:
    if len(names) < 2:
        return lambda value: (kind, tuple(getattr(value, name) for name in names))
    fields = attrgetter(*names)
    return lambda value: (kind, fields(value))


_REDUCERS = _Reducers(copyreg.dispatch_table)


def _checksum(path: Path | str, content: bytes) -> bytes:
    """Of the file's name too, so that two files that change places are both refused."""
    found = hashlib.sha256(os.path.basename(path).encode("utf-8", "surrogateescape") + b"\0")
    found.update(content)
    return found.hexdigest().encode()
