"""A sign that Word puts for the hyphen of an item is told, and taken for the hyphen."""

import pytest

from generator.problems import Problems
from generator.reading.item_dashes import with_dashes

RECORD = """\
parts:
  - title: KẾT QUẢ
    sections:
      - title: Giáo dục trung học
        figures:
          - {what: Số lớp, value: 53}
        text: |
          – Tổng số: 53.
          – title: là chữ của bài.
      - text: Họp.
footnotes:
  - |
    • text: cũng là chữ.
  - Theo mẫu.
notes:
  - words: a"""
ITEMS = (1, 3, 5, 9, 11, 15)


def mended(text: str) -> tuple[str, list[str]]:
    problems = Problems("f")
    lines = with_dashes(text.split("\n"), problems)
    return "\n".join(lines), [str(one).removeprefix("f:") for one in problems.found()]


def test_hyphens_and_words_within_blocks_are_left() -> None:
    assert mended(RECORD) == (RECORD, [])
    assert mended("opening: |\n  Họp.\n  – text: chữ\n")[1] == []
    assert mended("– a: b\n>\n|\n  – title: chữ\n")[1][0].startswith("4: dấu «–»")
    assert mended("– Theo mẫu.\n• khác: chữ\n-5")[1] == []


@pytest.mark.parametrize("sign", ["– ", "—", "• ", "− ", "* ", "+ ", "·", "‐ ", "o ", "➢ "])
@pytest.mark.parametrize("at", ITEMS)
def test_another_sign_is_taken_for_the_hyphen(at: int, sign: str) -> None:
    lines = RECORD.split("\n")
    lines[at] = lines[at].replace("- ", sign, 1)
    text, (only,) = mended("\n".join(lines))
    assert text == RECORD
    assert only == (
        f"{at + 1}: dấu «{sign.strip()}» ở đầu mục «{lines[at].strip()}» không phải dấu gạch ngang"
        " của YAML; gõ dấu trừ thường «-» thay vào"
    )


@pytest.mark.parametrize("at", ITEMS)
def test_a_hyphen_without_its_space_is_told_and_mended(at: int) -> None:
    lines = RECORD.split("\n")
    lines[at] = lines[at].replace("- ", "-", 1)
    text, (only,) = mended("\n".join(lines))
    assert text == RECORD
    assert only == (
        f"{at + 1}: thiếu dấu cách sau dấu gạch đầu dòng: «{lines[at].strip()}»; hãy viết «- …»"
    )


def test_all_of_one_sign_are_told_once() -> None:
    lines = RECORD.split("\n")
    for at in ITEMS:
        lines[at] = lines[at].replace("- ", "– ", 1)
    text, (only,) = mended("\n".join(lines))
    assert text == RECORD
    assert only.startswith("2: dấu «–» ở đầu mục «– title: KẾT QUẢ»")
    assert only.endswith("thay vào (và 5 dòng nữa: 4, 6, 10, 12, 16)")


def test_a_sign_that_is_refused_is_told_by_itself() -> None:
    assert mended(RECORD.replace("- words", "□ words")) == (RECORD, [])


def test_a_sign_of_a_block_by_itself_is_no_item() -> None:
    assert mended("• text: a\n>\n– text: b") == (
        "- text: a\n>\n- text: b",
        mended("• text: a\n\n– text: b")[1],
    )


FIELDS = """title: Kết luận
met: 2021-12-02
parts:
  - title: KẾT QUẢ
    text: Họp.
# Lời kết.
closing: |
  - title: là chữ.
signed: {name: A}"""


@pytest.mark.parametrize("sign", ["- ", "-", "– ", "• ", "-  "])
@pytest.mark.parametrize("at", [0, 1, 2, 6, 8])
def test_a_field_of_the_record_is_no_item(at: int, sign: str) -> None:
    lines = FIELDS.split("\n")
    right = lines[at]
    lines[at] = f"{sign}{right}"
    text, (only,) = mended("\n".join(lines))
    assert text == FIELDS
    assert only == (
        f"{at + 1}: thừa dấu đầu dòng ở «{lines[at]}»: đây không phải mục của danh sách nào; viết"
        f" «{right}» sát lề trái"
    )


def test_a_list_may_stand_at_the_left_margin() -> None:
    text = FIELDS.replace("\n  - title: KẾT", "\n# Một.\n- title: KẾT").replace(
        "    text", "  text"
    )
    text = text.replace("# Lời kết.", "- title: NHIỆM VỤ\n\n  # Hai.\n- title: KHÁC")
    assert mended(text) == (text, [])
