"""The folder of records -> `Archive`: every file is read, and every problem told at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator import notices, schema
from generator.model import Archive, Notice, Registers
from generator.notice_shape import NOTICE, NoticeDraft
from generator.problems import Problem, quoted
from generator.register_shapes import BODIES, DOCUMENTS, SCHOOLS, TOPICS
from generator.registers import Drafts, registers
from generator.schema import Record

T = TypeVar("T")

SHAPES: dict[str, Record[Any]] = {
    "notice": NOTICE,
    "schools": SCHOOLS,
    "topics": TOPICS,
    "bodies": BODIES,
    "documents": DOCUMENTS,
}
"""The shape of each kind of file, by the name of its JSON Schema."""

_NOT_OURS = re.compile(r"\.|~\$|(desktop\.ini|thumbs\.db)$", re.IGNORECASE)
"""Files that Windows, macOS and Word leave in any folder."""

REGISTERS = ("schools", "topics", "bodies", "documents")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive, or None where an error stands in the way; every problem, warnings too."""

    archive: Archive | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """Read `folder` (`records/`): the registers and one file a month in a folder a year."""
    reader = _Reader(folder)
    known = reader.registers()
    read = list(reader.notices(known))
    problems = tuple(sorted(set(reader.problems)))
    if known is None or any(not problem.warning for problem in problems):
        return Loaded(None, problems)
    read.sort(key=lambda notice: (notice.month, notice.id))
    return Loaded(Archive(tuple(read), known), problems)


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def _name(self, path: Path) -> str:
        """A file as messages call it: `records/2021/2021-12.yml`."""
        return "/".join([self.folder.name, *path.relative_to(self.folder).parts])

    def _read(self, path: Path, shape: Record[T]) -> T | None:
        try:
            raw = path.read_bytes()
        except OSError as error:
            reason = "không có tệp này" if isinstance(error, FileNotFoundError) else "không mở được"
            self.problems.append(Problem(self._name(path), 1, "", f"{reason}; hãy tạo lại tệp"))
            return None
        draft, problems = schema.read(shape, raw, self._name(path))
        self.problems += problems
        return draft

    def registers(self) -> Registers | None:
        schools = self._read(self.folder / "schools.yml", SCHOOLS)
        topics = self._read(self.folder / "topics.yml", TOPICS)
        bodies = self._read(self.folder / "bodies.yml", BODIES)
        documents = self._read(self.folder / "documents.yml", DOCUMENTS)
        if schools is None or topics is None or bodies is None or documents is None:
            return None
        known, problems = registers(Drafts(schools, topics, bodies, documents))
        self.problems += problems
        return known if all(problem.warning for problem in problems) else None

    def notices(self, known: Registers | None) -> Iterator[Notice]:
        ids: set[str] = set()
        for path in self._files():
            ids.add(path.stem)
            draft = self._read(path, NOTICE)
            if draft is None or known is None:
                continue
            notice = self._notice(draft, path, known)
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

    def _notice(self, draft: NoticeDraft, path: Path, known: Registers) -> Notice | None:
        reader = notices.NoticeReader(draft, path.stem, known)
        notice = reader.notice()
        self.problems += reader.problems
        return notice if all(problem.warning for problem in reader.problems) else None

    def _files(self) -> Iterator[Path]:
        """The notices' files in order of their names; files out of place are told."""
        if not self.folder.is_dir():
            return
        for path in sorted(self.folder.rglob("*")):
            if path.is_dir() or path.suffix == ".json" or _NOT_OURS.match(path.name):
                continue
            inside = path.relative_to(self.folder).parts
            if len(inside) == 1 and path.suffix == ".yml" and path.stem in REGISTERS:
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
    if not found:
        if low := notices.ID.fullmatch(stem.lower()):
            return f"tên tệp phải viết chữ thường: đổi thành «{low[0]}.yml»"
        return "tên tệp phải là năm-tháng, ví dụ «2021-12.yml» hay «2021-12-bat-thuong.yml»"
    if inside[:-1] != (found[1],):
        return f"tệp phải nằm trong thư mục của năm: chuyển vào «{found[1]}/{inside[-1]}»"
    return ""
