"""Words with links and marks over them, as Markdown and as a reader sees them."""

import html
import re
from importlib import import_module

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
from generator.pages.rich_text import Link, quoted, rich
from generator.reading.place import At
from generator.reading.yaml_nodes import Blank
from generator.records.marking import Marker, Quotation

CERTAIN = Correction("Trung", "Trưng", "Tên trường.", Sureness.CERTAIN, 1)
DOUBTFUL = Correction("31/39", "", "Có 44 trường.", Sureness.DOUBTFUL, 1)
LINK = Link(0, 11, "../truong/thcs-trung-vuong.md", ".school")


@pytest.mark.parametrize(
    ("prose", "links", "markdown"),
    [
        (Prose("Họp *gấp*"), [], "Họp &#42;gấp&#42;"),
        (
            Prose("Trưng Vương nghỉ"),
            [LINK],
            "[Trưng Vương](../truong/thcs-trung-vuong.md){: .school } nghỉ",
        ),
        (
            Prose("Trưng Vương nghỉ", (Mark(0, 5, Edit("Trung", CERTAIN)),)),
            [LINK],
            '[<ins class="corrected" title="Bản in: Trung. Tên trường." '
            'data-printed="Trung">Trưng</ins> Vương](../truong/thcs-trung-vuong.md){: .school }'
            " nghỉ",
        ),
        (
            Prose("Trưng Vương nghỉ", (Mark(0, 16, Edit("", CERTAIN)),)),
            [Link(6, 11, "a.md", ".school .inferred", 'suy ra "từ mục"')],
            '[<ins class="corrected" title="Bản in: (không có). Tên trường." '
            'data-printed="">Trưng Vương nghỉ</ins>](a.md){: .school .inferred '
            'title="suy ra &#34;từ mục&#34;" }',
        ),
        (
            Prose("có 31/39", (Mark(3, 8, Doubt(DOUBTFUL)),)),
            [],
            'có <span class="doubtful" title="Còn ngờ: Có 44 trường.">31/39</span>',
        ),
        (
            Prose("kỳ I¹;", (Mark(4, 5, FootnoteMark(1)),)),
            [],
            'kỳ I<sup>[1](#chu-thich-1){: #goi-chu-thich-1 title="Xem chú thích 1" }</sup>;',
        ),
        (
            Prose("Bắc Sơn¹ nghỉ", (Mark(7, 8, FootnoteMark(1)),)),
            [Link(0, 13, "a.md", ".school")],
            "[Bắc Sơn](a.md){: .school }<sup>[1](#chu-thich-1){: #goi-chu-thich-1 "
            'title="Xem chú thích 1" }</sup>[ nghỉ](a.md){: .school }',
        ),
        (Prose("có kết quả", (Mark(3, 10, Plain.ITALIC),)), [], "có <em>kết quả</em>"),
        (Prose("đến 31/12", (Mark(0, 9, Note(place=True)),)), [], "đến 31/12"),
        (
            Prose("a b c", (Mark(0, 3, Plain.ITALIC), Mark(2, 5, Doubt(DOUBTFUL)))),
            [],
            '<em>a </em><span class="doubtful" title="Còn ngờ: Có 44 trường."><em>b</em>'
            '</span><span class="doubtful" title="Còn ngờ: Có 44 trường."> c</span>',
        ),
    ],
)  # fmt: skip
def test_words_with_links_and_marks(prose: Prose, links: list[Link], markdown: str) -> None:
    assert rich(prose, links=links) == markdown


def edit(start: int, end: int) -> Mark:
    return Mark(start, end, Edit("Trung", CERTAIN))


def corrected(words: str) -> str:
    title = "Bản in: Trung. Tên trường."
    return f'<ins class="corrected" title="{title}" data-printed="Trung">{words}</ins>'


def call(number: int) -> str:
    given = f'#goi-chu-thich-{number} title="Xem chú thích {number}"'
    return f"<sup>[{number}](#chu-thich-{number}){{: {given} }}</sup>"


def linked(words: str) -> str:
    return f"[{words}](a.md){{: .k }}"


@pytest.mark.parametrize(
    ("text", "marks", "links", "markdown"),
    [
        ("ab cd", [edit(2, 3)], [(0, 2)], linked("ab") + corrected(" ") + "cd"),
        ("ab cd", [edit(0, 2)], [(2, 5)], corrected("ab") + linked(" cd")),
        ("ab cd", [edit(4, 5)], [(0, 2)], linked("ab") + " c" + corrected("d")),
        ("ab cd", [edit(0, 1)], [(3, 5)], corrected("a") + "b " + linked("cd")),
        ("abcde", [Mark(1, 4, Plain.ITALIC)], [(0, 3)], linked("a<em>bc</em>") + "<em>d</em>e"),
        ("abcde", [edit(0, 3)], [(0, 2), (2, 5)], linked(corrected("abc")) + linked("de")),
        ("abcd", [], [(0, 2), (2, 4)], linked("ab") + linked("cd")),
        (
            "abcdef",
            [edit(3, 5)],
            [(0, 2), (2, 4), (4, 6)],
            linked("ab") + linked("c" + corrected("de")) + linked("f"),
        ),
        (
            "¹ab²",
            [Mark(0, 1, FootnoteMark(1)), Mark(3, 4, FootnoteMark(2))],
            [(0, 3)],
            call(1) + linked("ab") + call(2),
        ),
        ("ab¹", [Mark(2, 3, FootnoteMark(1))], [(0, 3)], linked("ab") + call(1)),
        ("¹", [Mark(0, 1, FootnoteMark(1))], [(0, 1)], call(1)),
        ("x¹ ab", [Mark(1, 2, FootnoteMark(1))], [(3, 5)], f"x{call(1)} {linked('ab')}"),
        (
            "abcdef",
            [edit(0, 4), Mark(2, 6, Plain.ITALIC)],
            [],
            f"<em>{corrected('abcd')}</em><em>ef</em>",
        ),
        (
            "abcdef",
            [Mark(0, 2, Plain.ITALIC), edit(1, 4)],
            [],
            "<em>a</em>" + corrected("<em>bcd</em>") + "ef",
        ),
    ],
)
def test_what_stands_beside_and_across(
    text: str, marks: list[Mark], links: list[tuple[int, int]], markdown: str
) -> None:
    given = [Link(start, end, "a.md", ".k") for start, end in links]
    assert rich(Prose(text, tuple(marks)), links=given) == markdown


def test_words_are_quoted_once_where_hits_overlap() -> None:
    shown = quoted(Prose("abcdefghij"), 1, 9, [(2, 5), (4, 7), (5, 6)])
    assert shown == "b<mark>cde</mark><mark>f</mark>ghi"


def test_a_quote_marks_what_it_is_about() -> None:
    prose = Prose("Họp. THCS Bắc Sơn *nghỉ*.")
    assert quoted(prose, 5, 25, [(5, 17)]) == ("<mark>THCS Bắc Sơn</mark> &#42;nghỉ&#42;.")


WORDS = st.lists(
    st.sampled_from("Trung Vương I¹ m² <b> [x](y) *k* “a” {: .x } | 1. GD&ĐT kỳ".split()),
    min_size=1,
    max_size=8,
).map(" ".join)
AT = At("f.yml", "", Blank(1, 1))


@given(st.data())
def test_a_reader_sees_the_corrected_words_whatever_lies_over_them(data: st.DataObject) -> None:
    printed = data.draw(WORDS)
    pieces = printed.split(" ")
    quotations = []
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(pieces) - 1))
        words = " ".join(pieces[start : data.draw(st.integers(start + 1, len(pieces)))])
        right = data.draw(WORDS).replace("I¹", "I")
        slip = Correction(words, right, "Vì <x>.", data.draw(st.sampled_from(Sureness)), 1)
        is_slip = "I¹" not in words and data.draw(st.booleans())
        quotations.append(Quotation(words, 1, slip if is_slip else Plain.ITALIC, AT))
    prose = Marker(quotations, 1).prose(printed, 1, "text")
    cuts = sorted(data.draw(st.sets(st.integers(0, len(prose.text)), max_size=4)))
    links = [
        Link(start, end, "a.md", ".school")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    text = rich(prose, links=links)
    shown = import_module("markdown").markdown(f"x {text}", extensions=["attr_list", "tables"])
    seen = html.unescape(re.sub(r"<[^>]*>", "", shown))
    assert "".join(seen.split()) == "x" + "".join(prose.text.replace("I¹", "I1").split())
    as_printed = re.sub(
        r'<ins [^>]*data-printed="([^"]*)"[^>]*>.*?</ins>', lambda found: found[1], shown
    )
    seen = html.unescape(re.sub(r"<[^>]*>", "", as_printed))
    assert "".join(seen.split()) == "x" + "".join(printed.replace("I¹", "I1").split())
