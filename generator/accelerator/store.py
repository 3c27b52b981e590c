"""Rendered pages on disk, one file each, named by the hash of what went into them.

The worst that can happen to one is that its page is rendered again.
"""

import json
import os
import time
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import kept_files
from generator.accelerator.pages import Facts

FORMAT = b"giaoban page 2"

SPARE_BYTES = 64 * 1024 * 1024
"""Kept beyond what the last build used, so that going back and forth costs nothing."""

ABANDONED = 3600
"""Seconds after which a half-written file belongs to no build any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was kept; its HTML is unpacked only when somebody wants it."""

    facts: Facts
    packed: bytes

    def html(self) -> bytes:
        return zlib.decompress(self.packed)


class Store:
    """Pages below `folder`; failing to read or write is never an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Kept | None:
        try:
            head, facts, packed = (kept_files.read(self._path(key)) or b"").split(b"\n", 2)
            return Kept(_facts(json.loads(facts)), packed) if head == FORMAT else None
        except (ValueError, TypeError, KeyError):
            return None

    def put(self, key: str, facts: Facts, html: bytes) -> None:
        written = {
            "checksum": facts.checksum,
            "asked": facts.asked,
            "anchors": facts.anchors,
            "links": facts.links,
            "read": facts.read_messages,
            "build": facts.build_messages,
        }
        line = json.dumps(written, separators=(",", ":")).encode()
        kept_files.write(self._path(key), b"\n".join([FORMAT, line, zlib.compress(html, 1)]))

    def shrink(self, used: Collection[str], now: float | None = None) -> None:
        """Let go of the oldest pages beyond twice what `used` takes and a little to spare."""
        now = time.time() if now is None else now
        unused: list[tuple[float, int, str]] = []
        room = SPARE_BYTES
        for path, state in self._files():
            if path.endswith(".new"):
                if now - state.st_mtime > ABANDONED:
                    _remove(path)
            elif os.path.basename(path) in used:
                room += state.st_size
            else:
                unused.append((state.st_mtime, state.st_size, path))
        for _, size, path in sorted(unused, reverse=True):
            room -= size
            if room < 0:
                _remove(path)

    def _files(self) -> list[tuple[str, os.stat_result]]:
        found = []
        try:
            for shelf in os.scandir(self.folder):
                found += [(entry.path, entry.stat()) for entry in os.scandir(shelf.path)]
        except OSError:  # another build tidies at the same time
            return found
        return found

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _facts(read: dict[str, Any]) -> Facts:
    return Facts(
        read["checksum"],
        {path: tuple(found) if found else None for path, found in read["asked"].items()},
        tuple(read["anchors"]),
        read["links"],
        tuple((name, level, text) for name, level, text in read["read"]),
        tuple((name, level, text) for name, level, text in read["build"]),
    )
