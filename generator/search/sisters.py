"""Sister sites: built apart by other departments, found together on the search page.

The configuration names whom this site's readers may search too, and who may search this site:

    plugins:
      - giaoban:
          sisters:
            - {name: Phòng GD&ĐT Hạ Long, address: https://giaoban.halong.example.vn/}
          found_by:
            - https://giaoban.halong.example.vn/
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from generator import urls
from generator.problems import quoted
from generator.vietnamese import slug

MOST = 50
LONGEST_NAME = 80

OWN_KEY = "trang-nay"
"""What the search page calls its own site where it calls a sister by its `key`."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*")
_PATH = re.compile(r"/(?:[A-Za-z0-9_.~-]+/)*")
_PORTS = {"http": 80, "https": 443}

_EXAMPLE = "ví dụ https://giaoban.example.vn/"


@dataclass(frozen=True, slots=True)
class Sister:
    """A site to search too; `address` is its home page and ends in a stroke."""

    name: str
    address: str

    @property
    def key(self) -> str:
        return slug(self.name)

    @property
    def data(self) -> str:
        """Where its search data are: all that this site's pages may load from it."""
        return f"{self.address}{urls.SEARCH_DATA}/"


@dataclass(frozen=True, slots=True)
class SisterSites:
    """`searched` in the order of the configuration; `found_by` are origins (RFC 6454)."""

    searched: tuple[Sister, ...] = ()
    found_by: tuple[str, ...] = ()


NO_SISTERS = SisterSites()


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong, where, said to whoever keeps the configuration."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


_Read: TypeAlias = str | _Fault


def sister_sites(
    sisters: object, found_by: object, own: str
) -> tuple[SisterSites, tuple[str, ...]]:
    """What the two settings say and everything that is wrong with them.

    `own` is this site's published address, empty where nobody knows it.
    """
    faults: list[_Fault] = []
    own_address = _address(own, "site_url")
    home = own_address if isinstance(own_address, str) else ""
    searched: list[Sister] = []
    for where, entry in _entries(sisters, "sisters", faults):
        sister = _sister(where, entry, home, searched, faults)
        if sister:
            searched.append(sister)
    origins: dict[str, str] = {}
    for where, entry in _entries(found_by, "found_by", faults):
        address = _address(entry, where)
        if isinstance(address, _Fault):
            faults.append(address)
        elif address == home:
            faults.append(_Fault(where, f"{quoted(address)} là chính trang này; bỏ dòng này"))
        elif address in origins.values():
            faults.append(_Fault(where, f"{quoted(address)} đã có ở trên; bỏ một trong hai"))
        else:
            origins.setdefault(_origin(address), address)
    return SisterSites(tuple(searched), tuple(origins)), tuple(map(str, faults))


def _entries(given: object, where: str, faults: list[_Fault]) -> Iterator[tuple[str, object]]:
    if given is None:
        return
    if not isinstance(given, list):
        faults.append(_Fault(where, "phải là một danh sách, mỗi trang một dòng bắt đầu bằng «-»"))
        return
    if len(given) > MOST:
        faults.append(_Fault(where, f"có {len(given)} trang, nhiều nhất {MOST}; bỏ bớt"))
    for place, entry in enumerate(given[:MOST]):
        yield f"{where}[{place}]", entry


def _sister(
    where: str, entry: object, home: str, before: list[Sister], faults: list[_Fault]
) -> Sister | None:
    if not isinstance(entry, Mapping):
        example = "{name: Phòng GD&ĐT Hạ Long, address: https://giaoban.example.vn/}"
        faults.append(_Fault(where, f"phải ghi name và address, ví dụ {example}"))
        return None
    found = [
        _Fault(where, f"không có mục {quoted(str(key))}; chỉ có name, address; bỏ dòng ấy")
        for key in entry
        if key not in ("name", "address")
    ]
    name = _name(entry.get("name"), f"{where}.name", before)
    address = _sister_address(entry.get("address"), f"{where}.address", home, before)
    found += [read for read in (name, address) if isinstance(read, _Fault)]
    faults += found
    if isinstance(name, _Fault) or isinstance(address, _Fault):
        return None
    return Sister(name, address)


def _name(given: object, where: str, before: list[Sister]) -> _Read:
    name = " ".join(given.split()) if isinstance(given, str) else ""
    if not name or not slug(name):
        return _Fault(where, "thiếu tên; ghi tên cơ quan có trang ấy, ví dụ Phòng GD&ĐT Hạ Long")
    if len(name) > LONGEST_NAME:
        return _Fault(where, f"tên dài {len(name)} ký tự, nhiều nhất {LONGEST_NAME}; rút gọn")
    if slug(name) in {OWN_KEY, *(sister.key for sister in before)}:
        return _Fault(where, f"{quoted(name)} trùng tên một trang khác; ghi tên khác")
    return name


def _sister_address(given: object, where: str, home: str, before: list[Sister]) -> _Read:
    address = _address(given, where)
    if isinstance(address, _Fault):
        return address
    if address == home:
        return _Fault(where, f"{quoted(address)} là chính trang này (site_url); bỏ dòng này")
    if address in {sister.address for sister in before}:
        return _Fault(where, f"{quoted(address)} đã có ở trên; bỏ một trong hai")
    if home.startswith("https:") and address.startswith("http:"):
        reason = "trang này dùng https nên trình duyệt không cho đọc trang http"
        return _Fault(where, f"{quoted(address)}: {reason}; ghi địa chỉ https của trang ấy")
    return address


def _address(given: object, where: str) -> _Read:
    """The address in one spelling: lower-case host, no port that goes without saying."""
    if not isinstance(given, str) or not given.strip():
        return _Fault(where, f"thiếu địa chỉ trang chủ của trang ấy, {_EXAMPLE}")
    text = given.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return _Fault(where, f"{quoted(text)} không phải là địa chỉ trang web, {_EXAMPLE}")
    host = (parts.hostname or "").lower()
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host):
        hint = "; tên miền có dấu thì ghi dạng xn--…" if not host.isascii() else ""
        return _Fault(where, f"{quoted(text)} không phải là địa chỉ trang web, {_EXAMPLE}{hint}")
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    if _has_more(parts) or not _PATH.fullmatch(path) or {".", ".."} & {*path.split("/")}:
        return _Fault(where, f"{quoted(text)}: chỉ ghi đến trang chủ, {_EXAMPLE}")
    if path.endswith((".html/", f"/{urls.SEARCH_DATA}/")):
        return _Fault(where, f"{quoted(text)} là một trang bên trong; ghi trang chủ, {_EXAMPLE}")
    shown = "" if port in (None, _PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{host}{shown}{path}"


def _has_more(parts: SplitResult) -> bool:
    return bool(parts.query or parts.fragment or "@" in parts.netloc)


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])
