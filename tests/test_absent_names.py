"""Whatever stands beside a name in `name`, the name is hidden; for two a public site waits."""

from collections.abc import Callable

import pytest

from generator.graph import absent_names, redaction
from generator.graph.absent_names import names_in
from generator.graph.hidden_words import HIDDEN
from generator.graph.indexes import Graph
from generator.model import Archive, Notice

HOA = "Nguyễn Thị Hoa"
TASK = "Giao Nguyễn Thị Hoa, bà Hoa làm; TH Đảo Mây, bà Mây."


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (HOA, (HOA,)),
        (f"đ/c {HOA}", (HOA,)),
        (f"Đồng chí: {HOA}", (HOA,)),
        (f"1. Bà {HOA}", (HOA,)),
        (f"cô giáo ThS. {HOA}", (HOA,)),
        ("đ/c nguyễn thị hoa, hiệu trưởng", ("nguyễn thị hoa",)),
        (f"Đảo Mây: {HOA}", ("Đảo Mây", HOA)),
        ("bà “Hoa”", ("Hoa",)),
        (f"{HOA} - TH Đảo Mây", (HOA,)),
        (f"{HOA} – Phó Hiệu trưởng", (HOA,)),
        (f"{HOA}, Hiệu trưởng TH Đảo Mây", (HOA,)),
        (f"{HOA} (HT)", (HOA,)),
        (f"{HOA} Hiệu trưởng TH Đảo Mây", (HOA,)),
        (f"{HOA} Phó Chủ tịch", (HOA,)),
        (f"{HOA} TH Đảo Mây", (HOA,)),
        (f"{HOA} trường Đảo Mây", (HOA,)),
        (f"Hiệu trưởng {HOA}", (HOA,)),
        (f"Phó Trưởng phòng: đ/c {HOA}", (HOA,)),
        ("NGUYỄN THỊ HOA HIỆU TRƯỞNG", ("NGUYỄN THỊ HOA",)),
        ("Nguyễn Thị Thư", ("Nguyễn Thị Thư",)),
        ("Trần Văn Hiệu", ("Trần Văn Hiệu",)),
        ("Hiệu trưởng TH Lê Lợi", ()),
        ("Bí thư Đoàn", ()),
        ("Lãnh đạo các trường", ()),
        (f"{HOA} và Lê Văn Nam", (HOA, "Lê Văn Nam")),
        (f"{HOA}, bà Mai", (HOA, "Mai")),
    ],
)
def test_the_names_that_stand_in_a_name(written: str, names: tuple[str, ...]) -> None:
    assert names_in(written) == names


def away(name: str, notice_of: Callable[[str], Notice], graph: Graph) -> Archive:
    notice = notice_of(
        f"opening: Họp.\nparts:\n  - {{title: NHIỆM VỤ, tasks_for: 2021-12, text: '{TASK}'}}\n"
        f"attendance:\n  - text: 'Lãnh đạo. Có mặt: 11. Vắng mặt: 01 ({name}).'\n"
        f"    group: Lãnh đạo\n    present: 11\n    absent: [{{name: '{name}'}}]\n"
    )
    return Archive((notice,), graph.archive.registers)


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize(
    "name",
    [
        f"{HOA}, Lê Văn Nam",
        f"{HOA} - Đảo Mây",
        f"{HOA} Lê Văn Nam",
        f"đ/c {HOA} và đ/c Mai",
        "Nguyễn Hoa Lê Văn Nam",
        "Lê Hà Trịnh Thị Mai",
    ],
)
def test_two_names_are_told_and_a_public_site_waits(
    name: str, public: bool, notice_of: Callable[[str], Notice], graph: Graph
) -> None:
    (problem,) = absent_names.problems(away(name, notice_of, graph), public=public)
    assert problem.warning is not public
    assert (problem.line, problem.field) == (7, "attendance[0].absent[0].name")
    assert "«name» chỉ ghi họ tên, chức vụ hay đơn vị ghi ở «role»" in problem.message


@pytest.mark.parametrize(
    "name",
    [HOA, f"{HOA} - TH Đảo Mây", "Trần Thị Hoàng Yến Oanh", "Trần Thị Lê Na", "Trần Nguyễn Lê Hà"],
)
def test_one_name_is_not(name: str, notice_of: Callable[[str], Notice], graph: Graph) -> None:
    assert list(absent_names.problems(away(name, notice_of, graph), public=True)) == []


@pytest.mark.parametrize("name", [f"đ/c {HOA}", f"{HOA} - TH Đảo Mây", f"{HOA} Hiệu trưởng"])
def test_a_name_that_does_not_stand_alone_is_hidden(
    name: str, notice_of: Callable[[str], Notice], graph: Graph
) -> None:
    archive = away(name, notice_of, graph)
    (shown,) = redaction.redacted(archive).notices
    assert shown.parts[0].blocks[0].prose.text == (
        f"Giao {HIDDEN}, bà {HIDDEN} làm; TH Đảo Mây, bà Mây."
    )
    assert HOA in redaction.canaries(archive)


def test_a_name_that_may_be_two_run_together_is_hidden_as_one_and_as_two(
    notice_of: Callable[[str], Notice], graph: Graph
) -> None:
    archive = away(f"{HOA} Lê Nam", notice_of, graph)
    assert {f"{HOA} Lê Nam", HOA, "Lê Nam"} <= {*redaction.canaries(archive)}
    (shown,) = redaction.redacted(archive).notices
    assert f"Giao {HIDDEN}, bà {HIDDEN} làm" in shown.parts[0].blocks[0].prose.text


def test_a_name_of_one_person_is_not_taken_apart(
    notice_of: Callable[[str], Notice], graph: Graph
) -> None:
    assert redaction.canaries(away("Trần Thị Lê Na", notice_of, graph)) == ("Trần Thị Lê Na",)
