"""The plain text of a notice: lines -> paragraphs and bullets."""

from generator.records.notice_text import RawBlock, blocks


def shape(found: list[RawBlock]) -> list[object]:
    return [
        [f"{block.mark} {block.text}".strip(), *shape(block.items)]
        if block.items
        else f"{block.mark} {block.text}".strip()
        for block in found
    ]


def read(text: str) -> list[object]:
    return shape(blocks(list(enumerate(text.splitlines(), start=1))))


def test_a_plus_hangs_under_the_dash_before_it() -> None:
    assert read("- a\n+ b\n+ c\n- d") == [["- a", "+ b", "+ c"], "- d"]


def test_a_line_without_a_bullet_goes_on_with_the_line_above() -> None:
    assert read("- Dạy học Tiếng\nViệt lớp 2.\n- Tổng kết") == [
        "- Dạy học Tiếng Việt lớp 2.",
        "- Tổng kết",
    ]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert read("Tổng số lớp: 268.\n\n- Chỉ đạo\n\nNgoài ra") == [
        "Tổng số lớp: 268.",
        "- Chỉ đạo",
        "Ngoài ra",
    ]


def test_depth_follows_the_kinds_of_marks_in_the_order_they_open() -> None:
    assert read("+ b\n- a\n+ c") == [["+ b", "- a"], "+ c"]
    assert read("a) x\n- y\n+ z\nb) t\n1.1. u") == [["a) x", ["- y", "+ z"]], ["b) t", "1.1. u"]]


def test_numbered_bullets_of_one_kind_stand_side_by_side() -> None:
    assert read("- a\n1) x\n2) y\n10) z\n- b") == [["- a", "1) x", "2) y", "10) z"], "- b"]
    assert read("1.1. x\n1.2. y\n- z") == ["1.1. x", ["1.2. y", "- z"]]


def test_numbers_and_dates_at_a_lines_start_are_words() -> None:
    assert read("2021. Hoàn thành\n\n05-13/11/2021 nghỉ\n\n-5 độ") == [
        "2021. Hoàn thành",
        "05-13/11/2021 nghỉ",
        "-5 độ",
    ]


def test_each_block_knows_the_line_it_starts_on() -> None:
    found = blocks([(7, "- a"), (8, "tiếp"), (9, ""), (10, "+ b")])
    assert [found[0].line, found[0].items[0].line] == [7, 10]
