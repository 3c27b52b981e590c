"""Who was away is hidden also where a title stands before a part of the name."""

import pytest

from generator.graph.titled_names import TitledNames

NAMES = TitledNames(["Trần Thị Hoàng Yến Oanh", "Lê Văn Tô"])


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("đồng chí Yến Oanh báo cáo", ["Yến Oanh"]),
        ("bà Oanh", ["Oanh"]),
        ("Bà Oanh nghỉ", ["Oanh"]),
        ("BÀ OANH", ["OANH"]),
        ("cô giáo Hoàng Yến Oanh", ["Hoàng Yến Oanh"]),
        ("đ/c. Oanh¹ phụ trách", ["Oanh"]),
        ("đ/c Oanh Phó Trưởng phòng", ["Oanh"]),
        ("các đồng chí Mai, Yến Oanh và Tô", ["Yến Oanh", "Tô"]),
        ("giao thầy Tô; cô Hoa", ["Tô"]),
        ("đ/c “Oanh”", ["Oanh"]),
        ("đ/c“Oanh”, ‘Tô’", ["Oanh", "Tô"]),
        ("bà (Yến Oanh)", ["Yến Oanh"]),
        ("cô T. Oanh, Đ.Tô", ["Oanh", "Tô"]),
        ("đ/c T.T.Th. Oanh", ["Oanh"]),
        ("bà Ｏanh", ["Ｏanh"]),
        ("bà oanh nộp", ["oanh"]),
        ("ĐỒNG CHÍ OANH VẮNG HỌP", ["OANH"]),
        ("Hiệu trưởng Oanh, HT Yến Oanh", ["Oanh", "Yến Oanh"]),
        ("Đ/c Phó phòng Yến Oanh", ["Yến Oanh"]),
        ("Nhà giáo Oanh; Thạc sĩ Oanh; ThS. Oanh; TS Oanh", ["Oanh"] * 4),
        ("Phó Trưởng phòng Oanh; Chủ tịch Công đoàn", ["Oanh"]),
        ("Các đ/c Hoa (TH Lê Lợi), Oanh (TH Cầu Đá)", ["Oanh"]),
        ("đ/c Hoa và Oanh", ["Oanh"]),
        ("đ/c Oanh TH Cầu Đá", ["Oanh"]),
    ],
)
def test_those_who_were_away(text: str, called: list[str]) -> None:
    assert [text[start:end] for start, end in NAMES.spans(text)] == called


@pytest.mark.parametrize(
    "text",
    [
        "trường TH Yến Oanh",
        "huyện Cô Tô",
        "đồng chí Nguyễn Kiều Oanh",
        "cô Oanh Kiều",
        "ông Hoàng",
        "đồng chí Trưởng phòng",
    ],
)
def test_others_and_places(text: str) -> None:
    assert list(NAMES.spans(text)) == []


def test_without_names_nobody_is_looked_for() -> None:
    assert list(TitledNames([]).spans("bà Oanh")) == []
