"""The folder of records -> `Archive`: every file is read, and every problem told at once."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.model import Archive, Notice, Registers
from generator.problems import MOST_PROBLEMS, Problem, any_error, quoted
from generator.reading import schema, tried_repairs
from generator.reading.lost_values import Lost, elsewhere
from generator.reading.place import At
from generator.reading.schema import Record
from generator.reading.yaml_nodes import Mapping as Fields
from generator.records import notices
from generator.records.files import OWN_SYNONYMS, REGISTERS, RecordFiles, month_of
from generator.records.notice_shape import NOTICE, notice_of
from generator.records.register_shapes import BODIES, DOCUMENTS, ENTRIES, SCHOOLS, TOPICS
from generator.records.registers import Drafts, registers
from generator.records.synonyms import synonyms
from generator.records.synonyms_shape import SYNONYMS, SynonymsDraft
from generator.records.unsure_entries import ANYTHING, Unsure, unsure

T = TypeVar("T")

SHAPES: dict[str, Record[Any]] = {
    "notice": NOTICE,
    "schools": SCHOOLS,
    "topics": TOPICS,
    "bodies": BODIES,
    "documents": DOCUMENTS,
    "synonyms": SYNONYMS,
}
"""The shape of each kind of file, by the name of its JSON Schema."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive, or None where an error stands in the way; every problem, warnings too.

    `own_problems` and `keys` are each notice's, by its id: what was told of its file, and the
    fingerprint of all that it was read from. Where there are errors, `in_part` is what could be
    read for all that, good for finding more of them; words may be lacking of what is `wordless`.
    With errors in the registers it is good for names alone that no school of them can bear, and
    `may_be_called` says which these can.
    """

    archive: Archive | None
    problems: tuple[Problem, ...]
    own_problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    in_part: Archive | None = None
    wordless: Collection[str] = ()
    may_be_called: Callable[[str], bool] | None = None


Recall = Callable[[str], tuple[Notice, tuple[Problem, ...]] | None]
"""The notice of such a fingerprint as it was read before, and what was told of its file."""


def load(
    folder: Path, *, recall: Recall = lambda key: None, only: Collection[Path] | None = None
) -> Loaded:
    """Read `folder` (`records/`): the registers and one file a month in a folder a year.

    `only` are the notices' files to read, all of them unless it is given.
    """
    if not folder.is_dir():
        message = "không có thư mục này; chạy lệnh ở nơi có «records/», hoặc ghi «--records …»"
        return Loaded(None, (Problem(folder.name, 1, "", message),))
    reader = _Reader(folder, recall)
    known = reader.registers()
    read = list(reader.notices(known, only))
    problems = tuple(sorted({*reader.problems, *reader.files.problems}))
    read.sort(key=lambda notice: (notice.month, notice.id))
    archive = Archive(tuple(read), known)
    if any_error(problems):
        own, keys = reader.own_problems, reader.keys
        if reader.are_registers_right:
            return Loaded(None, problems, own, keys, archive, reader.wordless)
        in_part = archive if reader.can_names_be_told else None
        may_be = reader.unsure["schools"].may_be_called
        return Loaded(None, problems, own, keys, in_part, reader.wordless, may_be)
    return Loaded(archive, problems, reader.own_problems, reader.keys)


def new_files(folder: Path, is_known: Callable[[str], bool]) -> list[Path]:
    """The notices' files whose fingerprint nobody knows, in order of their names."""
    reader = _Reader(folder, lambda key: None)
    for name in REGISTERS:
        reader.register_bytes(name)
    found = ((path, reader.files.bytes_of(path)) for path in reader.files.notices())
    return [path for path, raw in found if raw is not None and not is_known(reader.key(raw, path))]


class _Reader:
    """`unsure` says of registers with errors what they may hold beside what could be read.

    `wordless` are files, and ids of notices out of place, of which words may be lacking.
    """

    def __init__(self, folder: Path, recall: Recall) -> None:
        self.folder = folder
        self.files = RecordFiles(folder)
        self.recall = recall
        self.problems: list[Problem] = []
        self.own_problems: dict[str, tuple[Problem, ...]] = {}
        self.keys: dict[str, str] = {}
        self.of_registers = hashlib.sha256()
        self.unread: set[str] = set()
        self.unsure: Mapping[str, Unsure] = {}
        self.are_registers_right = True
        self.wordless: set[str] = set()

    @property
    def can_names_be_told(self) -> bool:
        """Whether no error stands in a register of the department itself or of documents."""
        files = {self.files.name(self.files.register(name)) for name in ("bodies", "documents")}
        told = (*self.problems, *self.files.problems)
        return not any(one.file in files and not one.warning for one in told)

    def register_bytes(self, name: str) -> bytes | None:
        raw = self.files.bytes_of(self.files.register(name))
        if raw is not None:
            self.of_registers.update(f"{name} {len(raw)}\n".encode() + raw)
        return raw

    def key(self, raw: bytes, path: Path) -> str:
        """The fingerprint of all that a notice is read from; the registers are read before."""
        file = f"{self.files.name(path)} {hashlib.sha256(raw).hexdigest()}"
        return f"{self.of_registers.hexdigest()} {file}"

    def _register(self, name: str, shape: Record[T]) -> T:
        """As far as it could be read."""
        raw, file = self.register_bytes(name), self.files.name(self.files.register(name))
        draft, told = (None, ()) if raw is None else tried_repairs.read(shape, raw, file)
        self.problems += told
        self.are_registers_right &= draft is not None and all(one.warning for one in told)
        if draft is None:
            self.unread.add(name)
            draft = shape.stand_in(At(file, "", Fields((), 1)))
        assert draft is not None, "registers have stand-ins for all they must have"
        return draft

    def _own_synonyms(self) -> SynonymsDraft | None:
        path = self.files.register(OWN_SYNONYMS)
        raw = self.files.bytes_of(path) if path.exists() else None
        if raw is None:
            return None
        draft, told = schema.read(SYNONYMS, raw, self.files.name(path))
        self.problems += told
        return draft

    def registers(self) -> Registers:
        """As far as they could be read."""
        table, told = synonyms(self._own_synonyms())
        self.problems += elsewhere(told, self.problems)
        drafts = Drafts(
            self._register("schools", SCHOOLS),
            self._register("topics", TOPICS),
            self._register("bodies", BODIES),
            self._register("documents", DOCUMENTS),
        )
        known, problems = registers(drafts, table, self._unsure(drafts))
        problems = tuple(elsewhere(problems, self.problems))
        self.problems += problems
        # A name or number that two claim settles nothing for a notice.
        self.are_registers_right &= all(problem.warning for problem in problems)
        self.unsure = self._unsure(drafts)
        return known

    def _unsure(self, drafts: Drafts) -> Mapping[str, Unsure]:
        """Of each register, by all that is told of it so far."""
        errors: dict[str, list[Problem]] = {}
        for problem in self.problems:
            if not problem.warning:
                errors.setdefault(problem.file, []).append(problem)
        places = {
            "schools": drafts.schools.at,
            "topics": drafts.topics.at,
            "bodies": drafts.bodies.at,
        }
        return {
            name: ANYTHING
            if name in self.unread
            else unsure(name, ENTRIES[name].fields, at.node, errors.get(at.file, ()))
            for name, at in places.items()
        }

    def notices(self, known: Registers, only: Collection[Path] | None) -> Iterator[Notice]:
        ids: set[str] = set()
        for path in self.files.notices():
            ids.add(path.stem)
            if only is not None and path not in only:
                continue
            raw = self.files.bytes_of(path)
            if raw is None:
                self.wordless.add(self.files.name(path))
            notice = None if raw is None else self._notice(raw, path, known)
            if notice:
                yield notice
        self.wordless |= self.files.out_of_place
        self.problems += self._unknown_notices(known, ids | self.files.out_of_place)

    def _unknown_notices(self, known: Registers, ids: Collection[str]) -> Iterator[Problem]:
        for place, document in enumerate(known.documents):
            for number, form in enumerate(document.short_forms):
                if form.notice not in ids:
                    message = (
                        f"không có thông báo {quoted(form.notice)}; «notice» là tên tệp bỏ đuôi"
                        " .yml, ví dụ «2021-12»"
                    )
                    field = f"documents[{place}].short_forms[{number}].notice"
                    yield Problem(document.file, form.line, field, message)

    def _notice(self, raw: bytes, path: Path, known: Registers) -> Notice | None:
        key = self.key(raw, path)
        if self.are_registers_right and (recalled := self.recall(key)):
            notice, told = recalled
            self.problems += told
        else:
            read, told = self._read_anew(raw, path, known)
            self.problems += told
            if read is None:
                return None
            notice = read
        self.own_problems[notice.id], self.keys[notice.id] = told, key
        return notice

    def _read_anew(
        self, raw: bytes, path: Path, known: Registers
    ) -> tuple[Notice | None, tuple[Problem, ...]]:
        file = self.files.name(path)
        shape = notice_of(month_of(path.stem))
        draft, told = tried_repairs.read(shape, raw, file)
        if draft is None or sum(not problem.warning for problem in told) >= MOST_PROBLEMS:
            self.wordless.add(file)
            return None, told
        lost = Lost(shape, draft.at.node, told)
        if lost.has_words:
            self.wordless.add(file)
        reader = notices.NoticeReader(draft, path.stem, known, self.unsure)
        notice = reader.notice()
        found = [*reader.problems, *lost.but_for_places(reader.of_places)]
        if not lost.has_words:
            found += reader.of_words
        return notice, (*told, *elsewhere(found, told))
