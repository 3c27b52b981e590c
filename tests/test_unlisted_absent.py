"""Nobody whom the words name as absent reaches a public site without being listed."""

from collections.abc import Callable

import pytest

from generator.graph import unlisted_absent
from generator.graph.indexes import Graph
from generator.model import Archive, Notice
from generator.problems import Problem

REST = "opening: Họp.\nparts:\n  - {title: NHIỆM VỤ, tasks_for: 2021-12, text: Báo cáo.}\n"


def told(line: str, graph: Graph, notice_of: Callable[[str], Notice]) -> list[Problem]:
    notice = notice_of(
        f"{REST}attendance:\n  - text: '{line}'\n    group: Lãnh đạo Phòng\n    present: 11\n"
    )
    return list(unlisted_absent.problems(Archive((notice,), graph.archive.registers)))


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
        ("(Nguyễn Thị Hoa xin nghỉ)", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa (Phó phòng) không dự", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa – ốm", "Nguyễn Thị Hoa"),
        ("Nghỉ: 01 (đ/c Nguyễn Thị Hoa)", "Nguyễn Thị Hoa"),
        ("Không dự: bà Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Không tham dự họp: Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Ốm: 01 (cô Hoa)", "Hoa"),
        ("Vắng: 02 đơn vị (đ/c Nguyễn Thị Hoa; TH Lê Lợi)", "Nguyễn Thị Hoa"),
        ("Vắng: Hoa (ốm)", "Hoa"),
        ("Vắng: nguyễn thị hoa, ốm", "nguyễn thị hoa"),
        ("Vắng có phép: đ/c Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa: xin phép vắng", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa do bận họp nên không tham dự", "Nguyễn Thị Hoa"),
        ("Đủ, trừ đ/c Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
    ],
)
def test_a_name_earns_an_error_that_says_what_to_write(
    absent: str, name: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    (problem,) = told(f"Lãnh đạo Phòng. Có mặt: 11. {absent}.", graph, notice_of)
    assert not problem.warning
    assert problem.field == "attendance[0].absent"
    assert f"ghi «absent: [{{name: {name}}}]»" in problem.message


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
        "Đ/c Nguyễn Văn An dự thay đ/c Lê Văn Bình, vắng mặt: 0",
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
    (problem,) = unlisted_absent.problems(Archive((notice,), graph.archive.registers))
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
    (problem,) = unlisted_absent.problems(Archive((notice,), graph.archive.registers))
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
    assert list(unlisted_absent.problems(Archive((notice,), graph.archive.registers))) == []


def opened(opening: str, graph: Graph, notice_of: Callable[[str], Notice]) -> list[Problem]:
    notice = notice_of(REST.replace("opening: Họp.", f"opening: |\n  Họp.\n\n  {opening}"))
    return list(unlisted_absent.problems(Archive((notice,), graph.archive.registers)))


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


@pytest.mark.parametrize("called", ["đ/c Nguyễn Thị Hoa", "cô Hoa"])
def test_who_is_listed_may_be_named_in_the_opening(
    called: str, graph: Graph, notice_of: Callable[[str], Notice]
) -> None:
    rest = REST.replace("opening: Họp.", f"opening: 'Vắng mặt: {called} (ốm).'")
    notice = notice_of(
        f"{rest}attendance:\n  - text: 'Lãnh đạo. Vắng: 01 (đ/c Nguyễn Thị Hoa). Có mặt: 11'\n"
        "    group: Lãnh đạo\n    present: 11\n    absent: [{name: Nguyễn Thị Hoa}]\n"
    )
    assert list(unlisted_absent.problems(Archive((notice,), graph.archive.registers))) == []
