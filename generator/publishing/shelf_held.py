"""The folder held alone by one run, and only where all in it is what publishing put there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing import disk, headers
from generator.publishing.releases import NEW, NUMBER, NotPublished, Shelf
from generator.publishing.shelving import GONE

_LOCK = ".lock"
_OURS = {
    *(_LOCK, NEW, ".current.new", ".current.txt.new", "current", "current.txt"),
    *("releases", "server", "lost+found"),
}
_BUILT = {"docs", "site"}


@contextmanager
def locked(shelf: Shelf) -> Iterator[None]:
    """Hold the folder alone; the system lets go by itself when the program dies.

    Raises NotPublished when another holds it, or when something in it is somebody else's.
    """
    folder = shelf.folder
    disk.make_folder(folder)
    if not (folder / _LOCK).exists():  # or another run may be moving things about
        _refuse_foreign(shelf)
    with (folder / _LOCK).open("a+", encoding="utf-8") as lock:
        if not _lock(lock.fileno()):
            raise NotPublished(f"{folder}: một lần công bố khác đang chạy; đợi xong rồi chạy lại")
        _refuse_foreign(shelf)
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


def _refuse_foreign(shelf: Shelf) -> None:
    folder, pointed = shelf.folder, shelf.pointed
    current = folder / "current"
    if os.path.lexists(current) and not current.is_symlink():
        raise NotPublished(
            f"{current}: chỗ này phải là đường dẫn do lệnh công bố đặt, mà đang là"
            f" {'một thư mục thật' if current.is_dir() else 'một tệp'}; hãy chuyển nó ra ngoài"
            f" {folder} rồi chạy lại"
        )
    if pointed and not _is_a_release(shelf, pointed):
        pointer = current if shelf.by_link else folder / "current.txt"
        raise NotPublished(
            f"{pointer}: đang dẫn đến «{pointed}», không phải một bản trong {folder / 'releases'};"
            f" hãy xóa «{pointer.name}» rồi chạy lại"
        )
    if shelf.live:
        shelf.release(shelf.live)
    strange = sorted(_strange(shelf))
    if strange:
        more = ", …" if len(strange) > 3 else ""
        raise NotPublished(
            f"{folder}: thư mục đang có thứ khác ({', '.join(strange[:3])}{more});"
            " hãy chuyển thứ ấy đi chỗ khác, hoặc chọn một thư mục dành riêng cho việc công bố"
        )


def _is_a_release(shelf: Shelf, pointed: str) -> bool:
    target = Path(pointed)
    if not NUMBER.fullmatch(target.name):
        return False
    releases = shelf.folder / "releases"
    return not shelf.by_link or (shelf.folder / target).parent.resolve() == releases.resolve()


def _strange(shelf: Shelf) -> Iterator[str]:
    """What in the folder publishing didn't put there, by its path below the folder."""
    folder = shelf.folder
    yield from (path.name for path in folder.iterdir() if path.name not in _OURS)
    for path in _within(folder / "server"):
        name = path.name.removeprefix(".").removesuffix(".new")
        if name not in headers.SERVER_FILES or not _is_written_by_us(path):
            yield f"server/{path.name}"
    for path in _within(folder / "releases"):
        name = path.name.removeprefix(GONE)
        if path.name.startswith("."):
            name = name.removeprefix(".").removesuffix(".new")
        is_list = name.endswith(".json") and path.is_file()
        is_site = path.is_dir() and (name != path.name or shelf.list_of(name).is_file())
        if not NUMBER.fullmatch(name.removesuffix(".json")) or not (is_list or is_site):
            yield f"releases/{path.name}"
    yield from (f"{NEW}/{path.name}" for path in _within(folder / NEW) if path.name not in _BUILT)


def _within(folder: Path) -> list[Path]:
    if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()):
        raise NotPublished(
            f"{folder}: chỗ này phải là thư mục do lệnh công bố đặt; hãy đổi tên nó rồi chạy lại"
        )
    return list(folder.iterdir()) if folder.is_dir() else []


def _is_written_by_us(path: Path) -> bool:
    """A file cut short holds the beginning of ours, or nothing yet."""
    if path.is_symlink() or not path.is_file():
        return False
    start = path.read_bytes()[: len(headers.WRITTEN_BY_US)]
    return start == headers.WRITTEN_BY_US or (
        path.name.endswith(".new") and headers.WRITTEN_BY_US.startswith(start)
    )
