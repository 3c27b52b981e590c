"""The one writer: pages and assets into `docs/`, touching only what changed and only what is ours.

What it wrote is listed in `docs/.giaoban.json`; a file not listed there was written by a person and
is never overwritten nor deleted.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import beside
from generator.fingerprints import files_below
from generator.urls import GENERATED_FOLDERS

MANIFEST = ".giaoban.json"

WORTH_A_PROCESS = 1000
"""Files below which starting another process takes longer than writing them."""


class HandWritten(Exception):
    """A page would replace files that people wrote; carries their paths below `docs/`."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        listed = ", ".join(f"docs/{path}" for path in paths)
        super().__init__(
            f"{listed}: trang viết tay trùng tên với trang được sinh ra; hãy đổi tên trang viết tay"
        )


@dataclass(frozen=True, slots=True)
class Written:
    """How many files changed, went and stayed."""

    changed: int
    deleted: int
    kept: int


def write(files: Mapping[str, bytes], docs: Path) -> Written:
    """Make the generated files below `docs` exactly `files` (path -> bytes).

    Raises HandWritten before touching anything.
    """
    listed = _listed(docs)
    taken = tuple(
        path
        for path in sorted(files)
        if path not in listed
        and path.split("/", 1)[0] not in GENERATED_FOLDERS
        and (docs / path).exists()
        and (docs / path).read_bytes() != files[path]
    )
    if taken:
        raise HandWritten(taken)
    stale = sorted(listed - files.keys())
    # Listed before written: a build that is cut short leaves no file that nobody owns.
    _save_manifest(docs, listed | files.keys())
    changed = _put_in_shares(files, docs)
    deleted = 0
    for path in stale:
        if (docs / path).is_file():
            (docs / path).unlink()
            deleted += 1
        _remove_empty_folders((docs / path).parent, docs)
    _save_manifest(docs, files.keys())
    return Written(changed, deleted, len(files) - changed)


def _put_in_shares(files: Mapping[str, bytes], docs: Path) -> int:
    """How many files changed; many are written by two processes.

    Both come to their end, whatever happens to one: none is stopped within a file. What a process
    that is lost had written is told as kept.
    """
    if len(files) < WORTH_A_PROCESS:
        return _put(files, docs)
    paths = [*files]
    half = {path: files[path] for path in paths[: len(paths) // 2]}
    rest = {path: files[path] for path in paths[len(paths) // 2 :]}
    with beside.begun(lambda: _put(rest, docs)) as others:
        try:
            changed = _put(half, docs)
        finally:
            changed_beside = others()
        return changed + changed_beside


def _put(files: Mapping[str, bytes], docs: Path) -> int:
    """Write what differs; how many files did. Plain strings: `Path` takes ten times as long."""
    top, changed, folder = os.fspath(docs), 0, ""
    for path, content in files.items():
        target = f"{top}/{path}"
        if _holds(target, content):
            continue
        if (parent := os.path.dirname(target)) != folder:
            os.makedirs(parent, exist_ok=True)
            folder = parent
        _replace(target, content)
        changed += 1
    return changed


def _holds(target: str, content: bytes) -> bool:
    try:
        with open(target, "rb", buffering=0) as file:
            return file.read() == content
    except OSError:
        return False


def hand_written(docs: Path) -> list[str]:
    """The files below `docs` that people wrote, in order."""
    listed = _listed(docs)
    return [
        path
        for path in files_below(docs)
        if path not in listed
        and path.split("/", 1)[0] not in GENERATED_FOLDERS
        and not path.rpartition("/")[2].startswith(".")
        and os.path.isfile(f"{docs}/{path}")
    ]


def _listed(docs: Path) -> set[str]:
    try:
        listed = json.loads((docs / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    if not isinstance(listed, list):
        return set()
    return {path for path in listed if isinstance(path, str) and _is_inside(path)}


def _is_inside(path: str) -> bool:
    return not os.path.isabs(path) and ".." not in path.replace("\\", "/").split("/")


def _save_manifest(docs: Path, paths: Iterable[str]) -> None:
    content = json.dumps(sorted(paths), indent=0).encode()
    target = docs / MANIFEST
    if not _holds(os.fspath(target), content):
        docs.mkdir(parents=True, exist_ok=True)
        _replace(os.fspath(target), content)


def _replace(target: str, content: bytes) -> None:
    """All or nothing: readers see the old bytes or the new ones."""
    folder, name = os.path.split(target)
    half_written = f"{folder}/.{name}.new"
    try:
        with open(half_written, "wb") as file:
            file.write(content)
        os.replace(half_written, target)
    except OSError:
        with suppress(OSError):
            os.unlink(half_written)
        raise


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
