"""The folder of records -> `Archive`: every file is read, and every problem told at once."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.model import Archive, Notice, Registers
from generator.problems import Problem, quoted
from generator.reading import schema
from generator.reading.schema import Record
from generator.records import notices
from generator.records.notice_shape import NOTICE
from generator.records.register_shapes import BODIES, DOCUMENTS, SCHOOLS, TOPICS
from generator.records.registers import Drafts, registers
from generator.records.synonyms import synonyms
from generator.records.synonyms_shape import SYNONYMS, SynonymsDraft
from generator.vietnamese import nearest

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

_NOT_OURS = re.compile(r"\.|~\$|(desktop\.ini|thumbs\.db)$", re.IGNORECASE)
"""Files that Windows, macOS and Word leave in any folder."""

_LONGEST_NAME = 60
"""The stem is the notice's address, which stays below 80 characters."""

REGISTERS = ("schools", "topics", "bodies", "documents")
"""Those that every department has, and that notices are read by."""

OWN_SYNONYMS = "synonyms"
"""The register that only some have; search alone asks it."""

_REGISTER_FILES = {(f"{name}.yml",) for name in (*REGISTERS, OWN_SYNONYMS)}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive, or None where an error stands in the way; every problem, warnings too.

    `own_problems` and `keys` are each notice's, by its id: what was told of its file, and the
    fingerprint of all that it was read from.
    """

    archive: Archive | None
    problems: tuple[Problem, ...]
    own_problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


Recall = Callable[[str], tuple[Notice, tuple[Problem, ...]] | None]
"""The notice of such a fingerprint as it was read before, and what was told of its file."""


def load(
    folder: Path, *, recall: Recall = lambda key: None, only: Collection[Path] | None = None
) -> Loaded:
    """Read `folder` (`records/`): the registers and one file a month in a folder a year.

    `only` are the notices' files to read, all of them unless it is given.
    """
    reader = _Reader(folder, recall)
    known = reader.registers()
    read = list(reader.notices(known, only))
    problems = tuple(sorted(set(reader.problems)))
    if known is None or any(not problem.warning for problem in problems):
        return Loaded(None, problems)
    read.sort(key=lambda notice: (notice.month, notice.id))
    return Loaded(Archive(tuple(read), known), problems, reader.own_problems, reader.keys)


def new_files(folder: Path, is_known: Callable[[str], bool]) -> list[Path]:
    """The notices' files whose fingerprint nobody knows, in order of their names."""
    reader = _Reader(folder, lambda key: None)
    for name in REGISTERS:
        reader.register_bytes(name)
    found = ((path, reader.read_bytes(path)) for path in reader.files())
    return [path for path, raw in found if raw is not None and not is_known(reader.key(raw, path))]


class _Reader:
    def __init__(self, folder: Path, recall: Recall) -> None:
        self.folder = folder
        self.recall = recall
        self.problems: list[Problem] = []
        self.own_problems: dict[str, tuple[Problem, ...]] = {}
        self.keys: dict[str, str] = {}
        self.of_registers = hashlib.sha256()

    def _name(self, path: Path) -> str:
        """A file as messages call it: `records/2021/2021-12.yml`."""
        name = "/".join([self.folder.name, *path.relative_to(self.folder).parts])
        return "".join(letter if letter.isprintable() else "�" for letter in name)

    def read_bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            reason = "không có tệp này" if isinstance(error, FileNotFoundError) else "không mở được"
            self.problems.append(Problem(self._name(path), 1, "", f"{reason}; hãy tạo lại tệp"))
            return None

    def register_bytes(self, name: str) -> bytes | None:
        raw = self.read_bytes(self.folder / f"{name}.yml")
        if raw is not None:
            self.of_registers.update(f"{name} {len(raw)}\n".encode() + raw)
        return raw

    def key(self, raw: bytes, path: Path) -> str:
        """The fingerprint of all that a notice is read from; the registers are read before."""
        file = f"{self._name(path)} {hashlib.sha256(raw).hexdigest()}"
        return f"{self.of_registers.hexdigest()} {file}"

    def _register(self, name: str, shape: Record[T]) -> T | None:
        raw = self.register_bytes(name)
        return None if raw is None else self._draft(raw, self.folder / f"{name}.yml", shape)

    def _draft(self, raw: bytes, path: Path, shape: Record[T]) -> T | None:
        draft, problems = schema.read(shape, raw, self._name(path))
        self.problems += problems
        return draft

    def _own_synonyms(self) -> SynonymsDraft | None:
        path = self.folder / f"{OWN_SYNONYMS}.yml"
        raw = self.read_bytes(path) if path.exists() else None
        return None if raw is None else self._draft(raw, path, SYNONYMS)

    def registers(self) -> Registers | None:
        table, told = synonyms(self._own_synonyms())
        self.problems += told
        schools = self._register("schools", SCHOOLS)
        topics = self._register("topics", TOPICS)
        bodies = self._register("bodies", BODIES)
        documents = self._register("documents", DOCUMENTS)
        if schools is None or topics is None or bodies is None or documents is None:
            return None
        known, problems = registers(Drafts(schools, topics, bodies, documents), table)
        self.problems += problems
        return known if all(problem.warning for problem in problems) else None

    def notices(self, known: Registers | None, only: Collection[Path] | None) -> Iterator[Notice]:
        ids: set[str] = set()
        for path in self.files():
            ids.add(path.stem)
            if only is not None and path not in only:
                continue
            raw = self.read_bytes(path)
            notice = None if raw is None else self._notice(raw, path, known)
            if notice:
                yield notice
        for place, document in enumerate(known.documents if known else ()):
            for form in document.short_forms:
                if form.notice not in ids:
                    message = (
                        f"không có thông báo {quoted(form.notice)}; «notice» là tên tệp bỏ đuôi"
                        " .yml, ví dụ «2021-12»"
                    )
                    field = f"documents[{place}].short_forms"
                    file = f"{self.folder.name}/documents.yml"
                    self.problems.append(Problem(file, document.line, field, message))

    def _notice(self, raw: bytes, path: Path, known: Registers | None) -> Notice | None:
        key = self.key(raw, path)
        if known and (recalled := self.recall(key)):
            notice, told = recalled
            self.problems += told
        else:
            before = len(self.problems)
            read = self._read_anew(raw, path, known)
            told = tuple(self.problems[before:])
            if read is None:
                return None
            notice = read
        self.own_problems[notice.id], self.keys[notice.id] = told, key
        return notice

    def _read_anew(self, raw: bytes, path: Path, known: Registers | None) -> Notice | None:
        draft = self._draft(raw, path, NOTICE)
        if draft is None or known is None:
            return None
        reader = notices.NoticeReader(draft, path.stem, known)
        notice = reader.notice()
        self.problems += reader.problems
        return notice if all(problem.warning for problem in reader.problems) else None

    def files(self) -> Iterator[Path]:
        """The notices' files in order of their names; files out of place are told."""
        if not self.folder.is_dir():
            return
        for path in sorted(self.folder.rglob("*")):
            if path.is_dir() or path.suffix == ".json" or _NOT_OURS.match(path.name):
                continue
            inside = path.relative_to(self.folder).parts
            if inside in _REGISTER_FILES:
                continue
            if misplaced := _misplaced(inside):
                self.problems.append(Problem(self._name(path), 1, "", misplaced))
            else:
                yield path


def _misplaced(inside: tuple[str, ...]) -> str:
    """What is wrong with where a file stands or how it is named; empty when nothing is."""
    stem, dot, ending = inside[-1].rpartition(".")
    found = notices.ID.fullmatch(stem)
    if dot and ending.lower() in ("yml", "yaml") and ending != "yml":
        return f"tên tệp phải kết thúc bằng «.yml»: đổi thành «{stem}.yml»"
    if ending != "yml":
        return "không phải tệp bản ghi; chỉ để tệp .yml trong thư mục này"
    if len(inside) == 1 and (near := nearest(stem, (*REGISTERS, OWN_SYNONYMS), least=0.8)):
        return f"không có danh sách tên này; có phải «{near}.yml»?"
    if not found:
        if low := notices.ID.fullmatch(stem.lower()):
            return f"tên tệp phải viết chữ thường: đổi thành «{low[0]}.yml»"
        return "tên tệp phải là năm-tháng, ví dụ «2021-12.yml» hay «2021-12-bat-thuong.yml»"
    if len(stem) > _LONGEST_NAME:
        return f"tên tệp dài quá {_LONGEST_NAME} chữ; rút gọn phần sau «{found[1]}-{found[2]}»"
    if inside[:-1] != (found[1],):
        return f"tệp phải nằm trong thư mục của năm: chuyển vào «{found[1]}/{inside[-1]}»"
    return ""
