"""Pages of schools: one for every school of the register, mentioned or not, and their index."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator import urls
from generator.graph.indexes import Graph, SchoolEntry
from generator.model import Level
from generator.pages.entries import Entry, Group, counted
from generator.pages.older import older_entries, split
from generator.pages.page import Crumb, Links, Page, page
from generator.pages.school_places import named, older_pages, span
from generator.pages.school_tasks import (
    Common,
    common,
    has_older_tasks,
    listed,
    own_tasks,
    where_from,
)
from generator.recall import Recall, anew
from generator.vietnamese import slug, sort_key

_CALLED = {
    Level.MN: ("mẫu giáo",),
    Level.TH_THCS: ("phổ thông cơ sở", "PTCS", "liên cấp"),
}
"""What schools of a level are called too."""


def school_pages(
    graph: Graph, recall: Recall = anew, keys: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Page]:
    """`keys` are fingerprints, by a notice's id, of all that it and its readings were read from."""
    entries = recall.entries("schools")
    of_level: dict[Level, Common] = {}
    for entry in graph.schools.values():
        level = entry.school.level
        if level not in of_level:
            of_level[level] = common(graph, entry.common)
        yield _school_page(graph, entry, of_level[level])
        yield from older_pages(entry, entries, keys)
    yield _index(graph)


def _school_page(graph: Graph, entry: SchoolEntry, of_level: Common) -> Page:
    school = entry.school
    here = Links(urls.school(school.key))
    successor = next(
        (s for s in graph.archive.registers.schools if str(s) == school.successor), None
    )
    forerunners = [
        s for s in graph.archive.registers.schools if s.successor and s.successor == str(school)
    ]
    kept, past = split(entry.named)
    own, level, every = listed(school, own_tasks(graph, entry, of_level.notices), *of_level.tasks)
    level_results, every_results = listed(school, *of_level.results)
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
        named=list(named(kept, school, here)),
        older=older_entries(here.start, [span(places) for places in past]),
        places=counted(len(entry.named), "chỗ"),
        notices=counted(len(notices), "thông báo"),
        own_tasks=own,
        has_older_tasks=has_older_tasks(graph, entry, of_level.notices),
        level_tasks=level,
        every_tasks=every,
        level_results=level_results,
        every_results=every_results,
        source=where_from(of_level.notices, len(graph.newest)),
        has_older_notices=len(of_level.notices) < len(graph.newest),
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
        names=(
            f"Trường {school.level.label.lower()}",
            *_CALLED.get(school.level, ()),
            *school.aliases,
        ),
    )
