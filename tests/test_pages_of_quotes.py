"""What stands of a sentence in lists: where a quote is cut, when it falls due, what is due."""

import re
import time
from dataclasses import replace
from datetime import date

import pytest

from generator import urls
from generator.graph.catalogue import Mention
from generator.graph.indexes import Due, Graph
from generator.graph.linking import Deadline, Reading
from generator.model import Block, Item, Paragraph, Passage, Prose, Section
from generator.names.mentions import Names
from generator.pages.due_dates import due_dates
from generator.pages.home import SHORT, what_is_due
from generator.pages.page import Links
from generator.pages.quotes import LONGEST, LONGEST_FOLLOWING, following, quote

SPRING = "các trường mầm non nghỉ từ ngày 20/01, bậc THCS nghỉ từ ngày 25/01."
ASKED = (
    "Các trường duy trì sĩ số; rà soát trẻ ra lớp đối với bậc mầm non; hướng dẫn trường MN Bến Mơ"
    " đón đoàn đánh giá trong tháng 12. Các đơn vị nộp báo cáo."
)
CARRIED = "Trường Đồi Chè sửa lớp học; dọn sân; ngày 15/3 xong. Các trường thi đua."


def read(graph: Graph, text: str, due: dict[str, date]) -> Reading:
    """A passage of the small department whose words in `due` fall due."""
    notice = graph.newest[0]
    names = Names(graph.archive.registers.schools).find(text)
    starts = [(text.index(words), words, day) for words, day in due.items()]
    deadlines = tuple(Deadline(start, start + len(words), day) for start, words, day in starts)
    passage = Passage(Prose(text), "muc-i-1", "mục I.1", "parts[0]", 1)
    return Reading(notice, passage, (), tuple(names), deadlines)


@pytest.mark.parametrize(
    ("text", "due", "name", "days"),
    [
        (SPRING, {"mầm non nghỉ từ ngày 20/01": 20, "THCS nghỉ từ ngày 25/01": 25}, "THCS", [25]),
        (SPRING, {"mầm non nghỉ từ ngày 20/01": 20, "ngày 25/01": 25}, "mầm non", [20]),
        (SPRING, {"mầm non nghỉ từ ngày 20/01": 20, "ngày 25/01": 25}, "THCS", [25]),
        (SPRING, {"ngày 20/01": 20, "ngày 25/01": 25}, "THCS", [20, 25]),
        (SPRING, {}, "THCS", []),
        (ASKED, {"trong tháng 12": 31}, "MN Bến Mơ", [31]),
        (ASKED, {"trong tháng 12": 31}, "Các trường", []),
        (ASKED, {"trong tháng 12": 31}, "bậc mầm non", []),
        (ASKED, {"trong tháng 12": 31}, "Các đơn vị", []),
        (CARRIED, {"ngày 15/3 xong": 15}, "Đồi Chè", [15]),
        (CARRIED, {"ngày 15/3 xong": 15}, "Các trường", []),
    ],
)
def test_a_name_has_the_days_of_what_it_is_asked(
    graph: Graph, text: str, due: dict[str, int], name: str, days: list[int]
) -> None:
    reading = read(graph, text, {words: date(2022, 1, day) for words, day in due.items()})
    start = text.index(name)
    school = graph.schools["thcs-cau-da"].school
    found = due_dates(reading, [(start, start + len(name))], school)
    assert [day.day for day in found] == days


@pytest.mark.parametrize(
    ("text", "words", "name", "school", "is_due"),
    [
        # Whichever words are marked: it is asked of the school.
        ("THCS Cầu Đá và các trường nộp báo cáo trước 20/8.", "các trường nộp báo cáo trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("Các trường THCS họp; THCS Cầu Đá báo cáo; các trường nộp trước 20/8.", "trước 20/8",
         "Các trường THCS", "thcs-cau-da", True),
        ("THCS Cầu Đá báo cáo trước 20/8; các trường họp.", "trước 20/8",
         "các trường", "thcs-cau-da", True),
        ("THCS Cầu Đá báo cáo trước 20/8; các trường họp.", "trước 20/8",
         "các trường", "thcs-ben-mo", False),
        # In another sentence of the same passage.
        ("THCS Cầu Đá rà soát. Báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("THCS Cầu Đá rà soát; sửa lớp. Dọn sân. Báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("THCS Cầu Đá rà soát. Các trường báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("THCS Cầu Đá rà soát. Các trường THCS báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("TH&THCS Đảo Mây rà soát. Các trường THCS báo cáo trước 20/8.", "trước 20/8",
         "TH&THCS Đảo Mây", "th-thcs-dao-may", True),
        ("Báo cáo trước 20/8. THCS Cầu Đá rà soát.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", True),
        ("THCS Cầu Đá rà soát. Các trường mầm non báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", False),
        ("THCS Cầu Đá rà soát. THCS Bến Mơ báo cáo trước 20/8.", "trước 20/8",
         "THCS Cầu Đá", "thcs-cau-da", False),
    ],
)  # fmt: skip
def test_what_a_passage_asks_of_a_school_falls_due_wherever_it_is_quoted(
    graph: Graph, text: str, words: str, name: str, school: str, is_due: bool
) -> None:
    day = date(2022, 8, 20)
    start = text.index(name)
    found = due_dates(
        read(graph, text, {words: day}),
        [(start, start + len(name))],
        graph.schools[school].school,
    )
    assert found == ((day,) if is_due else ())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Các trường rà soát; " + "nộp ngày 20/12; " * 2000, [1, 2, 3]),
        ("Các trường rà soát. " + "Nộp ngày 20/12. " * 2000, [1, 2, 3]),
        ("Các trường THCS rà soát; nộp ngày 20/12. " * 1000, [1]),
        ("THCS Cầu Đá, " * 1000 + "rà soát: " + "nộp ngày 20/12, " * 1000, [1, 2, 3]),
    ],
    ids="; . many names".split(),
)
def test_clauses_are_found_once_for_all_quotes_of_a_passage(
    graph: Graph, text: str, days: list[int]
) -> None:
    due = tuple(
        Deadline(found.start(), found.end(), date(2022, 1, 1 + n % 3))
        for n, found in enumerate(re.finditer("ngày 20/12", text))
    )
    reading = replace(read(graph, text, {}), deadlines=due)
    school = graph.schools["thcs-cau-da"].school
    started = time.process_time()
    found = [
        due_dates(reading, [(name.start, name.end)], school)
        for _ in range(44)
        for name in reading.names
    ]
    assert time.process_time() - started < 3
    assert [day.day for day in found[0]] == (
        [1] if text.startswith("Các trường THCS") else [1, 2, 3]
    )


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Các trường nộp báo cáo trước ngày 20/01.", "trước ngày 20/01", None),
        ("Họp. Nộp báo cáo trước 20/01. Thi.", "Nộp báo cáo trước 20/01",
         "Nộp báo cáo trước 20/01"),
        ("Họp tổ; các trường nộp báo cáo trước ngày 20/01; thi.", "trước ngày 20/01",
         "các trường nộp báo cáo trước ngày 20/01"),
        ("Nộp báo cáo tài chính; trước ngày 20/01.", "trước ngày 20/01", None),
        ("Các trường nộp báo cáo. Xong trước ngày 20/01.", "Xong trước ngày 20/01.",
         "Xong trước ngày 20/01"),
        ("Các trường nộp báo cáo. Xong trước 20/01.", "trước 20/01", None),
        ("Trước ngày 20/01, các trường nộp báo cáo.", "Trước ngày 20/01", None),
        (f"Nộp báo cáo {'rất dài ' * 20}trước ngày 20/01.", "trước ngày 20/01",
         f"Nộp báo cáo {'rất dài ' * 10} … trước ngày 20/01".replace("  ", " ")),
        (f"Trước ngày 20/01, nộp báo cáo {'rất dài ' * 20}.", "Trước ngày 20/01",
         f"Trước ngày 20/01, nộp báo cáo {'rất dài ' * 10}…"),
    ],
)  # fmt: skip
def test_what_is_due_tells_what_is_asked(
    graph: Graph, text: str, words: str, shown: str | None
) -> None:
    """None: all of the words."""
    reading = read(graph, text, {})
    start = text.index(words)
    mention = Mention(reading, start, start + len(words), words)
    said = what_is_due(Due(mention, date(2022, 1, 20)))
    assert said == (shown or text.rstrip("."))
    assert len(said) <= SHORT + len(" …")


def test_a_long_sentence_is_cut_where_a_clause_ends(graph: Graph) -> None:
    clause = "các đơn vị báo cáo kết quả rà soát về Phòng; "
    text = f"{clause * 10}riêng trường MN Bến Mơ báo cáo sau; {clause * 20}".strip("; ") + "."
    start = text.index("MN Bến Mơ")
    shown = quote(read(graph, text, {}), 0, len(text), [(start, start + 9)], Links(urls.HOME))
    assert shown.words.startswith("… các đơn vị báo cáo")
    assert shown.words.endswith("về Phòng; …")
    assert "<mark>MN Bến Mơ</mark>" in shown.words
    assert len(shown.words) <= LONGEST + len("… <mark></mark> …")


@pytest.mark.parametrize("length", [100, LONGEST // 6 * 6 - 1])
def test_a_sentence_that_fits_stands_whole(graph: Graph, length: int) -> None:
    text = ("trường " * 200)[: length - 1].rstrip() + "."
    shown = quote(read(graph, text, {}), 0, len(text), [], Links(urls.HOME))
    assert shown.words == text


def item(words: str, *below: Item) -> Item:
    return Item("-", Prose(words), 1, "muc-i-1-1", "mục I.1.1", below)


FOUR = tuple(item(f"việc *thứ* {n};") for n in "1234")


@pytest.mark.parametrize(
    ("words", "below", "shown"),
    [
        ("Các trường: ", FOUR[:1], "  \n  – việc &#42;thứ&#42; 1;"),
        ("Các trường:", FOUR[:3], "".join(f"  \n  – việc &#42;thứ&#42; {n};" for n in "123")),
        (
            "Các trường:",
            FOUR,
            "".join(f"  \n  – việc &#42;thứ&#42; {n};" for n in "123") + "  \n  …",
        ),
        ("Các trường.", FOUR, ""),
        ("Các trường:", (), ""),
        ("Các trường:", (item("a " * 150),), "  \n  – " + "a " * 100 + "…"),
        ("Các trường:", (item("a" * 300),), "  \n  – " + "a" * LONGEST_FOLLOWING + " …"),
    ],
)
def test_words_that_lead_in_show_what_they_lead_to(
    words: str, below: tuple[Item, ...], shown: str
) -> None:
    lead = item(words, *below)
    assert following(Passage(lead.prose, "", "", "", 1, item=lead)) == shown
    paragraph, other = Paragraph(Prose(words), 1), Paragraph(Prose("Hết."), 1)
    blocks: tuple[Block, ...] = (other, paragraph, *below, other, item("khác"))
    section = Section("1.", None, (), blocks, (), "muc-i-1", "mục I.1", 1)
    assert following(Passage(paragraph.prose, "", "", "", 1, section=section)) == shown
