"""A notice back as plain text: as it was printed, or as corrected."""

from pathlib import Path

import pytest

from generator.graph.indexes import Graph
from generator.model import Correction, Edit, Mark, Plain, Prose, Sureness
from generator.pages.plain_text import plain_text, words
from generator.records import loading as records

ROOT = Path(__file__).parent.parent


def test_the_real_notice_is_printed_back_as_it_was_but_for_white_space() -> None:
    archive = records.load(ROOT / "records").archive
    assert archive is not None
    notice = next(notice for notice in archive.notices if notice.id == "2021-12")
    source = (ROOT / "tests" / "notices" / "2021-12.txt").read_text("utf-8")
    printed = plain_text(notice, printed=True)
    assert printed.split() == source.split()
    corrected = plain_text(notice, printed=False).split()
    assert corrected != source.split()
    assert not {"Đại,", "TĐTT", "NGUT"} & set(corrected)


def test_a_notice_is_printed_in_the_order_it_is_read(graph: Graph) -> None:
    notice = graph.archive.notices[1]
    lines = plain_text(notice, printed=True).split("\n\n")
    assert lines[:4] == [
        "THÔNG BÁO",
        "Kết luận giao ban tháng 3/2022",
        "Phòng GD&ĐT họp giao ban trực tuyến với các trường.",
        "Hội nghị kiểm điểm việc thực hiện Thông báo số 1301/TB-PGDĐT ngày 06/10/2021.",
    ]
    assert lines[lines.index("I. KẾT QUẢ THÁNG 02") + 1 :][:5] == [
        "Trong tháng, các trường dạy học trực tiếp.",
        "- Riêng xã Đảo Mây học trực tuyến.",
        "2. Giáo dục trung học",
        "a) Về chuyên môn:",
        "- Tổ chức chuyên đề tại trường THCS Đồi Chè:",
    ]
    assert lines[-6:] == [
        "KT. TRƯỞNG PHÒNG",
        "PHÓ TRƯỞNG PHÒNG",
        "Trần Văn Gió",
        "¹ Bão số 1:",
        "- hướng đi chưa rõ.",
        "² Sân trường MN Đảo Mây chưa đạt.\n",
    ]


def test_the_head_comes_first_line_by_line(graph: Graph) -> None:
    assert plain_text(graph.archive.notices[0], printed=True).split("\n\n")[:5] == [
        "UBND THÀNH PHỐ SÔNG MƠ",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "Số: 1301/TB-PGDĐT",
        "Sông Mơ, ngày 06 tháng 10 năm 2021",
        "THÔNG BÁO",
    ]


def test_corrected_text_is_what_is_right_and_leaves_doubts_as_printed(graph: Graph) -> None:
    notice = graph.archive.notices[0]
    printed, corrected = plain_text(notice, printed=True), plain_text(notice, printed=False)
    assert "rà xoát" in printed
    assert "rà xoát" not in corrected
    assert "Tuy nhiên, một số" in corrected
    assert "học hai buổi" in corrected


SLIP = Correction("Đại", "Dại", "Lạ.", Sureness.CERTAIN, 1)


@pytest.mark.parametrize(
    ("marks", "printed", "corrected"),
    [
        ([], "bệnh Dại", "bệnh Dại"),
        ([Mark(5, 8, Edit("Đại", SLIP))], "bệnh Đại", "bệnh Dại"),
        ([Mark(0, 8, Plain.ITALIC)], "*bệnh Dại*", "*bệnh Dại*"),
        ([Mark(0, 8, Plain.ITALIC), Mark(5, 8, Edit("Đại", SLIP))], "*bệnh Đại*", "*bệnh Dại*"),
        ([Mark(0, 4, Plain.ITALIC), Mark(5, 8, Edit("", SLIP))], "*bệnh* ", "*bệnh* Dại"),
        ([Mark(6, 7, Plain.ITALIC), Mark(5, 8, Edit("Đại", SLIP))], "bệnh *Đại*", "bệnh D*ạ*i"),
        ([Mark(0, 8, Plain.ITALIC), Mark(2, 4, Plain.ITALIC)], "*bệnh Dại*", "*bệnh Dại*"),
        ([Mark(0, 4, Plain.ITALIC), Mark(4, 8, Plain.ITALIC)], "*bệnh Dại*", "*bệnh Dại*"),
        ([Mark(0, 4, Plain.ITALIC), Mark(5, 8, Plain.ITALIC)], "*bệnh* *Dại*", "*bệnh* *Dại*"),
        (
            [Mark(0, 2, Plain.ITALIC), Mark(3, 5, Plain.ITALIC), Mark(4, 8, Plain.ITALIC)],
            "*bệ*n*h Dại*",
            "*bệ*n*h Dại*",
        ),
        ([Mark(0, 4, Plain.ITALIC), Mark(4, 8, Edit("?", SLIP))], "*bệnh*?", "*bệnh* Dại"),
        ([Mark(0, 5, Edit("?", SLIP)), Mark(5, 8, Plain.ITALIC)], "?*Dại*", "bệnh *Dại*"),
        ([Mark(5, 8, Plain.PRIVATE)], "bệnh Dại", "bệnh Dại"),
    ],
)
def test_marks_in_plain_text(marks: list[Mark], printed: str, corrected: str) -> None:
    prose = Prose("bệnh Dại", tuple(marks))
    assert words(prose, printed=True) == printed
    assert words(prose, printed=False) == corrected
