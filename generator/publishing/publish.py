"""`giaoban publish`: build aside, check, flush, swap. Readers get a whole site, old or new."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from generator import ledger, writer
from generator.generate import LEDGER, Generated, generate
from generator.ledger import Addresses
from generator.plugin import CACHE, Settings, build_html, settings
from generator.publishing import headers, releases, site_checks
from generator.publishing.releases import NotPublished, Release, Shelf
from generator.publishing.site_checks import BuiltSite
from generator.search.sisters import SisterSites

Tell = Callable[[str], None]

_MOST_TOLD = 50
"""Problems of the built site that are told one by one."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to publish where; `reload` is a command that makes the web server read its files.

    The configuration may ask for a public site as well.
    """

    config: Path
    shelf: Shelf
    public: bool = False
    reload: str = ""


def publish(order: Order, tell: Tell) -> str:
    """Publish the records; the new release's name. Raises NotPublished, the live site untouched."""
    if not order.config.is_file():
        raise NotPublished(
            f"{order.config}: không có tệp cấu hình này; chạy lệnh trong thư mục có mkdocs.yml"
        )
    _check_name(order.shelf.folder)
    with _told_in_words(), releases.locked(order.shelf):
        releases.clean(order.shelf)
        given = settings(order.config)
        order = replace(order, public=order.public or given.public)
        _keep_private(order.shelf, order.public)
        try:
            return _publish(order, given, tell)
        finally:
            shutil.rmtree(order.shelf.building, ignore_errors=True)


def back(order: Order, tell: Tell) -> str:
    """Make the site before the live one live again; its name. Raises NotPublished."""
    _check_name(order.shelf.folder)
    with _told_in_words(), releases.locked(order.shelf):
        earlier = order.shelf.earlier()
        if not earlier:
            raise NotPublished(f"{order.shelf.folder}: không còn bản nào trước bản đang dùng")
        release = order.shelf.release(earlier[0])
        _keep_private(order.shelf, release.public)
        _go_live(order, release, tell)
        return release.name


def _keep_private(shelf: Shelf, is_public: bool) -> None:
    """What was meant for the department never takes a public site's place by a slip."""
    if shelf.live and shelf.release(shelf.live).public and not is_public:
        raise NotPublished(
            f"{shelf.folder}: đang dùng bản công khai, bản này là bản nội bộ có tên người vắng;"
            " thêm «--public», hoặc công bố bản nội bộ vào một thư mục khác"
        )


def _publish(order: Order, given: Settings, tell: Tell) -> str:
    shelf = order.shelf
    _refuse(given.faults)
    docs, site = shelf.building / "docs", shelf.building / "site"
    shelf.building.mkdir()
    for path in writer.hand_written(given.docs):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(given.docs / path, docs / path)
    docs.mkdir(exist_ok=True)
    cache = order.config.absolute().parent / CACHE
    generated = generate(given.records, docs, public=order.public, cache=cache)
    for problem in generated.problems:
        tell(str(problem))
    if generated.errors:
        raise NotPublished(f"{len(generated.errors)} lỗi trong bản ghi")
    _refuse(build_html(order.config, site, public=order.public, docs=docs, generated=generated))
    built = BuiltSite(site, given.site_url, cache / "published-pages")
    _refuse(site_checks.problems(built, canaries=generated.canaries))
    _refuse(_missing(built, generated.addresses))
    release = _release(order, built, given.sister_sites)
    # From here on the new site stands whole beside the others.
    releases.shelve(shelf, site, release)
    _write_ledger(given, generated)
    _go_live(order, release, tell)
    with suppress(OSError):  # the new site is live; what stays is removed the next time
        releases.prune(shelf)
    return release.name


def _refuse(problems: Iterable[str]) -> None:
    found = list(problems)
    if found:
        more = f"\n… và {len(found) - _MOST_TOLD} chỗ nữa" if len(found) > _MOST_TOLD else ""
        raise NotPublished("\n".join(found[:_MOST_TOLD]) + more)


def _missing(built: BuiltSite, addresses: Addresses) -> Iterable[str]:
    """Places that the ledger is about to promise and the pages don't have."""
    for served, places in addresses.items():
        page = built.pages.get(f"{served}index.html")
        if page is None:
            yield f"{served}: chương trình không dựng được trang này"
        else:
            yield from (f"{served}: không có chỗ #{a}" for a in places if a not in page.places)


def _release(order: Order, built: BuiltSite, sites: SisterSites) -> Release:
    """The new release, with the files that go into the site itself."""
    hashed = tuple(name for name in built.files.sizes if headers.is_hashed(name))
    scripts = {script for page in built.pages.values() for script in page.inline_scripts}
    hashes = tuple(sorted(map(headers.script_hash, scripts)))
    carried = releases.carry_over(order.shelf, built.folder, hashed, public=order.public)
    name = releases.next_name(order.shelf)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    sisters = tuple(sister.data for sister in sites.searched)
    release = Release(
        name, made, order.public, hashes, hashed, carried, sisters, found_by=sites.found_by
    )
    config = headers.web_config(_served(order.shelf, release))
    (built.folder / "web.config").write_text(config, "utf-8")
    return release


def _write_ledger(given: Settings, generated: Generated) -> None:
    """Before the swap: what readers may have seen is in the ledger, whatever happens."""
    path = given.records / LEDGER
    text = ledger.written(generated.ledger.with_published(generated.addresses))
    if not path.is_file() or path.read_text("utf-8") != text:
        releases.replace_text(path, text)


def _go_live(order: Order, release: Release, tell: Tell) -> None:
    """Swap. Where the server must be told, it is told before pages come that it would block."""
    shelf, before = order.shelf, order.shelf.live
    if shelf.by_link:
        _write_server_files(shelf, release)
        is_needed = not before or _says(shelf.release(before)) != _says(release)
        _reload(order, release, tell, is_needed=is_needed)
        releases.point(shelf, release.name)
        return
    releases.point(shelf, release.name)
    _write_server_files(shelf, release)
    try:
        _reload(order, release, tell, is_needed=True)
    except NotPublished:
        if before:
            releases.point(shelf, before)
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
    path = str(order.shelf.path(release.name).absolute())
    command = order.reload.replace("{release}", path)
    parts: str | list[str] = command if os.name == "nt" else shlex.split(command)
    try:
        done = subprocess.run(parts, capture_output=True, text=True, errors="replace", check=False)
    except FileNotFoundError as error:
        raise NotPublished(f"không tìm thấy lệnh «{parts[0]}» ghi ở --reload") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or f"mã lỗi {done.returncode}"
        raise NotPublished(f"lệnh «{command}» không chạy được: {said}")


def _served(shelf: Shelf, release: Release) -> headers.Served:
    """Scripts of every kept release are allowed: the pages of one are open while another comes."""
    kept = [shelf.release(name) for name in [shelf.live, *shelf.earlier()] if name]
    root = shelf.folder / "current" if shelf.by_link else shelf.path(release.name)
    return headers.Served(
        folder=shelf.folder.absolute().as_posix(),
        root=root.absolute().as_posix(),
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
    for name, text in headers.server_files(_served(shelf, release)).items():
        releases.replace_text(shelf.folder / "server" / name, text)


def _check_name(folder: Path) -> None:
    """Servers' files quote the folder's path; what would end the quote can't be in it."""
    refused = sorted(set("\"'$<>{}\n") & set(str(folder.absolute())))
    if refused:
        raise NotPublished(f"{folder}: tên thư mục có ký tự {' '.join(refused)}; hãy đổi tên")


@contextmanager
def _told_in_words() -> Iterator[None]:
    """What the disk refuses, said to the clerk."""
    try:
        yield
    except OSError as error:
        where = f" «{error.filename}»" if error.filename else ""
        reason = error.strerror or str(error)
        message = f"không ghi được{where}: {reason}; xem lại chỗ trống và quyền ghi trên đĩa"
        raise NotPublished(message) from error
