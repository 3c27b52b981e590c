"""Names of schools in prose, on a small register in which names are shared as in life."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Level, Month, School
from generator.names.mentions import (
    Audience,
    How,
    Name,
    Names,
    OpenName,
    OutsideInstitution,
    PlaceName,
    SchoolMention,
)
from generator.vietnamese import slug

MARKS = {How.EXACT: "", How.INHERITED: "+", How.INFERRED: "~", How.NOTED: "!"}


def school(
    level: Level,
    name: str,
    *aliases: str,
    ward: str = "",
    since: Month | None = None,
    until: Month | None = None,
) -> School:
    key = slug(f"{level.replace('&', ' ')} {name}")
    return School(key, level, name, aliases, ward, since, until, "", True, "", 1)


SCHOOLS = (
    school(Level.MN, "Phương Đông", ward="phường Phương Đông"),
    school(Level.MN, "Điền Công", ward="xã Điền Công"),
    school(Level.MN, "Nam Khê", ward="phường Nam Khê"),
    school(Level.MN, "Hoa Lan"),
    school(Level.MN, "Hòa Bình"),
    school(Level.MN, "19-5", "19/5"),
    school(Level.TH, "Lý Thường Kiệt", until=Month(2025, 10)),
    school(Level.TH, "Trần Hưng Đạo", until=Month(2025, 10)),
    school(Level.TH, "Thanh Sơn", since=Month(2025, 10)),
    school(Level.TH, "Lê Lợi"),
    school(Level.TH, "Trần Phú"),
    school(Level.TH, "Lê Hồng Phong"),
    school(Level.THCS, "Bắc Sơn", ward="phường Bắc Sơn"),
    school(Level.THCS, "Nguyễn Văn Cừ"),
    school(Level.THCS, "Lý Tự Trọng"),
    school(Level.THCS, "Nguyễn Trãi"),
    school(Level.THCS, "Phương Đông"),
    school(Level.THCS, "Phương Nam"),
    school(Level.THCS, "Trưng Vương", "Hai Bà Trưng", "Trường THCS số 1"),
    school(Level.TH_THCS, "Điền Công"),
)
NAMES = Names(SCHOOLS, ("Phương Nam", "phường Trưng Vương", "Yên Thanh", "thành phố Uông Bí"))


def shown(name: Name) -> str:
    match name:
        case SchoolMention(school=key, how=how):
            return MARKS[how] + key
        case OpenName(name=words, candidates=candidates):
            return f"?{words}={','.join(candidates)}"
        case PlaceName(name=words):
            return f"@{words}"
        case OutsideInstitution(name=words):
            return f"^{words}"
        case Audience(level=level):
            return f"#{level or '*'}"


def cases() -> list[tuple[str, str, str]]:
    table = Path(__file__).with_name("cases") / "mentions.tsv"
    rows = table.read_text(encoding="utf-8").splitlines()
    split = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return [(level, text.replace(r"\n", "\n"), found) for level, text, found in split]


@pytest.mark.parametrize(("section", "text", "expected"), cases())
def test_what_a_text_names(section: str, text: str, expected: str) -> None:
    level = None if section == "-" else Level(section)
    assert " | ".join(map(shown, NAMES.find(text, section_level=level))) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tại trường THCS Bắc Sơn, nơi", ["THCS Bắc Sơn"]),
        ("trường MN Phương Đông, Điền Công", ["MN Phương Đông", "Điền Công"]),
        ("thuộc địa bàn phường Nam Khê.", ["Nam Khê"]),
        ("đối với bậc mầm non và tiểu học", ["bậc mầm non", "tiểu học"]),
        ("yêu cầu Hiệu trưởng các trường nêu cao", ["Hiệu trưởng các trường"]),
        ("các trường MN, THCS Phương Đông", ["MN", "THCS Phương Đông"]),
        ("Trường THPT Chuyên Hạ Long", ["THPT Chuyên Hạ Long"]),
        ("THCS\nBắc  Sơn đạt", ["THCS\nBắc  Sơn"]),
        ("Yêu cầu Thủ trưởng các đơn vị", ["Thủ trưởng các đơn vị"]),
        ("đối với các trường cấp THCS", ["các trường cấp THCS"]),
        ("các trường phổ thông nộp", ["các trường phổ", "thông"]),
    ],
)
def test_a_span_covers_the_words_that_name(text: str, words: list[str]) -> None:
    assert [text[name.start : name.end] for name in NAMES.find(text)] == words


@pytest.mark.parametrize(
    ("section", "text", "why"),
    [
        (None, "trường MN Bông Sen", "MN Bông Sen chưa có trong danh sách trường"),
        (
            None,
            "trường THCS Trung Vương",
            "THCS Trung Vương chưa có trong danh sách trường; có phải «THCS Trưng Vương»?",
        ),
        *(
            (
                None,
                f"trường THCS {name}",
                f"THCS {name} chưa có trong danh sách trường; có phải «THCS Bắc Sơn»?",
            )
            for name in ("Bắc Sươn", "Bắc Sno", "Bắc Sơnn", "Băc Sơ")
        ),
        (
            None,
            "trường TH Bắc Sơn",
            "TH Bắc Sơn chưa có trong danh sách trường; có phải «THCS Bắc Sơn»?",
        ),
        (
            None,
            "trường TH Lê Lợy",
            "TH Lê Lợy chưa có trong danh sách trường; có phải «TH Lê Lợi»?",
        ),
        (
            None,
            "trường THCS Lê Lợy",
            "THCS Lê Lợy chưa có trong danh sách trường; có phải «TH Lê Lợi»?",
        ),
        (None, "trường TH Lê Lai", "TH Lê Lai chưa có trong danh sách trường"),
        (None, "trường MN Bắc Sươn", "MN Bắc Sươn chưa có trong danh sách trường"),
        *(
            (None, text, f"Chưa rõ «{word}» là cấp học nào; có phải «{meant}»?")
            for text, word, meant in (
                ("trường THSC Bắc Sơn", "THSC", "THCS Bắc Sơn"),
                ("THC Bắc Sơn nộp", "THC", "THCS Bắc Sơn"),
                ("TGCS Phương Đông", "TGCS", "THCS Phương Đông"),
                ("TRƯỜNG THSC BẮC SƠN", "THSC", "THCS Bắc Sơn"),
                ("trường NM Phương Đông", "NM", "MN Phương Đông"),
                ("trường THSC Điền Công", "THSC", "TH&THCS Điền Công"),
                ("TH&TCHS Điền Công", "TCHS", "TH&THCS Điền Công"),
            )
        ),
        *(
            (None, text, f"Chưa rõ cấp học; tên này có ở {schools}")
            for text, schools in (
                ("GV Hoa Lan", "MN Hoa Lan"),
                ("HT Lê Lợi", "TH Lê Lợi"),
                ("NM Lê Lợi", "TH Lê Lợi"),
                ("thsc Nguyễn Trãi", "THCS Nguyễn Trãi"),
            )
        ),
        (
            None,
            "trường MN Bắc Sơn",
            "MN Bắc Sơn chưa có trong danh sách trường; tên này có ở THCS Bắc Sơn",
        ),
        (
            None,
            "trường Bắc Sươn",
            "Bắc Sươn chưa có trong danh sách trường; có phải «THCS Bắc Sơn»?",
        ),
        (None, "trường THCS Đắc Sở", "THCS Đắc Sở chưa có trong danh sách trường"),
        (
            None,
            "trường THCS Điền Công",
            "THCS Điền Công chưa có trong danh sách trường; có phải «TH&THCS Điền Công»?",
        ),
        (
            None,
            "Phương Đông nghỉ học",
            "Chưa rõ cấp học; tên này có ở MN Phương Đông, THCS Phương Đông"
            " và là tên một phường, xã",
        ),
        (
            Level.THCS,
            "các trường Hoa Lan",
            "THCS Hoa Lan chưa có trong danh sách trường; tên này có ở MN Hoa Lan",
        ),
        (
            Level.THCS,
            "trường Yên Thanh",
            "THCS Yên Thanh chưa có trong danh sách trường; đây là tên một phường, xã",
        ),
        (
            Level.TH,
            "GV mầm non đến các trường Lê Lợi",
            "Câu nói đến cấp học khác với mục; tên này có ở TH Lê Lợi",
        ),
        (
            None,
            "TH Lê Lợi B",
            "Chưa rõ «TH Lê Lợi B» có phải một trường trong danh sách; có phải «TH Lê Lợi»?",
        ),
        (None, "trường Phan Đình Phùng", "Phan Đình Phùng chưa có trong danh sách trường"),
        (None, "trường Yên Thanh", "Yên Thanh chưa có trong danh sách trường"),
        (
            None,
            "các trường MN, THCS Phương Đông",
            "Chưa rõ «MN» là MN Phương Đông hay các trường mầm non",
        ),
    ],
)
def test_an_open_name_says_why(section: Level | None, text: str, why: str) -> None:
    opened = [
        name for name in NAMES.find(text, section_level=section) if isinstance(name, OpenName)
    ]
    assert [name.why for name in opened] == [why]


def test_two_schools_called_alike_stay_open() -> None:
    two = (school(Level.TH, "Sao Mai"), school(Level.TH, "Sao Băng", "Sao Mai"))
    twins = Names((*two, school(Level.THCS, "Sao Mai")))
    assert shown(twins.find("trường TH Sao Mai")[0]) == "?Sao Mai=th-sao-mai,th-sao-bang"
    level, _ = twins.find("các trường TH, THCS Sao Mai")
    assert shown(level) == "?TH Sao Mai=th-sao-mai,th-sao-bang"


def test_a_name_that_starts_another_gives_way_to_the_longer() -> None:
    names = Names((school(Level.MN, "Hoa Sen"), school(Level.MN, "Hoa Sen Trắng")))
    found = names.find("trường MN Hoa Sen Trắng, Hoa Sen")
    assert list(map(shown, found)) == ["mn-hoa-sen-trang", "+mn-hoa-sen"]


def test_an_alias_may_say_the_level_it_is_called_by() -> None:
    names = Names((school(Level.TH_THCS, "Hoa Ban", "TH Hoa Ban", "Trường THCS Hoa Mai"),))
    found = names.find("trường TH Hoa Ban, THCS Hoa Mai, TH&THCS Hoa Ban, THCS Hoa Ban")
    assert list(map(shown, found)) == [*["th-thcs-hoa-ban"] * 3, "?Hoa Ban=th-thcs-hoa-ban"]


def test_a_place_may_begin_with_a_word_for_places() -> None:
    names = Names((school(Level.MN, "Sông Khoai", ward="xã Sông Khoai"),), ("phường Hồ Sen",))
    found = names.find("các xã Sông Khoai, phường Hồ Sen")
    assert list(map(shown, found)) == ["@Sông Khoai", "@Hồ Sen"]


def test_an_empty_register_finds_no_school() -> None:
    text = "Chỉ đạo các trường THCS; trường MN Hoa Lan, phường Bắc Sơn; THPT Hạ Long"
    found = Names(()).find(text)
    assert list(map(shown, found)) == ["#THCS", "?Hoa Lan=", "@Bắc Sơn", "^THPT Hạ Long"]


@pytest.mark.parametrize(("section", "text", "expected"), cases())
def test_decomposed_and_old_tone_spellings_name_the_same(
    section: str, text: str, expected: str
) -> None:
    level = None if section == "-" else Level(section)
    found = NAMES.find(unicodedata.normalize("NFD", text), section_level=level)
    assert unicodedata.normalize("NFC", " | ".join(map(shown, found))) == expected


WORDS = """
trường Trường các MN TH THCS TH&THCS THPT mầm non tiểu học cấp cụm phường địa bàn đ/c ĐH bậc
Phương Đông Bắc Sơn Lê Lợi Điền Công Hải 19 5 I , ; : . ( ) - – / & % “ ¹ 100 x và gồm đơn vị
toàn ngành số chuyên tỉnh đối với kết thúc Trung tâm GDTX hiệu trưởng phổ thông của trên khác một
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n- ", "\n\n"])
PROSE = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", "  "])), max_size=40).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@given(PROSE | st.text(), st.none() | st.sampled_from(Level))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, level: Level | None) -> None:
    at = 0
    for name in NAMES.find(text, section_level=level):
        assert at <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip() == text[name.start : name.end]
        at = name.end


@given(PROSE, st.none() | st.sampled_from(Level))
def test_only_schools_of_the_register_are_named(text: str, level: Level | None) -> None:
    keys = {each.key for each in SCHOOLS}
    for name in NAMES.find(text, section_level=level):
        if isinstance(name, SchoolMention):
            assert name.school in keys
        elif isinstance(name, OpenName):
            assert set(name.candidates) <= keys
            assert name.why


@pytest.mark.parametrize(
    "piece",
    [
        "TH, ",
        "trường ",
        "Bắc Sơn (",
        "Bắc Sơn (x), ",
        "phường ",
        "cụm (",
        "THCS Phương ",
        "địa bàn Bắc Sơn, ",
        "các trường: ",
        "Hải ",
        "đ/c ",
        "THPT Hải, ",
        "đối với ",
        "\n",
        " ",
        "-",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        NAMES.find(text, section_level=Level.THCS)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(200_000) < 12 * max(seconds(50_000), 0.02)


def test_readers_are_told_how_a_name_is_known() -> None:
    assert How.NOTED.label == "theo ghi chú của văn thư"
    assert len({how.label for how in How}) == len(How)
