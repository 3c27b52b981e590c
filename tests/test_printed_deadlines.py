"""Deadlines that words set: what is one, which day it is, and that the proposed note settles it."""

import re
import time
from datetime import date

import pytest

from generator.model import Correction, Doubt, Mark, Note, Prose, Registers, Sureness
from generator.reading import schema
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader
from generator.records.printed_deadlines import printed_deadlines


def told(words: str, more: str = "", met: str = "2022-01-05") -> list[str]:
    """What is said of a task, and of the values of its notice's notes."""
    raw = f"""\
title: Kết luận
{f"met: {met}" if met else ""}
opening: Họp.
parts:
- title: NHIỆM VỤ
  tasks_for: 2022-01
  text: |
    - {words}
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
{more}"""
    draft, problems = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, problems
    reader = NoticeReader(draft, "2022-01", Registers((), 0, (), (), ()))
    reader.notice()
    return [one.message for one in (*reader.problems, *reader.of_words)]


DEADLINES = [
    ("Gửi báo cáo trước ngày 15/01.", "trước ngày 15/01", "2022-01-15"),
    ("Gửi báo cáo trước ngày 05/01.", "trước ngày 05/01", "2022-01-05"),
    ("Gửi báo cáo trước ngày 15/1; nộp.", "trước ngày 15/1", "2022-01-15"),
    ("Gửi báo cáo trước 17h00 ngày 15/01.", "trước 17h00 ngày 15/01", "2022-01-15"),
    ("Chậm nhất là ngày 15 tháng 01 các", "Chậm nhất là ngày 15 tháng 01", "2022-01-15"),
    ("Mở lớp đến hết ngày 15/1/2022.", "đến hết ngày 15/1/2022", "2022-01-15"),
    ("Nhận hồ sơ đến hết 15/01/2022.", "đến hết 15/01/2022", "2022-01-15"),
    ("Nhận hồ sơ đến hết ngày 15/01.", "đến hết ngày 15/01", "2022-01-15"),
    ("Hoàn thành vào 20/01/2022.", "Hoàn thành vào 20/01/2022", "2022-01-20"),
    ("Hoàn thành hồ sơ vào ngày 20/01.", "Hoàn thành hồ sơ vào ngày 20/01", "2022-01-20"),
    ("Hoàn thành trước 20/01/2022.", "trước 20/01/2022", "2022-01-20"),
    ("Lập biểu, nộp ngày 20/01/2022.", "nộp ngày 20/01/2022", "2022-01-20"),
    ("Nộp về Phòng ngày 20/01.", "Nộp về Phòng ngày 20/01", "2022-01-20"),
    ("Nộp sổ sách vào ngày 20/01/2022.", "Nộp sổ sách vào ngày 20/01/2022", "2022-01-20"),
    ("TRƯỚC NGÀY 20/01/2022", "TRƯỚC NGÀY 20/01/2022", "2022-01-20"),
    ("Thời hạn là ngày 28/02.", "Thời hạn là ngày 28/02", "2022-02-28"),
    ("Trường không thi thì gửi trước ngày 15/01.", "trước ngày 15/01", "2022-01-15"),
    ("Không có học sinh ốm, nộp ngày 15/01.", "nộp ngày 15/01", "2022-01-15"),
    ("Trường không đủ lớp họp trước ngày 15/01.", "trước ngày 15/01", "2022-01-15"),
    ("Gửi trước ngày 15/01 - 02 bản.", "trước ngày 15/01", "2022-01-15"),
    ("Hạn nộp là ngày 28/02.", "Hạn nộp là ngày 28/02", "2022-02-28"),
]


@pytest.mark.parametrize(("words", "noted", "due"), DEADLINES)
def test_a_deadline_is_told_with_a_note_that_settles_it(words: str, noted: str, due: str) -> None:
    (message,) = told(words)
    note = f'- {{words: "{noted}", due: {due}}}'
    assert f"viết thêm «notes:» sát lề trái rồi dưới nó «{note}»" in message
    assert told(words, f"notes:\n{note}\n") == []


def test_the_next_such_day_may_be_of_another_year() -> None:
    (message,) = told("Gửi báo cáo trước ngày 15/01.", met="2021-12-28")
    assert "due: 2022-01-15" in message
    (note,) = re.findall("«(- .*?})»", message)
    assert told("Gửi báo cáo trước ngày 15/01.", f"notes:\n{note}\n", met="2021-12-28") == []


@pytest.mark.parametrize(
    "words",
    [
        "Nghỉ Tết từ ngày 29/01 đến hết ngày 06/02/2022.",
        "Học sinh nghỉ học đến hết ngày 15/01/2022.",
        "Nộp học phí từ ngày 10/01/2022.",
        "Nộp báo cáo theo công văn ngày 10/01/2022.",
        "Hoàn thành đề án, trình duyệt trong ngày 20/01.",
        "Kết quả thi đua trước ngày 20/11, trước ngày 04/01.",
        "Kiểm tra trước 3/4 số trường, trước 12/14 đơn vị.",
        "Gửi trước ngày 15/01-20/01, trước ngày 15/01/22, trước ngày 15/13, trước ngày 30/02.",
        "Nộp trước ngày 15/CV-PGDĐT; hoàn thành vào tháng 01/2022.",
        "Họp ngày 15/01/2022; ngày 20/01.",
        "Hạn chế tụ tập đông người vào ngày 15/01/2022.",
        "HẠN CHẾ họp ngày 15/01/2022.",
        "Giới hạn số người họp ngày 15/01/2022.",
        "Quyền hạn của tổ theo quyết định ngày 15/01/2022.",
        "Thời hạn từ ngày 10/01/2022 đến ngày 15/01/2022.",
        "Hạn nộp từ 7 giờ ngày 10/01 đến ngày 15/01.",
        "Không tổ chức thi trước ngày 15/01/2022.",
        "Các trường không được tổ chức trước 17 giờ ngày 15/01/2022.",
        "Không dạy thêm đến hết ngày 15/01/2022.",
        "Nghiêm cấm thu tiền trước ngày 15/01.",
        "Nộp kinh phí vào ngày 15/01/2022 - 20/01/2022.",
        "Nộp kinh phí vào ngày 15/01 đến ngày 20/01/2022.",
        "Hoàn thành hồ sơ vào ngày 15/01/2022-20/01/2022.",
        "Nộp ngày 15 tháng 01 – 20 tháng 01.",
    ],
)
def test_what_is_no_deadline_is_left(words: str) -> None:
    assert told(words) == []


def test_without_the_day_of_the_meeting_no_year_is_guessed() -> None:
    assert told("Gửi báo cáo trước ngày 15/01.", met="") == []
    assert len(told("Gửi báo cáo trước ngày 15/01/2022.", met="")) == 1


NOTE = Note(due=date(2021, 12, 15))
DOUBT = Doubt(Correction("", "", "", Sureness.DOUBTFUL, 1))


@pytest.mark.parametrize("what", [NOTE, DOUBT])
def test_many_deadlines_under_many_marks_take_time_with_their_number(what: Note | Doubt) -> None:
    words = "trước ngày 15/12/2020 "
    marks = tuple(Mark(at, at + 5, what) for at in range(0, 20_000 * len(words), len(words)))
    started = time.process_time()
    found = [*printed_deadlines(Prose(words * 20_001, marks), None)]
    assert time.process_time() - started < 3
    assert [one.start for one in found if not one.is_corrected] == [20_000 * len(words)]


@pytest.mark.parametrize(
    ("start", "end", "is_left"),
    [(0, 4, False), (0, 5, True), (12, 13, True), (19, 20, True), (20, 22, False), (0, 30, True)],
)
def test_a_note_on_some_of_the_words_is_one_of_the_deadline(
    start: int, end: int, is_left: bool
) -> None:
    prose = Prose("Nộp trước 15/12/2020. Họp tổng kết.", (Mark(0, 2, NOTE), Mark(start, end, NOTE)))
    assert ([*printed_deadlines(prose, None)] == []) == is_left


@pytest.mark.parametrize(
    "words",
    [
        "hạn ngày ",
        "trước 5 giờ ",
        "nộp về vào ngày ",
        "hoàn thành vào ",
        "đến hết 1 giờ ",
        "chậm nhất ngày 1/1/",
        "trước" + " " * 50_000,
        "không a trước ngày 1/1/2022 - 1/1/",
        "không " * 12 + "trước ngày 1/1/2022 ",
        "nộp a vào" + " " * 50_000,
        "từ ngày 1/1/2022 đến hết ngày 1/1/2022 ",
    ],
)
def test_a_long_text_takes_time_with_its_length(words: str) -> None:
    text = "1/1 " + words * (1_000_000 // len(words))
    started = time.process_time()
    assert list(printed_deadlines(Prose(text), None)) == []
    assert time.process_time() - started < 3
