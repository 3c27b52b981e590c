"""Published addresses never die: every page and every place of a notice that was ever published.

The ledger is `records/published.json`, kept in git; `giaoban publish` adds to it. A place is kept
with a mark of its words, so that an item which has moved under another number is seen even though
its old address still exists: that address would lead to other words.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator import urls
from generator.model import Archive, Notice
from generator.problems import Problem, quoted

Places = Mapping[str, str]
"""Anchor -> mark of the words that stand there."""

Addresses = Mapping[str, Places]
"""A page as a browser asks for it below the site's root (`thong-bao/2021-12/`) -> its places."""

MARK_LENGTH = 10
"""Characters of a mark: two texts of one page share one by chance once in a million million."""

_ADDRESS = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*(?:#[a-z0-9][a-z0-9-]*)?")
_MOST_TOLD = 20
"""Moved places that are told one by one; the others only counted."""


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


class Unreadable(Exception):
    """The ledger's file is not what `written` writes; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read(text: str, file: str) -> Ledger:
    """Raises Unreadable."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        message = "không phải JSON đúng; lấy lại bản trước trong git rồi sửa lại chỗ này"
        raise Unreadable(Problem(file, error.lineno, "", message)) from None
    except RecursionError:
        raise Unreadable(Problem(file, 1, "", "JSON lồng quá sâu")) from None
    pages = content.get("pages", {}) if isinstance(content, dict) else None
    redirects = content.get("redirects", {}) if isinstance(content, dict) else None
    if not (
        _is_places(redirects) and isinstance(pages, dict) and all(map(_is_places, pages.values()))
    ):
        message = "tệp phải gồm «pages» và «redirects»; lấy lại bản trước trong git"
        raise Unreadable(Problem(file, 1, "", message))
    assert redirects is not None
    for start, end in redirects.items():
        if not (_ADDRESS.fullmatch(start) and _ADDRESS.fullmatch(end)):
            message = (
                f"{quoted(start)}: {quoted(end)}: địa chỉ viết như «thong-bao/2021-12/#muc-i-3-2»,"
                " không có tên máy chủ, không bắt đầu bằng «/»"
            )
            raise Unreadable(Problem(file, _line(text, start), "redirects", message))
    return Ledger(pages, redirects)


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


def addresses(archive: Archive, sources: Iterable[str]) -> dict[str, Places]:
    """Every page of `sources` (Markdown files below `docs/`), the notices' with their places."""
    found: dict[str, Places] = {
        urls.served(urls.Address(source.removesuffix(".md"))): {}
        for source in sources
        if source.endswith(".md")
    }
    for notice in archive.notices:
        found[urls.served(urls.notice(notice.id))] = places(notice)
    return found


def places(notice: Notice) -> dict[str, str]:
    """The notice's places, each with the mark of its printed words: correcting moves nothing.

    A heading has no words of its own, and an empty mark.
    """
    words: dict[str, list[str]] = defaultdict(list)
    for anchor, blocks in (("thanh-phan", notice.attendance), ("noi-nhan", notice.recipients)):
        if blocks:
            words[anchor] = []
    for passage in notice.passages():
        if passage.anchor:
            words[passage.anchor].append(passage.prose.printed)
    return {anchor: _mark(texts) if texts else "" for anchor, texts in words.items()}


def _mark(texts: Iterable[str]) -> str:
    plain = "\n".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(plain.encode()).hexdigest()[:MARK_LENGTH]


def problems(
    ledger: Ledger, now: Addresses, archive: Archive, *, text: str, file: str
) -> Iterator[Problem]:
    """What a build with the addresses `now` would lose; `text` is the ledger's own."""
    notices = {urls.served(urls.notice(notice.id)): notice for notice in archive.notices}
    for page, published in ledger.pages.items():
        line = _line(text, page)
        if page not in now:
            if page not in ledger.redirects:
                yield Problem(file, line, "", _lost_page(page))
                continue
            # Whoever comes to a place of the old page is sent to the same place of the new one.
            there = now.get(ledger.redirects[page].partition("#")[0], {})
            for anchor in published:
                if anchor not in there and f"{page}#{anchor}" not in ledger.redirects:
                    yield Problem(file, line, "redirects", _lost_with_page(ledger, page, anchor))
            continue
        told = 0
        for anchor, mark in published.items():
            message = _lost_place(ledger, page, anchor, mark, now[page], notices.get(page))
            if message:
                told += 1
                if told <= _MOST_TOLD:
                    yield Problem(file, line, "", message)
        if told > _MOST_TOLD:
            more = f"{page}: còn {told - _MOST_TOLD} chỗ nữa đã công bố mà lần dựng này không còn"
            yield Problem(file, line, "", more)
    yield from _wrong_redirects(ledger, now, text, file)


def _lost_page(page: str) -> str:
    return (
        f"trang «{page}» đã công bố mà lần dựng này không còn; hoặc đưa bản ghi, mục danh sách của"
        f" trang ấy trở lại như cũ, hoặc ghi vào «redirects» của tệp này nơi nay thay nó:"
        f' "{page}": "địa chỉ trang mới/"'
    )


def _lost_with_page(ledger: Ledger, page: str, anchor: str) -> str:
    target = ledger.redirects[page]
    return (
        f"«{page}#{anchor}» đã công bố mà «{target}» không có chỗ ấy; ghi thêm vào «redirects»:"
        f' "{page}#{anchor}": "{target}#chỗ mới"'
    )


def _lost_place(
    ledger: Ledger, page: str, anchor: str, mark: str, now: Places, notice: Notice | None
) -> str:
    """The message where a published place is no more or holds other words; else nothing."""
    if now.get(anchor) == mark or f"{page}#{anchor}" in ledger.redirects:
        return ""
    moved_to = sorted(other for other, words in now.items() if mark and words == mark)
    if anchor in now and not moved_to:
        return ""  # the words were mended where they stand
    file = notice.file if notice else "bản ghi"
    told = f"«{page}#{anchor}» đã công bố mà lần dựng này"
    if anchor in now:
        ways = (
            f" dẫn đến ý khác: ý đã công bố ở đó nay là #{moved_to[0]}; ghi vào «notes» của {file}:"
            f" {_note(notice, moved_to[0], anchor)}, và ghi «id» khác cho ý đang chiếm #{anchor}"
        )
        return told + ways
    target = moved_to[0] if moved_to else ""
    words = _note(notice, target, anchor) if target else f"{{words: …, id: {anchor}}}"
    return (
        f"{told} không còn; hoặc ghi vào «notes» của {file} cho ý ấy: {words}, hoặc ghi vào"
        f' «redirects» của tệp này: "{page}#{anchor}": "{page}#{target or "chỗ mới"}"'
    )


def _note(notice: Notice | None, place: str, anchor: str) -> str:
    """The line of `notes` that gives the item at `place` its old address back."""
    found = [p for p in notice.passages() if p.anchor == place] if notice else []
    words = " ".join(found[-1].prose.printed.split()[:8]) if found else "…"
    return f"{{words: {json.dumps(words, ensure_ascii=False)}, id: {anchor}}}"


def _wrong_redirects(ledger: Ledger, now: Addresses, text: str, file: str) -> Iterator[Problem]:
    for start, end in ledger.redirects.items():
        line = _line(text, start)
        if _exists(start, now):
            message = f"«{start}» vẫn còn trên trang; bỏ dòng chuyển hướng này"
            yield Problem(file, line, "redirects", message)
        if not _exists(end, now):
            onward = f"; ghi thẳng «{ledger.redirects[end]}»" if end in ledger.redirects else ""
            message = f"«{start}» chuyển đến «{end}» là chỗ không có{onward}"
            yield Problem(file, line, "redirects", message)


def _exists(address: str, now: Addresses) -> bool:
    page, _, anchor = address.partition("#")
    return page in now and (not anchor or anchor in now[page])


def _line(text: str, address: str) -> int:
    """The line of the ledger's file on which an address stands first."""
    at = text.find(json.dumps(address))
    return text.count("\n", 0, max(at, 0)) + 1
