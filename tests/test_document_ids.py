"""Which document a citation means: whose it is."""

import pytest

from generator.graph.document_ids import Bodies
from generator.model import Body, Registers, Synonyms
from generator.numbers.document_number import parse
from generator.vietnamese import slug

REGISTERED = (
    "UBND tỉnh Quảng Ninh",
    "UBND phường Bắc Sơn",
    "Phòng GD&ĐT Uông Bí",
    "Sở Y tế tỉnh Quảng Ninh",
    "Bảo hiểm xã hội tỉnh Quảng Ninh",
    "Liên đoàn Lao động thành phố Uông Bí",
    "Công an thành phố Uông Bí",
    "Công an thành phố Hạ Long",
    "Bộ Nội vụ",
    "Ban Chấp hành Trung ương Đảng",
)


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    registered = tuple(
        Body(slug(name), name, (), (), "", False, None, None, "", 1) for name in REGISTERED
    )
    return Bodies(Registers((), 0, (), (), registered, Synonyms()))


@pytest.mark.parametrize(
    ("words", "name", "address"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh Quảng Ninh", "ubnd-tinh-quang-ninh"),
        ("UBND phường", None, "phuong"),
        ("P.GD&ĐT", "Phòng GD&ĐT Uông Bí", "phong-gddt-uong-bi"),
        ("Trưởng phòng GD&ĐT", "Phòng GD&ĐT Uông Bí", "phong-gddt-uong-bi"),
        ("Sở Y tế", None, "so-y-te"),
        ("Bảo hiểm xã hội tỉnh", "Bảo hiểm xã hội tỉnh Quảng Ninh", None),
        ("Bảo hiểm xã hội thành phố Uông Bí", None, "thanh-pho-uong-bi"),
        ("Liên đoàn Lao động thành phố", "Liên đoàn Lao động thành phố Uông Bí", None),
        ("Công an thành phố", None, "thanh-pho-cong-an"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", "bo-noi-vu"),
        ("Bộ trưởng Bộ Y tế", None, "bo-y-te"),
        ("BCH TW Đảng", "Ban Chấp hành Trung ương Đảng", None),
    ],
)
def test_words_name_the_one_registered_body_they_can_mean(
    words: str, name: str | None, address: str | None, bodies: Bodies
) -> None:
    number = parse("15/QĐ-X")
    assert number is not None
    found = bodies.id_of(number, words, 2021)
    assert (found.body and found.body.name) == name
    assert found.address == f"van-ban/15-qd-x-{address or slug(name or '')}-2021"
