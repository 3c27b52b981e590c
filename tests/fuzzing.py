"""Records spoiled at random: the tool's own errors come of them, or pages with every word in place.

`python -m tests.fuzzing 20000 --seed 7` spoils as many and prints what went wrong; the same seed
spoils alike. A complaint names the seed of its one case: `python -m tests.fuzzing 1 --seed 7:123`.
"""

import argparse
import re
import shutil
import sys
import tempfile
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from random import Random

import yaml

from generator import generate

ROOT = Path(__file__).parent.parent
DEPARTMENTS = (ROOT / "records", ROOT / "tests" / "records")
TODAY = date(2026, 1, 5)
EXTENSIONS: Mapping[str, dict[str, object]] = {
    "attr_list": {},
    "def_list": {},
    "tables": {"use_align_attribute": True},
    "toc": {"toc_depth": "2-3"},
}

PUNCTUATION = "".join(
    c for c in map(chr, range(0x20, 0x3100)) if unicodedata.category(c)[0] in "PS"
)
NASTY = (
    *"* ** _ ` ``` # ## - + = ~ | ! \\ & % @ $ ^ ' \" < > ( ) [ ] { } . , ; : ? /".split(),
    *"*a* **a** __a__ `a` ~~a~~ ==a== ++a++ ^a^ | a | --- *** === #a a# [TOC] 1. 2021. a)".split(),
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</ins></mark></a>",
    "<!-- ẩn",
    "<?php",
    "<![CDATA[",
    "[chữ](javascript:alert(1))",
    "![ảnh](https://x.example/a.png)",
    "[1]: https://x.example",
    "*[GD]: giáo dục",
    "[^1]",
    "{: onclick=alert(1) .a #b }",
    "{{ 7 * 7 }} {% raw %} {# a #}",
    "${a} %(a)s {0} \\u0041 \\n \\",
    "&lt;b&gt; &#42; &amp; &nbsp;",
    "STX klzzwxh:0 wzxhzdk:1",
    "“a” ‘a’ «a» …",
    "H₂O 10⁻³ m² ¹ ² ³ ⅓",
    "'; DROP TABLE",
    "x" * 5000,
    "dài " * 3000,
    "a\u0301\u0323 ê\u0323",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "👩\u200d🏫 🇻🇳 😀",
    "Ð ð Ɖ \u00a0 \u3000 \u200b \u00ad \ufeff",
    "\u202e \u2066 \u200f \x00 \x07 \x1b \x85 \u2028 \ue000 \ufffd \ufdd0",
    "C«ng v¨n sè 1249/PGD§T",
    "Coâng vaên soá",
    "PhÃ²ng GiÃ¡o dá»¥c",
    "05",
    "no",
    "12:30",
    "1e999",
    ".inf",
    "0o10",
    "1_000",
    "~",
    "null",
    "2021-02-30",
    "31/11/2021",
    "2021-12-02T00:00",
    "../x",
    "CON",
    "Mục",
    PUNCTUATION,
)
"""Marks of Markdown, HTML, Jinja and YAML; what Word, old fonts and other scripts bring along."""

YAML_MARKS = (
    ": ",
    "- ",
    " #",
    "&a ",
    "*a",
    "!a ",
    "<<: ",
    "? ",
    "| ",
    "> ",
    "---\n",
    "\t",
    "{",
    "[",
)


_NAMED = re.compile(rb" *(?:- )?(?:\{|\w+: *\S|#)")

# How a file is spoiled: from its lines to other lines.


def _byte(lines: list[bytes], random: Random) -> None:
    raw = bytearray(b"\n".join(lines))
    for _ in range(random.randint(1, 3)):
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    lines[:] = bytes(raw).split(b"\n")


def _bytes(lines: list[bytes], random: Random) -> None:
    raw = b"\n".join(lines)
    at = random.randrange(len(raw))
    end = at + random.randint(0, 40)
    lines[:] = (raw[:at] + random.randbytes(random.randint(0, 8)) + raw[end:]).split(b"\n")


def _cut(lines: list[bytes], random: Random) -> None:
    raw = b"\n".join(lines)
    lines[:] = raw[: random.randrange(len(raw))].split(b"\n")


def _lost(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    del lines[at : at + random.choice([1, 1, 1, 2, 5])]


def _doubled(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    again = lines[at : at + random.choice([1, 1, 2, 6])]
    lines[at:at] = again


def _swapped(lines: list[bytes], random: Random) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indented(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    far = random.choice([-6, -4, -2, -1, 1, 2, 4])
    for number in range(at, min(at + random.choice([1, 1, 3]), len(lines))):
        line = lines[number]
        lines[number] = b" " * far + line if far > 0 else line[min(-far, _indent(line)) :]


def _joined(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    lines[at : at + 2] = [b"".join(lines[at : at + 2])]


def _broken(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    words = lines[at].decode(errors="replace")
    place = random.randint(0, len(words))
    lines[at : at + 1] = [words[:place].encode(), words[place:].encode()]


def _value(lines: list[bytes], random: Random) -> None:
    """Another value for a field, plain or in quotes."""
    named = [n for n, line in enumerate(lines) if _NAMED.match(line) and b": " in line]
    if not named:
        return
    at = random.choice(named)
    name = lines[at].split(b": ")[0]
    value = random.choice(NASTY)
    quoted = [value, f"'{value.replace(chr(39), chr(39) * 2)}'", _double_quoted(value)]
    lines[at] = name + b": " + random.choice(quoted).encode()


def _words(lines: list[bytes], random: Random) -> None:
    """Something nasty among the words of a line, mostly of prose."""
    at = _place_in_prose(lines, random)
    words = lines[at].decode(errors="replace")
    spaces = [m.start() for m in re.finditer(r"(?<=\S) ", words)] or [len(words)]
    place = random.choice(spaces)
    glue = random.choice(["", " "])
    lines[at] = f"{words[:place]} {random.choice(NASTY)}{glue}{words[place:]}".encode()


def _line(lines: list[bytes], random: Random) -> None:
    """A line of its own, as deep as the one above."""
    at = _place_in_prose(lines, random)
    lead = random.choice([b"", b"- ", b"+ "])
    lines.insert(at + 1, b" " * _indent(lines[at]) + lead + random.choice(NASTY).encode())


def _mark(lines: list[bytes], random: Random) -> None:
    at = random.randrange(len(lines))
    words = lines[at].decode(errors="replace")
    place = random.randint(0, len(words))
    lines[at] = f"{words[:place]}{random.choice(YAML_MARKS)}{words[place:]}".encode()


WAYS: tuple[Callable[[list[bytes], Random], None], ...] = (
    _byte, _bytes, _cut, _lost, _doubled, _swapped, _indented, _joined, _broken, _value, _value,
    *[_words] * 12, *[_line] * 4, _mark,
)  # fmt: skip


def _place_in_prose(lines: list[bytes], random: Random) -> int:
    """Mostly a line of prose, where nearly anything may stand."""
    prose = [n for n, line in enumerate(lines) if len(line) > 60 and not _NAMED.match(line)]
    return random.choice(prose) if prose and random.random() < 0.9 else random.randrange(len(lines))


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _double_quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda c: f"\\x{ord(c[0]):02x}", escaped) + '"'


def spoiled(raw: bytes, random: Random) -> bytes:
    """The file after one to three slips; now and then nothing but noise."""
    if random.random() < 0.01:
        return random.randbytes(random.randint(0, 3000))
    lines = raw.split(b"\n")
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        random.choice(WAYS)(lines, random)
        if not any(lines):
            break
    return b"\n".join(lines)


# What may come of it.

_PROBLEM = re.compile(r"records/[^:\n]+:[1-9][0-9]*: [^\n]+")
_FOREIGN_WORDS = re.compile(r"\b(?:Traceback|Error\b|Exception|object at 0x|line \d+, column)")
_ADDRESS = re.compile(r"#[a-z0-9-]*|(?:\.\./)*[a-z0-9./_-]*(?:\?[^\s<>]*)?(?:#[a-z0-9-]*)?")
_ADDRESS_OF_A_DOCUMENT = re.compile(rf"{_ADDRESS.pattern}|https?://[^\s<>\"']+")


class Shown(HTMLParser):
    """The words of a page as they were printed, each element and attribute, each address."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[tuple[str, ...]] = set()
        self.addresses: list[str] = []
        self._pieces: list[str] = []
        self._in_correction = 0
        self.feed(html)
        self.close()
        self.words = " ".join("".join(self._pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements |= {(tag,)} | {(tag, name) for name, _ in attrs}
        given = {name: value or "" for name, value in attrs}
        self.addresses += [given[name] for name in ("href", "src") if name in given]
        if tag == "ins":
            self._pieces.append(given.get("data-printed", ""))
            self._in_correction += 1
        elif tag not in {"a", "em", "strong", "sup", "span", "mark", "small"}:
            self._pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "ins":
            self._in_correction -= 1

    def handle_data(self, data: str) -> None:
        if not self._in_correction:
            self._pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.add(("comment",))

    def handle_decl(self, decl: str) -> None:
        self.elements.add(("declaration",))

    def handle_pi(self, data: str) -> None:
        self.elements.add(("instruction",))


def shown(markdown: str) -> Shown:
    """A generated page as a reader has it before him, without its front matter."""
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    return Shown(
        import_module("markdown").markdown(
            body, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS
        )
    )


_TEXTS = {"title", "head", "kind", "opening", "attendance_heading", "ruling", "closing", "text"} | {
    "recipients_heading",
    "recipients",
    "name",
    "position",
    "footnotes",
}
_BULLET = re.compile(r"^(?:[-–—+*•▪●]|[a-zđ]\)|\d+\)|\d+\.\d+\.)(?:[ \t]+|$)")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HIDDEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff]")


def written_lines(raw: bytes) -> Iterator[str]:
    """The lines of a notice that the reader must find again, as another YAML reader sees them."""
    loaded = yaml.load(raw.removeprefix(b"\xef\xbb\xbf"), Loader=yaml.CBaseLoader)
    yield from _texts(loaded)


def _texts(node: object, name: str = "") -> Iterator[str]:
    match node:
        case dict():
            for key, value in node.items():
                if key not in {"corrections", "notes", "figures", "absent"}:
                    yield from _texts(value, str(key))
        case list():
            for value in node:
                yield from _texts(value, name)
        case str() if name in _TEXTS:
            for line in node.split("\n"):
                words = line.strip()
                yield " ".join(_BULLET.sub("", words, count=1).split())


def _mended(words: str) -> str:
    """What the warnings announce: composed, Đ for its look-alikes, plain spaces, nothing hidden."""
    words = _HIDDEN.sub("", _SPACES.sub(" ", words))
    words = unicodedata.normalize("NFC", words).replace("Ð", "Đ").replace("ð", "đ")
    return " ".join(words.replace("Ɖ", "Đ").split())


class Fuzz:
    """Spoils copies of the two departments in one folder, case by case, and looks at each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self.harmless: set[tuple[str, ...]] = set()
        self.sources: list[dict[str, bytes]] = []
        for number, department in enumerate(DEPARTMENTS):
            records = folder / str(number) / "records"
            shutil.copytree(department, records, ignore=shutil.ignore_patterns("schema"))
            files = sorted(records.rglob("*.yml"))
            self.sources.append(
                {path.relative_to(records).as_posix(): path.read_bytes() for path in files}
            )
            made = generate.generate(records, folder / str(number) / "docs", today=TODAY)
            assert made.written, made.problems
            for page in (folder / str(number) / "docs").rglob("*.md"):
                self.harmless |= shown(page.read_text("utf-8")).elements

    def case(self, seed: str) -> str | None:
        """Spoil one file, look what comes of it, put it back; what went wrong, if anything did."""
        random = Random(seed)
        number = random.randrange(len(DEPARTMENTS))
        files = self.sources[number]
        notices = [name for name in files if "/" in name]
        name = random.choice(notices if random.random() < 0.75 else sorted(files))
        raw = spoiled(files[name], random)
        path = self.folder / str(number) / "records" / name
        path.write_bytes(raw)
        try:
            return self._look(number, name, raw, random)
        except Exception:
            return traceback.format_exc()
        finally:
            path.write_bytes(files[name])

    def _look(self, number: int, name: str, raw: bytes, random: Random) -> str | None:
        docs = self.folder / str(number) / "docs"
        before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
        made = generate.generate(self.folder / str(number) / "records", docs, today=TODAY)
        for told in map(str, made.problems):
            if not _PROBLEM.fullmatch(told) or _FOREIGN_WORDS.search(told):
                return f"no message for a clerk: {told!r}"
        if made.errors:
            self.counts["refused"] += 1
            if made.written or before != {p: p.stat().st_mtime_ns for p in docs.rglob("*")}:
                return "pages were touched in spite of errors"
            return None
        self.counts["with warnings" if made.problems else "without a word"] += 1
        warned = " ".join(p.message for p in made.problems if p.file == f"records/{name}")
        pages = [random.choice(sorted(docs.rglob("*.md")))]
        if "/" in name:
            pages.append(docs / "thong-bao" / f"{Path(name).stem}.md")
        for page in pages:
            seen = shown(page.read_text("utf-8"))
            if strange := seen.elements - self.harmless:
                return f"{page.name}: elements that no right page has: {strange}"
            allowed = _ADDRESS_OF_A_DOCUMENT if page.parent.name == "van-ban" else _ADDRESS
            if bad := [it for it in seen.addresses if not allowed.fullmatch(it)]:
                return f"{page.name}: addresses: {bad}"
        return lost_words(raw, seen.words, warned) if "/" in name else None


def lost_words(raw: bytes, words: str, warned: str) -> str | None:
    words = words.translate(_SUPERSCRIPTS)
    for line in written_lines(raw):
        line = line.translate(_SUPERSCRIPTS)
        if line in words:
            continue
        if _mended(line) in words and _mended(line) != line and warned:
            continue
        return f"not shown as written: {line[:300]!r}"
    return None


def main() -> int:
    """Run as many cases as asked for; 1 if one went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args()
    seeds = [given.seed] if ":" in given.seed else [f"{given.seed}:{n}" for n in range(given.count)]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder))
        for done, seed in enumerate(seeds):
            if done and done % 1000 == 0:
                print(f"{done} cases, {wrong} wrong", file=sys.stderr, flush=True)
            if complaint := fuzz.case(seed):
                wrong += 1
                print(f"{seed}: {complaint}", flush=True)
    print(f"{len(seeds)} cases, {wrong} wrong; {dict(fuzz.counts)}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
