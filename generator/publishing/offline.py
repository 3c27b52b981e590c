"""A copy of the built site to open from a disk, a USB stick or a shared folder, and a zip of it.

Folders have no index page there, so every link to a folder is written out to its `index.html`; the
search is told so. What only a web server needs is left out.
"""

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

LEFT_OUT = frozenset({"404.html", "opensearch.xml", "robots.txt", "sitemap.xml", "sitemap.xml.gz"})
NAME = "ket-luan-giao-ban"
"""The folder that the zip opens into."""
FRAME_WORKER = "assets/scripts/iframe-worker.js"
OLD_BROWSERS = "assets/search/old-browsers.js"
"""What the worker in a frame asks for, where a browser lacks it."""

_STAY_AWAY = b'<meta name="robots" content="noindex, nofollow">'

_EPOCH = (1980, 1, 1, 0, 0, 0)

_LINK = re.compile(r'(<[a-z][^<>]*?\s(?:href|action|data-search-page)=")([^"<>]*)(")')
_MOVED = re.compile(r'(<meta [^<>]*?content="(?:0; url=)?)([^"<>]*/(?:#[^"<>]*)?)(")')
_PRELOAD = re.compile(r'<link rel="preload" as="font"[^<>]*>\s*')
_CLIENT = re.compile(r'(<script src="([^"<>]*)assets/search/client\.js")')
_WORKER = re.compile(r'("search": ?"[^"]*assets/search/worker\.js)(")')


def copy(site: Path, folder: Path) -> Path:
    """Write the copy of `site` into `folder`, whatever stood there; the zip beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    folders = {
        path.parent.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if path.is_file()
    }
    for path, content in _files(site, folders):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return _zipped(folder)


def is_internal(folder: Path) -> bool:
    """Whether a site, a copy or its zip asks robots to stay away, as no public one does."""
    page, packed = folder / "index.html", _zip_of(folder)
    if page.is_file():
        return _STAY_AWAY in page.read_bytes()
    if packed.is_file():
        with suppress(zipfile.BadZipFile, KeyError), zipfile.ZipFile(packed) as archive:
            return _STAY_AWAY in archive.read(f"{NAME}/index.html")
        return True
    return False


def remove(folder: Path) -> None:
    """A copy and its zip."""
    shutil.rmtree(folder, ignore_errors=True)
    _zip_of(folder).unlink(missing_ok=True)


def _zip_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")


def _files(site: Path, folders: set[str]) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path in LEFT_OUT or path.endswith((".map", ".gz")):
            continue
        content = file.read_bytes()
        if path == FRAME_WORKER:
            content = (site / OLD_BROWSERS).read_bytes() + content
        elif path.endswith(".html"):
            content = with_whole_links(content.decode(), path, folders).encode()
        yield path, content


def with_whole_links(page: str, path: str, folders: set[str]) -> str:
    """The page at `path`, links to any of `folders` (`.` is the site itself) written out."""
    here = PurePosixPath(path).parent

    def whole(match: re.Match[str]) -> str:
        link = match[2]
        place = re.split(r"[?#]", link, maxsplit=1)[0]
        if not place or place.startswith("/") or ":" in place:
            return match[0]
        if _normal(here / place) not in folders:
            return match[0]
        return f"{match[1]}{place.rstrip('/')}/index.html{link[len(place) :]}{match[3]}"

    page = _MOVED.sub(whole, _LINK.sub(whole, page))
    page = _PRELOAD.sub("", page).replace('data-pages="folders"', 'data-pages="files"')
    page = _CLIENT.sub(rf'<script src="\2{FRAME_WORKER}"></script>\1', page)
    return _WORKER.sub(r"\1?files\2", page)


def _normal(path: PurePosixPath) -> str:
    """The path with `..` taken back; outside of the site it begins with `..`."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts) or "."


def _zipped(folder: Path) -> Path:
    """The folder as a zip beside it: the same files give the same bytes."""
    target = _zip_of(folder)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                path = f"{NAME}/{file.relative_to(folder).as_posix()}"
                entry = zipfile.ZipInfo(path, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes())
    return target
