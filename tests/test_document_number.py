"""One number: its spellings, its canonical form, its key, what is missing from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.document_number import DocumentNumber, Family, parse, type_code, type_name
from generator.numbers.number_words import TYPE_NAMES


def parsed(text: str) -> DocumentNumber:
    number = parse(text)
    assert number is not None, text
    return number


SPELLINGS = {
    "1249/PGDĐT": "1249/PGD&ĐT|1249 / PGD-ĐT|1249/pgddt|1249/PGD ĐT|1249/CV-PGDÐT|1249-PGDĐT"
    "|số 1249/PGD|l249/PGDĐT|Công văn số 1249\\PGDĐT|**Số:** 1249/PGDĐT",
    "01/2021/TT-BGDĐT": "1/2021/TT-BGDĐT|001/2021/tt-bgddt|TT01/2021/TT-BGD&ĐT|01/2O21/TT–BGDĐT"
    "|Thông tư 1/2021/BGDĐT|01/2021/TTBGDĐT",
    "2628/QĐ-UBND": "2628/QD-UBND|2628/QÐ-UBND|2628/QĐ - UBND|2628/qđ-ubnd"
    "|2628/QĐ/UBND|2628/QĐ UBND",
    "02-NQ/TU": "2-NQ/TU|02/NQ-TU|02-NQ-TU|02–nq/tu|Nghị quyết số 02/TU|O2-NQ/TU",
    "23/2015/TTLT-BGDĐT-BNV": "23/2015/TTLT-BGD ĐT-BNV|23/2015/TTLT-BGD&ĐT-BNV",
    "1051/SGDĐT-GDTrH": "1051/SGDĐT-GDTRH|1051/sgddt-gdtrh|1051/SGD&ĐT - GDTrH|1051-SGDĐT-GDTrH",
    "998/SGDĐT-GDTrH&GDTX": "998/SGDDT-GDTRH&GDTX",
    "71/NĐ-CP": "Nghị định 71|NĐ 71|nghị định số 71",
    "1249/CV": "CV 1249|công văn số 1249",
    "44/TT-BGDĐT": "Thông tư số 44/BGD&ĐT",
    "15/SGDĐT-ABCX": "15/sgddt-abcx|15/SGD&ĐT-ABCX",
    "12/KH-UBND": "“12/KH-UBND”.|(Số: 12/KH-UBND);| 12/KH-UBND \n\n|0012/KH-UBND|12/KHUBND"
    "|12 KH-UBND|12/KH\n-UBND",
    "12/KH-ABCX": "12/kh-abcx|12/KH - ABCX|12/KH -ABCX",
    "10/KH-UBND": "lO/KH-UBND|Hợp đồng số 10/KH-UBND",
    "05/TTr-UBND": "05/TTrUBND|05/TTR-UBND",
    "15/ĐA-UBND": "Đề án số 15/DA-UBND",
    "36-HD/VPTW": "Hướng dẫn số 36/VPTW|36 - HD/VPTW",
    "595/NQ-UBTVQH15": "595/NQ - UBTVQH15|595/NQ/UBTVQH15",
    "12/2021/KH-UBND": "12-2021/KH-UBND|12/2021 KH-UBND|12/2021/KHUBND",
    "12/UBND": "12 -UBND|12 - UBND",
}


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [(typed, canonical) for canonical, all_ in SPELLINGS.items() for typed in all_.split("|")],
)
def test_spellings_of_one_number_have_one_form_and_one_key(typed: str, canonical: str) -> None:
    assert str(parsed(typed)) == canonical
    assert parsed(typed).key == parsed(canonical).key


@pytest.mark.parametrize(
    ("canonical", "family", "type_", "issuer", "units", "year"),
    [
        ("1249a/PGDĐT", Family.LETTER, None, "PGDĐT", (), None),
        ("3194/SGDĐT-GDPT", Family.LETTER, None, "SGDĐT", ("GDPT",), None),
        ("2628/QĐ-UBND", Family.ADMINISTRATIVE, "QĐ", "UBND", (), None),
        ("30/2020/QĐ-UBND", Family.NORMATIVE, "QĐ", "UBND", (), 2020),
        ("71/2020/NĐ-CP", Family.NORMATIVE, "NĐ", "CP", (), 2020),
        ("66.14/2026/NQ-CP", Family.NORMATIVE, "NQ", "CP", (), 2026),
        ("43/2019/QH14", Family.ASSEMBLY, None, "QH14", (), 2019),
        ("14/1993/QH9", Family.ASSEMBLY, None, "QH9", (), 1993),
        ("12đ/PGDĐT", Family.LETTER, None, "PGDĐT", (), None),
        ("12/CLBTD", Family.LETTER, None, "CLBTD", (), None),
        ("12/ABC", Family.LETTER, None, "ABC", (), None),
        ("12/2021/ABCX", Family.LETTER, None, "ABCX", (), 2021),
        ("12-KH/ABCX", Family.PARTY, "KH", "ABCX", (), None),
        ("12/1945/QĐ-UBND", Family.NORMATIVE, "QĐ", "UBND", (), 1945),
        ("12/2099/QĐ-UBND", Family.NORMATIVE, "QĐ", "UBND", (), 2099),
        ("12/CĐ", Family.LETTER, None, "CĐ", (), None),
        ("595/NQ-UBTVQH15", Family.ASSEMBLY, "NQ", "UBTVQH15", (), None),
        ("367-QĐ/TWĐTN-VP", Family.PARTY, "QĐ", "TWĐTN", ("VP",), None),
        ("1234-CV/TU", Family.PARTY, "CV", "TU", (), None),
        ("57-KH/LĐLĐ", Family.PARTY, "KH", "LĐLĐ", (), None),
        ("57/KH-LĐLĐ", Family.ADMINISTRATIVE, "KH", "LĐLĐ", (), None),
        ("51/TTr-NV", Family.ADMINISTRATIVE, "TTr", "NV", (), None),
        ("1147/SGDĐT-TTr", Family.LETTER, None, "SGDĐT", ("TTr",), None),
        ("15/QĐ-THCSTV", Family.ADMINISTRATIVE, "QĐ", "THCSTV", (), None),
        ("1234/BGDĐT-GDDT", Family.LETTER, None, "BGDĐT", ("GDDT",), None),
    ],
)
def test_position_decides_what_each_part_means(
    canonical: str,
    family: Family,
    type_: str | None,
    issuer: str,
    units: tuple[str, ...],
    year: int | None,
) -> None:
    number = parsed(canonical)
    assert str(number) == canonical
    assert (number.family, number.type, number.issuer) == (family, type_, issuer)
    assert (number.units, number.year, number.is_complete) == (units, year, True)


@pytest.mark.parametrize(
    ("canonical", "spoken"),
    [
        ("22/TT", "Thông tư 22"),
        ("71/NĐ-CP", "Nghị định 71"),
        ("1249/CV", "Công văn 1249"),
        ("27/2020/TT", "Thông tư 27/2020"),
        ("142/KH", "Kế hoạch 142"),
        ("44/TT-BGDĐT", "Thông tư 44/TT-BGDĐT"),
    ],
)
def test_an_incomplete_number_keeps_what_is_known(canonical: str, spoken: str) -> None:
    number = parsed(canonical)
    assert (str(number), number.spoken, number.is_complete) == (canonical, spoken, False)


@pytest.mark.parametrize(
    "text",
    "|1249|11/12|12/2021|2021-2022|Thông tư|số 12|/PGDĐT|12/KH-|000/KH-UBND|123456/KH-UBND"
    "|Quyết định 15 ngày|1249/PGDĐT và 1250/PGDĐT|Số:   /TB-UBND"
    "|1i2/KH-UBND|L2/KH-UBND|Oll/KH-UBND|12ă/PGDĐT|12/1812/QĐ-UBND|12/2150/QĐ-UBND|12/khubnd"
    "|12/GV|12/AB|12/THCS|12-ABCX|12-2021/ABCX|12/2021 UBND|12 KH|12\n-PGDĐT|12/QĐ\n-ABCX"
    "|12 / kh - abcx|12/KH - abcx|Liên tịch 12/TW|12/2100/QĐ-UBND".split("|"),
)
def test_what_is_no_number_parses_to_nothing(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1249/PGDĐT", "1249a/PGDĐT"),
        ("30/QĐ-UBND", "30/2020/QĐ-UBND"),
        ("12/HD-PGDĐT", "12/HĐ-PGDĐT"),
        ("12/PGDĐT", "12/SGDĐT"),
        ("1234/BGDĐT-GDDT", "1234/BGDĐT-GDĐT"),
        ("3194/SGDĐT-GDPT", "3194/SGDĐT"),
    ],
)
def test_numbers_that_differ_have_different_keys(one: str, other: str) -> None:
    assert parsed(one).key != parsed(other).key


def test_a_short_form_may_be_the_number_that_says_more() -> None:
    for short, full in (
        ("22/TT", "22/2021/TT-BGDĐT"),
        ("22/2021/TT", "22/2021/TT-BGDĐT"),
        ("71/NĐ-CP", "71/2020/NĐ-CP"),
        ("1249/CV", "1249/PGDĐT-GDTH"),
        ("44/TT-BGDĐT", "44/2014/TT-BGDĐT"),
        ("23/TT", "23/2015/TTLT-BGDĐT-BNV"),
    ):
        assert parsed(short).may_be(parsed(full))
        assert not parsed(full).may_be(parsed(short))
    assert not parsed("22/TT").may_be(parsed("22/NQ-CP"))
    assert not parsed("1249/CV").may_be(parsed("1249/KH-PGDĐT"))


def test_a_complete_number_is_spoken_in_full() -> None:
    assert parsed("71/2020/NĐ-CP").spoken == "Nghị định 71/2020/NĐ-CP"
    assert parsed("12/UBND").spoken == "Công văn 12/UBND"


@pytest.mark.parametrize("text", ["22/TT", "44/TT-BGDĐT", "71/NĐ-CP"])
def test_a_normative_number_is_one_without_its_year_too(text: str) -> None:
    assert parsed(text).family is Family.NORMATIVE


def test_a_number_without_its_year_keeps_the_rest() -> None:
    assert str(parsed("71/2020/NĐ-CP").without_year()) == "71/NĐ-CP"
    assert parsed("1249/PGDĐT").without_year() == parsed("1249/PGDĐT")


def test_a_type_has_a_name_and_a_name_its_type() -> None:
    assert type_name(parsed("1249/PGDĐT")) == type_name("CV") == "Công văn"
    assert type_name(parsed("43/2019/QH14")) == "Văn bản của Quốc hội"
    assert type_code("thông tư") == "TT"
    assert all(type_name(type_code(name) or "") == name for name in TYPE_NAMES.values())


SERIALS = st.one_of(
    st.integers(1, 99999).map(str), st.integers(1, 999).map(lambda serial: f"{serial}a")
)
ISSUERS = st.sampled_from(["UBND", "PGDĐT", "SGDĐT", "TU", "TW", "CP", "LĐLĐ", "THCSTV", "TTg"])
UNITS = st.lists(st.sampled_from(["GDTrH", "VP", "TTr", "ABCX", "GDTrH&GDTX"]), max_size=2)


@given(
    SERIALS,
    st.none() | st.integers(1990, 2030),
    st.none() | st.sampled_from(sorted(TYPE_NAMES)),
    ISSUERS,
    UNITS,
    st.sampled_from("/-"),
)
def test_what_is_printed_parses_to_the_same_number(
    serial: str, year: int | None, type_: str | None, issuer: str, units: list[str], mark: str
) -> None:
    organ = "-".join([issuer, *units])
    dated = f"{serial}/{year}" if year else serial
    typed = (
        f"{dated}{mark}{type_}{'-' if mark == '/' else '/'}{organ}" if type_ else f"{dated}/{organ}"
    )
    number = parsed(typed)
    assert parse(str(number)) == number
    assert str(parsed(str(number))) == str(number)


@given(st.text())
def test_parsing_any_text_never_fails(text: str) -> None:
    number = parse(text)
    assert number is None or parse(str(number)) == number
