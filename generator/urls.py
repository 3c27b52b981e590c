"""The one address book: every path of the site, as a function of a thing's own identity.

An address is a page's path without its ending: `thong-bao/2021-12` is written to
`docs/thong-bao/2021-12.md` and read at `/thong-bao/2021-12/`. Lower-case ASCII, under 80
characters.
"""

import hashlib
from functools import lru_cache
from typing import NewType

from generator.model import SchoolYear
from generator.numbers.document_number import DocumentNumber, type_name
from generator.vietnamese import slug

Address = NewType("Address", str)

LONGEST = 79
UNCUT = 1000
"""A limit for parts of a name: only the whole is cut, with a mark that tells it apart."""

HOME = Address("index")
NOTICES = Address("thong-bao/index")
SCHOOLS = Address("truong/index")
TOPICS = Address("linh-vuc/index")
DOCUMENTS = Address("van-ban/index")
SCHOOL_YEARS = Address("nam-hoc/index")
OPEN_QUESTIONS = Address("con-bo-ngo/index")
SEARCH = Address("tra-cuu")
GUIDE_TO_SEARCH = Address("huong-dan/tra-cuu")
GUIDE_FOR_CLERKS = Address("huong-dan/van-thu")
GUIDE_TO_PUBLISHING = Address("huong-dan/cong-bo")
SEARCH_DATA = "tra-cuu"
"""The folder of what the search page and the dialog load."""

GENERATED_FOLDERS = (
    "thong-bao",
    "truong",
    "linh-vuc",
    "van-ban",
    "nam-hoc",
    "vb",
    "con-bo-ngo",
    "tra-cuu",
)

# Two types of document differ in Đ alone, which a slug drops (NĐ 30/2020, Phụ lục III).
_TYPE_SLUGS = {"DA": "du-an"}


def notice(notice_id: str) -> Address:
    return Address(f"thong-bao/{notice_id}")


def school(key: str) -> Address:
    return Address(f"truong/{key}")


def topic(key: str) -> Address:
    return Address(f"linh-vuc/{key}")


def older(above: Address, number: int) -> Address:
    """A page of older parts of a long list, counted from the oldest: `truong/th-a/trang-1`."""
    folder, _, name = above.partition("/")
    return _within(folder, f"{name}/trang-{number}")


def documents_of(year: str) -> Address:
    """The documents of one year where one page can't hold all: `van-ban/nam-2021`."""
    return Address(f"van-ban/nam-{slug(year)}")


def school_year(year: SchoolYear) -> Address:
    return Address(f"nam-hoc/{year}")


def document(number: DocumentNumber, *, place: str = "", year: int | None = None) -> Address:
    """`place` is given only where the symbol doesn't name the body, `year` only where known."""
    parts = [
        number_slug(number),
        slug(place, limit=UNCUT),
        str(year) if year and not number.year else "",
    ]
    return _within("van-ban", "-".join(part for part in parts if part))


def number(number: DocumentNumber) -> Address:
    """Where a number without its year goes: `vb/1249-pgddt`, `vb/71-nd-cp`."""
    return _within("vb", number_slug(number.without_year()))


def number_slug(number: DocumentNumber) -> str:
    if number.issuer:
        text = str(number)
        for code, words in _TYPE_SLUGS.items():
            text = text.replace(f"/{code}-", f"/{words}-") if number.type == code else text
        return slug(text, limit=UNCUT)
    return slug(f"{type_name(number)} {number.serial} {number.year or ''}", limit=UNCUT)


def _within(folder: str, name: str) -> Address:
    address = f"{folder}/{name}"
    if len(address) > LONGEST:
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        address = f"{address[: LONGEST - 9].rstrip('-')}-{mark}"
    return Address(address)


def source(address: Address) -> str:
    """The Markdown file below `docs/`."""
    return f"{address}.md"


def texts(address: Address) -> tuple[str, str]:
    """The two texts of a notice for download: as corrected, as printed."""
    return f"{address}.txt", f"{address}.ban-in.txt"


def served(address: Address) -> str:
    """The path below the site's root as a browser asks for it: `thong-bao/2021-12/`."""
    folder, _, name = address.rpartition("/")
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{address}/"


def is_elsewhere(path: str) -> bool:
    """Whether it is the address of another site, not a file of `docs/`."""
    return path.startswith(("https://", "http://"))


def file_link(path: str, *, start: Address) -> str:
    """The link to a file of `docs/`, or to a page elsewhere, from one page's file."""
    if is_elsewhere(path):
        return path
    return _relative(path, start.rpartition("/")[0])


def link(target: Address, *, start: Address, anchor: str = "") -> str:
    """The Markdown link from one page's file to another's: `../truong/th-le-loi.md#a`."""
    fragment = f"#{anchor}" if anchor else ""
    if target == start:
        return fragment or f"{target.split('/')[-1]}.md"
    return f"{_relative(source(target), start.rpartition('/')[0])}{fragment}"


@lru_cache(maxsize=1 << 15)
def _relative(path: str, folder: str) -> str:
    """A path as seen from a folder, both below `docs/`; ours hold no `..`."""
    here, there = folder.split("/") if folder else [], path.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        del here[0], there[0]
    return "../" * len(here) + "/".join(there)
