"""The words of a notice's fields -> paragraphs and items, each marked up and at its address."""

from collections.abc import Iterable, Iterator

from generator.model import Block, Item, Mark, Note, Paragraph, Prose
from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.reading.prose import Prose as Lines
from generator.records.absent_people import NOBODY, AbsentPeople
from generator.records.anchors import Anchors
from generator.records.marking import Marker
from generator.records.notice_text import RawBlock
from generator.records.notice_text import blocks as raw_blocks


class BlockReader:
    """Reads the words of one notice; `problems` holds what was seen on the way."""

    def __init__(self, marker: Marker, anchors: Anchors) -> None:
        self.marker = marker
        self.anchors = anchors
        self.problems: list[Problem] = []

    def words(self, text: str, at: At) -> Prose:
        return self.marker.prose(text, at.line, at.path)

    def lines(self, lines: Lines | None, at: At) -> tuple[Prose, ...]:
        """Lines that stay lines, as in a letterhead."""
        written = lines.lines if lines else ()
        return tuple(
            self.marker.prose(words.strip(), line, at.path)
            for line, words in written
            if words.strip()
        )

    def blocks(
        self,
        lines: Lines | None,
        at: At,
        anchor: str,
        label: str,
        private: AbsentPeople = NOBODY,
        *,
        after: int = 0,
    ) -> tuple[Block, ...]:
        """`anchor` and `label` are those of what holds the blocks; items count on from `after`."""
        raw = raw_blocks(lines.lines) if lines else []
        return tuple(self._numbered(raw, at, anchor, label, private, after))

    def _numbered(
        self,
        raw: Iterable[RawBlock],
        at: At,
        anchor: str,
        label: str,
        private: AbsentPeople,
        after: int = 0,
    ) -> Iterator[Block]:
        count = 0
        for block in raw:
            if not block.mark:
                people = private.found(block.text)
                prose = self.marker.prose(block.text, block.line, at.path, people)
                yield Paragraph(prose, block.line)
                continue
            path = f"{at.path.removesuffix('.text')}.items[{count}]"
            count += 1
            if not block.text:
                message = (
                    f"sau dấu {quoted(block.mark)} chưa có chữ nào; viết nội dung hoặc xóa dòng"
                )
                self.problems.append(Problem(at.file, block.line, path, message))
            prose = self.marker.prose(block.text, block.line, path, private.found(block.text))
            own = own_id(prose.marks) or f"{anchor}-{after + count}"
            self.anchors.claim(own, block.line, path)
            below = At(at.file, path, at.node)
            item_label = f"{label}{'.' if label.startswith('mục') else ', ý '}{after + count}"
            items = tuple(self._numbered(block.items, below, own, item_label, private))
            yield Item(
                block.mark,
                prose,
                block.line,
                own,
                item_label,
                tuple(item for item in items if isinstance(item, Item)),
            )


def own_id(marks: Iterable[Mark]) -> str:
    """The address that a note gives to some words."""
    return next((m.what.id for m in marks if isinstance(m.what, Note) and m.what.id), "")
