"""Records of any length that is allowed, however odd, take time with it: never with its square."""

import json
import shutil
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from generator.generate import check
from generator.reading.source_text import MOST_BYTES

ROOT = Path(__file__).parent
NOTICE = "2021/2021-12.yml"
HEAD = """\
title: Kết luận giao ban tháng 12/2021
met: 2021-12-02
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
"""
PARTS = "parts: [{title: KẾT QUẢ, results_of: 2021-11, text: Họp.}]\n"
SURE = "why: Lạ., sure: chắc chắn"

Files = dict[str, str]


def words(count: int, pattern: str) -> str:
    """`pattern` with 0, 1, 2 … in the place of its `#`."""
    return "".join(pattern.replace("#", str(number)) for number in range(count))


def said(text: str, more: str = "") -> Files:
    """A notice that opens with a text."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    return {NOTICE: f"{HEAD}{PARTS}{more}opening: |\n{lines}"}


def section(text: str, more: str = "") -> Files:
    """A notice of one section with a text and more fields."""
    part = "parts:\n- title: KẾT QUẢ\n  results_of: 2021-11\n  sections:\n"
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    head = f"{HEAD}opening: Họp.\n{part}"
    return {NOTICE: f"{head}  - title: Giáo dục mầm non\n{more}    text: |\n{lines}"}


def register(name: str, count: int, row: str) -> Files:
    """A register of the small department with more rows."""
    begun = (ROOT / "records" / f"{name}.yml").read_text("utf-8")
    return {f"{name}.yml": begun + words(count, row)}


def quoted(kind: str, text: str, row: str, count: int) -> Files:
    return said(text, f"{kind}:\n{words(count, row)}")


def aliases(count: int) -> Files:
    row = f"level: MN, name: A, source: a, aliases: [{words(count, 'B#, ')}]"
    return register("schools", 1, f"  - {{{row}}}\n")


def carried_out(count: int) -> Files:
    row = f"number: 9/QĐ-X, carries_out: [{words(count, '1#/QĐ-X, ')}]"
    return register("documents", 1, f"  - {{{row}}}\n")


def topics(count: int) -> Files:
    keys = ", ".join(f"k-{number}" for number in range(count))
    head = f"{HEAD}opening: Họp.\nparts:\n- title: KẾT QUẢ\n  results_of: 2021-11\n  sections:\n"
    return {NOTICE: f"{head}  - text: Họp.\n    topics: [{keys}]\n"}


def absent(count: int, reason: str = "ốm #") -> Files:
    rows = words(count, f"  - name: Vũ A#\n    reason: {reason}\n")
    lines = words(count, f"    - Vũ A# {reason}\n")
    group = f"attendance:\n- group: Vũ\n  present: 1\n  absent:\n{rows}  text: |\n{lines}"
    return {NOTICE: f"{HEAD}{PARTS}opening: Họp.\n{group}"}


def quoted_within(count: int) -> Files:
    rows = "".join(f"- {'a ' * times}a\n" for times in range(count))
    return said("a " * 10 * count, f"italics:\n{rows}")


def figures(count: int) -> Files:
    rows = words(count, "    - {what: Số, value: #, words: '# lớp.'}\n")
    return section(words(count, "- # lớp.\n"), f"    figures:\n{rows}")


def made_of(count: int) -> Files:
    row = "    - {what: Số, value: #, words: '# a', made_of: [{what: x, value: #}]}\n"
    return section(words(count, "# a "), f"    figures:\n{words(count, row)}")


def counted_schools(count: int) -> Files:
    """Many figures that count the many schools of one paragraph."""
    syllables = "An Ba Ca Da Ga Ha La Ma Na Pha Ra Sa Ta Va Xa".split()
    names = [" ".join(name) for name in product(syllables, repeat=3)]
    schools = "".join(f"trường MN {name}; " for name in names[:count])
    rows = words(count, "    - {what: Số, value: 9#, words: '9# a', count: schools}\n")
    return section(words(count, "9# a ") + schools, f"    figures:\n{rows}")


def cut_number(count: int) -> Files:
    figure = f"{{what: lớp, value: 6,{words(count, '#,')}}}"
    return section("6 lớp.", f"    figures:\n    - {figure}\n")


def schools_in_turn(count: int) -> Files:
    """Schools of one name: one half of them at one time, the other half at another."""
    row = "  - {level: TH, name: Zu, key: k-#, from: 2000-02, to: 2000-03}\n"
    rows = words(count, row) + words(count, row.replace("#", "m-#").replace("2000", "2002"))
    return register("schools", 1, rows)


def tasks(text: str, more: str = "") -> Files:
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    part = f"parts:\n- title: NHIỆM VỤ\n  tasks_for: 2021-12\n  text: |\n{lines}"
    return {NOTICE: f"{HEAD}opening: Họp.\n{part}{more}"}


def corrected_days(count: int) -> Files:
    quoted_words = "# trước ngày 15/12/2020"
    notes = words(count, f"- {{words: {quoted_words}, due: 2021-12-15}}\n")
    slips = words(count, f"- {{printed: {quoted_words}, right: '#', {SURE}}}\n")
    more = f"notes:\n{notes}corrections:\n{slips}"
    return tasks(words(count, f"- {quoted_words}.\n"), more)


def commented(count: int) -> Files:
    lines = "  a\n# b\n" * count
    return {NOTICE: f"{HEAD}{PARTS}opening: |\n{lines}  c\n"}


SHAPES: dict[str, tuple[int, Callable[[int], Files]]] = {
    "other dates": (
        2_000,
        lambda n: said(
            " ".join(f"12/QĐ-UBND ngày {d % 28 + 1}/{d % 12 + 1}/2021" for d in range(n))
        ),
    ),
    "other numbers": (2_000, lambda n: said(words(n, "Thông tư #/2021/TT-BGDĐT "))),
    "short forms": (2_000, lambda n: said(words(n, "22/QĐ-A#, Quyết định 22; "))),
    "ranges": (9_000, lambda n: said("01-50/QĐ-UBND " * n)),
    "beginnings of ranges": (14_000, lambda n: said("01-04/QĐ-" * n)),
    "beginnings of numbers": (10_000, lambda n: said("71/2020/NĐ-" * n)),
    "short numbers": (17_000, lambda n: said("22/TT " * n)),
    "numbers before an emoji": (10_000, lambda n: said("01/QĐ-😀" * n)),
    "lists of numbers": (8_000, lambda n: said("số 1, 2, 3, " * n)),
    "bare numbers": (8_000, lambda n: said("số 12, " * n)),
    "dashes": (60_000, lambda n: said("0" + "9-" * n)),
    "numbers of bodies": (
        1_500,
        lambda n: said(words(n, "12/QĐ-UBND của UBND xã Mây#; 12/QĐ-UBND; ")),
    ),
    "levels": (8_000, lambda n: section("bậc mầm non, " * n)),
    "schools addressed": (3_200, lambda n: section("các trường trừ trường MN Hoa Sữa " * n)),
    "lists of schools": (3_200, lambda n: section("05 trường gồm: MN Hoa Sữa, MN Sao Mai " * n)),
    "levels without a name": (40_000, lambda n: said("MN " * n)),
    "schools of two levels": (16_000, lambda n: said("TH-THCS-" * n)),
    "names of schools": (14_000, lambda n: said("Hoa Sữa " * n)),
    "successors": (
        1_500,
        lambda n: register(
            "schools", n, "  - {level: MN, name: A#, source: a, successor: TH B#}\n"
        ),
    ),
    "successors of one name": (
        3_000,
        lambda n: register("schools", n, "  - {level: TH, name: Zu, successor: TH Zu}\n"),
    ),
    "bodies that succeed themselves": (
        3_000,
        lambda n: register("bodies", n, "  - {name: Zu, successor: Zu}\n"),
    ),
    "schools in turn": (2_400, schools_in_turn),
    "successors that nobody knows": (
        8_000,
        lambda n: register("bodies", n, "  - {name: UBND xã #, successor: UBND xã x#}\n"),
    ),
    "symbols": (
        40_000,
        lambda n: register("bodies", 1, f"  - {{name: A, symbols: [{words(n, 'A#, ')}]}}\n"),
    ),
    "topics": (16_000, topics),
    "footnotes": (
        3_000,
        lambda n: said("học kỳ I1 " * n, "footnotes:\n" + words(n, "- chú thích #\n")),
    ),
    "marks of footnotes": (36_000, lambda n: said("1²" * n)),
    "head": (
        11_000,
        lambda n: {NOTICE: f"{HEAD}{PARTS}opening: Họp.\nhead: {'15/TB-PGDĐT ' * n}\n"},
    ),
    "spaces in the head": (
        60_000,
        lambda n: {NOTICE: f"{HEAD}{PARTS}opening: Họp.\nhead: a{' ' * n}a\n"},
    ),
    "aliases": (5_000, aliases),
    "what one carries out": (4_000, carried_out),
    "phrases in phrases": (260, quoted_within),
    "one reason of all": (2_000, lambda n: absent(n, reason="ốm")),
    "figures": (2_000, figures),
    "parts of figures": (1_600, made_of),
    "counted schools": (1_000, counted_schools),
    "a number cut by commas": (4_000, cut_number),
    "a name cut by commas": (
        120_000,
        lambda n: register("schools", 1, f"  - {{level: MN, name: A,{' b,' * n}}}\n"),
    ),
    "times": (
        8_000,
        lambda n: said(
            "số 12 a " * n, f"notes: [{{words: số 12, times: {n}, document: 12/KH-PTC}}]\n"
        ),
    ),
    "corrections": (
        1_600,
        lambda n: quoted(
            "corrections",
            words(n, "- chữ# xem\n"),
            f"- {{printed: chữ#, right: lời#, {SURE}}}\n",
            n,
        ),
    ),
    "corrections of nothing": (
        1_800,
        lambda n: quoted(
            "corrections", "- xem\n" * n, f"- {{printed: chữ#, right: lời#, {SURE}}}\n", n
        ),
    ),
    "notes on anything": (
        3_400,
        lambda n: quoted("notes", "a b " * n, f"- {{words: a b, place: có, times: {n}}}\n", n),
    ),
    "one long word": (49_000, lambda n: said("a" * 2 * n, f"italics: [{'a' * n}]\n")),
    "an emoji before": (
        12_000,
        lambda n: {NOTICE: f"{HEAD}{PARTS}opening: Họp.\nitalics: [😀{', ab' * n}] # x\n"},
    ),
    "a choice": (
        7_800,
        lambda n: said("Họp.", f"notes: [{{words: Họp, place: {json.dumps('có không ' * n)}}}]\n"),
    ),
    "absent people": (2_000, absent),
    "items in items": (8_000, lambda n: said("- a\n+ b\n" * n)),
    "comments in a block": (12_000, commented),
    "deadlines": (4_000, lambda n: tasks(words(n, "- Nộp # a trước ngày 15/12.\n"))),
    "deadlines that are over": (
        4_000,
        lambda n: tasks(words(n, "- Nộp # a trước ngày 15/12/2020.\n")),
    ),
    "deadlines long over": (
        4_000,
        lambda n: tasks(words(n, "- Nộp # a trước ngày 15/12/2019.\n")),
    ),
    "days of notes that are corrected": (
        1_600,
        corrected_days,
    ),
    "items pasted twice": (
        3_000,
        lambda n: tasks(words(n, f"- {'các trường ' * 4}#.\n") * 2),
    ),
    "one item pasted": (5_000, lambda n: tasks(f"- {'các trường ' * 4}.\n" * n)),
    "glued bullets": (10_000, lambda n: said("-a\n" * n)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_record_takes_some_twice_the_time(shape: str, tmp_path: Path) -> None:
    count, files = SHAPES[shape]

    def seconds(times: int) -> float:
        folder = tmp_path / str(times) / "records"
        shutil.copytree(ROOT / "records", folder)
        for name, text in files(count * times).items():
            assert len(text.encode()) <= MOST_BYTES
            (folder / name).write_text(text, "utf-8")
        started = time.process_time()
        check(folder, tmp_path / "docs")
        return time.process_time() - started

    once, twice = seconds(1), seconds(2)
    assert twice < 3.2 * once + 0.3
    assert twice < 4
