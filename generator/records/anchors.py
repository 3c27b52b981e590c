"""The addresses of a notice's places on its page: each belongs to one of them alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.records.notice_drafts import NoteDraft

_ANCHORS_OF_THE_PAGE = re.compile(
    "dau-trang|van-ban|mo-dau|thanh-phan|ket-luan|ket-thuc|noi-nhan|nguoi-ky|hieu-dinh"
    "|(?:goi-)?chu-thich-[0-9]+|ghi-chu-chu|cho-da-doi"
)


class Anchors:
    """`problems` tell of addresses that two places claim, or the page itself.

    Where a note gave the address, it is the note that has to be mended.
    """

    def __init__(self, file: str, notes: Iterable[NoteDraft] = ()) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._places: dict[str, tuple[int, str]] = {}
        self._noted: dict[str, list[NoteDraft]] = defaultdict(list)
        self._told: set[str] = set()
        for note in notes:
            if note.id:
                self._noted[note.id].append(note)

    def claim(self, anchor: str, line: int, path: str) -> None:
        """Take an address for the words at a line and path; told where it is another's."""
        if _ANCHORS_OF_THE_PAGE.fullmatch(anchor):
            message = f"địa chỉ «#{anchor}» là của một chỗ khác trên trang; ghi «id» khác"
            self._tell(anchor, message, line, path)
        taken = self._places.setdefault(anchor, (line, path))
        if taken != (line, path):
            self._tell(anchor, self._clash(anchor, taken[0], line), line, path)

    def _clash(self, anchor: str, taken: int, line: int) -> str:
        noted = self._noted.get(anchor, ())
        if len(noted) > 1:
            first = noted[0].at.line
            return f"ghi chú ở dòng {first} cũng ghi «id: {anchor}»; mỗi ý một mã, hãy ghi mã khác"
        if not noted:
            return (
                f"địa chỉ «#{anchor}» đã dùng ở dòng {taken}; nếu hai chỗ trùng số thì sửa"
                " «number», nếu không thì ghi «id» khác ở «notes»"
            )
        clash = f"hai chỗ, ở dòng {taken} và dòng {line}, cùng địa chỉ «#{anchor}»"
        if noted[0].times and noted[0].times.value > 1:
            return f"{clash}; chép thêm chữ cho đủ chỉ một chỗ, hoặc xóa «id»"
        return f"{clash}; hãy ghi «id» khác, hoặc xóa «id»"

    def _tell(self, anchor: str, message: str, line: int, path: str) -> None:
        noted = self._noted.get(anchor)
        if not noted:
            self.problems.append(Problem(self.file, line, path, message))
        elif anchor not in self._told:
            self._told.add(anchor)
            self.problems += [note.at.problem(message, "id") for note in noted[1:] or noted]

    def idle_ids(self, notes: Iterable[NoteDraft]) -> Iterator[Problem]:
        """An id over words that have no address of their own would change nothing."""
        for note in notes:
            if note.id and note.id not in self._places:
                yield note.at.problem(
                    "chỉ ý có dấu đầu dòng và mục không tiêu đề mới có địa chỉ riêng; chép những"
                    " chữ ở đầu ý ấy, hoặc xóa «id»",
                    "id",
                )
