"""Nothing private is in a public site: every file is read as people and programs may read it.

Each text is cut into words once; the words of the records that no file may hold are looked for all
at once, however they are spelled, so that the time goes with the size of the site alone.
"""

import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.graph.private_words import Keys, PrivateWords, keys
from generator.problems import quoted
from generator.search.data import MANIFEST
from generator.search.decoding import search_texts
from generator.vietnamese import normalise

_MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".rels", ".opf"})
_JSON = frozenset({".json", ".webmanifest", ".map"})
_TAG = re.compile(r"<[^>]*>")
_DEEPEST = 4
_LARGEST = 256 * 1024 * 1024
"""A packed file within a packed file, and the bytes of one file: beyond is not looked into."""

_MOST_LINES = 1 << 18

_WAY_OUT = (
    "; ở trang hay tệp tự đặt trong docs/ thì bỏ tên hay số ấy, hoặc chỉ ghi chức vụ; trang do máy"
    " viết thì báo người giữ chương trình, chưa đưa bản này ra ngoài"
)
_NOT_DECODED = (
    "máy không đọc lại được dữ liệu tra cứu để tìm thông tin cá nhân; xóa thư mục .cache/ rồi chạy"
    " lại lệnh"
)


def problems(folder: Path, canaries: Iterable[str]) -> Iterator[str]:
    """A sentence for each file that holds any of the canaries or can't be read for them."""
    written = {" ".join(keys(words)): words for words in canaries}
    private = PrivateWords(written.values())
    lines = _Lines()
    paths = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    try:
        searched = _searched(paths)
    except (ValueError, LookupError, TypeError, RuntimeError):
        yield f"{MANIFEST}: {_NOT_DECODED}"
        return
    for name, path in paths.items():
        try:
            texts = _texts(name, path.read_bytes(), _DEEPEST)
            found = _first(private, lines, (name, *texts, *searched.get(name, ())))
        except _NotRead as reason:
            yield f"{name}: {reason}"
            continue
        if found:
            words = quoted(written.get(found, found))
            yield f"{name}: bản công khai còn thông tin cá nhân {words}{_WAY_OUT}"


class _NotRead(Exception):
    """Why a file can't be looked into, with what to do."""


class _Lines(dict[str, Keys]):
    """The words of each line: pages have their frames and their quotations in common."""

    def __missing__(self, line: str) -> Keys:
        if len(self) >= _MOST_LINES:
            self.clear()
        words = self[line] = keys(line)
        return words


def _first(private: PrivateWords, lines: _Lines, texts: Iterable[str]) -> str:
    """The first canary that stands in any of the texts, as keys."""
    for text in texts:
        plain = normalise(html.unescape(text) if "&" in text else text)
        words = tuple(chain.from_iterable(map(lines.__getitem__, plain.split("\n"))))
        for start, end in private.found(words):
            return " ".join(words[start:end])
    return ""


def _texts(name: str, content: bytes, depth: int) -> Iterator[str]:
    """The file as it stands, without tags, unpacked."""
    suffix = PurePosixPath(name.lower()).suffix
    if len(content) > _LARGEST or depth == 0:
        raise _NotRead("tệp nén quá lớn hoặc lồng quá sâu, máy không kiểm tra được; bỏ tệp này đi")
    if content[:2] == b"\x1f\x8b":
        yield from _texts(name.removesuffix(".gz"), _unpacked(content), depth - 1)
        return
    if content[:4] == b"PK\x03\x04":
        for inner, part in _members(content):
            yield inner
            yield from _texts(inner, part, depth - 1)
        return
    # Fonts and pictures say hardly anything that is UTF-8.
    text = content.decode("utf-8", "ignore")
    if suffix in _MARKUP:
        yield from _without_tags(text)
    else:
        yield text
    if suffix in _JSON:
        with suppress(ValueError):
            yield "\n".join(_strings(json.loads(text)))
    if b"\0" in content:  # old Word files
        yield from (content[at:].decode("utf-16-le", "replace") for at in (0, 1))


def _without_tags(text: str) -> Iterator[str]:
    """What tags hold; the words with tags as nothing, as in `<b>O</b>anh`, and as white space."""
    tags = "\n".join(_TAG.findall(text))
    yield tags
    if "%" in tags:
        yield unquote(tags)
    text = _TAG.sub("\0", text)
    yield text.replace("\0", "")
    yield text


def _unpacked(content: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            return packed.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _NotRead("không mở được tệp nén này để kiểm tra; nén lại, hoặc bỏ đi") from error


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files within a zip, which Word and Excel files are as well."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            left = _LARGEST
            for member in packed.infolist():
                left -= member.file_size
                if left < 0:
                    raise _NotRead("tệp nén quá lớn, máy không kiểm tra được; bỏ tệp này đi")
                if not member.is_dir():
                    yield member.filename, packed.read(member)
    except RuntimeError as error:
        raise _NotRead("tệp nén có mật khẩu, máy không kiểm tra được; bỏ mật khẩu đi") from error
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, OSError, EOFError) as error:
        raise _NotRead("không mở được tệp nén này để kiểm tra; nén lại, hoặc bỏ đi") from error


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _strings(entry)
        case dict():
            yield from _strings([*value, *value.values()])


def _searched(paths: Mapping[str, Path]) -> Mapping[str, list[str]]:
    """By file of the search data, the passages that its codes say."""
    folder = MANIFEST.rpartition("/")[0]
    files = {name: path.read_bytes() for name, path in paths.items() if name.startswith(folder)}
    found: dict[str, list[str]] = {}
    for name, text in search_texts(files):
        found.setdefault(name, []).append(text)
    return found
