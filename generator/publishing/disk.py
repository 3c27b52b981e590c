"""Files and folders as a web server needs them: whole or not there, flushed, readable by others."""

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o755, 0o644
"""A web server runs as somebody else; what it serves is open to it whatever the umask."""


def make_folder(folder: Path) -> None:
    """The folder and those above it that are not there yet, open to the web server."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(FOLDER)


def remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def copy(source: Path, target: Path) -> None:
    """The whole file or none, on the disk before it counts."""
    make_folder(target.parent)
    beside = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, beside)
    _flush_file(beside)
    os.replace(beside, target)


def replace_text(path: Path, text: str, *, mode: int | None = None) -> None:
    """The whole file or the old one, on the disk before it counts; the old one's mode stays."""
    if mode is None and path.exists():
        mode = stat.S_IMODE(path.stat().st_mode)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        beside.chmod(mode)
    os.replace(beside, path)
    flush_folder(path.parent)


def flush(folder: Path) -> None:
    """Every file of the folder on the disk, readable by the web server whoever it runs as."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            path.chmod(FOLDER)
            flush_folder(path)
        else:
            _flush_file(path)
    folder.chmod(FOLDER)
    flush_folder(folder)


def _flush_file(path: Path) -> None:
    path.chmod(FILE)
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """A folder's own list of files; Windows keeps it by itself."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
