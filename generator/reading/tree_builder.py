"""libyaml's events -> a tree of nodes, and what is wrong with them.

What a clerk's file has no use for (tags, anchors, merge keys, several documents) is refused; so is
what YAML would lose in silence: a second equal key, words after ` #`, a list marker that runs into
the text above it. Nothing is recursive and nothing is expanded, so no file can be a bomb.
"""

from collections.abc import Collection
from dataclasses import replace

import yaml

from generator.problems import Problems, quoted
from generator.reading.field_names import FIELD_BEGINS
from generator.reading.lost_words import refuse_cut, refuse_cut_after_name, refuse_swallowed
from generator.reading.source_text import mended_escapes
from generator.reading.yaml_nodes import (
    Blank,
    Mapping,
    Node,
    OpenCollection,
    Scalar,
    Sequence,
    Unread,
    below,
    line_starts,
    place_of,
)

DEEPEST = 12
"""Collections inside one another; the notice's own shape needs half of that."""

MOST_NODES = 100_000
"""A whole notice has some hundreds; a megabyte of `a: b` would take seconds to read."""


class TreeBuilder:
    """Builds the nodes from libyaml's events without recursion.

    `unclosed` is the line of a quoted text without its end, where reading stops; else 0.
    """

    def __init__(self, lines: list[str], problems: Problems, repaired: Collection[int]) -> None:
        self._lines = lines
        self._problems = problems
        self._repaired = repaired
        self._open: list[OpenCollection] = []
        self._documents = 0
        self._nodes = 0
        self.root: Node | None = None
        self.unclosed = 0

    def take(self, event: yaml.Event) -> bool:
        """Build on; False when reading further is of no use."""
        line, column = place_of(event.start_mark)
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event, line)
                if self._holds_fields(event):
                    self.unclosed = line
                    return False
                node = self._scalar(event, line, column)
                is_refused = event.anchor is not None or event.tag is not None
                self._put(Unread(line) if is_refused and isinstance(node, Blank) else node)
            case yaml.CollectionStartEvent():
                self._refuse_marks(event, line)
                self._open.append(
                    OpenCollection(line, mapping=isinstance(event, yaml.MappingStartEvent))
                )
            case yaml.CollectionEndEvent():
                self._put(self._open.pop().node())
            case yaml.AliasEvent():
                self._refuse_mark("*", str(event.anchor), line)
                self._put(Scalar(f"*{event.anchor}", line, column))
            case yaml.DocumentStartEvent():
                return self._start_document(event, line)
            case yaml.StreamEndEvent():
                self._end()
        if len(self._open) > DEEPEST or self._nodes > MOST_NODES:
            self._tell_bounds(line)
            self.cut()
            return False
        if self._problems.full:
            self.cut()
        return not self._problems.full

    def _holds_fields(self, event: yaml.ScalarEvent) -> bool:
        """Whether a quoted text runs over lines of other fields, since its own end is missing."""
        first, last = place_of(event.start_mark)[0], place_of(event.end_mark)[0]
        return event.style in ("'", '"') and any(map(FIELD_BEGINS.match, self._lines[first:last]))

    def cut(self) -> None:
        """Close what is open: the file cannot be read on."""
        while self._open:
            last = self._open.pop()
            if last.key is not None:
                last.entries.append((last.key, Unread(last.key.line)))
            self._put(last.node(cut=True))
        if isinstance(self.root, Mapping):
            self.root = replace(self.root, cut=True)

    def _tell_bounds(self, line: int) -> None:
        message = f"tệp có hơn {MOST_NODES} giá trị; hãy tách ra nhiều tệp hoặc bỏ phần thừa"
        if len(self._open) > DEEPEST:
            message = (
                f"lồng nhau quá {DEEPEST} tầng; hãy viết gọn lại "
                "(thường do dư ngoặc «[», «{» hoặc dư dấu «- »)"
            )
        self._problems.error(line, message, field=self._field())

    def _field(self) -> str:
        """The path of the value that is being read."""
        path = ""
        for held in self._open:
            if not held.mapping:
                path += f"[{len(held.items)}]"
            elif held.key is not None:
                path = below(path, held.key.text)
        return path

    def _start_document(self, event: yaml.DocumentStartEvent, line: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._problems.error(
                line,
                "mỗi tệp chỉ một bản ghi: từ dòng «---» này là tài liệu thứ hai; "
                "hãy bỏ dòng «---» hoặc tách ra tệp khác",
            )
            self.cut()
            return False
        if event.version or event.tags:
            self._problems.error(line, "không dùng chỉ thị «%YAML», «%TAG»; hãy xóa dòng này")
        return True

    def _end(self) -> None:
        """The root must be a mapping; of a repaired file that is told already."""
        if self._repaired:
            return
        wanted = "bản ghi phải gồm các dòng «tên: giá trị»"
        match self.root:
            case Mapping():
                pass
            case Scalar(text=text, line=line):
                self._problems.error(
                    line,
                    f"{wanted}, không phải một đoạn chữ {quoted(text)}; "
                    "sau tên cần dấu hai chấm và một dấu cách",
                )
            case Sequence(line=line):
                self._problems.error(line, f"{wanted}, không phải một danh sách «- …»")
            case _:
                self._problems.error(1, f"tệp trống; {wanted}")

    def _put(self, node: Node) -> None:
        """Put a finished node where it belongs: root, item, key or value."""
        self._nodes += 1
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        is_value = not parent.mapping or parent.has_key
        if is_value and isinstance(node, Scalar | Blank) and node.line in self._repaired:
            node = Unread(node.line)
        if not parent.mapping:
            parent.items.append(node)
        elif not parent.has_key:
            parent.has_key = True
            parent.key = self._key(parent, node)
        else:
            if parent.key is not None:
                if isinstance(node, Scalar):
                    refuse_cut_after_name(
                        self._lines, parent.key, node, self._problems, self._field
                    )
                parent.entries.append((parent.key, node))
            parent.key, parent.has_key = None, False

    def _key(self, parent: OpenCollection, node: Node) -> Scalar | None:
        """The key, or nothing when it is none (its value is then left out of the tree)."""
        if not isinstance(node, Scalar) or not node.text.strip():
            self._problems.error(
                node.line,
                "thiếu tên trước dấu hai chấm, hoặc dư dấu «?»; viết «tên: giá trị»",
                field=self._field(),
            )
            return None
        if node.text == "<<" and not node.style:
            self._problems.error(
                node.line, "không dùng khóa gộp «<<»; hãy viết đủ từng dòng", field=self._field()
            )
            return None
        first = parent.seen.get(node.text)
        if first is not None:
            self._problems.error(
                node.line,
                f"{quoted(node.text + ':')} đã có ở dòng {first}; "
                f"chỉ giữ một, hoặc gộp hai giá trị{self._or_item()}",
                field=below(self._field(), node.text),
            )
            return node
        parent.seen[node.text] = node.line
        return node

    def _or_item(self) -> str:
        """A second name may begin a new item whose dash was forgotten."""
        is_item = len(self._open) > 1 and not self._open[-2].mapping
        return "; nếu là một mục mới thì thêm «- » ở đầu dòng" if is_item else ""

    def _refuse_mark(self, mark: str, name: str, line: int) -> None:
        self._problems.error(
            line,
            f"{quoted(mark + name)}: «{mark}» ở đầu giá trị là dấu riêng của YAML; "
            f'nếu là chữ thì đặt cả giá trị trong ngoặc kép: "{mark}…"',
            field=self._field(),
        )

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse_mark("&", event.anchor, line)
        if event.tag is not None:
            self._refuse_mark(
                "!", event.tag.removeprefix("!").replace("tag:yaml.org,2002:", "!"), line
            )

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> Scalar | Blank:
        last, after = place_of(event.end_mark)
        style: str = event.style or ""
        text: str = event.value
        if not style:
            refuse_cut(self._lines, text, last, after, self._problems, self._field)
            if not text:
                return Blank(line, column)
        if style == '"':
            text = mended_escapes(text, line, self._problems)
        starts: tuple[tuple[int, int], ...] = ()
        if last > line and style != "|":
            first = line + 1 if style == ">" else line
            written = [*self._lines[first - 1 : last]]
            if first == line:
                written[0] = written[0][column - 1 :]
            starts = tuple(line_starts(text, written, first))
            if not any(number in self._repaired for number in range(line, last + 1)):
                refuse_swallowed(self._lines, line, first + 1, last, self._problems, self._field)
        return Scalar(text, line, column, style, starts)
