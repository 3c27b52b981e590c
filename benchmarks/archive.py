"""Write an invented archive of any size: `python -m benchmarks.archive FOLDER --notices 240`.

The same seed gives the same bytes. Up to twenty years (240 notices) it is one department's archive,
a notice a month; beyond that more meetings share a month, as if departments were put together.
"""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from benchmarks import registers
from benchmarks.documents import Offices
from benchmarks.notice import Author

MONTHS = 240
LAST = 2026 * 12 + 7
"""August 2026, counted in months: the newest notice of every archive."""

_REGISTERED = 4
"""One document of so many stands in the register, with its subject."""


def files(notices: int, seed: int) -> Iterator[tuple[str, str]]:
    """(path below the records folder, text) of each file."""
    offices = Offices(Random(f"{seed} offices"), -(-notices // MONTHS))
    own_serials: dict[int, int] = {}
    for month, meeting in _meetings(notices):
        year, index = divmod(month, 12)
        random = Random(f"{seed} {month} {meeting}")
        met = date(year, index + 1, 1 + (meeting + random.randrange(3)) % 25)
        own_serials[year] = own_serials.get(year, 0) + random.randint(4, 9)
        number = f"{own_serials[year]:02}/TB-PGDĐT" if random.random() < 0.8 else ""
        stem = f"{met:%Y-%m}" + (f"-cum-{meeting + 1:02}" if meeting else "")
        yield f"{year}/{stem}.yml", _text(Author(offices, random, met).record(number))
    yield "schools.yml", _text(registers.schools())
    yield "topics.yml", _text(registers.topics())
    yield "bodies.yml", _text(registers.bodies())
    yield "documents.yml", _text(registers.documents(offices.issued[::_REGISTERED]))


def _meetings(notices: int) -> Iterator[tuple[int, int]]:
    """(month, which meeting of it), oldest first."""
    months = min(notices, MONTHS)
    for place in range(months):
        a_month = notices // months + (place < notices % months)
        for meeting in range(a_month):
            yield LAST - months + 1 + place, meeting


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def write(folder: Path, notices: int, seed: int) -> None:
    """Write the records into `folder`, which must be empty or absent."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for path, text in files(notices, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("folder", type=Path, help="an empty folder, or one to be made")
    parser.add_argument("--notices", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.notices, given.seed)


if __name__ == "__main__":
    main()
