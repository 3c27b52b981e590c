"""SHA-256 of files and folders: what tells that nothing has changed."""

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent
LIBRARIES = ("jinja2", "markupsafe", "pyyaml")
"""Others' packages that take part in making pages."""


def of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def of_files(folder: Path, paths: Iterable[Path]) -> str:
    """Names below `folder` and bytes of the files among `paths`."""
    found = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            found.update(name + b"\0" + of_bytes(path.read_bytes()).encode() + b"\n")
    return found.hexdigest()


@cache
def of_code() -> str:
    """Whatever makes pages, as it was when it was first asked for.

    Of the theme only the search takes part in that; the rest is MkDocs'.
    """
    theme = PACKAGE / "theme"
    makers = (
        path
        for path in PACKAGE.rglob("*")
        if theme not in path.parents or theme / "assets" / "search" in path.parents
    )
    libraries = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return of_bytes(f"{libraries} {of_files(PACKAGE, makers)}".encode())


def files_below(folder: Path) -> list[str]:
    """The paths of all files below a folder, in order."""
    top = os.fspath(folder)
    return sorted(
        f"{where}/{name}"[len(top) + 1 :].replace("\\", "/")
        for where, _, files in os.walk(top)
        for name in files
    )
