"""`giaoban publish`: build aside, check, flush, swap. Readers get a whole site, old or new."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator import breakdowns, writer
from generator.generate import Generated, generate
from generator.kept_files import CACHE
from generator.mkdocs_messages import Unconfigured
from generator.plugin import Settings, build_html, settings
from generator.problems import in_passing
from generator.published import ledger
from generator.published.book import LEDGER
from generator.published.ledger import Addresses
from generator.publishing import carried, disk, headers, shelving, site_checks
from generator.publishing.going_live import Order, Tell, go_live, served, unfit
from generator.publishing.releases import KEPT, NotPublished, Release, Shelf
from generator.publishing.shelf_held import locked
from generator.publishing.site_checks import BuiltSite
from generator.search.sisters import SisterSites

_MOST_TOLD = 50
"""Problems of the built site that are told one by one."""


def publish(order: Order, tell: Tell) -> str:
    """Publish the records; the new release's name. Raises NotPublished, the live site untouched."""
    if not order.config.is_file():
        raise NotPublished(
            f"{order.config}: không có tệp cấu hình này; chạy lệnh trong thư mục có mkdocs.yml"
        )
    _check_name(order.shelf.folder)
    with _told_in_words(order.shelf.folder), locked(order.shelf):
        shelving.clean(order.shelf)
        try:
            given = settings(order.config)
        except Unconfigured as told:
            raise NotPublished(f"{told}") from None
        order = replace(order, public=order.public or given.public)
        _keep_private(order.shelf, order.public)
        try:
            _keep_ledger(order.shelf, given.records)
            return _publish(order, given, tell)
        finally:
            shutil.rmtree(order.shelf.building, ignore_errors=True)


def back(order: Order, tell: Tell) -> str:
    """Make the site before the live one live again; its name. Raises NotPublished."""
    _check_name(order.shelf.folder)
    with _told_in_words(order.shelf.folder), locked(order.shelf):
        shelf = order.shelf
        with suppress(OSError):
            shelving.prune_older(shelf)
        release = _before(shelf)
        release = carried.carry_back(shelf, release)
        go_live(order, release, tell)
        return release.name


def _before(shelf: Shelf) -> Release:
    """The site to go back to: what was meant for the department never replaces a public one."""
    earlier = [shelf.release(name) for name in shelf.earlier()]
    fit = [one for one in earlier if one.public or not shelf.release(shelf.live).public]
    if fit:
        return fit[0]
    if earlier:
        raise NotPublished(
            f"{shelf.folder}: không còn bản công khai nào trước bản đang dùng; bản"
            f" {earlier[0].name} là bản nội bộ, không dùng lại ở đây được; hãy sửa bản ghi rồi công"
            " bố với «--public»"
        )
    raise NotPublished(f"{shelf.folder}: không còn bản nào trước bản đang dùng")


def _keep_private(shelf: Shelf, is_public: bool) -> None:
    """What was meant for the department never takes a public site's place by a slip."""
    if shelf.last and shelf.release(shelf.last).public and not is_public:
        raise NotPublished(
            f"{shelf.folder}: đang dùng bản công khai, bản này là bản nội bộ có tên người vắng;"
            " thêm «--public», hoặc công bố bản nội bộ vào một thư mục khác"
        )


def _keep_ledger(shelf: Shelf, records: Path) -> None:
    """A ledger that is gone would let every published address die unseen."""
    path = records / LEDGER
    if shelf.last and not path.is_file():
        raise NotPublished(
            f"{path}: không còn tệp này, mà {shelf.folder} đang có bản đã công bố: các địa chỉ đã"
            " công bố không còn được giữ; lấy lại tệp trong git. Không lấy lại được, và chấp nhận"
            ' mất địa chỉ cũ, thì tạo tệp ấy với nội dung {"pages": {}, "redirects": {}}'
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
    generated = generate(given.records, docs, public=order.public, publishing=True, cache=cache)
    for line in in_passing(generated.problems):
        tell(line)
    if generated.errors:
        raise NotPublished(f"{len(generated.errors)} lỗi trong bản ghi")
    _refuse(build_html(order.config, site, public=order.public, docs=docs, generated=generated))
    built = BuiltSite(site, given.site_url, cache / "published-pages")
    _refuse(site_checks.problems(built, canaries=generated.canaries))
    _refuse(_missing(built, generated.addresses))
    release = _release(order, built, given.sister_sites)
    # From here on the new site stands whole beside the others.
    shelving.shelve(shelf, site, release)
    _write_ledger(given, generated)
    go_live(order, release, tell)
    if warning := unfit(given.site_url):
        tell(warning)
    if shelf.by_link or order.reload:
        with suppress(OSError):  # the new site is live; what stays is removed the next time
            shelving.prune(shelf)
    elif len(shelf.names()) > KEPT + 1:
        tell(
            "Chưa xóa bản cũ nào: không ghi «--reload» thì không biết máy chủ web đã chuyển sang"
            " bản mới chưa. Công bố với «--reload» thì các bản cũ được xóa."
        )
    return release.name


def _refuse(problems: Iterable[str]) -> None:
    found = list(problems)
    if found:
        more = f"\n… và {len(found) - _MOST_TOLD} chỗ nữa" if len(found) > _MOST_TOLD else ""
        raise NotPublished("\n".join(found[:_MOST_TOLD]) + more)


def _missing(built: BuiltSite, addresses: Addresses) -> Iterable[str]:
    """Places that the ledger is about to promise and the pages don't have."""
    for address, places in addresses.items():
        if address.endswith(".txt") and address in built.files.sizes:
            continue
        page = built.pages.get(f"{address}index.html")
        if page is None:
            yield f"{address}: chương trình không dựng được trang này"
        else:
            yield from (f"{address}: không có chỗ #{a}" for a in places if a not in page.places)


def _release(order: Order, built: BuiltSite, sites: SisterSites) -> Release:
    """The new release, with the files that go into the site itself."""
    hashed = tuple(name for name in built.files.sizes if headers.is_hashed(name))
    scripts = {script for page in built.pages.values() for script in page.inline_scripts}
    hashes = tuple(sorted(map(headers.script_hash, scripts)))
    comes = carried.carry_over(order.shelf, built.folder, hashed, public=order.public)
    release = Release(
        shelving.next_name(order.shelf),
        datetime.now(UTC).isoformat(timespec="seconds"),
        order.public,
        hashes,
        hashed,
        comes,
        sisters=tuple(sister.data for sister in sites.searched),
        found_by=sites.found_by,
        after=order.shelf.last,
        size=len({*built.files.sizes, *comes, "web.config"}),
    )
    config = headers.web_config(served(order.shelf, release))
    (built.folder / "web.config").write_text(config, "utf-8")
    return release


def _write_ledger(given: Settings, generated: Generated) -> None:
    """Before the swap: what readers may have seen is in the ledger, whatever happens."""
    path = given.records / LEDGER
    text = ledger.written(generated.ledger.with_published(generated.addresses))
    if not path.is_file() or path.read_text("utf-8") != text:
        disk.replace_text(path, text)


def _check_name(folder: Path) -> None:
    """Servers' files quote the folder's path; what would end the quote can't be in it."""
    refused = sorted(set("\"'$<>{}\n") & set(str(folder.absolute())))
    if refused:
        raise NotPublished(f"{folder}: tên thư mục có ký tự {' '.join(refused)}; hãy đổi tên")


@contextmanager
def _told_in_words(folder: Path) -> Iterator[None]:
    """What the disk refuses, said to the clerk."""
    try:
        yield
    except OSError as error:
        raise NotPublished(breakdowns.refused(error, folder)) from error
