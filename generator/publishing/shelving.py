"""Sites put on the shelf, made live and removed, each in one step."""

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from generator.publishing import disk
from generator.publishing.releases import Release, Shelf

GONE = ".gone-"
"""Before the name of a release that is being removed."""


def clean(shelf: Shelf) -> None:
    """Remove what a run that was cut short has left; readers see nothing of it."""
    disk.remove(shelf.building)
    with suppress(FileNotFoundError):
        (shelf.folder / ".current.new").unlink()
    for left in sorted((shelf.folder / "releases").glob(f"{GONE}*")):
        disk.remove(left)


def next_name(shelf: Shelf) -> str:
    """Higher than every number on the disk, so also than those that were taken back."""
    return f"{max(map(int, [*shelf.numbers(), shelf.live or '0'])) + 1:06d}"


def shelve(shelf: Shelf, site: Path, release: Release) -> None:
    """Put the new `site` beside the others, flushed to the disk; it is not live yet."""
    disk.flush(site)
    folder = shelf.folder / "releases"
    disk.make_folder(folder)
    folder.chmod(disk.FOLDER)
    save_list(shelf, release)
    os.rename(site, shelf.path(release.name))
    disk.flush_folder(folder)
    disk.flush_folder(shelf.folder)


def save_list(shelf: Shelf, release: Release) -> None:
    content = {name: value for name, value in asdict(release).items() if name != "name"}
    text = json.dumps(content, indent=1)
    disk.replace_text(shelf.list_of(release.name), text, mode=disk.FILE)


def point(shelf: Shelf, name: str) -> None:
    """Make `name` the live release, in one step: readers get the old site or the new one."""
    if shelf.by_link:
        beside = shelf.folder / ".current.new"
        with suppress(FileNotFoundError):
            beside.unlink()
        beside.symlink_to(Path("releases", name), target_is_directory=True)
        os.replace(beside, shelf.folder / "current")
        disk.flush_folder(shelf.folder)
    else:
        disk.replace_text(shelf.folder / "current.txt", f"{name}\n", mode=disk.FILE)


def prune(shelf: Shelf) -> None:
    """Once the new site is live: remove all that `--back` is not to reach any more."""
    kept = {shelf.live, *shelf.earlier()}
    for name in shelf.numbers():
        if name not in kept:
            _forget(shelf, name)


def prune_older(shelf: Shelf) -> None:
    """What a run that was cut short should have removed, or `--back` would reach too far."""
    live = shelf.live
    kept = {live, *shelf.earlier()}
    for name in shelf.numbers():
        if live and name not in kept and int(name) < int(live):
            _forget(shelf, name)


def _forget(shelf: Shelf, name: str) -> None:
    """Aside in one step: it is whole, or it is none. What has no list of ours stays untouched."""
    if not shelf.is_ours(name):
        return
    gone = shelf.path(f"{GONE}{name}")
    with suppress(FileNotFoundError):
        os.rename(shelf.path(name), gone)
    shelf.list_of(name).unlink()
    disk.remove(gone)
