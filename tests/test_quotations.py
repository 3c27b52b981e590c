"""What a record quotes: how near a quotation comes that stands nowhere."""

import pytest

from generator.model import Correction, Note, Plain
from generator.reading import schema
from generator.records.marking import Marker
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_shape import NOTICE
from generator.records.quotations import quotations, wrong_places, wrong_quotations

HEAD = """\
title: Kết luận
opening: Họp.
parts: [{title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}]
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
"""


def draft(lines: str) -> NoticeDraft:
    read, told = schema.read(NOTICE, f"{HEAD}{lines}".encode(), "f.yml")
    assert read is not None, told
    return read


def test_quotations_come_from_italics_notes_and_corrections() -> None:
    found = quotations(
        draft(
            "corrections:\n  - {printed: mại dân, right: mại dâm, why: Lạ., sure: chắc chắn}\n"
            "italics: [có biên bản]\nnotes:\n  - {words: Làng Lê Lợi, place: có, times: 2}\n"
        )
    )
    assert [(q.words, q.times, type(q.what), q.at.line) for q in found] == [
        ("có biên bản", 1, Plain, 7),
        ("Làng Lê Lợi", 2, Note, 9),
        ("mại dân", 1, Correction, 6),
    ]


@pytest.mark.parametrize(
    ("quoted", "hint"),
    [
        ("truong hoc", "có phải «Trường học» ở dòng 1?"),
        ("TRƯỜNG HỌC", "có phải «Trường học» ở dòng 1?"),
        ("trường nghề", "hãy chép lại đúng như bản in"),
    ],
)
def test_a_quotation_that_stands_nowhere_is_told_with_what_comes_near(
    quoted: str, hint: str
) -> None:
    marker = Marker(quotations(draft(f"italics:\n  - {quoted}\n")), 0)
    marker.prose("Trường học an toàn", 1, "text")
    (problem,) = wrong_places(marker)
    assert problem.message == f"«{quoted}» không có trong thông báo; {hint}"


def test_quotations_that_stand_as_often_as_they_say_are_right() -> None:
    marker = Marker(
        quotations(draft("notes:\n  - {words: báo cáo, times: 2, due: 2021-12-31}\n")), 0
    )
    marker.prose("báo cáo tháng, báo cáo năm", 1, "text")
    assert list(wrong_places(marker)) == []


def test_a_right_record_has_no_wrong_quotations() -> None:
    right = draft("corrections:\n  - {printed: 31/39, why: Lạ., sure: nghi ngờ}\n")
    assert list(wrong_quotations(right, ())) == []


def test_words_that_could_not_be_read_are_looked_for_nowhere() -> None:
    wrong = f"{HEAD}italics: [[a]]\nnotes: [{{words: [a], place: có}}]\n"
    read, told = schema.read(NOTICE, wrong.encode(), "f.yml")
    assert read is not None
    assert len(told) == 2
    assert quotations(read) == []
