"""Whom words name: after a title, or by a surname at the beginning of a name."""

import pytest

from generator.graph.named_people import begins_with_person, first_person, noted, people

SCHOOLS = {("lê", "lợi")}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("đ/c Nguyễn Thị Hoa, bà Mai", ["Nguyễn Thị Hoa", "Mai"]),
        ("Bà Nguyễn Thị Hoa", ["Nguyễn Thị Hoa"]),
        ("HT Nguyễn Thị Hoa; PHT Lê Hà", ["Nguyễn Thị Hoa", "Lê Hà"]),
        ("Chíu Thị Mai, Tằng A Sáng", ["Chíu Thị Mai", "Tằng A Sáng"]),
        ("Ksor Thị Hà", ["Ksor Thị Hà"]),
        ("TRẦN THỊ OANH", ["TRẦN THỊ OANH"]),
        ("cô Tô Thị Mai", ["Tô Thị Mai"]),
        ("đ/c Lê Lợi", ["Lê Lợi"]),
        ("Lê Lợi, trường Nguyễn Trãi, TH Trần Phú", []),
        ("Tiếng Anh, Tin Học, Giáo Dục Thể Chất", []),
        ("huyện Cô Tô, Hà Nội, Thái Bình", []),
        ("Đoàn Thanh niên, Phó Hiệu trưởng", []),
        ("đồng chí Lãnh đạo", []),
        ("Đ/c Lan vắng", ["Lan"]),
        ("đồng chí Oanh, Nhung vắng", ["Oanh", "Nhung"]),
        ("đồng chí Oanh (TH Cầu Đá) và Nhung vắng", ["Oanh", "Nhung"]),
        ("đồng chí Oanh, Nguyễn Thị Hoa, Hà Nội", ["Oanh", "Nguyễn Thị Hoa"]),
        ("ĐỒNG CHÍ OANH VẮNG HỌP", ["OANH"]),
        ("đ/c Hiệu trưởng TH Lê Lợi – họp", ["Hiệu trưởng TH Lê Lợi"]),
    ],
)
def test_the_people_in_words(words: str, names: list[str]) -> None:
    assert list(people(words, SCHOOLS)) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [("Hoa (ốm)", "Hoa"), ("nguyễn thị hoa", "nguyễn thị hoa"), ("Không", ""), ("MN", "")],
)
def test_the_first_may_be_called_by_one_name_or_in_small_letters(words: str, name: str) -> None:
    assert first_person(words, SCHOOLS) == name


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("Nguyễn Thị Hoa, ốm", True),
        ("đ/c Hoa", True),
        ("Lê Lợi báo cáo", False),
        ("Tiếng Anh", False),
        ("đ/c Hiệu trưởng", False),
        ("báo cáo bà Hoa", False),
    ],
)
def test_words_that_begin_with_a_person(words: str, begins: bool) -> None:
    assert begins_with_person(words, 0, SCHOOLS) is begins


@pytest.mark.parametrize(
    ("words", "names"),
    [("bà oanh vắng", ["oanh"]), ("đ/c hiệu trưởng", []), ("Đ/c Lan, bà mai", ["Lan", "mai"])],
)
def test_a_name_in_small_letters_where_somebody_is_known_to_be_named(
    words: str, names: list[str]
) -> None:
    assert list(noted(words)) == names
