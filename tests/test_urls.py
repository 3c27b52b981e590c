"""The address book."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.graph.indexes import Graph
from generator.model import SchoolYear
from generator.numbers.document_number import DocumentNumber, Family, parse
from generator.numbers.number_words import TYPE_NAMES
from generator.urls import Address


def number(text: str) -> DocumentNumber:
    found = parse(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "place", "year", "address"),
    [
        ("1249/PGDĐT", "", 2021, "van-ban/1249-pgddt-2021"),
        ("71/2020/NĐ-CP", "", None, "van-ban/71-2020-nd-cp"),
        ("71/2020/NĐ-CP", "", 2020, "van-ban/71-2020-nd-cp"),
        (
            "2628/QĐ-UBND",
            "tỉnh Quảng Ninh",
            2021,
            "van-ban/2628-qd-ubnd-tinh-quang-ninh-2021",
        ),
        ("Thông tư 22", "", None, "van-ban/thong-tu-22"),
        ("Nghị định 27/2015", "", None, "van-ban/27-2015-nd-cp"),
        ("02-NQ/TU", "thành phố Uông Bí", 2020, "van-ban/02-nq-tu-thanh-pho-uong-bi-2020"),
        ("43/2019/QH14", "", None, "van-ban/43-2019-qh14"),
        ("12/ĐA-UBND", "", 2021, "van-ban/12-da-ubnd-2021"),
        ("12/DA-UBND", "", 2021, "van-ban/12-du-an-ubnd-2021"),
    ],
)
def test_the_address_of_a_document(text: str, place: str, year: int | None, address: str) -> None:
    assert urls.document(number(text), place=place, year=year) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("1249/PGDĐT", "vb/1249-pgddt"),
        ("71/2020/NĐ-CP", "vb/71-nd-cp"),
        ("Thông tư 22", "vb/thong-tu-22"),
    ],
)
def test_every_number_has_an_address_without_its_year(text: str, address: str) -> None:
    assert urls.number(number(text)) == address


def test_the_addresses_of_the_rest() -> None:
    assert urls.notice("2021-12-bat-thuong") == "thong-bao/2021-12-bat-thuong"
    assert urls.school("thcs-trung-vuong") == "truong/thcs-trung-vuong"
    assert urls.topic("giao-duc-trung-hoc") == "linh-vuc/giao-duc-trung-hoc"
    assert urls.school_year(SchoolYear(2021)) == "nam-hoc/2021-2022"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (urls.HOME, ""),
        (urls.NOTICES, "thong-bao/"),
        (urls.notice("2021-12"), "thong-bao/2021-12/"),
    ],
)
def test_a_page_is_served_at_its_folder(address: Address, path: str) -> None:
    assert urls.served(address) == path


@pytest.mark.parametrize(
    ("start", "target", "anchor", "link"),
    [
        ("thong-bao/2021-12", "truong/th-le-loi", "", "../truong/th-le-loi.md"),
        ("index", "thong-bao/2021-12", "muc-i", "thong-bao/2021-12.md#muc-i"),
        ("thong-bao/2021-12", "index", "", "../index.md"),
        ("thong-bao/2021-12", "thong-bao/2021-11", "", "2021-11.md"),
        ("thong-bao/2021-12", "thong-bao/2021-12", "muc-i", "#muc-i"),
        ("thong-bao/2021-12", "thong-bao/2021-12", "", "2021-12.md"),
        ("truong/index", "linh-vuc/index", "", "../linh-vuc/index.md"),
    ],
)
def test_links_go_from_file_to_file(start: str, target: str, anchor: str, link: str) -> None:
    assert urls.link(Address(target), start=Address(start), anchor=anchor) == link


UNITS = st.lists(st.sampled_from("GDTrH GDTrH&GDTX KTKĐCLGD Đoàn_TN x😀y ßß".split()), max_size=9)
NUMBERS = st.builds(
    DocumentNumber,
    st.from_regex(r"[0-9]{2,6}[a-zđ]?", fullmatch=True),
    st.none() | st.integers(1945, 2100),
    st.none() | st.sampled_from(sorted(TYPE_NAMES)),
    st.none() | st.sampled_from("PGDĐT UBND CP TU QH14 MTTQ".split()),
    UNITS.map(tuple),
    st.sampled_from(Family),
)


@given(NUMBERS, st.text(max_size=200), st.none() | st.integers(1945, 2100))
def test_addresses_are_short_and_plain(
    number: DocumentNumber, place: str, year: int | None
) -> None:
    for address in (urls.document(number, place=place, year=year), urls.number(number)):
        assert len(address) < 80
        assert re.fullmatch(r"(van-ban|vb)/[a-z0-9]+(-[a-z0-9]+)*", address)


@given(NUMBERS, st.text(alphabet="abđ ", min_size=80, max_size=200))
def test_a_shortened_address_still_tells_documents_apart(
    number: DocumentNumber, place: str
) -> None:
    assert urls.document(number, place=place + "a") != urls.document(number, place=place + "b")


def test_every_address_of_the_small_department_is_short_and_plain(graph: Graph) -> None:
    for address in graph.catalogue.documents:
        assert re.fullmatch(r"[a-z0-9/-]{1,79}", address)
