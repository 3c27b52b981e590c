"""Lines pasted beside their block: told at their own place, and put back into the block."""

import pytest

from generator.problems import Problems
from generator.reading.pasted_lines import lines_inside, put_back


def told(source: str) -> tuple[str, list[str]]:
    problems = Problems("f")
    lines = put_back(source.split("\n"), problems)
    return "\n".join(lines), [str(problem).removeprefix("f:") for problem in problems.found()]


SECTION = """\
sections:
  - title: Giáo dục mầm non
    text: |
      - Chỉ đạo các đơn vị:
{pasted}
  - title: Giáo dục tiểu học
notes:
  - words: Chỉ đạo
"""
ONE = "5: dòng 5 lùi vào ít hơn khối «|» mở ở dòng 3: {}; bôi đen dòng ấy rồi bấm Tab cho thẳng với"


@pytest.mark.parametrize(
    "pasted",
    [
        "- Kiểm tra bán trú.",
        "  - Kiểm tra bán trú",
        "    - Tổng số lớp: 268",
        "+ Tại lớp: từ ngày 20/12/2021",
        " • Toàn trường",
        "-Kiểm tra",
        "Các trường báo cáo",
        "Tổng số lớp: 268; Tổng số trẻ: 6.640.",
        "- “Dạy học” là việc chính",
    ],
)
def test_a_line_pasted_beside_its_block_is_told_and_put_back(pasted: str) -> None:
    mended, problems = told(SECTION.format(pasted=pasted))
    assert mended == SECTION.format(pasted=f"      {pasted.strip()}")
    assert len(problems) == 1
    assert problems[0].startswith(ONE.format(f"«{pasted.strip()}»"))


def test_lines_pasted_together_are_told_together() -> None:
    mended, problems = told(SECTION.format(pasted="+ Tại lớp;\n\n+ Toàn trường: 24/12."))
    assert mended == SECTION.format(pasted="      + Tại lớp;\n\n      + Toàn trường: 24/12.")
    assert problems == [
        "5: dòng 5 đến 7 lùi vào ít hơn khối «|» mở ở dòng 3: «+ Tại lớp;»; bôi đen các dòng ấy "
        "rồi bấm Tab cho thẳng với khối"
    ]


def test_a_block_whose_every_line_was_pasted_beside_it_gets_them_back() -> None:
    mended, problems = told("recipients: |\n- Lãnh đạo Phòng;\n- Lưu: VT.\nsigned: x\n")
    assert mended == "recipients: |\n  - Lãnh đạo Phòng;\n  - Lưu: VT.\nsigned: x\n"
    assert len(problems) == 1


@pytest.mark.parametrize(
    "source",
    [
        SECTION.format(pasted="      + Tại lớp: 20/12"),
        SECTION.format(pasted="# ghi chú của văn thư"),
        SECTION.format(pasted="    figures:\n      - {what: Số lớp, value: 5}"),
        SECTION.format(pasted="    titel: x"),
        SECTION.format(pasted="Phần kết: |"),
        SECTION.format(pasted="Phần kết:"),
        "footnotes:\n  - |\n    Một\n  - Hai\n  - Ba: bốn\nitalics:\n  - năm\n",
        "title: |\n",
        "opening: |\n  a\n---\n",
    ],
)
def test_what_ends_a_block_by_right_is_left_alone(source: str) -> None:
    assert told(source) == (source, [])


def test_the_words_of_blocks_are_known_from_the_rest() -> None:
    lines = SECTION.format(pasted="").split("\n")
    assert lines_inside(lines) == {3, 4}


@pytest.mark.parametrize("comment", ["     # Ghi chú riêng", "     #12/QĐ-UBND"])
def test_a_line_that_yaml_would_drop_from_a_block_is_told_and_kept(comment: str) -> None:
    mended, found = told(SECTION.format(pasted=comment))
    assert [line.partition(";")[0] for line in found] == [
        "5: YAML bỏ mất dòng này vì nó bắt đầu bằng #, ngoài khối «|» mở ở dòng 3:"
        f" «{comment.strip()}»"
    ]
    assert f"      {comment.strip()}\n" in mended


def test_a_comment_between_lines_of_a_block_is_told_wherever_it_stands() -> None:
    _, found = told(SECTION.format(pasted="# Ghi chú\n      - Kiểm tra"))
    assert [line.partition(",")[0] for line in found] == [
        "5: YAML bỏ mất dòng này vì nó bắt đầu bằng #"
    ]


def test_a_bullet_put_away_is_told_within_a_block_and_after_its_last_line() -> None:
    _, found = told(SECTION.format(pasted="      # - Kiểm tra."))
    assert found == [
        "5: cảnh báo: dòng «# - Kiểm tra.» vẫn được in, cả dấu #; không muốn in thì xóa cả dòng"
    ]
    _, found = told("a: |\n  - Họp.\n# - Kiểm tra.\nb: c\n")
    assert found == [
        "3: cảnh báo: dòng «# - Kiểm tra.» không được in vì bắt đầu bằng #; nếu là lời văn thì bỏ"
        " dấu #, lùi vào thẳng với khối ở trên"
    ]
    assert told("a: |\n  - Họp.\n\n# - Kiểm tra.\nb: c\n")[1] == []


@pytest.mark.parametrize("comment", ["# Ghi chú", "  # Ghi chú", "      # lời văn"])
def test_a_comment_after_a_block_is_a_comment(comment: str) -> None:
    assert told(SECTION.format(pasted=comment)) == (SECTION.format(pasted=comment), [])
