"""The page to start from: search first, then the latest notice, what is due, where to browse."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import urls
from generator.graph.indexes import Due, Graph
from generator.model import Level, Notice
from generator.pages.document import by_order
from generator.pages.document_index import newest_documents
from generator.pages.entries import Entry, counted
from generator.pages.page import Links, Page, notice_title, page
from generator.pages.quotes import (
    PUNCTUATION,
    capital,
    clause_of,
    first_words,
    sentence_of,
)
from generator.vietnamese import show_date, slug, sort_key

DUE_AT_MOST = 8
SHORT = 110
"""Characters of a task in the list."""

TELLING = 12
"""Characters beside the words that fall due, from which on a clause tells what is asked."""

EXAMPLE = 40
"""Characters of a title offered as a search: whole, for half of one may mean nothing."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the latest notice by its first words."""

    number: str
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class DueEntry:
    """What falls due: the sooner of what is to come first, then what is past, newest first."""

    iso: str
    shown: str
    is_past: bool
    words: str
    link: str


def home_page(graph: Graph, today: date) -> Page:
    here = Links(urls.HOME)
    newest = graph.newest[0] if graph.archive.notices else None
    documents = sorted(graph.catalogue.documents.values(), key=by_order)
    kinds = Counter(document.kind for document in documents)
    on_index = {document.kind for document in newest_documents(documents)}
    return page(
        urls.HOME,
        "home",
        title="Kết luận giao ban",
        kind="home",
        description="Tra cứu kết luận các hội nghị giao ban theo trường, lĩnh vực và văn bản.",
        has_contents=False,
        examples=_examples(graph, newest),
        department=graph.archive.registers.own_body.name,
        latest=newest and (notice_title(newest), here.to_notice(newest)),
        met=show_date(newest.met) if newest and newest.met else "",
        tasks=list(_tasks(graph, newest, here)) if newest else [],
        tasks_title=f"Nhiệm vụ tháng {newest.tasks.month}" if newest and newest.tasks else "",
        due=[_due(entry, today, here) for entry in due_in_order(graph, today)[:DUE_AT_MOST]],
        levels=[
            Entry(
                level.label,
                here.to(urls.SCHOOLS, slug(level.label)),
                counted(sum(s.level is level for s in graph.archive.registers.schools), "trường"),
            )
            for level in Level
            if any(s.level is level for s in graph.archive.registers.schools)
        ],
        fields=[
            Entry(entry.topic.name, here.to(urls.topic(key)))
            for key, entry in graph.topics.items()
            if entry.topic.is_field
        ],
        years=[
            Entry(
                f"Năm học {year}",
                here.to(urls.school_year(year)),
                counted(len(notices), "thông báo"),
            )
            for year, notices in graph.years.items()
        ],
        kinds=[
            Entry(
                kind,
                here.to(urls.DOCUMENTS, slug(kind) if kind in on_index else ""),
                counted(count, "văn bản"),
            )
            for kind, count in sorted(kinds.items(), key=lambda pair: sort_key(pair[0]))
        ],
        questions=here.to(urls.OPEN_QUESTIONS),
    )


def _examples(graph: Graph, newest: Notice | None) -> list[str]:
    """Searches that find something: a number, a field's words, a school, without marks."""
    if newest is None:
        return []
    examples: list[str] = []
    documents = [
        graph.catalogue.of(reading, citation)
        for reading in graph.readings[newest.id]
        for citation in reading.citations
    ]
    own = [d for d in documents if d.id.body and d.id.body.is_own] or documents
    examples += [str(document.id.number) for document in own[:1]]
    schools = [entry.school for entry in graph.schools.values() if entry.named]
    examples += [str(school) for school in schools[-1:]]
    fields = {key for key, entry in graph.topics.items() if entry.topic.is_field}
    titles = [
        section.title.text
        for section in (newest.results.sections if newest.results else ())
        if section.title and fields.intersection(section.topics)
    ]
    return examples + [title for title in titles if len(title) <= EXAMPLE][-1:]


def _tasks(graph: Graph, notice: Notice, here: Links) -> Iterator[Task]:
    if notice.tasks is None:
        return
    readings = {id(reading.passage.prose): reading for reading in graph.readings[notice.id]}
    for section in notice.tasks.sections:
        prose = section.title or (section.blocks[0].prose if section.blocks else None)
        if prose is None:
            continue
        start, end = sentence_of(readings[id(prose)], 0)
        link = here.to_notice(notice, section.anchor)
        words = shortened(prose.text[start:end])
        is_more = prose.text[end:].strip() or (not section.title and section.blocks[1:])
        yield Task(f"{section.number}.", with_more(words) if is_more else words, link)


def shortened(sentence: str) -> str:
    """A sentence for a list: whole if short, else its first clause and …, else its first words."""
    if len(sentence) <= SHORT:
        return sentence.rstrip(".; ")
    clause = sentence.find(";")
    if 0 < clause <= SHORT:
        return f"{sentence[:clause]} …"
    return first_words(sentence, SHORT)


def with_more(words: str) -> str:
    """The same where something is left out after them."""
    return words if words.endswith("…") else f"{words} …"


def due_in_order(graph: Graph, today: date) -> list[Due]:
    coming = sorted((d for d in graph.due if d.day >= today), key=lambda d: d.day)
    past = sorted((d for d in graph.due if d.day < today), key=lambda d: d.day, reverse=True)
    return [*coming, *past]


def what_is_due(due: Due) -> str:
    """The words that fall due, with enough of what stands around them to tell what is asked."""
    reading = due.mention.reading
    text = reading.passage.prose.text
    words = due.mention.printed.strip(PUNCTUATION)
    start, end = sentence_of(reading, due.mention.start)
    if text[start:end].strip(PUNCTUATION) == words:
        return shortened(words)
    clause, clause_end = clause_of(text, due.mention.start)
    end = max(end, due.mention.end)
    around = text[clause : max(clause_end, due.mention.end)], text[start:end], text[:end]
    told = [said.strip(PUNCTUATION) for said in around]
    return _with_words(
        next((said for said in told if len(said) >= len(words) + TELLING), told[-1]), words
    )


def _with_words(said: str, words: str) -> str:
    """What is said in as many characters as the list has, `words` in any case."""
    if len(said) <= SHORT:
        return said
    place = said.find(words)
    if place + len(words) <= SHORT:
        return first_words(said, SHORT)
    before = first_words(said[:place].rstrip(PUNCTUATION), max(SHORT - len(words), SHORT // 2))
    return f"{before} {shortened(words)}".lstrip()


def _due(due: Due, today: date, here: Links) -> DueEntry:
    passage = due.mention.reading.passage
    return DueEntry(
        due.day.isoformat(),
        show_date(due.day),
        due.day < today,
        capital(what_is_due(due)),
        here.to_notice(due.mention.reading.notice, passage.anchor),
    )
