"""What a build would lose of what was published, each with the ways out."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator import urls
from generator.model import Archive, Notice, Passage
from generator.problems import Problem
from generator.published.ledger import Addresses, Ledger, Places, line_of
from generator.published.likeness import ALIKE, likeness, same
from generator.published.renamed import NewPages
from generator.records.sought import occurrences

_MOST_TOLD = 20
"""Moved places that are told one by one; the others only counted."""

_MUCH_MORE = 0.25
"""So much more alike must words elsewhere be, before those at a place are the new ones."""

_WORDS = 8
_REGISTERS = {
    "truong": ("trường", "schools.yml"),
    "linh-vuc": ("lĩnh vực", "topics.yml"),
}
"""The pages whose address a row's `key` decides: what it is, and the register's file."""
_NO_OTHER = "(hoặc chỗ khác nay thay nó)"


@dataclass(frozen=True, slots=True)
class Page:
    """A published page that is still there: its places then and now, and its notice."""

    address: str
    before: Places
    now: Places
    notice: Notice | None

    def moved_to(self, anchor: str) -> str:
        """Where the words that were published at `anchor` stand now; empty if nobody knows."""
        mark = self.before[anchor]
        if not mark:
            return ""
        equal = sorted(other for other, words in self.now.items() if same(words, mark))
        if equal:
            return equal[0]
        here = self._likeness(anchor, anchor)
        changed = [
            (self._likeness(anchor, other), other)
            for other in sorted(self.now)
            if other != anchor and not same(self.now[other], self.before.get(other, "-"))
        ]
        most, best = max(changed, key=lambda found: found[0], default=(0.0, ""))
        return best if most >= max(ALIKE, here + _MUCH_MORE) else ""

    def is_other(self, anchor: str) -> bool:
        """Whether the words that stand at `anchor` now are quite other ones."""
        return self._likeness(anchor, anchor) < ALIKE

    def _likeness(self, anchor: str, other: str) -> float:
        """Headings and old ledgers know of no likeness: a place is then held to be itself."""
        mark, words = self.before[anchor], self.now.get(other, "-")
        found = likeness(mark, words) if mark and words else None
        return float(anchor == other) if found is None else found


def problems(
    ledger: Ledger,
    now: Addresses,
    archive: Archive,
    renamed: Callable[[], Mapping[str, str]],
    in_force: Mapping[str, str],
    *,
    text: str,
    file: str,
) -> Iterator[Problem]:
    """What a build with the addresses `now` would lose; `text` is the ledger's own.

    `renamed` tells what pages of documents have become, `in_force` are all redirects.
    """
    notices = {urls.served(urls.notice(notice.id)): notice for notice in archive.notices}
    new_pages = cache(lambda: NewPages(ledger.pages, now))
    for page, published in ledger.pages.items():
        if page in now:
            whole = Page(page, published, now[page], notices.get(page))
            found: Iterable[tuple[str, str]] = (("", m) for m in _lost_places(whole, in_force))
        elif page not in in_force and not page.endswith(".txt"):
            new = new_pages().most_like(published) or _renamed(page, renamed())
            key = _way_by_key(page, file)
            found = [("", _lost_page(page, new if new in now else "", now, key))]
        elif page.endswith(".txt"):
            continue  # goes with its page
        else:
            # Whoever comes to a place of the old page is sent to the same place of the new one.
            found = (
                ("redirects", _lost_with_page(page, anchor, in_force[page], now))
                for anchor in published
                if f"{page}#{anchor}" not in in_force
            )
        for where, message in found:
            yield Problem(file, line_of(text, page), where, message)


def _renamed(page: str, renamed: Mapping[str, str]) -> str:
    """Older pages of a list (`truong/th-a/trang-1/`) go with it."""
    above, _, last = page.rstrip("/").rpartition("/")
    new = renamed.get(f"{above}/", "")
    return renamed.get(page, f"{new}{last}/" if new else "")


def _way_by_key(page: str, file: str) -> str:
    """How the row of a register keeps its old address under a new name; empty for other pages."""
    folder, _, rest = page.partition("/")
    key = rest.partition("/")[0]
    if folder not in _REGISTERS or not key:
        return ""
    what, register = _REGISTERS[folder]
    path = f"{file.rpartition('/')[0]}/{register}"
    return f"ghi «key: {key}» cho {what} ấy ở {path} để giữ địa chỉ cũ"


def _lost_page(page: str, new: str, now: Addresses, key: str) -> str:
    told = f"trang «{page}» đã công bố mà lần dựng này không còn"
    redirect = "ghi vào «redirects» của tệp này"
    if new:
        either = f"hoặc {key}, hoặc " if key else ""
        return f'{told}, nay là «{new}»; {either}{redirect}: "{page}": "{new}"'
    above = f"{page.split('/')[0]}/"
    example = f', ví dụ "{page}": "{above if above in now else ""}"'
    by_key = f" hoặc, nếu chỉ đổi tên, {key}," if key else ""
    return (
        f"{told}; hoặc đưa bản ghi, mục danh sách của trang ấy trở lại như cũ,{by_key} hoặc"
        f" {redirect} nơi nay thay nó{example}"
    )


def _lost_with_page(page: str, anchor: str, target: str, now: Addresses) -> str:
    there = target.partition("#")[0]
    new = _nearest_place(anchor, now.get(there, {}))
    return (
        f"«{page}#{anchor}» đã công bố mà «{target}» không có chỗ ấy; ghi thêm vào «redirects»:"
        f' "{page}#{anchor}": "{there}{new}" {_NO_OTHER}'
    )


def _lost_places(page: Page, in_force: Mapping[str, str]) -> Iterator[str]:
    told = 0
    for anchor in page.before:
        if f"{page.address}#{anchor}" not in in_force and (message := _lost_place(page, anchor)):
            told += 1
            if told <= _MOST_TOLD:
                yield message
    if told > _MOST_TOLD:
        left = told - _MOST_TOLD
        yield f"{page.address}: còn {left} chỗ nữa đã công bố mà lần dựng này không còn"


def _lost_place(page: Page, anchor: str) -> str:
    """The message where a published place is no more or holds other words; else nothing."""
    if anchor in page.now and same(page.now[anchor], page.before[anchor]):
        return ""
    target = page.moved_to(anchor)
    if anchor in page.now and not target and not page.is_other(anchor):
        return ""  # the words were mended where they stand
    file = page.notice.file if page.notice else "bản ghi"
    told = f"«{page.address}#{anchor}» đã công bố mà lần dựng này"
    line = f'"{page.address}#{anchor}": "{page.address}'
    note = _note(page.notice, target, anchor) if target else ""
    own = f"và ghi «id» khác cho ý đang chiếm #{anchor}"
    if anchor in page.now and target and note:
        return (
            f"{told} dẫn đến ý khác: ý đã công bố ở đó nay là #{target}; ghi vào «notes» của"
            f" {file}: {note}, {own}"
        )
    if anchor in page.now:
        new = f"#{target}" if target else _nearest_place(anchor, page.now, without=anchor)
        return (
            f"{told} dẫn đến lời khác hẳn; nếu vẫn là ý ấy, chỉ viết lại lời, thì ở dòng này sửa mã"
            f' thành "{anchor}": "{page.now[anchor]}"; nếu là ý khác thì ghi «id» khác cho ý đang'
            f" chiếm #{anchor} ở «notes» của {file}, rồi ghi vào «redirects» của tệp này:"
            f' {line}{new}" {_NO_OTHER}'
        )
    if target and note:
        first = f"ghi vào «notes» của {file} cho ý ấy: {note}, hoặc "
        return f'{told} không còn; hoặc {first}ghi vào «redirects» của tệp này: {line}#{target}"'
    new = f"#{target}" if target else _nearest_place(anchor, page.now)
    return (
        f"{told} không còn; nếu ý ấy còn trong {file} thì ghi ở «notes» những chữ đầu của nó kèm"
        f" «id: {anchor}», nếu không thì ghi vào «redirects» của tệp này: {line}{new}"
        f'" {_NO_OTHER}'
    )


def _nearest_place(anchor: str, now: Places, *, without: str = "") -> str:
    """The place itself, or what it stood in (`#muc-i-3` of `#muc-i-3-9`); else the page."""
    while anchor:
        if anchor in now and anchor != without:
            return f"#{anchor}"
        anchor = anchor.rpartition("-")[0]
    return ""


def _note(notice: Notice | None, place: str, anchor: str) -> str:
    """The line of `notes` that gives the item at `place` its old address back; empty if none can.

    Its words are the first of the item, as many as stand nowhere else in the notice.
    """
    if notice is None:
        return ""
    passages = list(notice.passages())
    for passage in passages:
        if passage.anchor == place and _can_have_id(passage):
            printed = passage.prose.printed
            ends = [word.end() for word in re.finditer(r"\S+", printed)]
            for end in ends[min(_WORDS, len(ends)) - 1 :]:
                words = printed[:end].lstrip()
                if sum(len(occurrences(words, other.prose.printed)) for other in passages) == 1:
                    return f"{{words: {json.dumps(words, ensure_ascii=False)}, id: {anchor}}}"
    return ""


def _can_have_id(passage: Passage) -> bool:
    """Items, and paragraphs of a section; a title takes its address from its number."""
    section = passage.section
    return passage.item is not None or (section is not None and passage.prose is not section.title)
