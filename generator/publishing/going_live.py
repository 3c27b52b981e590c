"""The new site takes the old one's place, and web servers are told where they must be."""

import os
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.publishing import disk, headers, shelving
from generator.publishing.releases import NotPublished, Release, Shelf

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to publish where; `reload` is a command that makes the web server read its files.

    The configuration may ask for a public site as well.
    """

    config: Path
    shelf: Shelf
    public: bool = False
    reload: str = ""


def go_live(order: Order, release: Release, tell: Tell) -> None:
    """Swap. Where the server must be told, it is told before pages come that it would block."""
    shelf, before = order.shelf, order.shelf.live
    if shelf.by_link:
        _write_server_files(shelf, release)
        is_needed = not before or _says(shelf.release(before)) != _says(release)
        _reload(order, release, tell, is_needed=is_needed)
        shelving.point(shelf, release.name)
        return
    shelving.point(shelf, release.name)
    _write_server_files(shelf, release)
    try:
        _reload(order, release, tell, is_needed=True)
    except NotPublished:
        if before:
            shelving.point(shelf, before)
            _write_server_files(shelf, shelf.release(before))
        raise


def _reload(order: Order, release: Release, tell: Tell, *, is_needed: bool) -> None:
    folder = order.shelf.folder / "server"
    if not order.reload:
        if is_needed and order.shelf.names() == [release.name]:
            tell(
                f"Đã viết tệp cho máy chủ web vào {folder}: mấy dòng đầu mỗi tệp nói cách dùng;"
                " dùng rồi thì cho máy chủ web đọc lại cấu hình."
            )
        elif is_needed:
            tell(f"Tệp cho máy chủ web trong {folder} đã đổi; hãy cho máy chủ web đọc lại.")
        return
    path = str(order.shelf.whole_path / "releases" / release.name)
    command = order.reload.replace("{release}", path)
    parts: str | list[str] = command if os.name == "nt" else shlex.split(command)
    try:
        done = subprocess.run(parts, capture_output=True, text=True, errors="replace", check=False)
    except FileNotFoundError as error:
        raise NotPublished(f"không tìm thấy lệnh «{parts[0]}» ghi ở --reload") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or f"mã lỗi {done.returncode}"
        raise NotPublished(f"lệnh «{command}» không chạy được: {said}")


def served(shelf: Shelf, release: Release) -> headers.Served:
    """Scripts of every kept release are allowed: the pages of one are open while another comes."""
    kept = [shelf.release(name) for name in [shelf.live, *shelf.earlier()] if name]
    folder = shelf.whole_path
    root = folder / "current" if shelf.by_link else folder / "releases" / release.name
    return headers.Served(
        folder=folder.as_posix(),
        root=root.as_posix(),
        hashes=sorted({*release.hashes, *(text for one in kept for text in one.hashes)}),
        hashed=(*release.hashed, *release.carried),
        public=release.public,
        sisters=sorted({*release.sisters, *(site for one in kept for site in one.sisters)}),
        found_by=release.found_by,
    )


def _says(release: Release) -> tuple[object, ...]:
    """What a server's files say of a release."""
    return release.hashes, release.public, release.sisters, release.found_by


def _write_server_files(shelf: Shelf, release: Release) -> None:
    folder = shelf.folder / "server"
    disk.make_folder(folder)
    folder.chmod(disk.FOLDER)
    for name, text in headers.server_files(served(shelf, release)).items():
        disk.replace_text(folder / name, text, mode=disk.FILE)


def unfit(site_url: str) -> str:
    """What is to be said of the ready files where the site is not at the root of its domain."""
    path = urlsplit(site_url).path
    if path.strip("/"):
        return (
            f"«site_url» đặt trang ở thư mục con «{path}»; các tệp viết sẵn trong server/ chỉ dùng"
            " được cho trang ở gốc một tên miền: tự viết phần cấu hình ấy, lấy các dòng bảo vệ"
            " trong đó làm mẫu"
        )
    return ""
