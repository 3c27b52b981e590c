"""Who was away is hidden also where a part of the name stands without a title."""

import pytest

from generator.graph.private_words import PrivateWords
from generator.graph.shortened_names import ShortenedNames

NAMES = ShortenedNames(["Nguyễn Thị Tuyết Oanh", "Lê Lợi"], PrivateWords(["Lê Lợi", "Yên Thanh"]))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Tuyết Oanh (TH Cầu Đá)", ["Tuyết Oanh"]),
        ("TUYẾT OANH", ["TUYẾT OANH"]),
        ("giao Nguyễn Oanh làm", ["Nguyễn Oanh"]),
        ("giao Nguyễn Thị Oanh, Tuyết Oanh", ["Nguyễn Thị Oanh", "Tuyết Oanh"]),
        ("Nguyễn T. Tuyết Oanh", ["Nguyễn T. Tuyết Oanh"]),
        ("N.T. Oanh; N.T.T.Oanh", ["N.T. Oanh", "N.T.T.Oanh"]),
        ("Nguyễn Thị TuyếtOanh", ["Nguyễn Thị TuyếtOanh"]),
        ("Nguyen Thi Tuyet Oanh", ["Nguyen Thi Tuyet Oanh"]),
        ("Nguyễn  Thị  Oanh", ["Nguyễn  Thị  Oanh"]),
        ("HT Tuyết Oanh", ["Tuyết Oanh"]),
        ("Oanh", []),
        ("Lê Kiều Oanh", []),
        ("TH Tuyết Oanh", []),
        ("xã Tuyết Oanh", []),
        ("đã cấp Tuyết Oanh 01 máy", ["Tuyết Oanh"]),
        ("tại cơ sở Nguyễn Oanh dạy", ["Nguyễn Oanh"]),
        ("UBND Nguyễn Oanh", ["Nguyễn Oanh"]),
        ("Họp ở Tuyết. Oanh đến", []),
        ("Lê Lợi", []),
        ("tuyết oanh", []),
    ],
)
def test_parts_of_a_name(text: str, called: list[str]) -> None:
    assert [text[start:end] for start, end in NAMES.spans(text)] == called
