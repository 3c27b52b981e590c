"""The pages of a built site as read; those that the run before read are not read again."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import fingerprints, kept_files
from generator.publishing.built_page import BuiltPage, built_page


@dataclass(frozen=True, slots=True)
class Read:
    """A page and its bytes over the wire."""

    page: BuiltPage
    zipped: int


def pages_read(folder: Path, names: Iterable[str], kept: Path | None = None) -> dict[str, Read]:
    """By name below `folder`; what was read is remembered in the file `kept`."""
    known = _known(kept) if kept else {}
    used: dict[str, Read] = {}
    found = {}
    for name in names:
        content = (folder / name).read_bytes()
        key = fingerprints.of_bytes(content)
        if key not in used:
            used[key] = known.get(key) or _read(content)
        found[name] = used[key]
    if kept and used.keys() != known.keys():
        kept_files.dump(kept, (fingerprints.of_code(), used))
    return found


def _read(content: bytes) -> Read:
    page = built_page(content.decode("utf-8", errors="replace"))
    return Read(page, len(zlib.compress(content, 6)))


def _known(kept: Path) -> dict[str, Read]:
    match kept_files.load(kept):
        case (str(code), dict(known)) if code == fingerprints.of_code():
            return known
    return {}
