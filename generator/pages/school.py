"""Pages of schools: one for every school of the register, mentioned or not, and their index."""

from collections.abc import Iterator, Sequence

from generator import urls
from generator.graph.catalogue import Mention
from generator.graph.indexes import Graph, SchoolEntry, SchoolPlace
from generator.model import Level, Month, Notice, School
from generator.pages.entries import Entry, Group, Quote, counted
from generator.pages.older import older_entries, older_page, split
from generator.pages.page import Crumb, Links, Page, page
from generator.pages.quotes import quote, quotes, sentence_of
from generator.vietnamese import slug, sort_key

RECENT = 12
"""Notices whose common tasks stand on a school's page; older ones are on their own pages."""


def school_pages(graph: Graph) -> Iterator[Page]:
    here = Links(urls.SCHOOLS)  # every school's page lies beside the index
    recent = {notice.id for notice in graph.newest[:RECENT]}
    of_every = list(quotes(_of(graph.every_school, recent), here))
    of_level: dict[Level, list[Quote]] = {}
    for entry in graph.schools.values():
        level = entry.school.level
        if level not in of_level:
            of_level[level] = list(quotes(_of(entry.common, recent), here))
        if entry.school.since or entry.school.until:
            yield _school_page(
                graph,
                entry,
                list(quotes(_while_open(entry.school, _of(entry.common, recent)), here)),
                list(quotes(_while_open(entry.school, _of(graph.every_school, recent)), here)),
            )
        else:
            yield _school_page(graph, entry, of_level[level], of_every)
        yield from _older_pages(entry)
    yield _index(graph)


def _school_page(
    graph: Graph, entry: SchoolEntry, of_level: Sequence[Quote], of_every: Sequence[Quote]
) -> Page:
    school = entry.school
    here = Links(urls.school(school.key))
    successor = next(
        (s for s in graph.archive.registers.schools if str(s) == school.successor), None
    )
    forerunners = [
        s for s in graph.archive.registers.schools if s.successor and s.successor == str(school)
    ]
    kept, past = split(entry.named)
    notices = {place.mention.reading.notice.id for place in entry.named}
    return page(
        here.start,
        "school",
        title=f"{school}",
        kind="school",
        description=(
            f"Trường {school.level.label.lower()} {school.name}:"
            " những gì các thông báo kết luận nói đến trường."
        ),
        above=[Crumb("Trường học", urls.SCHOOLS)],
        school=school,
        successor=successor and (str(successor), here.to(urls.school(successor.key))),
        forerunners=[(str(s), here.to(urls.school(s.key))) for s in forerunners],
        named=list(_named(kept, here)),
        older=older_entries(here.start, [_span(places) for places in past]),
        places=counted(len(entry.named), "chỗ"),
        notices=counted(len(notices), "thông báo"),
        level_quotes=of_level,
        common_quotes=of_every,
        is_cut=len(graph.newest) > RECENT,
        recent=RECENT,
        notices_link=here.to(urls.NOTICES),
        tasks=_all_tasks(graph, here),
    )


def _all_tasks(graph: Graph, here: Links) -> tuple[str, str] | None:
    """Where the latest tasks stand whole: a task may concern a school without saying so."""
    newest = next((notice for notice in graph.newest if notice.tasks), None)
    if newest is None or newest.tasks is None:
        return None
    count = counted(len(newest.tasks.sections), "nhiệm vụ")
    link = here.to_notice(newest, newest.tasks.anchor)
    return f"Cả {count} của tháng {newest.tasks.month}", link


def _older_pages(entry: SchoolEntry) -> Iterator[Page]:
    address = urls.school(entry.school.key)
    above = [Crumb("Trường học", urls.SCHOOLS), Crumb(f"Trường {entry.school}", address)]
    past = split(entry.named)[1]
    for number, places in enumerate(past, start=1):
        yield older_page(
            above,
            number,
            len(past),
            span=_span(places),
            kind="school",
            lead="Những chỗ nêu đích danh trường, mới nhất trước.",
            quotes=list(_named(places, Links(urls.older(address, number)))),
        )


def _span(places: Sequence[SchoolPlace]) -> tuple[Notice, Notice]:
    """The oldest notice and the newest."""
    return places[-1].mention.reading.notice, places[0].mention.reading.notice


def _of(mentions: Sequence[Mention], notices: set[str]) -> list[Mention]:
    return [mention for mention in mentions if mention.reading.notice.id in notices]


def _while_open(school: School, mentions: Sequence[Mention]) -> list[Mention]:
    """Nothing is asked of a school before it opens, nor after it ends."""
    first = school.since or Month(1, 1)
    last = school.until or Month(9999, 12)
    return [mention for mention in mentions if first <= mention.reading.notice.month <= last]


def _named(places: Sequence[SchoolPlace], here: Links) -> Iterator[Quote]:
    """One quote a place: two places of one sentence may be known in two ways."""
    for place in places:
        reading = place.mention.reading
        start, end = sentence_of(reading, place.mention.start)
        hit = (place.mention.start, place.mention.end)
        yield quote(reading, start, end, [hit], here, how=place.how.label)


def _index(graph: Graph) -> Page:
    here = Links(urls.SCHOOLS)
    groups = []
    for level in Level:
        entries = sorted(
            (entry for entry in graph.schools.values() if entry.school.level is level),
            key=lambda entry: sort_key(entry.school.name),
        )
        if entries:
            groups.append(
                Group(
                    level.label,
                    counted(len(entries), "trường"),
                    tuple(_entry(entry, here) for entry in entries),
                    slug(level.label),
                )
            )
    registers = graph.archive.registers
    present = [school for school in registers.schools if not school.since]
    missing = registers.school_count - len(present)
    lead = f"Phòng GD&ĐT có {counted(registers.school_count, 'trường')} trực thuộc."
    if missing > 0:
        lead += (
            f" Danh sách này mới có {counted(len(present), 'trường')} mà các nguồn nêu tên;"
            f" còn {counted(missing, 'trường')} chờ Phòng bổ sung."
        )
        later = len(registers.schools) - len(present)
        lead += f" Ngoài ra có {counted(later, 'trường')} lập về sau." if later else ""
    filters = [{"name": "cap", "label": "Cấp học"}, {"name": "neu", "label": "Trong thông báo"}]
    return page(
        urls.SCHOOLS,
        "index",
        title="Trường học",
        kind="index",
        description="Các trường trực thuộc Phòng theo cấp học, và những chỗ nói đến trường.",
        extra={"filters": filters},
        lead=lead,
        groups=groups,
        empty="Chưa có trường nào trong danh sách.",
    )


def _entry(entry: SchoolEntry, here: Links) -> Entry:
    school = entry.school
    facts = [
        f"nêu tên {counted(len(entry.named), 'chỗ')}" if entry.named else "chưa được nêu tên",
        f"nay là {school.successor}" if school.successor else "",
        "" if school.confirmed else "chưa xác nhận",
    ]
    return Entry(
        str(school),
        here.to(urls.school(school.key)),
        " · ".join(fact for fact in facts if fact),
        (
            ("cap", school.level.label),
            ("neu", "Có nêu tên" if entry.named else "Chưa nêu tên"),
        ),
    )


def school_title(school: School) -> str:
    return str(school)
