"""Rendered pages on disk, one file each, named by the hash of what went into them.

Every file carries its own checksum and appears whole or not at all, so builds may run side by
side, be killed, or find the disk full: the worst is a page rendered again.
"""

import hashlib
import json
import os
import time
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.accelerator.pages import Rendered

FORMAT = b"giaoban page 1\n"

SPARE_BYTES = 64 * 1024 * 1024
"""Kept beyond what the last build used, so that going back and forth costs nothing."""

ABANDONED = 3600
"""Seconds after which a half-written file belongs to no build any more."""


class Store:
    """Pages below `folder`; failing to read or write is never an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Rendered | None:
        try:
            content = self._path(key).read_bytes()
            head, checksum, rest = content.split(b"\n", 2)
            if head + b"\n" != FORMAT or checksum.decode() != _checksum(key, rest):
                return None
            facts, page = rest.split(b"\n", 1)
            return _rendered(json.loads(facts), zlib.decompress(page))
        except (OSError, ValueError, TypeError, KeyError, zlib.error):
            return None

    def put(self, key: str, page: Rendered) -> None:
        facts = {
            "asked": page.asked,
            "anchors": page.anchors,
            "links": page.links,
            "read": page.read_messages,
            "build": page.build_messages,
        }
        written = json.dumps(facts, separators=(",", ":")).encode()
        rest = written + b"\n" + zlib.compress(page.html, 1)
        content = FORMAT + _checksum(key, rest).encode() + b"\n" + rest
        target = self._path(key)
        beside = target.with_name(f"{target.name}.{os.getpid()}.new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            os.replace(beside, target)
        except OSError:
            _remove(str(beside))

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

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _checksum(key: str, content: bytes) -> str:
    return hashlib.sha256(key.encode() + b"\0" + content).hexdigest()


def _rendered(facts: dict[str, Any], html: bytes) -> Rendered:
    return Rendered(
        html,
        {path: tuple(found) if found else None for path, found in facts["asked"].items()},
        tuple(facts["anchors"]),
        facts["links"],
        tuple((name, level, text) for name, level, text in facts["read"]),
        tuple((name, level, text) for name, level, text in facts["build"]),
    )
