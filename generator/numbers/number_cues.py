"""The words that announce a number: `công văn số`, `Thông tư`, `QĐ số`, `Số:`.

A cue supplies the type that a short form leaves out (`Thông tư số 44/BGD&ĐT`) and decides whether
a bare number is a citation at all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.numbers.characters import Reading, has_tone
from generator.numbers.number_words import BARE_TYPES, TYPE_NAMES, folded


@dataclass(frozen=True, slots=True)
class Cue:
    """Places `start` to `end` in a reading; the number begins at `end`.

    `kind` is a type's code and `name` its name; both None after `số` alone, `kind` alone None after
    a word that names no type of number (`Văn bản`, `Luật`). `body` are the words of
    `Quyết định của … số`. A `counting` số (`tổng số`, `mã số`) announces nothing.
    """

    start: int
    end: int
    kind: str | None
    name: str | None
    numbered: bool
    counting: bool = False
    body: str | None = None

    @property
    def is_alone(self) -> bool:
        """Whether it is `số` that announces a number of nothing in particular."""
        return self.name is None and not self.counting

    @property
    def takes_bare_number(self) -> bool:
        return self.numbered or self.kind in BARE_TYPES


OTHER_WORDS: Mapping[str, tuple[str | None, str]] = {
    "van ban": (None, "Văn bản"),
    "luat": (None, "Luật"),
    "bo luat": (None, "Bộ luật"),
    "qui dinh": ("QyĐ", "Quy định"),
    "qui che": ("QC", "Quy chế"),
    "sac lenh": (None, "Sắc lệnh"),
    "nghi quyet lien tich": ("NQLT", "Nghị quyết liên tịch"),
    "ke hoach lien nganh": ("KHLN", "Kế hoạch liên ngành"),
}
WORDS: Mapping[str, tuple[str | None, str]] = {
    folded(name).lower(): (code, name) for code, name in reversed(list(TYPE_NAMES.items()))
} | dict(OTHER_WORDS)
ABBREVIATIONS: Mapping[str, tuple[str | None, str]] = {
    folded(code).lower(): (code, name)
    for code, name in reversed(list(TYPE_NAMES.items()))
    if len(code) > 1
} | {"vb": (None, "Văn bản"), "da": ("ĐA", "Đề án"), "hd": ("HD", "Hướng dẫn")}


def _any_of(words: Mapping[str, object]) -> str:
    """A pattern for the longest of the words, which looks at each first letter once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(word[1:].replace(" ", "[ \n]"))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items())


_FIRST_LETTERS = "".join(sorted({"s", *(word[0] for word in (*WORDS, *ABBREVIATIONS))}))
BODY_STARTS = (
    "(?:ubnd|hdnd|uy[ ]ban|hoi[ ]dong|bo|so|phong|chinh[ ]phu|thu[ ]tuong|tinh[ ]uy|thanh[ ]uy)[ ]"
)
CUE = re.compile(
    rf"""(?=[{_FIRST_LETTERS}])(?<![a-z0-9])(?:
        (?:
            (?P<word>{_any_of(WORDS)})(?![a-z])
            (?:[ \n](?:hoa[ ]toc|thuong[ ]khan|khan|chi[ ]dao|huong[ ]dan|lien[ ]tich|ca[ ]biet))?
            (?:[ \n](?:cua[ \n]|(?={BODY_STARTS}))(?P<body>[^,;:.()\r|0-9]{{2,60}}?)
                (?=[ \n](?:co[ ]|mang[ ])?so[ \n:0-9]))?
          | (?<![/&-])(?P<code>{_any_of(ABBREVIATIONS)})(?![a-z])
        )
        (?:[ \n]?[(,:]?[ \n]?(?:(?:co|mang)[ ])?(?P<numbered>so)(?![a-z])(?:[ ](?:ky[ ])?hieu)?)?
      | (?P<alone>so)(?![a-z])
    )
    (?P<gap>[ \n]?[:.]?[ \n]?["“]?)(?=[0-9oli])""",
    re.VERBOSE,
)
COUNTED = re.compile(
    r"(?<![a-z])(?:tong|si|chi|mot|da|ma|ti|ty|he|con|dan|co|thong|tham|bien|doanh|ham|phan|thieu"
    r"|tan|an|dai|hang|vo|so|quan|nhan|diem|dien|tai khoan|nha|phong|lo|to|duong|quoc lo"
    r"|bang|bai|tiet|lop|khoan|dieu|muc|cau|tap|quyen|ky|khoa)[ \n]$"
)
FORM = re.compile(r"(?<![a-z])(?:mau|bieu|phu luc)[ \n]$")
NUMERO = frozenset(("số", "so", "sô"))


def cues(reading: Reading) -> Iterator[Cue]:
    """Every cue that stands directly before something like a number."""
    for found in CUE.finditer(reading.folded):
        start, end = found.span()
        numbered = _is_numero(reading, found, "numbered")
        if found["numbered"] and not numbered:
            continue
        if found["body"] and _ends_with(COUNTED, reading, found.end("body") + 1):
            continue
        if found["alone"]:
            if _is_numero(reading, found, "alone"):
                yield Cue(start, end, None, None, True, _ends_with(COUNTED, reading, start))
            continue
        kind, name = WORDS[found["word"].replace("\n", " ")] if found["word"] else ("", "")
        if found["code"]:
            if not _is_abbreviation(reading, found, numbered=numbered):
                continue
            kind, name = ABBREVIATIONS[found["code"]]
        body = reading.plain[slice(*found.span("body"))].replace("\n", " ") or None
        yield Cue(start, end, kind, name, numbered, body=body)


def names_a_form(reading: Reading, at: int) -> bool:
    """Whether `mẫu số`, `biểu` or `phụ lục` stands before a place: then no document is meant."""
    return _ends_with(FORM, reading, at)


def _ends_with(pattern: re.Pattern[str], reading: Reading, at: int) -> bool:
    return pattern.search(reading.folded, max(0, at - 20), at) is not None


def _is_numero(reading: Reading, found: re.Match[str], group: str) -> bool:
    return reading.plain[slice(*found.span(group))].lower() in NUMERO


def _is_abbreviation(reading: Reading, found: re.Match[str], *, numbered: bool) -> bool:
    """Capitals, no line break before the digits; glued digits are two at least (`TT22`).

    A word that carries a tone is none, nor is `đa`: `sỹ số 35`, `đã 15 trường`, `đa số 12`.
    """
    written = reading.plain[slice(*found.span("code"))]
    if has_tone(written) or written in ("đa", "Đa"):
        return False
    if "\n" in found["gap"] and not numbered:
        return False
    if found["gap"] == "" and not numbered and not reading.folded[found.end() + 1 :][:1].isalnum():
        return False
    telling = "đ" in written.lower() or written.lower() in ("cv", "nq", "ttlt", "vbhn")
    return written[0].isupper() or telling or numbered
