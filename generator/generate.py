"""From the folder of records to the files in `docs/`: read, check, build, write."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import beside, site, writer
from generator.day_given import day_given
from generator.graph import absent_names, checks, indexes, redaction, unlisted_absent
from generator.last_run import LastRun
from generator.made import remembering
from generator.memory import Memory, read_in_shares
from generator.model import Archive
from generator.problems import Problem, any_error, bounded, first_ones, quoted
from generator.progress import Progress
from generator.published import places
from generator.published.book import Book, book
from generator.published.ledger import Addresses, Ledger, Places
from generator.reading.lost_values import elsewhere
from generator.records import loading as records
from generator.urls import Address, is_elsewhere

MEMORY, MADE, MADE_APART = "read", "made", "made-apart"
"""Folders of the cache with what runs before this one read, and what they made."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What came of it; nothing is written when any problem is an error.

    `addresses` are the site's own, their places told where a ledger asks for them; `ledger` holds
    those that were ever published; `canaries` are words that may not be in a public site.
    """

    problems: tuple[Problem, ...]
    written: writer.Written | None = None
    today: date | None = None
    ledger: Ledger = field(default_factory=Ledger)
    addresses: Addresses = field(default_factory=dict)
    canaries: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.warning)


@dataclass(frozen=True, slots=True)
class Linked:
    """The archive cross-linked, or None where an error stands in the way; every problem.

    `keys` are fingerprints, by a notice's id, of all that it and what it names were read from,
    `places` the places of its page, if they are marked; `in_part` and `wordless` are as `Loaded`
    has them.
    """

    graph: indexes.Graph | None
    problems: tuple[Problem, ...]
    keys: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)
    in_part: indexes.Graph | None = None
    wordless: Collection[str] = ()


def read(folder: Path, memory: Memory | None = None) -> Linked:
    """All that there is to tell of `folder` (records); what is in `memory` is not read again."""
    known = linked(folder, memory)
    if known.graph is None:
        return replace(known, problems=bounded((*known.problems, *_in_part(known))))
    told = (*known.problems, *checks.problems(known.graph))
    return replace(known, problems=bounded(told))


def _in_part(known: Linked) -> Iterator[Problem]:
    """What the archive shows for all its errors, where nothing that is lacking may be why."""
    if known.in_part is None:
        return
    found = checks.problems(known.in_part)
    registers = {document.file for document in known.in_part.archive.registers.documents}
    doubtful = {*known.wordless, *(registers if known.wordless else ())}
    yield from elsewhere((p for p in found if p.file not in doubtful), known.problems)


def _unknown_names(
    loaded: records.Loaded, archive: Archive, may_be_called: Callable[[str], bool]
) -> Iterator[Problem]:
    """Names of schools that no register holds, be its errors what they may."""
    found = checks.unknown_names(indexes.graph(archive), may_be_called)
    yield from elsewhere((p for p in found if p.file not in loaded.wordless), loaded.problems)


def linked(folder: Path, memory: Memory | None = None) -> Linked:
    """As `read`, but for the problems that only the whole archive shows."""
    memory = memory or Memory()
    read_in_shares(folder, memory)
    loaded = records.load(folder, recall=memory.recall)
    archive = loaded.archive or loaded.in_part
    if archive is None:
        return Linked(None, loaded.problems)
    if may_be := loaded.may_be_called:
        return Linked(None, (*loaded.problems, *_unknown_names(loaded, archive, may_be)))
    graph = indexes.graph(archive, memory.readings())
    for notice in archive.notices:
        told = loaded.own_problems[notice.id]
        if not any_error(told):
            memory.keep(loaded.keys[notice.id], notice, told, graph.readings[notice.id])
    if loaded.archive is None:
        return Linked(None, loaded.problems, in_part=graph, wordless=loaded.wordless)
    memory.close()
    return Linked(graph, loaded.problems, loaded.keys, memory.places())


def generate(
    folder: Path,
    docs: Path,
    *,
    today: date | None = None,
    public: bool = False,
    publishing: bool = False,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Generated:
    """Write the pages of `folder` (records) into `docs`; raises writer.HandWritten.

    `public` leaves out what only the department may read, `publishing` tells the places that the
    ledger is to promise; what the run before left in `cache` saves doing the same again.
    """
    progress = progress or Progress()
    today = today or day_given()
    asked = (today, public, publishing)
    last = LastRun(cache / "generated", folder, docs, asked) if cache else None
    with progress.phase("Xem bản ghi"):
        if last and isinstance(same := last.result(), Generated) and same.written:
            kept = same.written.changed + same.written.kept
            return replace(same, written=writer.Written(0, 0, kept))
    generated, files = _generated(folder, docs, today, public, publishing, progress, cache)
    if last and not generated.errors:
        last.keep(generated, files)
    return generated


def _generated(
    folder: Path,
    docs: Path,
    today: date | None,
    public: bool,
    publishing: bool,
    progress: Progress,
    cache: Path | None,
) -> tuple[Generated, Mapping[str, bytes]]:
    promised = book(folder)
    marks = publishing or promised.asks_for_marks
    memory = Memory(cache / MEMORY if cache else None, marks=marks)
    with progress.phase("Đọc bản ghi, nối liên kết"):
        known = read(folder, memory)
    graph, problems = known.graph, known.problems
    if graph:
        problems = (*problems, *first_ones(_files_missing(graph.archive, docs)))
    if graph and public:
        unsure = absent_names.problems(graph.archive, public=True)
        problems = _for_public(problems, (*unlisted_absent.problems(graph.archive), *unsure))
    if graph is None or any_error(problems):
        return Generated(problems), {}
    today = today or site.latest_date(graph.archive)
    shown = indexes.graph(redaction.redacted(graph.archive)) if public else graph
    by_hand = writer.hand_written(docs)
    with progress.phase("Viết trang Markdown"):
        built, addresses = _built(known, shown, promised, today, public, cache, by_hand)
    broken = promised.broken(graph, addresses, built.files, docs, by_hand)
    problems = bounded((*problems, *broken))
    if any_error(problems):
        return Generated(problems), {}
    with progress.phase("Ghi vào docs"):
        written = writer.write(built.files, docs)
    canaries = redaction.canaries(graph.archive) if public else ()
    return Generated(problems, written, today, promised.ledger, addresses, canaries), built.files


def _built(
    known: Linked,
    shown: indexes.Graph,
    promised: Book,
    today: date,
    public: bool,
    cache: Path | None,
    by_hand: Sequence[str],
) -> tuple[site.Site, Addresses]:
    """Of the whole archive and of what of it is shown: the site, and its addresses."""
    notices = places.pages_of(known.places)
    with (
        beside.begun(lambda: _apart(shown, cache)) as meanwhile,
        remembering(cache, MADE) as recall,
    ):
        built = site.build(
            shown,
            today,
            public=public,
            redirects=promised.redirects(notices),
            meanwhile=meanwhile,
            by_hand=[Address(path.removesuffix(".md")) for path in by_hand if path.endswith(".md")],
            recall=recall,
            # What is left out of one notice depends on what others say.
            keys={} if public else known.keys,
        )
        return built, places.addresses(notices, [*built.sources, *by_hand])


def check(folder: Path, docs: Path) -> Linked:
    """As `read`, with what a build would lose of what was published; `docs` may not be there."""
    promised = book(folder)
    known = read(folder, Memory(marks=promised.asks_for_marks))
    if known.graph:
        missing = first_ones(_files_missing(known.graph.archive, docs))
        known = replace(known, problems=tuple(sorted([*known.problems, *missing])))
    if known.graph is None or any_error(known.problems) or not promised.asks_for_marks:
        return replace(known, problems=(*known.problems, *promised.problems))
    graph, by_hand = known.graph, writer.hand_written(docs)
    today = site.latest_date(graph.archive)
    built, addresses = _built(known, graph, promised, today, False, None, by_hand)
    broken = promised.broken(graph, addresses, built.files, docs, by_hand)
    return replace(known, problems=bounded((*known.problems, *broken)))


def _files_missing(archive: Archive, docs: Path) -> Iterator[Problem]:
    """Documents whose full text is said to be in a file of `docs` that is not there."""
    for place, known in enumerate(archive.registers.documents):
        if known.link and not is_elsewhere(known.link) and not (docs / known.link).is_file():
            message = (
                f"không có tệp {quoted(f'{docs.name}/{known.link}')}; chép tệp ấy vào, hoặc sửa tên"
            )
            yield Problem(known.file, known.line, f"documents[{place}].link", message)


def _for_public(problems: Sequence[Problem], more: Sequence[Problem]) -> tuple[Problem, ...]:
    """Of one field the error says more than the warning."""
    told = {(problem.file, problem.line, problem.field) for problem in more}
    kept = [p for p in problems if not (p.warning and (p.file, p.line, p.field) in told)]
    return tuple(sorted([*kept, *more]))


def _apart(graph: indexes.Graph, cache: Path | None) -> site.Files:
    with remembering(cache, MADE_APART) as recall:
        return site.apart(graph, recall)
