"""What pasting from Word leaves in a notice's words, and YAML and the reader take in silence.

A number that the program derives and the clerk typed too, a bullet that is none, a footnote's mark
that became a digit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.problems import Problem, quoted
from generator.reading.place import At
from generator.reading.prose import Prose
from generator.records.notice_drafts import NoticeDraft

_NUMBER = re.compile(
    r"(?P<shown>(?P<number>[IVX]+|[0-9]{1,2}(?:\.[0-9]{1,2})*)(?P<sign>[.):/]|\s*[-–]))(?:\s+|(?=[^\W\d]))"
)
_GLUED_BULLET = re.compile(r"(?P<mark>[-+–—•*▪●])(?=[^\W\d_]|[“\"‘(«])")
_OTHER_BULLET = re.compile(r"(?P<mark>[o·◦○■□▫➢►✓✔§])[ \t]+(?=\S)")
_GLUED_DIGIT = re.compile(
    r"(?<!\w)(?:[IVX]+|[^\W\d_]{2,}|[^\W\d_]+[)”\"»])(?P<number>[1-9][0-9]{0,5})(?!\w|[./,]\d)"
)
_OF_CLOSING = re.compile(r"\./\.\s*$")
_OF_RECIPIENTS = re.compile(r"^\s*(?:Nơi nhận\s*:|[-–+]\s*Lưu\s*:)", re.IGNORECASE)
_NUMBERED_LINE = re.compile(r"(?P<mark>[0-9]{1,2}\.)[ \t]+(?=[^\W\d_])")


def without_number(words: str, derived: str) -> str:
    """A heading or a first line without a number typed in front: `I. ĐÁNH GIÁ` -> `ĐÁNH GIÁ`."""
    found = _NUMBER.match(words)
    if found and (found["sign"] == "." or found["number"] == derived):
        return words[found.end() :]
    return words


def typed_number(words: str, derived: str, at: At, line: int) -> Iterator[Problem]:
    """Numbers of parts and sections are derived: one that is typed too would be printed twice."""
    rest = without_number(words, derived)
    if rest != words:
        number = words[: len(words) - len(rest)].strip()
        message = f"bỏ số thứ tự {quoted(number)} ở đầu, máy tự đánh: viết {quoted(rest)}"
        yield Problem(at.file, line, at.path, message)


def lost_bullets(draft: NoticeDraft) -> Iterator[Problem]:
    """Lines that look like an item of their own, and are read as more of the line above."""
    for at, prose in proses(draft):
        above = ""
        for line, written in prose.lines:
            words = written.strip()
            message = ""
            if found := _GLUED_BULLET.match(words):
                right = f"{found['mark']} {words[1:]}"
                message = (
                    f"thiếu dấu cách sau dấu {quoted(found['mark'])} nên dòng này bị nối vào dòng"
                    f" trên, không thành một ý; viết {quoted(right, longest=40)}"
                )
            elif found := _OTHER_BULLET.match(words):
                right = f"+ {words[found.end() :]}"
                message = (
                    f"{quoted(found['mark'])} không phải dấu đầu dòng nên dòng này bị nối vào dòng"
                    f" trên; viết «- » hay «+ » như bản in, ví dụ {quoted(right, longest=40)}"
                )
            elif above and (found := _NUMBERED_LINE.match(words)):
                message = (
                    f"dòng bắt đầu bằng số {quoted(found['mark'])} bị nối vào dòng trên; nếu là"
                    " một mục riêng thì viết thành một «- text: |» của «sections» và bỏ số, nếu là"
                    " một đoạn thì để một dòng trống ở trên"
                )
            if message:
                yield Problem(at.file, line, at.path, message, warning=True)
            above = words


def joined_endings(draft: NoticeDraft) -> Iterator[Problem]:
    """The closing words, or the recipients, read as the end of what stands above them."""
    within = "phần kết" if draft.closing else "lời văn này"
    for name, pattern, message in (
        (
            "closing",
            _OF_CLOSING,
            "kết thúc bằng «./.» mà thông báo không có «closing:»; là phần kết thì thêm dòng"
            " «closing: |» sát lề trái ngay trên câu ấy, không phải thì cứ để nguyên",
        ),
        (
            "recipients",
            _OF_RECIPIENTS,
            f"là của nơi nhận mà nằm trong {within}; thêm dòng «recipients: |» sát lề trái trên"
            " dòng đầu của nơi nhận",
        ),
    ):
        if draft.at.holds(name):
            continue
        for at, line, words in _last_lines(draft):
            if pattern.search(words):
                shown = quoted(words.strip())
                yield Problem(at.file, line, at.path, f"dòng {shown} {message}", warning=True)
                break


def _last_lines(draft: NoticeDraft) -> Iterator[tuple[At, int, str]]:
    """The lines that stand above those of the recipients: of the closing, or else of the parts."""
    for at, prose in proses(draft):
        if at.path == "closing" or (at.path.startswith("parts") and not draft.closing):
            yield from ((at, *line) for line in prose.lines)


def digits_for_marks(draft: NoticeDraft) -> Mapping[int, Sequence[tuple[int, str]]]:
    """Where a footnote's mark may have become a digit, `học kỳ I1`: 1 -> (line, `I1`)."""
    places: dict[int, list[tuple[int, str]]] = {}
    for _, prose in proses(draft):
        for line, words in prose.lines:
            for found in _GLUED_DIGIT.finditer(words):
                places.setdefault(int(found["number"]), []).append((line, found[0]))
    return places


def proses(draft: NoticeDraft) -> Iterator[tuple[At, Prose]]:
    """Every text of several lines, with its place, in the order of the notice."""
    for name, prose in (("opening", draft.opening), ("ruling", draft.ruling)):
        if prose:
            yield draft.at.field(name), prose
    for group in draft.attendance:
        yield group.at.field("text"), group.text
    for part in draft.parts:
        if part.text:
            yield part.at.field("text"), part.text
        for section in part.sections:
            if section.text:
                yield section.at.field("text"), section.text
    for name, prose in (("closing", draft.closing), ("recipients", draft.recipients)):
        if prose:
            yield draft.at.field(name), prose
    for place, prose in enumerate(draft.footnotes):
        yield draft.at.field("footnotes", place), prose


def values(draft: NoticeDraft) -> Iterator[tuple[At, str, str]]:
    """What a clerk types on one line, and nothing else is compared with.

    The place of what holds it, its name, its words.
    """
    at = draft.at
    for name, words in (
        ("title", draft.title),
        ("kind", draft.kind),
        ("attendance_heading", draft.attendance_heading),
        ("recipients_heading", draft.recipients_heading),
    ):
        yield at, name, words
    for part in draft.parts:
        yield part.at, "title", part.title
        for section in part.sections:
            yield section.at, "title", section.title
            for figure in section.figures:
                yield figure.at, "what", figure.what
                yield figure.at, "unit", figure.unit
    yield draft.signed.at, "name", draft.signed.name
