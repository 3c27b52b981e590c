"""Corrections, notes and italics laid over the words they quote."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import (
    Correction,
    Doubt,
    Edit,
    FootnoteMark,
    Mark,
    Note,
    Plain,
    Prose,
    Sureness,
)
from generator.reading.place import At
from generator.reading.yaml_nodes import Blank
from generator.records.marking import Found, Marker, Quotation, footnote_mark

AT = At("f.yml", "", Blank(1, 1))


def correction(printed: str, right: str, sure: Sureness = Sureness.CERTAIN) -> Quotation:
    return Quotation(printed, 1, Correction(printed, right, "Lạ.", sure, 1), AT)


def marked(text: str, *quotations: Quotation, footnotes: int = 0) -> Prose:
    return Marker(quotations, footnotes).prose(text, 1, "text")


def edits(prose: Prose) -> list[tuple[str, str]]:
    """(what stands in the print, what stands in its place) of each corrected run."""
    return [
        (mark.what.printed, prose.text[mark.start : mark.end])
        for mark in prose.marks
        if isinstance(mark.what, Edit)
    ]


@pytest.mark.parametrize(
    ("text", "printed", "right", "corrected", "changed"),
    [
        ("tiêm phòng bệnh Đại", "bệnh Đại", "bệnh Dại", "tiêm phòng bệnh Dại", [("Đại", "Dại")]),
        ("Tuy nhiên một số", "Tuy nhiên một", "Tuy nhiên, một", "Tuy nhiên, một số",
         [("nhiên", "nhiên,")]),
        ("thay thế” do Bộ", "thay thế”", "“thay thế”", "“thay thế” do Bộ", [("thay", "“thay")]),
        ("đã đã họp", "đã đã họp", "đã họp", "đã họp", [("đã đã", "đã")]),
        ("tháng 12 Hoàn thiện", "12 Hoàn", "12. Hoàn", "tháng 12. Hoàn thiện", [("12", "12.")]),
        ("kỳ I¹ của", "I¹ của", "I¹, của", "kỳ I¹, của", [(" ", ", ")]),
        ("kỳ I¹", "kỳ I¹", "kỳ I¹.", "kỳ I¹.", [("", ".")]),
        ("hết hoc kỳ¹", "hoc kỳ¹", "học kì¹", "hết học kì¹", [("hoc", "học"), ("kỳ", "kì")]),
        ("Tiếng Viết 2018 và", "Tiếng Viết 2018 và", "Tiếng Việt 2018” và", "Tiếng Việt 2018” và",
         [("Viết", "Việt"), ("2018", "2018”")]),
        ("họp gấp", "họp gấp", "họp rất gấp", "họp rất gấp", [("gấp", "rất gấp")]),
        ("rất gấp", "rất gấp", "gấp", "gấp", [("rất gấp", "gấp")]),
        ("họp, gấp", "họp, gấp", "họp gấp", "họp gấp", [("họp,", "họp")]),
    ],
)  # fmt: skip
def test_a_correction_marks_only_the_words_it_changes(
    text: str, printed: str, right: str, corrected: str, changed: list[tuple[str, str]]
) -> None:
    prose = marked(text, correction(printed, right))
    assert (prose.text, prose.printed) == (corrected, text)
    assert edits(prose) == changed
    assert all(isinstance(mark.what, Edit) for mark in prose.marks)


def test_a_doubtful_correction_changes_nothing() -> None:
    prose = marked("có 31/39 trường", correction("31/39", "31/44", Sureness.DOUBTFUL))
    assert prose.text == prose.printed == "có 31/39 trường"
    (mark,) = prose.marks
    assert isinstance(mark.what, Doubt)
    assert prose.text[mark.start : mark.end] == "31/39"


def test_a_note_covers_its_words_as_they_are_corrected() -> None:
    note = Note(school="thcs-trung-vuong")
    prose = marked(
        "Các trường Trung Vương, Bắc Sơn",
        correction("Các trường", "Hai trường"),
        correction("Trung Vương", "Trưng Vương"),
        Quotation("Trung Vương", 1, note, AT),
    )
    assert [prose.text[m.start : m.end] for m in prose.marks if m.what == note] == ["Trưng Vương"]


def test_superscripts_are_footnote_marks_but_not_after_a_unit() -> None:
    marker = Marker((), 2)
    prose = marker.prose("học kỳ I¹, sân 200 m² và 3 km², cơn bão²; thiếu³", 7, "text")
    assert [mark.what for mark in prose.marks] == [FootnoteMark(1), FootnoteMark(2)]
    assert (marker.footnote_marks, marker.unknown_footnotes) == ([1, 1], [(7, "text", "³")])


def test_only_a_whole_unit_keeps_its_superscript() -> None:
    marker = Marker((), 2)
    prose = marker.prose("5 cm², 6 dm², 7 mm²; ban¹ làm² xkm² và thiếu⁰ ¹ ¹", 7, "text")
    assert [mark.what for mark in prose.marks] == [
        FootnoteMark(number) for number in (1, 2, 2, 1, 1)
    ]
    assert (marker.footnote_marks, marker.unknown_footnotes) == ([3, 2], [(7, "text", "⁰")])


@pytest.mark.parametrize(
    ("text", "printed", "right", "lost"),
    [
        ("học kỳ¹ hai", "kỳ¹ hai", "kỳ ba", ["¹"]),
        ("học kỳ¹ hai", "kỳ¹", "kì¹", []),
        ("học kỳ¹ hai", "học", "hết", []),
        ("kỳ ¹ hai", "¹ hai", "ba", ["¹"]),
    ],
)
def test_a_correction_that_takes_a_footnotes_mark_away_is_told(
    text: str, printed: str, right: str, lost: list[str]
) -> None:
    marker = Marker([correction(printed, right)], 1)
    marker.prose(text, 1, "text")
    assert [words for _, _, words in marker.lost_footnotes] == lost


def test_corrections_side_by_side_are_both_made() -> None:
    marker = Marker([correction("a", "x"), correction("-b", "+b")], 0)
    prose = marker.prose("a-b", 3, "text")
    assert (prose.text, marker.clashes) == ("x+b", [])


def test_marks_move_with_the_words_that_grow_or_shrink_before_them() -> None:
    prose = marked(
        "Các trường Trung Vương đã đã họp tại Bắc Sơn",
        correction("Các trường", "Ba trường"),
        correction("đã đã", "đã"),
        Quotation("Trung Vương", 1, Plain.ITALIC, AT),
        Quotation("đã họp", 1, Plain.ITALIC, AT),
        Quotation("Bắc Sơn", 1, Plain.ITALIC, AT),
    )
    assert prose.text == "Ba trường Trung Vương đã họp tại Bắc Sơn"
    italic = [prose.text[m.start : m.end] for m in prose.marks if m.what is Plain.ITALIC]
    assert italic == ["Trung Vương", " họp", "Bắc Sơn"]


def test_a_very_long_correction_is_one_change_between_its_equal_ends() -> None:
    many = "báo cáo " * 3000
    prose = marked(f"Đầu {many}cuối", correction(f"Đầu {many}cuối", f"Đầu {many.upper()}cuối"))
    assert edits(prose) == [(many[:-1], many[:-1].upper())]


def test_footnote_marks_are_written_in_superscript() -> None:
    assert [footnote_mark(number) for number in (1, 9, 10)] == ["¹", "⁹", "¹⁰"]


def test_corrections_that_overlap_are_told_and_the_first_stands() -> None:
    marker = Marker(
        [correction("nộp báo cáo", "nộp tờ khai"), correction("cáo gấp", "khai gấp")], 0
    )
    prose = marker.prose("nộp báo cáo gấp", 3, "text")
    assert prose.printed == "nộp báo cáo gấp"
    assert marker.clashes == [(3, "text", "cáo")]


def test_what_is_found_elsewhere_is_marked_with_the_rest() -> None:
    prose = Marker((), 0).prose("vắng Lê Văn A", 1, "text", [Found(5, 13, Plain.PRIVATE)])
    assert prose.marks == (Mark(5, 13, Plain.PRIVATE),)


WORDS = st.sampled_from(
    "Trung Vương trường I¹ m² “Dạy học” 12.843 GD&ĐT , . ; - và ỹ e\u0301 a".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@given(st.data())
def test_the_print_is_never_lost(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    quotations = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        printed = text[start : data.draw(st.integers(start + 1, len(text)))].strip() or "x"
        sure = data.draw(st.sampled_from(Sureness))
        right = data.draw(TEXTS)
        kinds: list[Correction | Note | Plain] = [
            Correction(printed, right, "Lạ.", sure, 1),
            Note(place=True),
            Plain.ITALIC,
        ]
        what = data.draw(st.sampled_from(kinds))
        quotations.append(Quotation(printed, 1, what, AT))
    prose = marked(text, *quotations, footnotes=1)
    assert prose.printed == text
    assert all(0 <= mark.start <= mark.end <= len(prose.text) for mark in prose.marks)
    assert [mark.start for mark in prose.marks] == sorted(mark.start for mark in prose.marks)
    certain = {
        q.what.right
        for q in quotations
        if isinstance(q.what, Correction) and q.what.sure is not Sureness.DOUBTFUL
    }
    if not certain:
        assert prose.text == text


@given(TEXTS, TEXTS)
def test_one_correction_is_shown_by_words_that_change_and_no_others(
    printed: str, right: str
) -> None:
    marker = Marker([correction(printed, right)], 0)
    prose = marker.prose(printed, 1, "text")
    assert (prose.text, prose.printed, marker.clashes) == (right, printed, [])
    changed = [mark for mark in prose.marks if isinstance(mark.what, Edit)]
    assert all(before.end <= after.start for before, after in pairwise(changed))
    assert all(was != now for was, now in edits(prose) if now)
    assert "¹" in printed + right or all(was and now for was, now in edits(prose))
