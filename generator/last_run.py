"""What the run before made of the same records: then nothing is read, linked or written again."""

import hashlib
import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator import fingerprints, kept_files


class LastRun:
    """Kept in one file beside other caches; a file that is damaged or cannot be had is no run.

    Pickles are trusted as Python trusts its own `__pycache__`.
    """

    def __init__(self, folder: Path, records: Path, docs: Path, asked: object) -> None:
        self.records, self.docs, self.asked = records, docs, asked
        self.key = self._key()
        place = f"{docs.absolute()}".encode("utf-8", "surrogateescape")
        self.path = folder / fingerprints.of_bytes(place)[:12]

    def _key(self) -> str:
        inputs = (
            platform.python_version(),
            fingerprints.of_code(),
            fingerprints.of_files(self.records, self.records.rglob("*")),
            str(self.records.absolute()),
            repr(self.asked),
        )
        return fingerprints.of_bytes("\n".join(inputs).encode("utf-8", "surrogateescape"))

    def result(self) -> object:
        """What was kept, if the records are the same and every page stands as it was written."""
        there = fingerprints.files_below(self.docs)
        match kept_files.load(self.path):
            case (self.key, dict(checksums), list(names), result) if names == there:
                return result if self._stand(checksums) else None
        return None

    def _stand(self, checksums: Mapping[str, str]) -> bool:
        try:
            for path, expected in checksums.items():
                with open(os.path.join(self.docs, path), "rb") as file:
                    if hashlib.sha256(file.read()).hexdigest() != expected:
                        return False
        except OSError:
            return False
        return True

    def keep(self, result: object, files: Mapping[str, bytes]) -> None:
        """Right after `files` (path below `docs` -> bytes) were written."""
        if self._key() != self.key:  # a record was saved meanwhile
            return
        checksums = {path: fingerprints.of_bytes(content) for path, content in files.items()}
        names = fingerprints.files_below(self.docs)
        # Where old addresses lead is looked for in pages by hand too.
        by_hand = [name for name in names if name.endswith(".md") and name not in checksums]
        with suppress(OSError):
            checksums |= {
                name: fingerprints.of_bytes((self.docs / name).read_bytes()) for name in by_hand
            }
        kept = (self.key, checksums, names, result)
        kept_files.dump(self.path, kept)
