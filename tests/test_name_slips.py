"""Which schools a mistyped name may have meant."""

import pytest

from generator.model import Level, School
from generator.names.name_slips import NameSlips, mistyped_levels


def school(level: Level, name: str) -> School:
    return School(f"{level} {name}", level, name, (), "", None, None, "", True, "", 1)


SCHOOLS = [
    school(Level.TH, "Lê Lợi"),
    school(Level.TH, "Trần Phú"),
    school(Level.THCS, "Trưng Vương"),
    school(Level.THCS, "Bắc Sơn"),
    school(Level.MN, "Hoa Ban"),
    school(Level.MN, "Hoa Bân"),
    school(Level.MN, "Hoa Lan"),
]
SLIPS = NameSlips((one.level, one.name, one) for one in SCHOOLS)


@pytest.mark.parametrize(
    ("level", "name", "meant"),
    [
        (Level.TH, "Lê Lợy", ["TH Lê Lợi"]),
        (Level.TH, "Lê Lơi", ["TH Lê Lợi"]),
        (Level.TH, "LÊ LỢY", ["TH Lê Lợi"]),
        (Level.TH, "Lê Lai", []),
        (Level.TH, "Lê Duẩn", []),
        (Level.TH, "Trần Phứ", ["TH Trần Phú"]),
        (Level.TH, "Trần Phúc", ["TH Trần Phú"]),
        (Level.TH, "Trung Vương", []),
        (Level.THCS, "Trung Vương", ["THCS Trưng Vương"]),
        (Level.THCS, "Bắc Sươn", ["THCS Bắc Sơn"]),
        (Level.MN, "Hoa Bấn", ["MN Hoa Ban", "MN Hoa Bân"]),
        (Level.MN, "Hoa Lân", ["MN Hoa Lan"]),
        (Level.MN, "Hoa Cân", ["MN Hoa Bân"]),
        (None, "Lê Lợy", ["TH Lê Lợi"]),
        (None, "Phan Đình Phùng", []),
    ],
)
def test_a_school_is_offered_where_its_name_is_near(
    level: Level | None, name: str, meant: list[str]
) -> None:
    assert [one.key for one in SLIPS.near(level, name)] == meant


@pytest.mark.parametrize(
    ("word", "levels"),
    [
        ("THSC", [Level.THCS]),
        ("TCHS", [Level.THCS]),
        ("THC", [Level.THCS]),
        ("THCSS", [Level.THCS]),
        ("TGCS", [Level.THCS]),
        ("TTH", [Level.TH]),
        ("MNN", [Level.MN]),
        ("NM", [Level.MN]),
        ("THPT", []),
        ("HT", []),
        ("HS", []),
        ("GV", []),
        ("TP", []),
        ("T", []),
        ("thsc", []),
        ("Thsc", []),
    ],
)
def test_a_level_is_offered_where_its_short_form_is_near(word: str, levels: list[Level]) -> None:
    assert list(mistyped_levels(word)) == levels
