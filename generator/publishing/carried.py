"""Files that pages of another release, open in a reader's browser, may still ask for.

Only files named by their content: under such a name nothing else can stand. Into a public site
comes only what was itself published in public, and search data only of the site that was live just
before: what has been left out since is gone with the site after.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.publishing import disk, shelving
from generator.publishing.releases import KEPT, Release, Shelf


def carry_over(shelf: Shelf, site: Path, hashed: Sequence[str], *, public: bool) -> tuple[str, ...]:
    """Copy into the new `site` what pages of the kept releases may still ask for; their paths."""
    carried: dict[str, None] = {}
    for name in [name for name in [shelf.live, *shelf.earlier()] if name][:KEPT]:
        release = shelf.release(name)
        for path in release.hashed:
            comes = not public or path.startswith("assets/") or name == shelf.live
            if comes and (release.public or not public) and path not in {*hashed, *carried}:
                if not (shelf.path(name) / path).is_file():
                    continue
                disk.copy(shelf.path(name) / path, site / path)
                carried[path] = None
    return tuple(carried)


def carry_back(shelf: Shelf, release: Release) -> Release:
    """Copy into an earlier `release` what pages of the live one may still ask for."""
    live = shelf.release(shelf.live)
    site, there = shelf.path(release.name), shelf.path(live.name)
    if release.public and not live.public:
        return release
    missing = [
        path
        for path in (*live.hashed, *live.carried)
        if not (site / path).is_file() and (there / path).is_file()
    ]
    for path in missing:
        disk.copy(there / path, site / path)
    if not missing:
        return release
    wider = replace(release, carried=(*release.carried, *missing))
    shelving.save_list(shelf, wider)
    return wider
