"""Rendered pages on disk, one file each, named by the hash of what went into them.

What is known of a page stands in the first lines, its HTML after them: mostly the site has that
already, so it is read only where somebody wants it. What is known of the last build's pages stands
once more in one file: opening thousands takes longer. The worst that can happen to a file is that
its page is rendered again.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import kept_files
from generator.accelerator.pages import Facts

FORMAT = b"giaoban page 3"
HEAD_LINES = 2
"""The format, and what is known of the page."""

SPARE_BYTES = 64 * 1024 * 1024
"""Kept beyond what the last build used, so that going back and forth costs nothing."""

ABANDONED = 3600
"""Seconds after which a half-written file belongs to no build any more."""


class Damaged(Exception):
    """A page whose HTML is no more as it was kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was kept."""

    facts: Facts
    path: str

    def html(self) -> bytes:
        """Raises Damaged."""
        try:
            with open(self.path, "rb") as file:
                kept_files.head_of(file, self.path, HEAD_LINES)
                html = file.read()
        except (OSError, ValueError) as error:
            raise Damaged from error
        if hashlib.sha256(html).hexdigest() != self.facts.checksum:
            raise Damaged
        return html


class Store:
    """Pages below `folder`; failing to read or write is never an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._of_last_build = folder / "known" / "facts"

    @cached_property
    def _known(self) -> Mapping[str, Facts]:
        found = kept_files.load(self._of_last_build)
        return found if isinstance(found, dict) else {}

    def get(self, key: str) -> Kept | None:
        path = self._path(key)
        facts = self._known.get(key) or _facts_in(path)
        return Kept(facts, path) if facts else None

    def keep_known(self, facts: Mapping[str, Facts]) -> None:
        """What the next build is to know at once: pages that this one took, by their keys."""
        if facts != self._known:
            kept_files.dump(self._of_last_build, facts)
        del self._known

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
        kept_files.write(self._path(key), b"%b\n%b\n" % (FORMAT, line), html)

    def shrink(self, used: Collection[str], now: float | None = None) -> None:
        """Let go of the oldest pages beyond twice what `used` takes and a little to spare."""
        now = time.time() if now is None else now
        unused: list[tuple[float, int, str]] = []
        room = SPARE_BYTES
        for path, state in self._files():
            if path.endswith(".new"):
                if now - state.st_mtime > ABANDONED:
                    _remove(path)
            elif os.path.basename(path) in used or path == str(self._of_last_build):
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


def _facts_in(path: str) -> Facts | None:
    try:
        with open(path, "rb") as file:
            format_, facts = kept_files.head_of(file, path, HEAD_LINES).splitlines()
        return _facts(json.loads(facts)) if format_ == FORMAT else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _facts(read: dict[str, Any]) -> Facts:
    """Words that thousands of pages share are held once, and stand once in the file of all."""
    once = sys.intern
    return Facts(
        read["checksum"],
        {once(path): tuple(found) if found else None for path, found in read["asked"].items()},
        tuple(map(once, read["anchors"])),
        {
            once(to): {once(anchor): link for anchor, link in links.items()}
            for to, links in read["links"].items()
        },
        tuple((name, level, text) for name, level, text in read["read"]),
        tuple((name, level, text) for name, level, text in read["build"]),
    )
