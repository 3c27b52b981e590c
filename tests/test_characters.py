"""Raw text made plain to read: one place a character, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.characters import read

ODD = (
    "aạđĐ1²³ ½Ⅳ１／＼＊＆*_`\\\n\r\u00a0\u200b\u0301\u0323\u0591–-/\u2028①№𝟏ẞİŉ\u1fef\t\u3000Ðð…“&"
)


@pytest.mark.parametrize(
    ("text", "plain", "folded"),
    [
        ("1²1²", "1 1 ", "1 1 "),
        ("số 1² ngày", "số 1 ngày", "so 1 ngay"),
        ("1249／ＰＧＤĐＴ", "1249/PGDĐT", "1249/pgddt"),
        ("½Ⅳ①", "½Ⅳ①", "½ⅳ①"),
        ("Ðại–x", "Đại-x", "dai-x"),
        ("ạ̣½a\u0301½", "ạ½á½", "a½a½"),
        ("a ² \u00a0b", "a b", "a b"),
    ],
)
def test_a_text_reads_plainly(text: str, plain: str, folded: str) -> None:
    reading = read(text)
    assert (reading.plain, reading.folded) == (plain, folded)


def test_a_run_of_spaces_and_marks_is_one_place() -> None:
    reading = read("1² ³ 2")
    assert reading.plain == "1 2"
    assert [reading.span(at, at + 1) for at in range(3)] == [(0, 1), (1, 5), (5, 6)]


@given(st.text(max_size=30) | st.text(ODD, max_size=30))
def test_a_text_reads_in_runs_as_letter_by_letter(text: str) -> None:
    """An entity in front has every letter looked at by itself."""
    whole, apart = read(text), read(f"&amp;{text}")
    assert apart.plain == f"&{whole.plain}"
    assert apart.folded == f"&{whole.folded}"
    assert [*apart.starts] == [0, *(start + 5 for start in whole.starts)]
    assert [*apart.ends] == [5, *(end + 5 for end in whole.ends)]
