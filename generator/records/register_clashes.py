"""Entries of a register that cannot stand beside each other: of one key, name, symbol, number."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.model import Body, Level, Month
from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.records.register_drafts import BodyDraft, DocumentDraft, SchoolDraft, TopicDraft
from generator.vietnamese import tone_key


def symbols_twice(drafts: Sequence[BodyDraft]) -> Iterator[Problem]:
    first: dict[str, BodyDraft] = {}
    for draft in drafts:
        for place, symbol in enumerate(draft.symbols):
            other = first.setdefault(symbol, draft)
            if other is not draft:
                message = (
                    f"ký hiệu {quoted(symbol)} đã là của cơ quan ở dòng {other.at.line}; một ký"
                    " hiệu chỉ ghi cho một cơ quan, dùng chung thì bỏ ở cả hai"
                )
                yield draft.at.problem(message, "symbols", place)


def keys_twice(
    drafts: Sequence[SchoolDraft | TopicDraft | BodyDraft], keys: Sequence[str]
) -> Iterator[Problem]:
    first: dict[str, At] = {}
    for draft, key in zip(drafts, keys, strict=True):
        at = draft.at.field("key") if draft.key else draft.at.field("name")
        other = first.setdefault(key, at)
        if key and other is not at:
            yield at.problem(
                f"trùng mã {quoted(key)} với dòng {other.line}; xóa một bên, hoặc nếu là hai thứ"
                " khác nhau thì ghi «key» riêng cho một bên"
            )


def names_twice(
    drafts: Sequence[TopicDraft] | Sequence[BodyDraft], names: Iterable[tuple[str, ...]]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for place, all_names in enumerate(names):
        draft = drafts[place]
        for name in filter(None, all_names):
            other = first.setdefault(tone_key(name), place)
            if other != place:
                line = drafts[other].at.line
                message = f"tên {quoted(name)} đã có ở dòng {line}; một tên chỉ thuộc về một bên"
                yield draft.at.problem(message, "name" if name == draft.name else "aliases")


def schools_twice(drafts: Sequence[SchoolDraft], keys: Sequence[str]) -> Iterator[Problem]:
    """Two schools of one level and name at one time; one after the other is well.

    Only entries that clash with none before are kept of a name: they stand one after the other. A
    school's own name comes before what others are called.
    """
    bearers: dict[tuple[str, str], dict[str, int]] = {}
    for place, number, name in _named(drafts):
        draft = drafts[place]
        level, plain = (draft.level, name) if number is None else _called(name, draft.level)
        others = bearers.setdefault((level.value, tone_key(plain)), {})
        for other in others.values():
            if keys[other] != keys[place] and _meet(drafts[other], draft):
                line = drafts[other].at.line
                message = (
                    f"tên {quoted(name)} đã có ở dòng {line}; một trường chỉ ghi một lần, hai"
                    " trường nối tiếp nhau thì ghi «from», «to»"
                )
                if level is not draft.level:
                    message = (
                        f"{quoted(name)} là trường ở dòng {line}; xóa tên gọi khác này, hai trường"
                        " nối tiếp nhau thì ghi «from», «to»"
                    )
                yield draft.at.problem(
                    message, *(("name",) if number is None else ("aliases", number))
                )
                break
        else:
            others.setdefault(keys[place], place)


def _named(drafts: Sequence[SchoolDraft]) -> Iterator[tuple[int, int | None, str]]:
    """(place, place among the other names, name): first all own names, then all others."""
    sound = [
        (place, draft)
        for place, draft in enumerate(drafts)
        if not (draft.since and draft.until and draft.since > draft.until)
    ]
    yield from ((place, None, draft.name) for place, draft in sound if draft.name)
    for place, draft in sound:
        told = {draft.name, ""}
        for number, name in enumerate(draft.aliases):
            if name not in told:
                told.add(name)
                yield place, number, name


_LEVELS_AS_WRITTEN = (
    (r"(?:TH|tiểu học) *& *(?:THCS|trung học cơ sở)|PTCS|phổ thông cơ sở", Level.TH_THCS),
    (r"MN|MG|mầm non|mẫu giáo", Level.MN),
    (r"TH|tiểu học", Level.TH),
    (r"THCS|trung học cơ sở", Level.THCS),
)
_CALLED = re.compile(
    "(?:trường +)?(?:" + "|".join(f"({words})" for words, _ in _LEVELS_AS_WRITTEN) + r") +(?=\S)",
    re.IGNORECASE,
)


def _called(alias: str, level: Level) -> tuple[Level, str]:
    """The level that another name calls a school by, `PTCS Yên Thanh`, and the rest of it."""
    found = _CALLED.match(alias)
    if found is None or found.lastindex is None:
        return level, alias
    return _LEVELS_AS_WRITTEN[found.lastindex - 1][1], alias[found.end() :]


def _meet(one: SchoolDraft, other: SchoolDraft) -> bool:
    """Whether there is a month that both may have been there."""
    return _may_last_to(one, other.since) and _may_last_to(other, one.since)


def _may_last_to(draft: SchoolDraft, month: Month | None) -> bool:
    return draft.until is None or month is None or draft.until >= month


def documents_twice(drafts: Sequence[DocumentDraft], bodies: Sequence[Body]) -> Iterator[Problem]:
    """Entries of one number, year and body, however the body is called."""
    by_name = {tone_key(name): body.key for body in bodies for name in (body.name, *body.aliases)}
    by_symbol: dict[str | None, str] = {s: body.key for body in bodies for s in body.symbols}
    first: dict[tuple[str, int | None, str | None], DocumentDraft] = {}
    for draft in drafts:
        year = draft.number.year or (draft.issued.year if draft.issued else None)
        body = by_name.get(tone_key(draft.body)) or by_symbol.get(draft.number.issuer)
        other = first.setdefault((draft.number.key, year, body), draft)
        if other is not draft:
            yield draft.at.problem(
                f"văn bản này đã có ở dòng {other.at.line}; gộp lại làm một, hoặc ghi «issued»,"
                " «body» cho đủ phân biệt",
                "number",
            )


def short_forms_twice(drafts: Sequence[DocumentDraft]) -> Iterator[Problem]:
    first: dict[tuple[str, str], DocumentDraft] = {}
    for draft in drafts:
        for place, form in enumerate(draft.short_forms):
            other = first.setdefault((form.notice, form.written.key), draft)
            if other is not draft:
                yield draft.at.problem(
                    f"{quoted(form.written.spoken)} trong thông báo {quoted(form.notice)} đã ghi"
                    f" cho văn bản ở dòng {other.at.line}; chỉ giữ ở một văn bản",
                    "short_forms",
                    place,
                )


def leading_back(names: Sequence[str], named: Sequence[Collection[str]]) -> Iterator[int]:
    """Places of `names` that name one from which they are reached; linear in the names.

    `named` are the names that each place leads to: to every place of that name at once.
    """
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(name, []).append(place)
    done: set[str] = set()
    for start in places:
        above: set[str] = set()
        waiting = [(start, False)]
        while waiting:
            name, is_left = waiting.pop()
            if is_left:
                above.discard(name)
                done.add(name)
            elif name not in done and name not in above:
                above.add(name)
                waiting.append((name, True))
                for place in places.get(name, ()):
                    if not above.isdisjoint(named[place]):
                        yield place
                    waiting += [(other, False) for other in named[place]]
