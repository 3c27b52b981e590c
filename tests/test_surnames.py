"""What can be a full name, by its first words."""

import pytest

from generator.graph.surnames import COMMONEST, SURNAMES, begins_a_name


@pytest.mark.parametrize(
    "words",
    [
        "Nguyễn Hoa",
        "NGUYỄN HOA",
        "Hoàng Mai Anh Thư",
        "Hà Ninh",
        "Ngụy Hà",
        "Nguỵ Hà",
        "Phó Đức Anh",
        "Đồng Văn Nam",
        "Hồ Minh Chí",
        "Bàn Văn Sỹ",
    ],
)
def test_a_name_begins_with_a_surname(words: str) -> None:
    assert begins_a_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "Nguyễn",
        "",
        "Hà Nội",
        "HÀ NAM",
        "Hồ Chí Minh",
        "Tiếng Anh",
        "Văn Học",
        "Phó Trưởng",
        "Hoa Sen",
        "Đoàn Thanh",
        "Uông Bí",
        "Hạ Long",
        "An Toàn",
        "Mỹ Thuật",
        "Âm Nhạc",
    ],
)
def test_places_subjects_and_offices_are_nobody(words: str) -> None:
    assert not begins_a_name(words)


def test_surnames_are_about_a_hundred_and_the_commonest_are_among_them() -> None:
    assert COMMONEST < SURNAMES
    assert 100 < len(SURNAMES) < 200
