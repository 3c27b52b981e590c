"""SHA-256 of files and folders: what tells that nothing has changed."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


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
    """This package's own code and templates, as they were when it was first asked for."""
    code = (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.txt"))
    return of_files(PACKAGE, code)
