"""A file in another encoding than UTF-8 is told once; a line or two of it at their place."""

import unicodedata

import pytest

from generator.problems import Problems
from generator.reading.source_text import source_lines

RECORD = """\
title: Kết luận Hội nghị giao ban
opening: Phòng Giáo dục họp trực tuyến.
attendance:
  - group: Lãnh đạo
    present: 3
parts:
  - title: Đánh giá kết quả
    sections:
      - title: Giáo dục mầm non
        text: Các trường tổ chức dạy học.
      - title: Giáo dục tiểu học
        text: Các trường thực hiện đúng hạn.
signed:
  position: Trưởng phòng
  name: Nguyễn Thị Mây
"""
"""Ten of its lines have letters of Vietnamese."""

TCVN3 = RECORD.translate(str.maketrans("áâãòúĐđưạảầậếểễệịọổộờởụứự", "¸©·ßó§®\xad¹¶ÇËÕÓÔÖÞäæéêëôøù"))
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_1258(text: str) -> bytes:
    """Letters with the tone after them."""
    apart = ""
    for letter in text:
        pieces = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in pieces if mark in _TONES)
        apart += unicodedata.normalize("NFC", pieces.translate(dict.fromkeys(map(ord, tones))))
        apart += tones
    return apart.encode("cp1258")


def read(raw: bytes) -> tuple[list[str] | None, list[str]]:
    problems = Problems("f")
    lines = source_lines(raw, problems)
    return lines, [str(problem).removeprefix("f:") for problem in problems.found()]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (
            RECORD.encode("cp1252", "replace"),
            "2: cả tệp không phải UTF-8, có lẽ là ANSI (Windows-1252), không đủ chữ Việt («ế» thành"
            " «?» hay «ê»): dòng này (và 8 dòng nữa: ",
        ),
        (
            in_1258(RECORD),
            "1: cả tệp không phải UTF-8, có lẽ là Windows-1258 (dấu thanh rời sau chữ): dòng này"
            " (và 9 dòng nữa: ",
        ),
        (
            TCVN3.encode("latin-1", "replace"),
            "1: cả tệp không phải UTF-8, có lẽ là TCVN3 (phông .VnTime): dòng này (và 9 dòng nữa: ",
        ),
        (
            TCVN3.encode(),
            "1: chữ ở bảng mã TCVN3 (phông .VnTime): «title: KÕt luËn Héi nghÞ giao ban» (và 9",
        ),
        (
            RECORD.encode().decode("latin-1").encode(),
            "1: chữ ở bảng mã UTF-8 bị đọc nhầm thành Windows-1252: ",
        ),
    ],
)
def test_a_whole_file_is_told_once(raw: bytes, told: str) -> None:
    lines, problems = read(raw)
    assert lines is None
    (only,) = problems
    assert only.startswith(told)


def test_the_likeliest_encoding_of_a_file_is_that_of_most_of_its_lines() -> None:
    """Of a text in TCVN3, `nghØ èm` says nothing by itself, and `Phß© Èò` speaks for another."""
    odd = "  - role: toò aò yò\n".encode("latin-1")
    _, (only,) = read(TCVN3.encode("latin-1", "replace") + odd)
    assert "TCVN3" in only and "và 10 dòng nữa" in only


def test_half_a_file_is_read_on() -> None:
    """What was pasted in another encoding is told, and so is what is wrong in the rest."""
    half = f"{RECORD}name: a\tb\n".encode()
    lines, problems = read(TCVN3.encode("latin-1", "replace") + half)
    assert lines is not None
    assert problems[-1].startswith("31: cột 8: dấu Tab trong dòng")
    lines, problems = read(TCVN3.encode() + half)
    assert lines is not None
    assert len(problems) == 2


def test_one_bad_byte_is_told_at_its_line() -> None:
    lines, problems = read(RECORD.encode().replace(b" 3", b" \xe9"))
    assert lines is not None
    assert problems == [
        "5: cột 14: byte 0xE9 không phải UTF-8; hãy lưu lại tệp với bảng mã UTF-8 (Notepad: Lưu"
        " như, Mã hóa: UTF-8)"
    ]
