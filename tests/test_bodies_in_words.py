"""Issuing bodies by their words."""

import pytest

from generator.numbers.bodies_in_words import BodyKey, body_key, same_body
from generator.vietnamese import tone_key


@pytest.mark.parametrize(
    ("words", "organ", "level", "place"),
    [
        ("UBND tỉnh Quảng Ninh", "ubnd", "tỉnh", "quảng ninh"),
        ("Ủy ban nhân dân tỉnh", "ubnd", "tỉnh", ""),
        ("uy ban nhan dan tinh Quang Ninh", "ubnd", "tỉnh", "quang ninh"),
        ("UB nhân dân TP.Uông Bí", "ubnd", "thành phố", "uông bí"),
        ("UBND Tp Uông Bí", "ubnd", "thành phố", "uông bí"),
        ("UBND TX Quảng Yên", "ubnd", "thị xã", "quảng yên"),
        ("UBND TX. Quảng Yên", "ubnd", "thị xã", "quảng yên"),
        ("UBND P. Quang Trung", "ubnd", "phường", "quang trung"),
        ("UBND P.Quang Trung", "ubnd", "phường", "quang trung"),
        ("UBND phuong Quang Trung", "ubnd", "phường", "quang trung"),
        ("UBND huyen Ba Che", "ubnd", "huyện", "ba che"),
        ("UBND thị trấn Cái Rồng", "ubnd", "thị trấn", "cái rồng"),
        ("UBND xã Hội Sơn", "ubnd", "xã", "hội sơn"),
        ("UBND xã Thanh Phong", "ubnd", "xã", "thanh phong"),
        ("UBND tỉnh, thành phố", "ubnd", "tỉnh", ""),
        ("UBND Uông Bí", "ubnd", "", "uông bí"),
        ("UBND phường Trưng Vương, thành phố Uông Bí", "ubnd", "phường", "trưng vương"),
        ("UBND xã Điền Công - thành phố Uông Bí", "ubnd", "xã", "điền công"),
        ("UBND - tỉnh", "ubnd", "tỉnh", ""),
        ("Hội đồng nhân dân thành phố", "hđnd", "thành phố", ""),
        ("hoi dong nhan dan thanh pho Uong Bi", "hđnd", "thành phố", "uong bi"),
        ("HDND tỉnh", "hđnd", "tỉnh", ""),
        ("Thường trực HĐND tỉnh", "hđnd", "tỉnh", ""),
        ("Văn phòng HĐND và UBND thành phố", "hđnd", "thành phố", ""),
        ("Chủ tịch UBND tỉnh", "ubnd", "tỉnh", ""),
        ("Phòng GDĐT Uông Bí", "phòng gdđt", "", "uông bí"),
        ("Phòng Giáo dục và Đào tạo", "phòng gdđt", "", ""),
        ("Phòng Giáo dục Đào tạo", "phòng gdđt", "", ""),
        ("Phòng Giáo dục - Đào tạo", "phòng gdđt", "", ""),
        ("phong giao duc va dao tao", "phòng gdđt", "", ""),
        ("Phòng Giáo dục", "phòng gdđt", "", ""),
        ("phong giao duc", "phòng gdđt", "", ""),
        ("Phòng GD và ĐT", "phòng gdđt", "", ""),
        ("phong GD va DT", "phòng gdđt", "", ""),
        ("Phòng GD Uông Bí", "phòng gdđt", "", "uông bí"),
        ("PGD", "phòng gdđt", "", ""),
        ("PGD&ĐT Uông Bí", "phòng gdđt", "", "uông bí"),
        ("P.GD&ĐT Uông Bí", "phòng gdđt", "", "uông bí"),
        ("P. GDĐT", "phòng gdđt", "", ""),
        ("Trưởng phòng GD&ĐT", "phòng gdđt", "", ""),
        ("Trưởng phòng Phòng GD&ĐT Uông Bí", "phòng gdđt", "", "uông bí"),
        ("Thủ trưởng Phòng GDĐT", "phòng gdđt", "", ""),
        ("Trưởng phòng", "trưởng phòng", "", ""),
        ("Sở GD&ĐT tỉnh Quảng Ninh", "sở gdđt", "tỉnh", "quảng ninh"),
        ("Giám đốc Sở GD Quảng Ninh", "sở gdđt", "", "quảng ninh"),
        ("so GD-DT", "sở gdđt", "", ""),
        ("SGDĐT", "sở gdđt", "", ""),
        ("Bộ trưởng Bộ GD&ĐT", "bộ gdđt", "", ""),
        ("bo GDDT", "bộ gdđt", "", ""),
        ("Bộ GD", "bộ gdđt", "", ""),
        ("BGD", "bộ gdđt", "", ""),
        ("Thành ủy Uông Bí", "đảng", "thành phố", "uông bí"),
        ("thanh uy Uong Bi", "đảng", "thành phố", "uong bi"),
        ("Thường trực Tỉnh ủy", "đảng", "tỉnh", ""),
        ("BTV Tỉnh uỷ", "đảng", "tỉnh", ""),
        ("tinh uy Quang Ninh", "đảng", "tỉnh", "quang ninh"),
        ("Huyện ủy Ba Chẽ", "đảng", "huyện", "ba chẽ"),
        ("huyen uy Ba Che", "đảng", "huyện", "ba che"),
        ("Quận ủy Hồng Bàng", "đảng", "quận", "hồng bàng"),
        ("quan uy Hong Bang", "đảng", "quận", "hong bang"),
        ("Thị ủy Quảng Yên", "đảng", "thị xã", "quảng yên"),
        ("thi uy Quang Yen", "đảng", "thị xã", "quang yen"),
        ("Đảng ủy phường Bắc Sơn", "đảng", "phường", "bắc sơn"),
        ("dang uy phuong Bac Son", "đảng", "phường", "bac son"),
        ("BCH Đảng bộ tỉnh Quảng Ninh", "đảng", "tỉnh", "quảng ninh"),
        ("Ban Chap hanh Dang bo thanh pho", "đảng", "thành phố", ""),
        ("Ban Thuong vu Dang uy", "đảng", "", ""),
        ("Bộ Chính trị", "đảng", "trung ương", ""),
        ("Ban Bí thư", "đảng", "trung ương", ""),
        ("Ban Chấp hành Trung ương Đảng", "đảng", "trung ương", ""),
        ("Ban Chap hanh Trung uong", "đảng", "trung ương", ""),
        ("BCH TW Đảng", "đảng", "trung ương", ""),
        ("Trung ương", "đảng", "trung ương", ""),
        ("Đảng Cộng sản Việt Nam", "đảng", "trung ương", ""),
        ("Ban Tuyên giáo Trung ương", "ban tuyên giáo", "trung ương", ""),
        ("Ủy ban Kiểm tra Thành ủy", "ủy ban kiểm tra thành ủy", "", ""),
        ("Công đoàn Phòng GDĐT", "công đoàn phòng gdđt", "", ""),
        ("Công đoàn Văn phòng Sở", "công đoàn văn phòng sở", "", ""),
        ("Thanh Uyên", "thanh uyên", "", ""),
        ("Liên đoàn Lao động thành phố", "liên đoàn lao động", "thành phố", ""),
        ("Sở Y tế - tỉnh Quảng Ninh", "sở y tế", "tỉnh", "quảng ninh"),
        ("Bảo hiểm xã hội", "bảo hiểm xã hội", "", ""),
        ("Bảo hiểm xã hội thành phố Uông Bí", "bảo hiểm xã hội", "thành phố", "uông bí"),
        ("Ban Công tác xã hội xã Điền Công", "ban công tác xã hội", "xã", "điền công"),
        ("Công an thị xã Quảng Yên", "công an", "thị xã", "quảng yên"),
        ("Thành phố Uông Bí", "", "thành phố", "uông bí"),
    ],
)  # fmt: skip
def test_a_body_is_an_organ_a_level_and_a_place(
    words: str, organ: str, level: str, place: str
) -> None:
    assert body_key(words) == BodyKey(organ, level, place)


@pytest.mark.parametrize(
    "words",
    [
        "ATP", "TPBank", "ATX", "TXD", "VP.Luật", "Trung tâm P.", "CPGD", "PGDX", "TSGD", "SGDX",
        "ABGD", "BGDX", "Vitinh", "Tinhvan", "Lephuong", "Phuongnam", "Lehuyen", "Huyenlinh",
        "ATW", "TWX", "BCHQS", "ABCH", "BTVX", "HBTV", "UBNDTP",
    ],
)  # fmt: skip
def test_letters_of_a_longer_word_are_no_short_form(words: str) -> None:
    assert body_key(words).organ == tone_key(words)


@pytest.mark.parametrize(
    ("words", "distinction"),
    [
        ("UBND tỉnh Quảng Ninh", "tỉnh quảng ninh"),
        ("UBND tỉnh", "tỉnh"),
        ("UBND Uông Bí", "uông bí"),
        ("UBND", ""),
        ("HĐND", ""),
        ("Phòng GD&ĐT", ""),
        ("Sở GD&ĐT", ""),
        ("Bộ GD&ĐT", ""),
        ("Đảng ủy", ""),
        ("Công an thành phố Uông Bí", "thành phố uông bí"),
        ("Công an thành phố", "thành phố công an"),
        ("Bộ trưởng Bộ Nội vụ", "bộ nội vụ"),
    ],
)
def test_documents_of_unknown_organs_are_told_apart_by_the_organs_words(
    words: str, distinction: str
) -> None:
    assert body_key(words).distinction == distinction


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh Quảng Ninh", "UBND tỉnh", True),
        ("UBND tỉnh Quảng Ninh", "Ủy ban nhân dân tỉnh Quảng Ninh", True),
        ("UBND tỉnh Quảng Ninh", "Uỷ ban nhân dân tỉnh Quảng Ninh", True),
        ("UBND tinh Quang Ninh", "UBND tỉnh Quảng Ninh", True),
        ("UBND tỉnh", "UBND thành phố", False),
        ("UBND tỉnh", "HĐND tỉnh", False),
        ("UBND TP. Uông Bí", "UBND thành phố", True),
        ("UBND phường Trưng Vương", "UBND phường Trung Vương", False),
        ("UBND phường Trưng Vương", "UBND phường", None),
        ("UBND", "UBND tỉnh Quảng Ninh", None),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh Quảng Ninh", True),
        ("Thành ủy Uông Bí", "Ban Chấp hành Đảng bộ thành phố", True),
        ("Thành ủy Uông Bí", "Ban Thường vụ Thành ủy", True),
        ("Thành ủy Uông Bí", "Tỉnh ủy Quảng Ninh", False),
        ("Tỉnh uỷ", "Ban Chấp hành Đảng bộ tỉnh Quảng Ninh", True),
        ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng", True),
        ("Phòng GDĐT Uông Bí", "Phòng Giáo dục và Đào tạo thành phố Uông Bí", True),
        ("Phòng GDĐT Uông Bí", "Phòng GDĐT Hạ Long", False),
        ("PGD&ĐT", "Phòng GD-ĐT", True),
        ("Phòng GD&ĐT", "Sở GD&ĐT", False),
        ("Phòng GDĐT Uông Bí", "Phòng GDĐT", True),
        ("Phòng GDĐT thành phố Uông Bí", "Phòng GDĐT huyện Ba Chẽ", False),
        ("UBND tỉnh Điện Biên", "UBND tinh Dien Bien", True),
        ("UBND tỉnh Điện Biên", "UBND tinh Dak Lak", False),
        ("UBND Uông Bí", "UBND thành phố Uông Bí", True),
        ("UBND", "UBND", None),
        ("HĐND", "HĐND", None),
        ("Đảng ủy", "Đảng ủy", None),
        ("UBND phường", "UBND phường", None),
        ("UBND xã", "UBND xã", None),
        ("UBND thị trấn", "UBND thị trấn Cái Rồng", None),
        ("UBND huyện", "UBND huyện", True),
        ("Thành phố Uông Bí", "UBND thành phố Uông Bí", None),
        ("Liên đoàn Lao động thành phố", "Liên đoàn Lao động thành phố Uông Bí", True),
        ("Bảo hiểm xã hội tỉnh Quảng Ninh", "Bảo hiểm xã hội thành phố Uông Bí", False),
        ("Sở Y tế", "Sở Y tế tỉnh Quảng Ninh", None),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", True),
        ("Chính phủ", "Bộ Nội vụ", False),
    ],
)
def test_bodies_named_differently(one: str, other: str, same: bool | None) -> None:
    assert same_body(body_key(one), body_key(other)) is same
    assert same_body(body_key(other), body_key(one)) is same


@pytest.mark.parametrize(
    ("known", "same"),
    [
        ({}, False),
        ({"UBND thị xã Quảng Yên": "a"}, False),
        ({"UBND thành phố Quảng Yên": "a"}, False),
        ({"UBND thị xã Quảng Yên": "a", "UBND thành phố Quảng Yên": "a"}, True),
        ({"UBND thị xã Quảng Yên": "a", "UBND thành phố Quảng Yên": "b"}, False),
    ],
)
def test_a_register_of_both_decides(known: dict[str, str], same: bool) -> None:
    one, other = "UBND thị xã Quảng Yên", "UBND thành phố Quảng Yên"
    assert same_body(body_key(one, known), body_key(other, known)) is same


@pytest.mark.parametrize(
    ("known", "same"),
    [
        ({}, True),
        ({"UBND tỉnh": "a"}, True),
        ({"Ủy ban nhân dân tỉnh": "a"}, True),
        ({"UBND tỉnh": "a", "Ủy ban nhân dân tỉnh": "b"}, False),
    ],
)
def test_two_bodies_of_a_register_are_two_whatever_their_words(
    known: dict[str, str], same: bool
) -> None:
    one, other = "UBND tỉnh", "Ủy ban nhân dân tỉnh"
    assert same_body(body_key(one, known), body_key(other, known)) is same
