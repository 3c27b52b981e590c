"""Pages of schools: one for every school of the register, mentioned or not, and their index."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from generator import urls
from generator.graph.catalogue import Mention
from generator.graph.indexes import Graph, SchoolEntry
from generator.graph.linking import Reading
from generator.model import FootnoteMark, Level, Month, School
from generator.pages.entries import Entry, Group, Quote, counted
from generator.pages.older import older_entries, split
from generator.pages.page import Crumb, Links, Page, page
from generator.pages.quotes import quotes
from generator.pages.school_places import named, older_pages, span
from generator.recall import Recall, anew
from generator.vietnamese import slug, sort_key

RECENT, MOST = 12, 60
"""Notices whose common tasks stand on a school's page, and places in them: every school of a level
has the same ones. Older ones are on the notices' own pages."""


@dataclass(frozen=True, slots=True)
class Common:
    """What addresses a level or every school, newest first: what is asked, and what is told.

    `source` is "" where that is all.
    """

    tasks: tuple[Quote, ...]
    results: tuple[Quote, ...]
    source: str


def school_pages(
    graph: Graph, recall: Recall = anew, keys: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Page]:
    """`keys` are fingerprints, by a notice's id, of all that it and its readings were read from."""
    entries = recall.entries("schools")
    of_every = _common(graph, graph.every_school)
    of_level: dict[Level, Common] = {}
    for entry in graph.schools.values():
        school = entry.school
        if school.level not in of_level:
            of_level[school.level] = _common(graph, entry.common)
        if school.since or school.until:
            yield _school_page(
                graph,
                entry,
                _common(graph, entry.common, school),
                _common(graph, graph.every_school, school),
            )
        else:
            yield _school_page(graph, entry, of_level[school.level], of_every)
        yield from older_pages(entry, entries, keys)
    yield _index(graph)


def _common(graph: Graph, mentions: Sequence[Mention], school: School | None = None) -> Common:
    """Whole notices, as many as have room; of a school that opened or ended, while it was open."""
    number = Counter(mention.reading.notice.id for mention in mentions)
    fitting = fitting_notices([number[notice.id] for notice in graph.newest])
    recent = {notice.id for notice in graph.newest[:fitting]}
    kept = [mention for mention in mentions if mention.reading.notice.id in recent]
    kept = _while_open(school, kept) if school else kept
    here = Links(urls.SCHOOLS)  # every school's page lies beside the index
    of_tasks = [is_task(graph, mention.reading) for mention in kept]
    tasks, results = (
        [mention for mention, asks in zip(kept, of_tasks, strict=True) if asks is wanted]
        for wanted in (True, False)
    )
    return Common(
        tuple(quotes(tasks, here, with_dates=True)),
        tuple(quotes(results, here, with_dates=True)),
        f"{fitting} thông báo mới nhất" if fitting < len(graph.newest) else "",
    )


def is_task(graph: Graph, reading: Reading) -> bool:
    """Whether it stands among the notice's tasks, or in a footnote that is called from there."""
    if reading.passage.part:
        return reading.passage.part.is_tasks
    called = {
        mark.what.number
        for other in graph.readings[reading.notice.id]
        if other.passage.part and other.passage.part.is_tasks
        for mark in other.passage.prose.marks
        if isinstance(mark.what, FootnoteMark)
    }
    return any(
        footnote.number in called and f"{reading.passage.anchor}-".startswith(f"{footnote.anchor}-")
        for footnote in reading.notice.footnotes
    )


def fitting_notices(places: Sequence[int]) -> int:
    """How many of the newest notices there is room for, by the places in each, newest first."""
    return max(1, sum(total <= MOST for total in accumulate(places[:RECENT])))


def _school_page(graph: Graph, entry: SchoolEntry, of_level: Common, of_every: Common) -> Page:
    school = entry.school
    here = Links(urls.school(school.key))
    successor = next(
        (s for s in graph.archive.registers.schools if str(s) == school.successor), None
    )
    forerunners = [
        s for s in graph.archive.registers.schools if s.successor and s.successor == str(school)
    ]
    kept, past = split(entry.named)
    mentions = [place.mention for place in entry.named]
    own = _common(graph, [one for one in mentions if is_task(graph, one.reading)])
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
        named=list(named(kept, here)),
        older=older_entries(here.start, [span(places) for places in past]),
        places=counted(len(entry.named), "chỗ"),
        notices=counted(len(notices), "thông báo"),
        own_tasks=own.tasks,
        of_level=of_level,
        of_every=of_every,
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


def _while_open(school: School, mentions: Sequence[Mention]) -> list[Mention]:
    """Nothing is asked of a school before it opens, nor after it ends."""
    first = school.since or Month(1, 1)
    last = school.until or Month(9999, 12)
    return [mention for mention in mentions if first <= mention.reading.notice.month <= last]


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
