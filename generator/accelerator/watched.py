"""Stand-ins for what a template may see besides its own page: they tell what it reads.

Whatever would tie a page to other pages' text, to the clock or to the list of all pages raises
`Doubt` at the moment a template reads it.
"""

from typing import NoReturn

from generator.accelerator.conditions import Doubt
from generator.accelerator.conversion import convert
from generator.accelerator.mkdocs_parts import File, Files, MkDocsConfig, Page

Place = tuple[str, str] | None
"""A link's target as pages see it: its address and inclusion, None where there is none."""


def place(file: File | None) -> Place:
    return (file.url, file.inclusion.name) if file else None


class WatchedFiles(Files):
    """The site's files, noting which paths were looked up and what they led to."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self.asked: dict[str, Place] = {}

    def get_file_from_path(self, path: str) -> File | None:
        # Paths are keys as they are, but for those spelt in a roundabout way.
        found = self.src_uris.get(path) or super().get_file_from_path(path)
        self.asked[path] = place(found)
        return found


def _guarded(name: str) -> property:
    def read(page: Page) -> NoReturn:
        raise Doubt(f"a template reads {name} of {page.file.src_uri}")

    def write(page: Page, value: object) -> None:
        page.__dict__[name] = value

    return property(read, write)


def _given_title() -> property:
    def read(page: Page) -> str:
        title = page.__dict__.get("title")
        if not isinstance(title, str):
            raise Doubt(f"a template reads the title of {page.file.src_uri}")
        return title

    def write(page: Page, value: object) -> None:
        page.__dict__["title"] = value

    return property(read, write)


class ListedPage(Page):
    """A page beside the one being rendered: its addresses, its place, a title given in `nav`."""

    markdown = _guarded("markdown")
    content = _guarded("content")
    toc = _guarded("toc")
    meta = _guarded("meta")
    title = _given_title()


class UndatedPage(ListedPage):
    """As a page's template may see it: the day of the build is not for pages that are kept."""

    update_date = _guarded("update_date")


class OwnPage(Page):
    """The page being rendered: everything of it but the day of the build."""

    update_date = _guarded("update_date")

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if not convert(self, config, files):
            super().render(config, files)


class Tripwire:
    """Stands for a value that no kept page may depend on."""

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_what", name)

    def __getattribute__(self, name: str) -> NoReturn:
        raise Doubt(f"a template reads {object.__getattribute__(self, '_what')}")

    def __getitem__(self, name: object) -> NoReturn:
        self.read()

    def __contains__(self, name: object) -> NoReturn:
        self.read()

    def __eq__(self, other: object) -> NoReturn:
        self.read()

    def __hash__(self) -> NoReturn:
        self.read()

    def __iter__(self) -> NoReturn:
        self.read()

    def __len__(self) -> NoReturn:
        self.read()

    def __bool__(self) -> NoReturn:
        self.read()

    def __str__(self) -> NoReturn:
        self.read()

    def __call__(self) -> NoReturn:
        self.read()
