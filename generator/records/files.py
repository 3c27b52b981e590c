"""The files of the folder of records: which there are, their bytes, which are out of place."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.model import Month
from generator.nearest import nearest
from generator.problems import Problem
from generator.reading.source_text import MOST_BYTES
from generator.records.meant_names import is_copy, meant_id

ID = re.compile(r"((?:19[7-9]|20[0-9])[0-9])-(0[1-9]|1[0-2])(-[a-z0-9]+(?:-[a-z0-9]+)*)?")
"""A file's stem: the month, and for an extra notice a word that tells it apart."""

REGISTERS = ("schools", "topics", "bodies", "documents")
"""Those that every department has, and that notices are read by."""

OWN_SYNONYMS = "synonyms"
"""The register that only some have; search alone asks it."""

_REGISTER_FILES = tuple((f"{name}.yml",) for name in (*REGISTERS, OWN_SYNONYMS))

_NOT_OURS = re.compile(r"\.|~\$|(desktop\.ini|thumbs\.db)$", re.IGNORECASE)
"""Files that Windows, macOS and Word leave in any folder."""

_LONGEST_NAME = 60
"""The stem is the notice's address, which stays below 80 characters."""

_ENDINGS = ("yml", "yaml")


def month_of(notice_id: str) -> Month:
    """The month that a file is named by."""
    found = ID.fullmatch(notice_id)
    assert found is not None, "files are read only if they are well named"
    return Month(int(found[1]), int(found[2]))


class RecordFiles:
    """The files below one folder; `problems` holds what was seen of them on the way.

    `out_of_place` are ids of notices that are there, but not where or as they should be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.out_of_place: set[str] = set()

    def name(self, path: Path) -> str:
        """A file as messages call it: `records/2021/2021-12.yml`."""
        name = "/".join([self.folder.name, *path.relative_to(self.folder).parts])
        return "".join(letter if letter.isprintable() else "�" for letter in name)

    def register(self, name: str) -> Path:
        return self.folder / f"{name}.yml"

    def bytes_of(self, path: Path) -> bytes | None:
        """What stands in a file, one byte more than a record may have at most."""
        try:
            if path.exists() and not path.is_file():
                self._tell(path, "đây không phải là một tệp; hãy xóa, rồi tạo lại tệp")
                return None
            with path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            if not self._is_elsewhere(path):
                self._tell(path, _missing(path))
        except OSError:
            self._tell(path, "không mở được; xem lại quyền đọc tệp này, rồi chạy lại")
        return None

    def notices(self) -> Iterator[Path]:
        """The notices' files in order of their names; files out of place are told."""
        for path in sorted(self._below(self.folder)):
            inside = path.relative_to(self.folder).parts
            if path.suffix == ".json" or inside in _REGISTER_FILES:
                continue
            if misplaced := self._misplaced(path, inside):
                self._tell(path, misplaced)
            else:
                yield path

    def _below(self, folder: Path) -> Iterator[Path]:
        """Every file that a clerk may have put there; a folder that cannot be opened is told."""
        try:
            paths = list(folder.iterdir())
        except FileNotFoundError:
            return
        except OSError:
            self._tell(folder, "không mở được thư mục này; xem lại quyền đọc, rồi chạy lại")
            return
        for path in paths:
            if _NOT_OURS.match(path.name):
                continue
            if not path.is_dir():
                yield path
            elif path.is_symlink():
                message = "đây là liên kết tới một thư mục khác; hãy chép cả thư mục ấy vào đây"
                self._tell(path, message)
            else:
                yield from self._below(path)

    def _is_elsewhere(self, missing: Path) -> bool:
        """Whether a register is there under a wrong name or in a year's folder, which is told."""
        if missing.parent != self.folder or (missing.name,) not in _REGISTER_FILES:
            return False
        others = [*self.folder.glob("*.y*ml"), *self.folder.glob("*/*.y*ml")]
        return any(_register_meant(path.stem) == missing.stem for path in others)

    def _tell(self, path: Path, message: str) -> None:
        self.problems.append(Problem(self.name(path), 1, "", message))

    def _misplaced(self, path: Path, inside: tuple[str, ...]) -> str | None:
        """What is wrong with where a file stands or how it is named; None when nothing is."""
        stem, ending = _parts(inside[-1])
        if ending.lower().rpartition(".")[2] not in _ENDINGS:
            return "không phải tệp bản ghi; chỉ để tệp .yml trong thư mục này"
        if register := _register_meant(stem):
            why = "tên danh sách không đúng"
            if len(inside) > 1:
                why = f"danh sách chung cho mọi năm, để ngay trong «{self.folder.name}/»"
            return self._should_be(path, f"{register}.yml", why)
        found = ID.fullmatch(stem.lower())
        if not found:
            return self._misnamed(path, stem, meant_id(stem, inside[0]))
        if len(stem) > _LONGEST_NAME:
            return f"tên tệp dài quá {_LONGEST_NAME} chữ; rút gọn phần sau «{found[1]}-{found[2]}»"
        self.out_of_place.add(found[0])
        meant = f"{found[1]}/{found[0]}.yml"
        if ending != "yml":
            return self._should_be(path, meant, "tên tệp phải kết thúc bằng «.yml»")
        if stem != found[0]:
            return self._should_be(path, meant, "tên tệp phải viết chữ thường")
        if inside[:-1] != (found[1],):
            return self._should_be(path, meant, "tệp phải nằm trong thư mục của năm")
        self.out_of_place.discard(found[0])
        return None

    def _misnamed(self, path: Path, stem: str, meant: str) -> str:
        """Of a file whose name is no notice's id; `meant` may be one.

        Where that is taken, a copy is no more of it; another file may be of an extra meeting.
        """
        why = "tên tệp phải là năm-tháng"
        target = f"{meant[:4]}/{meant}.yml"
        is_sure = ID.fullmatch(meant) is not None and len(meant) <= _LONGEST_NAME
        is_taken = is_sure and (self.folder / target).exists()
        if not is_sure or (is_taken and not is_copy(stem)):
            return f"{why}, ví dụ «2021-12.yml» hay «2021-12-bat-thuong.yml»"
        if not is_taken:
            self.out_of_place.add(meant)
        return self._should_be(path, target, why)

    def _should_be(self, path: Path, meant: str, why: str) -> str:
        """To rename or to move, unless that would write over another file."""
        target = self.folder / meant
        if target.exists() and not target.samefile(path):
            return f"{why}, mà «{meant}» đã có; chép phần thiếu vào tệp ấy, rồi xóa tệp này"
        is_near = target.parent == path.parent
        return f"{why}: đổi thành «{target.name}»" if is_near else f"{why}: chuyển thành «{meant}»"


def _parts(name: str) -> tuple[str, str]:
    """Stem and ending; both endings of `2022-01.yml.txt`, as Notepad saves it, are one."""
    found = re.fullmatch(r"(.*)\.(ya?ml)\.(?:txt|ya?ml)", name, re.IGNORECASE)
    if found:
        return found[1], f"txt.{found[2]}"
    stem, _, ending = name.rpartition(".")
    return stem, ending


def _register_meant(stem: str) -> str | None:
    return nearest(stem.lower(), (*REGISTERS, OWN_SYNONYMS), least=0.8)


def _missing(path: Path) -> str:
    first = _FIRST_LINES.get(path.stem)
    return f"không có tệp này; hãy tạo lại{f', bắt đầu bằng {first}' if first else ''}"


_FIRST_LINES = {
    "schools": "«count: 44», «schools:», «  - {level: MN, name: …}»",
    "topics": "«topics:», «  - name: …»",
    "bodies": "«own: …» là tên cơ quan mình, «bodies:», «  - name: …»",
    "documents": "«documents: []»",
}
