"""The ledger `records/published.json`, kept in git: every page and every place of a notice that was
ever published. `giaoban publish` adds to it; people add redirects.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.nearest import nearest
from generator.problems import Problem, Problems, quoted
from generator.reading.scalars import RESERVED_KEYS
from generator.reading.source_text import BOM_MENDED
from generator.reading.wrong_encodings import decoded

Places = Mapping[str, str]
"""Anchor -> mark of the words that stand there."""

Addresses = Mapping[str, Places]
"""A page as a browser asks for it below the site's root (`thong-bao/2021-12/`) -> its places; a
text file (`thong-bao/2021-12.txt`) has none.
"""

KEYS = ("pages", "redirects")

_ADDRESS = re.compile(
    r"(?:[a-z0-9][a-z0-9._-]*/)*(?:[a-z0-9][a-z0-9._-]*\.txt|#[a-z0-9][a-z0-9-]*)?"
)
_LONGEST_PIECE = 100

_FROM_GIT = "lấy lại bản trước trong git rồi sửa lại chỗ này"
_FROM_GIT_OR_NEW = (
    'lấy lại bản trước trong git; chưa công bố lần nào thì ghi {"pages": {}, "redirects": {}}'
)


@dataclass(frozen=True, slots=True)
class Ledger:
    """`redirects` are from an address that is no more to the one where its words are now."""

    pages: Addresses = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)

    def with_published(self, addresses: Addresses) -> "Ledger":
        pages = dict(self.pages)
        for page, places in addresses.items():
            pages[page] = {**pages.get(page, {}), **places}
        return Ledger(pages, self.redirects)


def read(raw: bytes, file: str) -> tuple[Ledger, str, tuple[Problem, ...]]:
    """The ledger, empty where an error stands in the way; its text; every problem."""
    problems = Problems(file)
    text = decoded(raw, problems)
    if text.startswith("\ufeff"):
        problems.warn(1, BOM_MENDED)
        text = text[1:]
    ledger = Ledger()
    if not text.strip():
        problems.error(1, f"tệp trống, nên không còn địa chỉ nào được giữ; {_FROM_GIT_OR_NEW}")
    elif not problems.has_errors:
        content = _content(text, problems)
        if content is not None:
            ledger = _ledger(content, text, problems)
    return Ledger() if problems.has_errors else ledger, text, problems.found()


class _Twice(list[tuple[str, object]]):
    """The pairs of an object as they stand in the file."""


def _content(text: str, problems: Problems) -> dict[str, object] | None:
    try:
        content = json.loads(text, object_pairs_hook=_Twice)
    except ValueError as error:  # not JSON, or a number of thousands of digits
        problems.error(getattr(error, "lineno", 1), f"không phải JSON đúng; {_FROM_GIT}")
        return None
    except RecursionError:
        problems.error(1, f"JSON lồng quá sâu; {_FROM_GIT}")
        return None
    if not isinstance(content, _Twice):
        problems.error(1, "tệp phải gồm «pages» và «redirects»; lấy lại bản trước trong git")
        return None
    return _single(content, text, problems)


def _single(pairs: _Twice, text: str, problems: Problems, within: str = "") -> dict[str, object]:
    """A key that stands twice would silently hide the first."""
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            message = f"{quoted(key)} có hai lần; gộp lại làm một, hoặc xóa một chỗ"
            problems.error(line_of(text, key, last=True), message, field=within)
        name = key if key in KEYS else within
        found[key] = _single(value, text, problems, name) if isinstance(value, _Twice) else value
    return found


def _ledger(content: dict[str, object], text: str, problems: Problems) -> Ledger:
    for key in content.keys() - set(KEYS):
        near = nearest(key, KEYS)
        hint = f"có phải {quoted(near)}?" if near else "tệp chỉ gồm «pages» và «redirects»"
        problems.error(line_of(text, key), f"không có mục {quoted(key)}; {hint}")
    pages, redirects = content.get("pages", {}), content.get("redirects", {})
    if not isinstance(pages, dict) or not all(map(_is_places, pages.values())):
        message = (
            'phải là các trang, mỗi trang dạng "địa chỉ/": {"chỗ": "mã"}; lấy lại bản trước trong'
            " git"
        )
        problems.error(line_of(text, "pages"), message, field="pages")
        return Ledger()
    if not _is_places(redirects) or not isinstance(redirects, dict):
        message = 'phải là các dòng dạng "địa chỉ cũ": "địa chỉ mới"; lấy lại bản trước trong git'
        problems.error(line_of(text, "redirects"), message, field="redirects")
        return Ledger()
    for start, end in redirects.items():
        for message in _wrong(start, end):
            problems.error(line_of(text, start, last=True), message, field="redirects")
    return Ledger(pages, redirects)


def _wrong(start: str, end: str) -> Iterator[str]:
    for address in (start, end):
        if any(len(piece) > _LONGEST_PIECE for piece in re.split("[/#]", address)):
            yield f"{quoted(address)}: địa chỉ dài quá; giữa hai «/» chỉ {_LONGEST_PIECE} chữ"
        elif not _ADDRESS.fullmatch(address):
            yield (
                f"{quoted(address)}: địa chỉ viết như «thong-bao/2021-12/#muc-i-3-2», chữ thường"
                " không dấu, không có tên máy chủ, không bắt đầu bằng «/», trang thì có «/» ở cuối"
            )

    reserved = RESERVED_KEYS.intersection(re.split("[/#.]", start.partition("#")[0]))
    if reserved:
        yield (
            f"{quoted(start)}: {quoted(min(reserved))} là tên dành riêng cho máy, không trang nào ở"
            " đó; bỏ dòng chuyển hướng này"
        )


def _is_places(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def written(ledger: Ledger) -> str:
    """The file's text: a page a line, in order, so that git shows what was added."""
    pages = ",\n".join(
        f"  {json.dumps(page)}: {json.dumps(dict(sorted(places.items())))}"
        for page, places in sorted(ledger.pages.items())
    )
    redirects = ",\n".join(
        f"  {json.dumps(start)}: {json.dumps(end)}"
        for start, end in sorted(ledger.redirects.items())
    )
    return f'{{\n "pages": {{\n{pages}\n }},\n "redirects": {{\n{redirects}\n }}\n}}\n'


def line_of(text: str, key: str, *, last: bool = False) -> int:
    """The line of the ledger's file on which a key stands, first or last; 1 if nowhere."""
    return _lines(text).get(key, (1, 1))[1 if last else 0]


_KEY = re.compile(r'("(?:[^"\\]|\\.)*")\s*:')


@lru_cache(maxsize=2)
def _lines(text: str) -> dict[str, tuple[int, int]]:
    """Key -> the lines on which it stands first and last."""
    found: dict[str, tuple[int, int]] = {}
    line, counted = 1, 0
    for key in _KEY.finditer(text):
        line += text.count("\n", counted, key.start())
        counted = key.start()
        name = json.loads(key[1], strict=False)
        found[name] = (found[name][0] if name in found else line, line)
    return found
