"""Nobody whom the words name as absent reaches a public site without being listed."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.graph import redaction, unlisted_absent
from generator.graph.hidden_words import HIDDEN
from generator.graph.indexes import Graph
from generator.model import Archive, Notice, Registers
from generator.problems import Problem

REST = "opening: Họp.\nparts:\n  - {title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}\n"


def department(graph: Graph) -> Registers:
    """With a school that is called like a person."""
    registers = graph.archive.registers
    called = replace(registers.schools[0], key="th-le-loi", name="Lê Lợi", aliases=())
    return replace(registers, schools=(*registers.schools, called))


def told(
    line: str, graph: Graph, notice_of: Callable[[str], Notice], note: str = ""
) -> list[Problem]:
    """What is told of a line of the attendance, and of a note."""
    notes = f"notes:\n  {note}\n" if note else ""
    notice = notice_of(
        f"{REST}attendance:\n  - text: '{line}'\n    group: Lãnh đạo Phòng\n    present: 11\n"
        f"{notes}"
    )
    return list(unlisted_absent.problems(Archive((notice,), department(graph))))


@pytest.mark.parametrize(
    ("absent", "name"),
    [
        ("Vắng mặt: 01 (đ/c Trần Thị Hoàng Yến Oanh – nghỉ ốm)", "Trần Thị Hoàng Yến Oanh"),
        ("vắng 01 (Lê Hà)", "Lê Hà"),
        ("Vắng mặt: 01 (TRẦN THỊ OANH)", "TRẦN THỊ OANH"),
        ("Vắng: đồng chí Oanh, có phép", "Oanh"),
        ("Vắng mặt: 01 (đ/c Hiệu trưởng TH Lê Lợi – họp)", "Hiệu trưởng TH Lê Lợi"),
        ("Vắng: 01. Đ/c Nguyễn Thị Hoa ốm", "Nguyễn Thị Hoa"),
        ("Vắng: 01 đồng chí. Nguyễn Thị Hoa, ốm", "Nguyễn Thị Hoa"),
        ("(đ/c Nguyễn Thị Hoa vắng, ốm)", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa (Phó phòng, vắng)", "Nguyễn Thị Hoa"),
        ("(Nguyễn Thị Hoa xin nghỉ)", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa (Phó phòng) không dự", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa – ốm", "Nguyễn Thị Hoa"),
        ("Nghỉ: 01 (đ/c Nguyễn Thị Hoa)", "Nguyễn Thị Hoa"),
        ("Không dự: bà Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Không tham dự họp: Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Ốm: 01 (cô Hoa)", "Hoa"),
        ("Vắng: 02 đơn vị (đ/c Nguyễn Thị Hoa; TH Lê Lợi)", "Nguyễn Thị Hoa"),
        ("Vắng: Hoa (ốm)", "Hoa"),
        ("Có mặt: 43 đồng chí; đ/c Nguyễn Thị Hoa xin phép", "Nguyễn Thị Hoa"),
        ("Có mặt: 44 (đ/c Lê Hà dự thay đ/c Nguyễn Thị Hoa đi viện)", "Nguyễn Thị Hoa"),
        ("Có mặt: 44; bà Lê Hà đi họp thay cho bà Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Vắng: nguyễn thị hoa, ốm", "nguyễn thị hoa"),
        ("Vắng có phép: đ/c Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa: xin phép vắng", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa do bận họp nên không tham dự", "Nguyễn Thị Hoa"),
        ("Đủ, trừ đ/c Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Vắng mặt: 01 (HT Nguyễn Thị Hoa)", "Nguyễn Thị Hoa"),
        ("Vắng: 02 (Chíu Thị Mai, Tằng A Sáng)", "Chíu Thị Mai"),
        ("Vắng mặt: 01 (đ/c Lê Lợi)", "Lê Lợi"),
        ("Thiếu: 01 (Lê Hà)", "Lê Hà"),
        ("Vắng 01 đồng chí (Oanh)", "Oanh"),
        ("Vắng: 02 người (Oanh, ốm)", "Oanh"),
        ("Vắng 01 đồng chí (Oanh) và 02 trường", "Oanh"),
    ],
)
def test_a_name_earns_an_error_that_says_what_to_write(
    absent: str, name: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    (problem,) = told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of)
    assert not problem.warning
    assert problem.field == "attendance[0].absent"
    assert f"ghi «absent: [{{name: {name}}}]»" in problem.message
    note = re.findall(r"«(- \{words: .*, absent: không\})»", problem.message)[0]
    assert told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of, note) == []


@pytest.mark.parametrize(
    "absent",
    [
        "Vắng mặt: 0",
        "Vắng mặt: 01",
        "Vắng mặt: 01 (có lý do)",
        "Vắng mặt: 02 (họp tại thành phố Uông Bí)",
        "Vắng mặt: 02 (THCS Nguyễn Trãi, MN Hoa Sen)",
        "Vắng mặt: 02 đồng chí Lãnh đạo các trường",
        "Vắng mặt: 01. Dự họp có đ/c Nguyễn Văn An",
        "Vắng mặt: 01 (lý do: ốm)",
        "Vắng mặt: Không",
        "Vắng: 02 (Covid-19)",
        "Vắng mặt: 02 (MN, TH)",
        "Đủ, trừ (các) trường Lê Lợi",
        "Vắng mặt: 01. Trường Lê Lợi không có báo cáo",
        "Vắng mặt: 02 đơn vị (Nguyễn Trãi, Lê Lợi)",
        "Vắng mặt: 02 (Lê Lợi, Đồi Chè)",
        "Thiếu: 02 giáo viên (Tiếng Anh, Tin Học)",
        "Vắng: 02 giáo viên (Tiếng Anh, Giáo Dục Thể Chất)",
        "Vắng mặt: 01 (họp tại Hà Nội)",
        "Vắng mặt: 02 (Đoàn Thanh niên, Phó Trưởng phòng)",
        "Chủ trì: đ/c Nguyễn Văn An, vắng mặt: 01",
    ],
)
def test_who_is_not_named_earns_nothing(
    absent: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of) == []


def test_who_is_listed_earns_nothing(graph: Graph) -> None:
    assert list(unlisted_absent.problems(graph.archive)) == []


def test_one_who_is_not_listed_below_one_who_is(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    notice = notice_of(
        f"{REST}attendance:\n  - text: |\n"
        "      - Hiệu trưởng. Có mặt: 12. Vắng mặt\n        + Lê Hà.\n        + Nguyễn Thị Hoa.\n"
        "    group: Hiệu trưởng\n    present: 12\n    absent: [{name: Lê Hà}]\n"
    )
    (problem,) = unlisted_absent.problems(Archive((notice,), department(graph)))
    assert "name: Nguyễn Thị Hoa}" in problem.message


NAMED_BELOW = "      - Hiệu trưởng. Có mặt: 12. Vắng mặt:{rest}\n"


@pytest.mark.parametrize(
    "rest",
    [
        "\n        + Nguyễn Thị Hoa (ốm).",
        "\n\n        Nguyễn Thị Hoa (ốm).",
        " 01 đồng chí\n        + Đ/c Nguyễn Thị Hoa.",
        " 01.\n        1) Nguyễn Thị Hoa, TH Đảo Mây.",
        "\n        + TH Đảo Mây: đ/c Nguyễn Thị Hoa.",
        "\n        + Có lý do.\n        + Nguyễn Thị Hoa.",
    ],
)
def test_a_name_in_the_lines_below_earns_an_error_too(
    rest: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    text = NAMED_BELOW.format(rest=rest)
    notice = notice_of(
        f"{REST}attendance:\n  - text: |\n{text}    group: Hiệu trưởng\n    present: 12\n"
    )
    (problem,) = unlisted_absent.problems(Archive((notice,), department(graph)))
    assert (problem.line, problem.field) == (7, "attendance[0].absent")
    assert "name: Nguyễn Thị Hoa}" in problem.message


@pytest.mark.parametrize(
    "rest",
    [
        " 0\n        + Nguyễn Thị Hoa (Chủ tịch Công đoàn).",
        "\n        + Có lý do: 02.\n        + Không lý do: 0.",
        " 01\n        + Dự họp: đ/c Nguyễn Văn An.",
    ],
)
def test_other_lines_below_earn_nothing(
    rest: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    text = NAMED_BELOW.format(rest=rest)
    notice = notice_of(
        f"{REST}attendance:\n  - text: |\n{text}    group: Hiệu trưởng\n    present: 12\n"
    )
    assert list(unlisted_absent.problems(Archive((notice,), department(graph)))) == []


def opened(opening: str, graph: Graph, notice_of: Callable[[str], Notice]) -> list[Problem]:
    notice = notice_of(REST.replace("opening: Họp.", f"opening: |\n  Họp.\n\n  {opening}"))
    return list(unlisted_absent.problems(Archive((notice,), department(graph))))


@pytest.mark.parametrize(
    "opening",
    [
        "Có mặt: 12 đồng chí; vắng mặt: đ/c Nguyễn Thị Hoa (ốm).",
        "Dự họp có Hiệu trưởng (đ/c Nguyễn Thị Hoa vắng).",
        "Vắng 01 (Nguyễn Thị Hoa).",
        "Nghỉ: 01 (đ/c Nguyễn Thị Hoa).",
        "Vắng họp: bà Nguyễn Thị Hoa.",
        "Đ/c Nguyễn Thị Hoa (Phó phòng) vắng, ốm.",
        "Vắng mặt:\n  - Nguyễn Thị Hoa.",
        "- Không dự: bà Nguyễn Thị Hoa.",
    ],
)
def test_the_opening_is_read_as_well(
    opening: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    (problem,) = opened(opening, graph, notice_of)
    path = "opening.items[0]" if opening.startswith("-") else "opening"
    assert (problem.line, problem.field) == (6, path)
    assert "ở lời mở đầu" in problem.message
    assert "«absent: [{name: Nguyễn Thị Hoa}]»" in problem.message


@pytest.mark.parametrize(
    "opening",
    [
        "Toàn ngành cho học sinh nghỉ học từ 19/3 tại Cẩm Phả, Uông Bí.",
        "Vắng mặt 02 học sinh trường Lê Lợi.",
        "Vắng mặt: 0.",
        "Thiếu: 02 giáo viên (Tiếng Anh, Tin Học).",
        "Nghỉ Tết: từ 29/01 (Nguyên Đán Nhâm Dần).",
        "Các trường Phương Đông, Trưng Vương nghỉ học từ 05/11.",
        "Đồng chí Nguyễn Thị Hoa chủ trì; các trường nghỉ Tết.",
    ],
)
def test_ordinary_words_of_an_opening_earn_nothing(
    opening: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert opened(opening, graph, notice_of) == []


@pytest.mark.parametrize("called", ["đ/c Nguyễn Thị Hoa", "cô Hoa", "Nguyễn Hoa", "N.T. Hoa"])
def test_who_is_listed_may_be_named_in_the_opening(
    called: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    rest = REST.replace("opening: Họp.", f"opening: 'Vắng mặt: {called} (ốm).'")
    notice = notice_of(
        f"{rest}attendance:\n  - text: 'Lãnh đạo. Vắng: 01 (đ/c Nguyễn Thị Hoa). Có mặt: 11'\n"
        "    group: Lãnh đạo\n    present: 11\n    absent: [{name: Nguyễn Thị Hoa}]\n"
    )
    assert list(unlisted_absent.problems(Archive((notice,), department(graph)))) == []


TASKS = "parts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n"
PLACES = {
    "ruling": f"opening: Họp.\nruling: |\n  WORDS\n{TASKS}    text: Báo cáo.\n",
    "parts[0]": f"opening: Họp.\n{TASKS}    text: |\n      WORDS\n",
    "parts[0].sections[0]": f"opening: Họp.\n{TASKS}    sections: [{{text: 'WORDS'}}]\n",
    "closing": f"opening: Họp.\n{TASKS}    text: Báo cáo.\nclosing: |\n  WORDS\n",
}


def said(
    words: str, place: str, graph: Graph, notice_of: Callable[[str], Notice], more: str = ""
) -> list[Problem]:
    notice = notice_of(PLACES[place].replace("WORDS", words) + more)
    return list(unlisted_absent.problems(Archive((notice,), department(graph))))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("words", "quotation"),
    [
        ("Giao đồng chí Nguyễn Thị Hoa (vắng, ốm) báo cáo.", 'đồng chí Nguyễn Thị Hoa (vắng, ốm)"'),
        ("Họp tổ. Vắng: đ/c Nguyễn Thị Hoa.", "đ/c Nguyễn Thị Hoa"),
        ("Họp tổ. Vắng mặt: Nguyễn Thị Hoa (Phó phòng), ốm.", "Nguyễn Thị Hoa (Phó phòng), ốm"),
        (
            "Giao bà Nguyễn Thị Hoa (Phó phòng, vắng, ốm) làm.",
            'bà Nguyễn Thị Hoa (Phó phòng, vắng, ốm)"',
        ),
        ("Có mặt đủ, trừ bà Nguyễn Thị Hoa.", "bà Nguyễn Thị Hoa"),
        ("Bà Nguyễn Thị Hoa không tham gia họp.", "Bà Nguyễn Thị Hoa không tham gia họp"),
        ("Dạy thay cô Nguyễn Thị Hoa nghỉ thai sản.", "cô Nguyễn Thị Hoa nghỉ"),
        ("Họp tổ. Vắng Nguyễn Thị Hoa.", "Nguyễn Thị Hoa"),
        ("Vắng mặt Nguyễn Thị Hoa vì ốm.", "Nguyễn Thị Hoa vì ốm"),
        ("Họp tổ, vắng 01 đồng chí (Hoa).", "Hoa"),
    ],
)
def test_every_word_of_a_notice_is_read(
    words: str, quotation: str, place: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    (problem, *_) = said(words, place, graph, notice_of)
    assert not problem.warning
    assert problem.field == place
    assert "nêu người vắng, nên bản công khai sẽ để lộ" in problem.message
    start = problem.message.index('{words: "') + len('{words: "')
    assert problem.message[start:].startswith(quotation)


@pytest.mark.parametrize("place", ["parts[0]", "closing"])
@pytest.mark.parametrize(
    "words",
    [
        "Giải quyết chế độ cho đồng chí Nguyễn Thị Hoa nghỉ hưu từ 01/12.",
        "Còn thiếu: 02 giáo viên (Tiếng Anh, Tin Học); đ/c Hiệu trưởng TH Lê Lợi bổ sung.",
        "Thiếu: hồ sơ, minh chứng (bà Nguyễn Thị Hoa bổ sung).",
        "Các trường không tham gia: Lê Lợi, Đồi Chè.",
        "Các trường huyện Cô Tô nghỉ do bão.",
        "Cô Tô không tham gia họp.",
        "Đ/c Lê Hà họp thay mặt Lãnh đạo Phòng chủ trì; đ/c Nguyễn Thị Hoa ghi biên bản.",
        "Giờ họp thay đổi: đ/c Nguyễn Thị Hoa thông báo sau.",
        "Đồng chí Lê Hà đi thay đồng chí Nguyễn Thị Hoa làm trưởng đoàn.",
        "Nộp báo cáo (trừ đ/c Nguyễn Thị Hoa đã nộp).",
        "Đồng chí Nguyễn Văn An không tham gia Ban chỉ đạo.",
        "Bà Nguyễn Thị Hoa không dự giờ ở lớp 5A.",
        "Học sinh vắng (đ/c Nguyễn Thị Hoa theo dõi).",
        "Vắng 02 học sinh (Nguyễn Văn Nam, Lê Thị Mai).",
        "Lê Lợi nghỉ từ 19/3 do lũ.",
        "Bà Nguyễn Thị Hoa (Phó phòng) theo dõi học sinh vắng.",
        "Tại Hà Nội không có mặt học sinh F0.",
        "Giờ học vắng Lê Lợi và Đồi Chè.",
        "Vắng 02 trường (Sốt xuất huyết).",
    ],
)
def test_ordinary_words_of_a_notice_earn_nothing(
    words: str, place: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert said(words, place, graph, notice_of) == []


def test_a_list_of_pupils_is_no_list_of_those_away(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    lines = "Vắng mặt:\n      - Theo dõi sĩ số.\n      - Đ/c Nguyễn Thị Hoa báo cáo.\n"
    notice = notice_of(
        "opening: Họp.\nparts:\n  - title: NHIỆM VỤ\n    tasks_for: 2021-12\n    text: |\n"
        f"      {lines}"
    )
    assert list(unlisted_absent.problems(Archive((notice,), department(graph)))) == []


AWAY = "Giao đồng chí Nguyễn Thị Hoa (vắng, ốm) báo cáo; bà Hoa nộp trước 20/12."
AWAY_WORDS = "đồng chí Nguyễn Thị Hoa (vắng, ốm)"


@pytest.mark.parametrize("answer", ["có", "không"])
def test_a_note_answers_as_the_message_says(
    answer: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    note = f'notes:\n  - {{words: "{AWAY_WORDS}", absent: {answer}}}\n'
    assert said(AWAY, "closing", graph, notice_of, note) == []


def noted_archive(
    words: str, noted: str, answer: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> Archive:
    """A notice that ends in such words, of which a note says whether somebody was away."""
    note = f'notes:\n  - {{words: "{noted}", absent: {answer}}}\n'
    notice = notice_of(PLACES["closing"].replace("WORDS", words) + note)
    return Archive((notice,), department(graph))


def shown(archive: Archive) -> str:
    (notice,) = redaction.redacted(archive).notices
    return notice.closing[0].prose.text


def test_what_a_note_says_is_of_an_absent_person_is_hidden(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    archive = noted_archive(AWAY, AWAY_WORDS, "có", graph, notice_of)
    assert shown(archive) == f"Giao {HIDDEN} báo cáo; bà {HIDDEN} nộp trước 20/12."
    assert {"Nguyễn Thị Hoa", AWAY_WORDS} <= {*redaction.canaries(archive)}


@pytest.mark.parametrize(
    ("noted", "left"),
    [
        ("đồng chí Nguyễn Thị Hoa (vắng", f"Giao {HIDDEN} báo cáo; bà {HIDDEN} nộp trước 20/12."),
        (
            "đồng chí Nguyễn Thị Hoa",
            f"Giao {HIDDEN} (vắng, ốm) báo cáo; bà {HIDDEN} nộp trước 20/12.",
        ),
        ("(vắng, ốm)", f"Giao đồng chí Nguyễn Thị Hoa {HIDDEN} báo cáo; bà Hoa nộp trước 20/12."),
    ],
)
def test_a_bracket_that_hidden_words_open_goes_to_its_end(
    noted: str, left: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert shown(noted_archive(AWAY, noted, "có", graph, notice_of)) == left


@pytest.mark.parametrize(
    ("words", "noted", "left"),
    [
        (
            "Đ/c Lan vắng họp. Giao bà Lan nộp.",
            "Đ/c Lan vắng",
            f"{HIDDEN} họp. Giao bà {HIDDEN} nộp.",
        ),
        (
            "đồng chí Oanh, Nhung vắng; bà Oanh, cô Nhung",
            "đồng chí Oanh, Nhung vắng",
            f"{HIDDEN}; bà {HIDDEN}, cô {HIDDEN}",
        ),
        ("ĐỒNG CHÍ OANH VẮNG; bà oanh", "ĐỒNG CHÍ OANH VẮNG", f"{HIDDEN}; bà {HIDDEN}"),
    ],
)
def test_who_is_noted_is_hidden_wherever_a_title_calls_them(
    words: str, noted: str, left: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert shown(noted_archive(words, noted, "có", graph, notice_of)) == left


def test_what_a_note_says_is_of_nobody_away_stays(
    graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    assert shown(noted_archive(AWAY, AWAY_WORDS, "không", graph, notice_of)) == AWAY


LABELS = {
    "attendance_heading": "attendance_heading: 'Thành phần (LABEL)'\n",
    "recipients_heading": "recipients_heading: Nơi nhận (LABEL)\nrecipients: '- Các trường;'\n",
    "corrections[0].why": "corrections: [{printed: cáo, right: cao, why: 'lúc gõ LABEL'}]\n",
    "head": "head: |\n  UBND THÀNH PHỐ (LABEL)\n",
}


@pytest.mark.parametrize("field", LABELS)
def test_whoever_a_label_names_is_to_be_listed_too(
    field: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    def problems(label: str, listed: str = "") -> list[Problem]:
        group = "  - text: Lãnh đạo Phòng\n    group: Lãnh đạo Phòng\n    present: 11\n"
        text = f"{REST}attendance:\n{group}{listed}{LABELS[field].replace('LABEL', label)}"
        archive = Archive((notice_of(text),), department(graph))
        return list(unlisted_absent.problems(archive))

    who = "vắng đ/c Nguyễn Thị Hoa"
    (problem,) = problems(who)
    assert problem.field == field
    assert "đ/c Nguyễn Thị Hoa" in problem.message
    assert problems(who, "    absent: [{name: Nguyễn Thị Hoa}]\n") == []
    assert problems("đủ các trường") == []
