"""What a notice's passages name, and what the clerk's notes say of it."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.graph import linking
from generator.graph.indexes import Graph
from generator.graph.linking import Reading
from generator.model import Notice
from generator.names.mentions import Names
from generator.names.named import (
    Audience,
    How,
    OpenName,
    OutsideInstitution,
    PlaceName,
    SchoolMention,
)

PART = "opening: Họp.\nparts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    text: |\n"


@pytest.fixture(scope="module")
def read_text(graph: Graph, notice_of: Callable[[str], Notice]) -> Callable[[str, str], Reading]:
    """The reading of one paragraph, with these notes."""
    registers = graph.archive.registers
    names = Names(registers.schools)

    def read(text: str, notes: str = "") -> Reading:
        lines = f"{PART}      {text}\n" + (f"notes:\n  - {notes}\n" if notes else "")
        readings = linking.read(notice_of(lines), names, registers.topics)
        (found,) = (
            r for r in readings if r.passage.anchor == "muc-i" and r.passage.path[-4:] != "itle"
        )
        return found

    return read


def shown(reading: Reading) -> list[str]:
    """Every citation and name in order: what it is, and how it is known."""
    found = [(c.start, f"{c.printed}={c.number}") for c in reading.citations]
    for name in reading.names:
        match name:
            case SchoolMention(school=key, how=how):
                found.append((name.start, f"{key} ({how.label})"))
            case OpenName(name=words):
                found.append((name.start, f"?{words}"))
            case PlaceName(name=words):
                found.append((name.start, f"@{words}"))
            case OutsideInstitution(name=words):
                found.append((name.start, f"^{words}"))
            case Audience(level=level):
                found.append((name.start, f"#{level or '*'}"))
    return [words for _, words in sorted(found)]


@pytest.mark.parametrize(
    ("text", "notes", "names"),
    [
        ("Trường THCS Bến Mơ báo cáo.", "", ["thcs-ben-mo (nêu rõ)"]),
        ("Trường Bến Mơ báo cáo.", "", ["?Bến Mơ"]),
        (
            "Trường Bến Mơ báo cáo.",
            "{words: Trường Bến Mơ, school: th-ben-mo}",
            ["th-ben-mo (theo ghi chú của văn thư)"],
        ),
        ("Trường THCS Bến Mơ báo cáo.", "{words: Bến Mơ, place: có}", []),
        ("Bến Mơ báo cáo.", "{words: Bến Mơ, outside: có}", []),
        ("Phường Bến Mơ, xã Đảo Mây họp.", "", ["@Bến Mơ", "@Đảo Mây"]),
        ("Trường THPT Ngọc Lâm họp.", "", ["^THPT Ngọc Lâm"]),
        ("Các trường mầm non họp.", "", ["#MN"]),
        (
            "Theo công văn số 12/PGDĐT.",
            "{words: số 12/PGDĐT, document: 12/SGDĐT}",
            ["12/PGDĐT=12/SGDĐT"],
        ),
        (
            "Theo công văn nêu trên.",
            "{words: công văn nêu trên, document: 12/SGDĐT}",
            ["công văn nêu trên=12/SGDĐT"],
        ),
        (
            "Theo Thông tư 22/2016/TT-BGDĐT, Thông tư 22/2021/TT-BGDĐT; Thông tư 22.",
            "{words: Thông tư 22., document: 22/2021/TT-BGDĐT}",
            [
                "22/2016/TT-BGDĐT=22/2016/TT-BGDĐT",
                "22/2021/TT-BGDĐT=22/2021/TT-BGDĐT",
                "Thông tư 22=22/2021/TT-BGDĐT",
            ],
        ),
    ],
)
def test_a_note_wins_over_what_is_found(
    text: str, notes: str, names: list[str], read_text: Callable[[str, str], Reading]
) -> None:
    assert shown(read_text(text, notes)) == names


def test_words_fall_due_by_their_note(read_text: Callable[[str, str], Reading]) -> None:
    reading = read_text("Nộp trước ngày 30/12.", "{words: trước ngày 30/12, due: 2021-12-30}")
    (deadline,) = reading.deadlines
    assert reading.passage.prose.text[deadline.start : deadline.end] == "trước ngày 30/12"
    assert deadline.day == date(2021, 12, 30)


def test_names_are_read_in_the_corrected_text(graph: Graph) -> None:
    readings = graph.readings["2021-10"]
    task = next(r for r in readings if r.passage.anchor == "muc-ii-3")
    assert shown(task) == ["#MN", "#THCS"]
    assert "rà soát trẻ" in task.passage.prose.text


def test_a_bare_name_takes_the_level_of_its_section_and_says_so(graph: Graph) -> None:
    inferred = [
        (reading.notice.id, name.school)
        for readings in graph.readings.values()
        for reading in readings
        for name in reading.names
        if isinstance(name, SchoolMention) and name.how is How.INFERRED
    ]
    assert inferred == [("2021-10", "thcs-ngoc-lam")]
