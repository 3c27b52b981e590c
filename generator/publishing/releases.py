"""The folder that a site is published into: whole sites side by side, one of them live.

    DIR/releases/000012/    a whole site, never changed once it stands there
    DIR/releases/000012.json    when it was made, the hashes of its inline scripts
    DIR/current             a link to the live one, swapped in one step (rename(2) of a link)
    DIR/current.txt         where a link can't be swapped (Windows): the live one's name in a file
    DIR/server/             ready files for web servers

Numbers only grow, and whatever is above the live one never was live or was taken back.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT = 3
"""Sites kept besides the live one, for `giaoban publish --back`."""

_LOCK = ".lock"
_NEW = ".new"
_OURS = {
    *(_LOCK, _NEW, ".current.new", ".current.txt.new", "current", "current.txt"),
    *("releases", "server", "lost+found"),
}


class NotPublished(Exception):
    """Why nothing was published, said to the clerk."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published site; `hashed` are its own files named by content, `carried` those of earlier
    sites that it keeps for readers who have an older page open; `sisters` are where its pages read
    search data, `found_by` whose pages may read its own.
    """

    name: str
    made: str
    public: bool
    hashes: tuple[str, ...]
    hashed: tuple[str, ...]
    carried: tuple[str, ...] = ()
    sisters: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder to publish into; `by_link` where a link can be swapped in one step."""

    folder: Path
    by_link: bool = os.name != "nt"

    @property
    def live(self) -> str:
        """The name of the live release; empty before the first."""
        if self.by_link:
            link = self.folder / "current"
            return Path(os.readlink(link)).name if link.is_symlink() else ""
        pointer = self.folder / "current.txt"
        return pointer.read_text("utf-8").strip() if pointer.is_file() else ""

    @property
    def root(self) -> Path:
        """The folder that a web server serves."""
        return self.folder / "current" if self.by_link else self.path(self.live)

    def path(self, name: str) -> Path:
        return self.folder / "releases" / name

    @property
    def building(self) -> Path:
        """Where a new site is made: on the same disk, so that it can be moved in one step."""
        return self.folder / _NEW

    def names(self) -> list[str]:
        """Every release on the disk, oldest first."""
        folder = self.folder / "releases"
        found = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        return sorted(name for name in found if name.isdigit())

    def earlier(self) -> list[str]:
        """The releases that `--back` can still reach, newest first."""
        live = self.live
        return [name for name in reversed(self.names()) if live and name < live]

    def release(self, name: str) -> Release:
        content = json.loads(self.path(f"{name}.json").read_text("utf-8"))
        return Release(
            name,
            content["made"],
            content["public"],
            tuple(content["hashes"]),
            tuple(content["hashed"]),
            tuple(content["carried"]),
            tuple(content.get("sisters", ())),
            tuple(content.get("found_by", ())),
        )


@contextmanager
def locked(shelf: Shelf) -> Iterator[None]:
    """Hold the folder alone; the system lets go by itself when the program dies.

    Raises NotPublished when another holds it, or when the folder is somebody else's.
    """
    folder = shelf.folder
    folder.mkdir(parents=True, exist_ok=True)
    strange = sorted(path.name for path in folder.iterdir() if path.name not in _OURS)
    if strange:
        raise NotPublished(
            f"{folder}: thư mục đang có thứ khác ({', '.join(strange[:3])}…);"
            " hãy chọn một thư mục dành riêng cho việc công bố"
        )
    with (folder / _LOCK).open("a+", encoding="utf-8") as lock:
        if not _lock(lock.fileno()):
            raise NotPublished(f"{folder}: một lần công bố khác đang chạy; đợi xong rồi chạy lại")
        yield


def _lock(descriptor: int) -> bool:
    """False if another process has it; closing the file, or dying, gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clean(shelf: Shelf) -> None:
    """Remove what a run that was cut short has left; readers see nothing of it."""
    remove(shelf.building)
    with suppress(FileNotFoundError):
        (shelf.folder / ".current.new").unlink()
    live = shelf.live
    for name in shelf.names():
        if name > live:
            _forget(shelf, name)


def carry_over(shelf: Shelf, site: Path, hashed: Sequence[str], *, public: bool) -> tuple[str, ...]:
    """Copy into the new `site` what pages of the kept releases may still ask for; their paths.

    Only files named by their content: under such a name nothing else can stand. In public only the
    theme's: search data of before may hold what has been left out since.
    """
    kept = [name for name in [shelf.live, *shelf.earlier()] if name][:KEPT]
    carried: list[str] = []
    for name in kept:
        for path in shelf.release(name).hashed:
            if path not in {*hashed, *carried} and (path.startswith("assets/") or not public):
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(shelf.path(name) / path, site / path)
                carried.append(path)
    return tuple(carried)


def shelve(shelf: Shelf, site: Path, release: Release) -> None:
    """Put the new `site` beside the others, flushed to the disk; it is not live yet."""
    flush(site)
    folder = shelf.folder / "releases"
    folder.mkdir(exist_ok=True)
    content = {name: value for name, value in asdict(release).items() if name != "name"}
    replace_text(folder / f"{release.name}.json", json.dumps(content, indent=1))
    os.rename(site, shelf.path(release.name))
    _flush_folder(folder)
    _flush_folder(shelf.folder)


def next_name(shelf: Shelf) -> str:
    return f"{int((shelf.names() or ['0'])[-1]) + 1:06d}"


def point(shelf: Shelf, name: str) -> None:
    """Make `name` the live release, in one step: readers get the old site or the new one."""
    if shelf.by_link:
        beside = shelf.folder / ".current.new"
        with suppress(FileNotFoundError):
            beside.unlink()
        beside.symlink_to(Path("releases", name), target_is_directory=True)
        os.replace(beside, shelf.folder / "current")
        _flush_folder(shelf.folder)
    else:
        replace_text(shelf.folder / "current.txt", f"{name}\n")


def prune(shelf: Shelf) -> None:
    """Remove what `--back` need not reach."""
    for name in shelf.earlier()[KEPT:]:
        _forget(shelf, name)


def _forget(shelf: Shelf, name: str) -> None:
    """Its list goes last: a release without one is not whole."""
    remove(shelf.path(name))
    with suppress(FileNotFoundError):
        shelf.path(f"{name}.json").unlink()


def remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def replace_text(path: Path, text: str) -> None:
    """The whole file or the old one, on the disk before it counts."""
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    _flush_folder(path.parent)


def flush(folder: Path) -> None:
    """Every file of the folder on the disk, readable by the web server whoever it runs as."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
            _flush_folder(path)
        else:
            path.chmod(0o644)
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    folder.chmod(0o755)
    _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    """A folder's own list of files; Windows keeps it by itself."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
