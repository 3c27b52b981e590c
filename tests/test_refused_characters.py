"""Which characters a record may hold, over the whole of Unicode."""

import re
import sys
import unicodedata

import pytest

from generator.reading.refused_characters import REFUSED, refusal, unpiled

HIDDEN_MARKS = re.compile("[\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
MENDED = set("\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")


def test_every_control_hidden_private_and_non_character_is_refused() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        unwanted = category in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or no_character
        if (unwanted and character != "\n" and character not in MENDED) or HIDDEN_MARKS.fullmatch(
            character
        ):
            assert REFUSED.fullmatch(character), f"U+{code:04X}"
        elif category != "Cn" and character not in "\ufffd\u115f\u1160\u2800\u3164\uffa0":
            assert not REFUSED.fullmatch(character), f"U+{code:04X}"


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("\t", "dấu Tab trong dòng, Word hay để lại khi chép; hãy thay bằng dấu cách"),
        ("\x07", "ký tự điều khiển (U+0007); hãy xóa"),
        ("\x85", "ký tự ngắt dòng lạ (U+0085); hãy xuống dòng bằng phím Enter"),
        ("\x0b", "ký tự ngắt dòng lạ (U+000B); hãy xuống dòng bằng phím Enter"),
        ("\u202e", "ký tự ẩn đảo chiều chữ (U+202E); hãy gõ lại đoạn này"),
        ("\u2067", "ký tự ẩn đảo chiều chữ (U+2067); hãy gõ lại đoạn này"),
        ("\u200f", "ký tự ẩn đảo chiều chữ (U+200F); hãy gõ lại đoạn này"),
        ("\u3164", "ký tự trống trông như dấu cách (U+3164); hãy thay bằng dấu cách"),
        ("\ufffd", "ký tự � (chữ đã mất khi chuyển mã); hãy gõ lại chữ này"),
        (
            "\uf0b7",
            "ký hiệu của phông Symbol/Wingdings (U+F0B7); hãy thay bằng dấu thường, như «-»",
        ),
        ("\u2028", "ký tự ngắt dòng lạ (U+2028); hãy xuống dòng bằng phím Enter"),
        ("\u2029", "ký tự ngắt dòng lạ (U+2029); hãy xuống dòng bằng phím Enter"),
        ("\U000e0041", "ký tự ẩn (U+E0041); hãy xóa"),
        ("\ufe0f", "ký tự ẩn (U+FE0F); hãy xóa"),
        ("\U000e0100", "ký tự ẩn (U+E0100); hãy xóa"),
        ("\u17b4", "ký tự ẩn (U+17B4); hãy xóa"),
        ("\ud800", "nửa ký tự (U+D800); hãy gõ lại chữ này"),
        ("\uffff", "mã không phải ký tự (U+FFFF); hãy xóa"),
        ("\ufdd0", "mã không phải ký tự (U+FDD0); hãy xóa"),
    ],
)
def test_the_clerk_is_told_what_it_is(character: str, told: str) -> None:
    assert REFUSED.fullmatch(character)
    assert refusal(character) == told


@pytest.mark.parametrize(
    ("piled", "left"),
    [
        ("ế", "ế"),
        ("e\u0302\u0301", "e\u0302\u0301"),
        ("a" + "\u0301" * 5000, "a" + "\u0301" * 4),
        ("a" + "\u05b0" * 5000, "a" + "\u05b0" * 29),
        ("漢" * 500, "漢" * 500),
    ],
)
def test_piles_of_marks_are_cut(piled: str, left: str) -> None:
    assert unpiled(piled) == left
