"""The addresses of a notice's places on its page: each belongs to one of them alone."""

import re
from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.records.notice_drafts import NoteDraft

_ANCHORS_OF_THE_PAGE = re.compile(
    "dau-trang|van-ban|mo-dau|thanh-phan|ket-luan|ket-thuc|noi-nhan|nguoi-ky|hieu-dinh"
    "|(?:goi-)?chu-thich-[0-9]+|ghi-chu-chu"
)


class Anchors:
    """`problems` tell of addresses that two places claim, or the page itself."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._places: dict[str, tuple[int, str]] = {}

    def claim(self, anchor: str, line: int, path: str) -> None:
        """Take an address for the words at a line and path; told where it is another's."""
        if _ANCHORS_OF_THE_PAGE.fullmatch(anchor):
            message = f"địa chỉ «#{anchor}» là của một chỗ khác trên trang; ghi «id» khác ở «notes»"
            self.problems.append(Problem(self.file, line, path, message))
        taken = self._places.setdefault(anchor, (line, path))
        if taken != (line, path):
            message = (
                f"địa chỉ «#{anchor}» đã dùng ở dòng {taken[0]}; nếu hai chỗ trùng số thì sửa"
                " «number», nếu không thì ghi «id» khác ở «notes»"
            )
            self.problems.append(Problem(self.file, line, path, message))

    def idle_ids(self, notes: Iterable[NoteDraft]) -> Iterator[Problem]:
        """An id over words that have no address of their own would change nothing."""
        for note in notes:
            if note.id and note.id not in self._places:
                yield note.at.problem(
                    "chỉ ý có dấu đầu dòng và mục không tiêu đề mới có địa chỉ riêng; chép những"
                    " chữ ở đầu ý ấy, hoặc xóa «id»",
                    "id",
                )
