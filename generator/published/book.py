"""The ledger among the records, and what a build would break of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from generator import urls
from generator.graph.indexes import Graph
from generator.problems import Problem
from generator.published import ledger, lost, redirects
from generator.published.ledger import Addresses, Ledger
from generator.published.renamed import renamed_documents, renamed_entries
from generator.urls import Address

LEDGER = "published.json"
"""The file among the records that lists what was ever published."""


@dataclass(frozen=True, slots=True)
class Book:
    """The ledger, its file's name and text, and what is wrong with it by itself."""

    file: str
    ledger: Ledger = field(default_factory=Ledger)
    text: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def asks_for_marks(self) -> bool:
        """Whether something was published that a build may lose."""
        return self.ledger != Ledger()

    def redirects(self, notices: Addresses) -> dict[str, str]:
        """Those that people wrote, and those that follow from them; `notices` are the pages of the
        notices with their places.
        """
        return redirects.in_force(self.ledger, notices)

    def broken(
        self,
        graph: Graph,
        addresses: Addresses,
        files: Mapping[str, bytes],
        docs: Path,
        by_hand: Sequence[str],
    ) -> Iterator[Problem]:
        """What is wrong with the ledger, and what it promised and this build would not keep.

        `files` are those below `docs` that are made, `by_hand` those that people wrote there.
        """
        hand, made = _pages(by_hand), _pages(files)

        def anchors(page: str) -> Collection[str] | None:
            if page in hand:
                text = (docs / hand[page]).read_text("utf-8", errors="replace")
            else:
                text = files[made[page]].decode() if page in made else ""
            return redirects.anchors_in(text)

        promised = self.ledger
        if not docs.is_dir():  # only what is made can be looked for
            kept = {page: where for page, where in promised.pages.items() if _is_made(page)}
            promised = replace(promised, pages=kept)
        yield from self.problems
        yield from lost.problems(
            promised,
            addresses,
            graph.archive,
            cache(lambda: renamed_entries(graph.archive.registers) | renamed_documents(graph)),
            self.redirects(addresses),
            text=self.text,
            file=self.file,
        )
        yield from redirects.problems(
            promised, addresses, anchors, hand, text=self.text, file=self.file
        )


def book(folder: Path) -> Book:
    """The ledger of a folder of records; an empty one where there is none."""
    path, file = folder / LEDGER, f"{folder.name}/{LEDGER}"
    if not path.exists() and not path.is_symlink():
        return Book(file)
    try:
        if not path.is_file():
            raise OSError
        raw = path.read_bytes()
    except OSError:
        message = "không mở được tệp này; xem lại quyền đọc, hoặc lấy lại bản trong git"
        return Book(file, problems=(Problem(file, 1, "", message),))
    return Book(file, *ledger.read(raw, file))


def _pages(paths: Collection[str]) -> dict[str, str]:
    """Page -> its file below `docs`."""
    sources = (path for path in paths if path.endswith(".md"))
    return {urls.served(Address(path.removesuffix(".md"))): path for path in sources}


def _is_made(page: str) -> bool:
    return page.split("/")[0] in urls.GENERATED_FOLDERS
