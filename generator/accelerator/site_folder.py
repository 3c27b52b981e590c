"""The folder that the site is built into: what stands there already and is right stays.

Making 3,000 folders and files costs more than looking whether they are right, so a build may begin
in the folder of an older site. Nothing in it is believed: every file is compared or replaced, and
whatever the new site does not have is removed.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress

from generator.accelerator.mkdocs_parts import File


class SiteFolder:
    """Files below `folder`, by their absolute paths."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.abspath(folder)
        self._found: set[str] = set()
        self._folders: list[str] = []
        self._wanted: set[str] = set()
        if os.path.isdir(self.folder):
            self._look(self.folder)

    def _look(self, folder: str) -> None:
        """List plain files; links and files that have another name elsewhere are let go."""
        with os.scandir(folder) as entries:
            for entry in entries:
                state = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(state.st_mode):
                    self._look(entry.path)
                    self._folders.append(entry.path)
                elif stat.S_ISREG(state.st_mode) and state.st_nlink == 1:
                    self._found.add(entry.path)
                else:
                    os.unlink(entry.path)

    def put(self, path: str, checksum: str, content: Callable[[], bytes]) -> None:
        """Make the file hold `content`, which is asked for only if `checksum` (SHA-256) differs."""
        self._wanted.add(path)
        if path in self._found and _checksum(path) == checksum:
            return
        wanted = content()
        self.make_way(path)
        with open(path, "wb") as out:
            out.write(wanted)

    def copy(self, file: File) -> None:
        """What MkDocs does with a file that is no page."""
        path = file.abs_dest_path
        self._wanted.add(path)
        if path in self._found and file.abs_src_path and _same(path, file.abs_src_path):
            return
        self.make_way(path)
        file.copy_file()

    def free(self, path: str) -> None:
        """MkDocs itself may write this file; what an older site had here goes."""
        if path not in self._wanted:
            self.make_way(path)
            with suppress(FileNotFoundError):
                os.unlink(path)

    def make_way(self, path: str) -> None:
        """Let a file be written here, whatever stood in its place or in its folder's."""
        self._wanted.add(path)
        if os.path.isdir(path):
            shutil.rmtree(path)
        folder = os.path.dirname(path)
        while not os.path.isdir(folder):
            if os.path.lexists(folder):
                os.unlink(folder)
            folder = os.path.dirname(folder)
        os.makedirs(os.path.dirname(path), exist_ok=True)

    def clear(self) -> None:
        """Remove what the new site does not have."""
        for path in self._found - self._wanted:
            with suppress(FileNotFoundError, NotADirectoryError):  # gone with its folder
                os.unlink(path)
        for folder in self._folders:  # deepest first, as they were found
            if os.path.isdir(folder) and not os.listdir(folder):
                os.rmdir(folder)


def _checksum(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _same(path: str, other: str) -> bool:
    if os.path.getsize(path) != os.path.getsize(other):
        return False
    with open(path, "rb") as one, open(other, "rb") as two:
        return one.read() == two.read()
