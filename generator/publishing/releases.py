"""The folder that a site is published into: whole sites side by side, one of them live.

    DIR/releases/000012/    a whole site; only files that other sites' open pages need come to it
    DIR/releases/000012.json    when it was made, after which one, the hashes of its inline scripts
    DIR/current             a link to the live one, swapped in one step (rename(2) of a link)
    DIR/current.txt         where a link can't be swapped (Windows): the live one's name in a file
    DIR/server/             ready files for web servers

Numbers only grow. A site that is removed is put aside first, in one step: what has its number and
its list is whole.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

KEPT = 3
"""Sites kept besides the live one, for `giaoban publish --back`."""

NEW = ".new"
NUMBER = re.compile(r"\d{6,}")


class NotPublished(Exception):
    """Why nothing was published, said to the clerk."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published site; `after` is the one that was live before it, `size` its number of files.

    `hashed` are its own files named by content, `carried` those of other sites that it keeps for
    readers who have a page of theirs open; `sisters` are where its pages read search data,
    `found_by` whose pages may read its own.
    """

    name: str
    made: str
    public: bool
    hashes: tuple[str, ...]
    hashed: tuple[str, ...]
    carried: tuple[str, ...] = ()
    sisters: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()
    after: str | None = None
    size: int = 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder to publish into; `by_link` where a link can be swapped in one step."""

    folder: Path
    by_link: bool = os.name != "nt"

    @property
    def pointed(self) -> str:
        """What the pointer to the live release says; empty where there is none."""
        if self.by_link:
            link = self.folder / "current"
            return os.readlink(link) if link.is_symlink() else ""
        pointer = self.folder / "current.txt"
        return pointer.read_text("utf-8").strip() if pointer.is_file() else ""

    @property
    def live(self) -> str:
        """The name of the live release; empty before the first, or where it is gone."""
        name = Path(self.pointed).name
        return name if name and self.path(name).is_dir() else ""

    @property
    def last(self) -> str:
        """The live release; where its pointer was lost, the newest whole one."""
        return self.live or next(reversed(self.names()), "")

    @property
    def whole_path(self) -> Path:
        """The folder from the disk's root, without steps back, as a server's file names it."""
        return self.folder.resolve() if ".." in self.folder.parts else self.folder.absolute()

    @property
    def root(self) -> Path:
        """The folder that a web server serves."""
        return self.folder / "current" if self.by_link else self.path(self.live)

    def path(self, name: str) -> Path:
        return self.folder / "releases" / name

    def list_of(self, name: str) -> Path:
        return self.folder / "releases" / f"{name}.json"

    @property
    def building(self) -> Path:
        """Where a new site is made: on the same disk, so that it can be moved in one step."""
        return self.folder / NEW

    def numbers(self) -> list[str]:
        """Every number that was ever taken and is still seen, oldest first."""
        folder = self.folder / "releases"
        found = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        taken = {name.removesuffix(".json") for name in found}
        return sorted(filter(NUMBER.fullmatch, taken), key=int)

    def names(self) -> list[str]:
        """The releases that stand on the disk with their lists, oldest first."""
        return [n for n in self.numbers() if self.path(n).is_dir() and self.list_of(n).is_file()]

    def earlier(self) -> list[str]:
        """The whole releases that `--back` can still reach, newest first.

        Each says which was live before it: one that was taken back doesn't come again.
        """
        found: list[str] = []
        name = self.live
        while name and len(found) < KEPT and (release := self._listed(name)):
            older = [one for one in reversed(self.names()) if int(one) < int(name)]
            if release.after is not None:
                older = [one for one in older if int(one) <= int(release.after or 0)]
            name = next(filter(self.is_whole, older), "")
            found += [name] if name else []
        return found

    def is_whole(self, name: str) -> bool:
        """A version before this one could leave a site that was half removed."""
        listed = self._listed(name)
        if not listed or not (self.path(name) / "index.html").is_file():
            return False
        files = sum(len(files) for _, _, files in os.walk(self.path(name)))
        return files >= listed.size

    def _listed(self, name: str) -> Release | None:
        try:
            return self.release(name)
        except NotPublished:
            return None

    def is_ours(self, name: str) -> bool:
        """Whether the list beside a release is one that publishing wrote."""
        return self._listed(name) is not None

    def release(self, name: str) -> Release:
        """Raises NotPublished where its list cannot be read."""
        try:
            content = json.loads(self.list_of(name).read_text("utf-8"))
            return Release(
                name,
                content["made"],
                content["public"],
                tuple(content["hashes"]),
                tuple(content["hashed"]),
                tuple(content["carried"]),
                tuple(content.get("sisters", ())),
                tuple(content.get("found_by", ())),
                content.get("after"),
                content.get("size", 1),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NotPublished(
                f"{self.list_of(name)}: tệp này thiếu hoặc hỏng, nên không biết bản {name} là nội"
                " bộ hay công khai; lấy lại tệp ấy từ bản sao lưu, hoặc công bố vào một thư mục mới"
                " rồi cho máy chủ web đọc ở đó"
            ) from error
