"""A public archive holds nothing of who was away, and every address is where it was."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.graph import redaction
from generator.graph.hidden_words import HIDDEN, hidden_prose
from generator.graph.indexes import Graph
from generator.model import (
    Archive,
    Correction,
    Doubt,
    Edit,
    FootnoteMark,
    Mark,
    Notice,
    Plain,
    Prose,
    Sureness,
)


def words(value: object) -> Iterator[str]:
    """Every text of a value, marks and corrections included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from words(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words(getattr(value, field.name))


@pytest.fixture(scope="module")
def notice(graph: Graph) -> Notice:
    return next(notice for notice in graph.archive.notices if notice.id == "2021-10")


def test_nothing_of_the_absent_is_left(graph: Graph) -> None:
    left = "\n".join(words(redaction.redacted(graph.archive).notices))
    for private in ("Lê Thị Sương", "nghỉ ốm", "đi công tác", "Phạm Thị Nắng", "Đỗ Văn Suối"):
        assert private in "\n".join(words(graph.archive.notices))
        assert private not in left


def test_addresses_stay_where_they_are(graph: Graph) -> None:
    public = redaction.redacted(graph.archive)
    for notice, shown in zip(graph.archive.notices, public.notices, strict=True):
        assert [p.anchor for p in notice.passages()] == [p.anchor for p in shown.passages()]
        assert [p.label for p in notice.passages()] == [p.label for p in shown.passages()]


def test_a_notice_without_private_words_is_the_same(graph: Graph) -> None:
    plain = next(n for n in graph.archive.notices if n.id == "2022-03-bat-thuong")
    (shown,) = redaction.redacted(Archive((plain,), graph.archive.registers)).notices
    assert shown == plain


SLIP = Correction("Suơng – nghỉ", "Sương – nghỉ", "Tên đúng là Lê Thị Sương.", Sureness.CERTAIN, 1)


def public_words(notice: Notice, graph: Graph, prose: Prose) -> Prose:
    """What is left of `prose` as the line of the first group."""
    group = notice.attendance[0]
    block = replace(group.blocks[0], prose=prose)
    changed = replace(notice, attendance=(replace(group, blocks=(block,)), *notice.attendance[1:]))
    (shown,) = redaction.redacted(Archive((changed,), graph.archive.registers)).notices
    return shown.attendance[0].blocks[0].prose


@pytest.mark.parametrize(
    ("prose", "left"),
    [
        (Prose("Vắng: Lê Thị Sương (nghỉ ốm), có phép."), f"Vắng: {HIDDEN} ({HIDDEN}), có phép."),
        (
            Prose("Vắng: Lê Thị Sương – nghỉ ốm.", (Mark(6, 28, Plain.PRIVATE),)),
            f"Vắng: {HIDDEN}.",
        ),
        (
            # The record quotes the print; the corrected words must go as well.
            Prose("Vắng: Lê Thị Sương – bị ốm.", (Mark(21, 23, Edit("nghỉ", SLIP)),)),
            f"Vắng: {HIDDEN} – {HIDDEN}.",
        ),
    ],
)
def test_what_is_left_of_a_line(notice: Notice, graph: Graph, prose: Prose, left: str) -> None:
    shown = public_words(notice, graph, prose)
    assert (shown.text, shown.printed) == (left, left)


@pytest.mark.parametrize("what", [Edit("Suơng", SLIP), Doubt(SLIP)])
def test_a_correction_that_quotes_hidden_words_goes_with_them(
    notice: Notice, graph: Graph, what: Edit | Doubt
) -> None:
    prose = Prose("Vắng: Lê Thị Sương – nghỉ ốm.", (Mark(13, 18, what),))
    shown = public_words(notice, graph, prose)
    assert shown.marks == ()
    assert "Su" not in shown.text


def test_marks_beside_hidden_words_stay_on_their_own(notice: Notice, graph: Graph) -> None:
    prose = Prose("Vắng: Lê Thị Sương, có phép.", (Mark(20, 27, Plain.ITALIC),))
    shown = public_words(notice, graph, prose)
    (mark,) = shown.marks
    assert shown.text[mark.start : mark.end] == "có phép"


@given(st.data())
def test_hiding_any_runs_leaves_the_rest(data: st.DataObject) -> None:
    text = data.draw(st.text("ab ", min_size=1, max_size=30))
    place = st.integers(0, len(text))
    spans = [sorted(pair) for pair in data.draw(st.lists(st.tuples(place, place), max_size=4))]
    private = [Mark(start, end, Plain.PRIVATE) for start, end in spans if start < end]
    start, end = sorted(data.draw(st.tuples(place, place)))
    marks = sorted([*private, Mark(start, end, Plain.ITALIC)], key=lambda mark: mark.start)
    shown = hidden_prose(Prose(text, tuple(marks)), lambda words: ())
    kept = "".join(
        letter
        for at, letter in enumerate(text)
        if not any(mark.start <= at < mark.end for mark in private)
    )
    assert shown.text.replace(HIDDEN, "") == kept
    for mark in shown.marks:
        assert 0 <= mark.start <= mark.end <= len(shown.text)


def test_canaries_are_what_can_be_looked_for(graph: Graph) -> None:
    found = redaction.canaries(graph.archive)
    assert {"Lê Thị Sương", "Phạm Thị Nắng", "Đỗ Văn Suối"} <= set(found)
    # He signs another notice, and «đi công tác» is said of many.
    assert not {"Trần Văn Gió", "đi công tác"} & set(found)


REST = "opening: Họp.\n"
AWAY = (
    "attendance:\n"
    "  - text: 'Lãnh đạo. Có mặt: 11. Vắng mặt: 01 (đ/c Trần Thị Hoà Oanh{mark} – Phó phòng –"
    " dự tập huấn tại Hà Nội).'\n"
    "    group: Lãnh đạo\n    present: 11\n"
    "    absent: [{{name: Trần Thị Hoà Oanh, reason: dự tập huấn tại Hà Nội}}]\n"
)


def published(notice: Notice, graph: Graph) -> Notice:
    (shown,) = redaction.redacted(Archive((notice,), graph.archive.registers)).notices
    return shown


def tasks(text: str) -> str:
    return f"parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    text: |\n      {text}\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Giao TRẦN THỊ HÒA OANH làm.", f"Giao {HIDDEN} làm."),
        ("Giao trần thị hoà oanh_2 làm.", f"Giao {HIDDEN}_2 làm."),
        ("Giao đồng chí Oanh làm.", f"Giao đồng chí {HIDDEN} làm."),
        ("Cử bà Hoà Oanh, dự tập huấn tại Hà Nội.", f"Cử bà {HIDDEN}, {HIDDEN}."),
        ("Trường TH Hoà Oanh.", "Trường TH Hoà Oanh."),
        ("Lớp tập huấn tại Hà Nội.", "Lớp tập huấn tại Hà Nội."),
    ],
)
def test_what_is_left_of_those_who_were_away_elsewhere_in_the_notice(
    text: str, left: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(REST + AWAY.format(mark="") + tasks(text))
    assert published(notice, graph).parts[0].blocks[0].prose.text == left
    private = {"Trần Thị Hoà Oanh", "dự tập huấn tại Hà Nội"}
    assert private <= set(redaction.canaries(Archive((notice,), graph.archive.registers)))


def test_a_bracket_goes_to_its_end(graph: Graph, notice_of: Callable[[str], Notice]) -> None:
    text = AWAY.format(mark="").replace(", reason: dự tập huấn tại Hà Nội", "")
    shown = published(notice_of(REST + text + tasks("Báo cáo.")), graph)
    assert shown.attendance[0].blocks[0].prose.text == (
        f"Lãnh đạo. Có mặt: 11. Vắng mặt: 01 (đ/c {HIDDEN})."
    )


def test_a_role_that_stands_elsewhere_too_hides_no_more_than_who_had_it(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    away = (
        "(đ/c Trần Thị Hoà Oanh – chuyên viên, do nghỉ ốm; chuyên viên Lê Nam, họp)"
        " và các chuyên viên khác"
    )
    text = (
        "attendance:\n  - text: |\n      - Lãnh đạo, chuyên viên Phòng. Có mặt: 10. Vắng mặt: 02"
        f" {away}.\n    group: Lãnh đạo, chuyên viên Phòng\n    present: 10\n    absent:\n"
        "      - {name: Trần Thị Hoà Oanh, role: chuyên viên, reason: do nghỉ ốm}\n"
        "      - {name: Lê Nam, role: chuyên viên, reason: họp}\n"
    )
    group = published(notice_of(REST + text + tasks("Báo cáo.")), graph).attendance[0]
    assert group.group == "Lãnh đạo, chuyên viên Phòng"
    assert group.blocks[0].prose.text == (
        "Lãnh đạo, chuyên viên Phòng. Có mặt: 10. Vắng mặt: 02"
        f" (đ/c {HIDDEN}; {HIDDEN}) và các {HIDDEN} khác."
    )


@pytest.mark.parametrize(
    ("line", "group", "role", "left"),
    [
        (
            "Hiệu trưởng THCS Đông Sơn, đ/c Lê Thị Sương vắng, Hiệu trưởng TH Cầu Đá chủ trì",
            "Lãnh đạo",
            "Hiệu trưởng",
            f"{HIDDEN} TH Cầu Đá chủ trì",
        ),
        (
            "Vắng: 01 (Phó phòng phụ trách THCS Lê Thị Sương, ốm); Phó phòng Trần Gió có mặt",
            "Các Phó phòng",
            "Phó phòng",
            f"Vắng: 01 ({HIDDEN}); {HIDDEN} Trần Gió có mặt",
        ),
        (
            "vắng: 01 (đ/c Lê Thị Sương). Đ/c phụ trách Mầm non ốm",
            "Chuyên viên phụ trách Mầm non",
            "phụ trách Mầm non",
            f"vắng: 01 (đ/c {HIDDEN} ốm",
        ),
    ],
)
def test_a_role_before_the_name_takes_the_school_between_along(
    line: str,
    group: str,
    role: str,
    left: str,
    graph: Graph,
    notice_of: Callable[[str], Notice],
) -> None:
    text = (
        f"attendance:\n  - text: |\n      - {group}: 30; {line}.\n    group: {group}\n"
        f"    present: 30\n    absent: [{{name: Lê Thị Sương, role: {role}}}]\n"
    )
    shown = published(notice_of(REST + text + tasks("Báo cáo.")), graph).attendance[0]
    assert shown.blocks[0].prose.text == f"{group}: 30; {left}."


def test_a_footnote_on_who_was_away_keeps_its_place_and_says_nothing(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notes = "footnotes:\n  - Nghỉ từ tháng 10.\n  - Theo kế hoạch.\n"
    notice = notice_of(REST + AWAY.format(mark="¹") + tasks("Báo cáo².") + notes)
    shown = published(notice, graph)
    prose = shown.attendance[0].blocks[0].prose
    assert prose.text == f"Lãnh đạo. Có mặt: 11. Vắng mặt: 01 (đ/c {HIDDEN}¹)."
    (mark,) = prose.marks
    assert (prose.text[mark.start : mark.end], mark.what) == ("¹", FootnoteMark(1))
    assert [note.blocks[0].prose.text for note in shown.footnotes] == [HIDDEN, "Theo kế hoạch."]


def test_a_short_reason_beside_a_hidden_name_goes_with_it(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    away = AWAY.format(mark="").replace("dự tập huấn tại Hà Nội", "do ốm")
    notice = notice_of(REST + away + tasks("Bà Oanh (ốm) nghỉ; học sinh ốm nghỉ."))
    shown = published(notice, graph).parts[0].blocks[0].prose.text
    assert shown == f"Bà {HIDDEN} ({HIDDEN}) nghỉ; học sinh ốm nghỉ."


def test_a_doubtful_correction_does_not_say_who_was_away(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    slip = (
        "corrections:\n  - {printed: Trần Thị Oanh, right: Trần Thị Hoà Oanh,"
        " why: Tên là Trần Thị Hoà Oanh., sure: nghi ngờ}\n"
    )
    notice = notice_of(REST + AWAY.format(mark="") + tasks("Giao Trần Thị Oanh làm.") + slip)
    assert "Hoà Oanh" not in "\n".join(words(published(notice, graph)))


def test_a_reason_that_is_a_task_in_another_notice_is_no_canary(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(REST + AWAY.format(mark="") + tasks("Báo cáo."))
    other = replace(notice_of(REST + tasks("Cử người dự tập huấn tại Hà Nội.")), id="2022-01")
    archive = Archive((notice, other), graph.archive.registers)
    assert "dự tập huấn tại Hà Nội" not in redaction.canaries(archive)
    assert redaction.redacted(archive).notices[1] == other


def test_a_number_is_hidden_also_where_nothing_tells_what_it_is(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(REST + tasks("CMND 100 123 456, ĐT 203 3854 123; 100123456; (203) 3854.123"))
    shown = published(notice, graph).parts[0].blocks[0].prose.text
    assert shown == f"CMND {HIDDEN}, ĐT {HIDDEN}; {HIDDEN}; ({HIDDEN}"
    assert {"100123456", "2033854123"} <= set(
        redaction.canaries(Archive((notice,), graph.archive.registers))
    )


def test_an_address_that_calls_someone_is_left_out(graph: Graph) -> None:
    known = graph.archive.registers.documents[0]
    called = replace(known, link="https://zalo.me/0912345678")
    registers = replace(graph.archive.registers, documents=(called, known))
    archive = Archive((), registers)
    assert redaction.redacted(archive).registers.documents == (replace(known, link=""), known)
    assert "0912345678" in redaction.canaries(archive)


def test_other_addresses_stay(graph: Graph) -> None:
    known = replace(graph.archive.registers.documents[0], link="https://vanban.vn/22-2021")
    registers = replace(graph.archive.registers, documents=(known,))
    assert redaction.redacted(Archive((), registers)).registers.documents == (known,)


def test_a_number_too_short_to_be_known_elsewhere_is_hidden_where_it_is_announced(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(REST + tasks("Số ĐT: 3854123; chi 3854123 đồng."))
    shown = published(notice, graph).parts[0].blocks[0].prose.text
    assert shown == f"Số ĐT: {HIDDEN}; chi 3854123 đồng."


def test_a_school_called_like_one_who_was_away_is_not_hidden(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    away = AWAY.format(mark="").replace("Trần Thị Hoà Oanh", "Ngọc Lâm")
    notice = notice_of(REST + away + tasks("Trường THCS Ngọc Lâm báo cáo; bà Ngọc Lâm nộp."))
    shown = published(notice, graph)
    assert shown.parts[0].blocks[0].prose.text == (
        f"Trường THCS Ngọc Lâm báo cáo; bà {HIDDEN} nộp."
    )
    assert "Ngọc Lâm" not in shown.attendance[0].blocks[0].prose.text


def test_of_the_corrections_those_of_shown_words_are_listed(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    slips = (
        "corrections:\n"
        "  - {printed: dự tập huấn, right: đi tập huấn, why: Lạ., sure: chắc chắn}\n"
        "  - {printed: Báo cao, right: Báo cáo, why: Thiếu dấu., sure: chắc chắn}\n"
    )
    shown = published(notice_of(REST + AWAY.format(mark="") + tasks("Báo cao.") + slips), graph)
    assert [slip.printed for slip in shown.corrections] == ["Báo cao"]


def test_an_emptied_footnote_is_where_its_first_words_were(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notes = "footnotes:\n  - |\n    Nghỉ từ tháng 10.\n\n    Có đơn.\n"
    notice = notice_of(REST + AWAY.format(mark="¹") + tasks("Báo cáo.") + notes)
    (footnote,) = notice.footnotes
    first, last = (block.line for block in footnote.blocks)
    assert footnote.line < first < last
    (emptied,) = published(notice, graph).footnotes
    assert [(block.prose.text, block.line) for block in emptied.blocks] == [(HIDDEN, first)]
    bare = replace(notice, footnotes=(replace(footnote, blocks=()),))
    (emptied,) = published(bare, graph).footnotes
    assert [block.line for block in emptied.blocks] == [footnote.line]


def test_one_private_line_among_others_is_hidden_and_the_others_are_the_same(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    lines = "- Nộp hồ sơ.\n      - Giao Trần Thị Hoà Oanh làm.\n      - Báo cáo."
    notice = notice_of(REST + AWAY.format(mark="") + tasks(lines))
    shown = published(notice, graph)
    left = [block.prose.text for block in shown.parts[0].blocks]
    assert left == ["Nộp hồ sơ.", f"Giao {HIDDEN} làm.", "Báo cáo."]
    for number in (0, 2):
        assert shown.parts[0].blocks[number] is notice.parts[0].blocks[number]
    assert shown.opening is notice.opening


def test_words_that_are_no_prose_are_hidden_too(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    heading = "attendance_heading: 'Thành phần (vắng Trần Thị Hoà Oanh):'\n"
    notice = notice_of(REST + heading + AWAY.format(mark="") + tasks("Báo cáo."))
    assert published(notice, graph).attendance_heading == f"Thành phần (vắng {HIDDEN}):"
