"""Build the site beside the one people have; put it in its place only when it is whole.

The site before the last one is kept, so that the next build has only to mend it.
"""

import hashlib
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator import breakdowns
from generator.generate import Generated
from generator.kept_files import CACHE
from generator.plugin import build_html
from generator.progress import Progress
from generator.publishing import private_check


def build(
    config: Path,
    site: Path,
    *,
    public: bool = False,
    plain: bool = False,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """What has to be mended, and `site` is as it was; nothing when `site` is now the new site.

    `plain` leaves all to MkDocs and begins with nothing.
    """
    if not config.is_file():
        return (f"{config}: không có tệp cấu hình này; chạy lệnh trong thư mục có mkdocs.yml",)
    site = site.absolute()
    new, old = (site.with_name(f".{site.name}.{os.getpid()}.{age}") for age in ("new", "old"))
    spare = _spare(config, site)
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    if not plain:
        with suppress(OSError):  # there is none, or another build has it
            spare.rename(new)
    written: list[Generated] = []
    try:
        failures = build_html(
            config, new, public=public, plain=plain, progress=progress, wrote=written.append
        )
        if not failures:
            failures = _private(new, written, progress or Progress())
        if failures:
            _keep(new, spare)
            return failures
        _swap(new, site, old)
    except Exception as error:
        return (breakdowns.in_words(error, site, config.absolute().parent),)
    finally:  # also where someone presses Ctrl-C
        shutil.rmtree(new, ignore_errors=True)
    _keep(old, spare)
    return ()


def _private(site: Path, written: Sequence[Generated], progress: Progress) -> tuple[str, ...]:
    """As before publishing: what a public site may not hold."""
    canaries = {words for generated in written for words in generated.canaries}
    if not canaries:
        return ()
    with progress.phase("Tìm thông tin cá nhân"):
        return tuple(private_check.problems(site, sorted(canaries)))


def _swap(new: Path, site: Path, old: Path) -> None:
    """The new site in the old one's place, which then is `old`; or all as it was."""
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise


def _spare(config: Path, site: Path) -> Path:
    """Where an older site waits for the next build, one for each place that is built into."""
    name = hashlib.sha256(str(site).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return config.absolute().parent / CACHE / f"site-{name}"


def _keep(folder: Path, spare: Path) -> None:
    """Another disk, or none too many: then the folder just goes."""
    with suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(spare)
    shutil.rmtree(folder, ignore_errors=True)
