"""Vietnamese text: normal forms, addresses, dictionary order, dates and numbers, sentences."""

import re
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import vietnamese
from generator.vietnamese import (
    bare,
    normalise,
    normalise_tone,
    sentences,
    show_date,
    slug,
    sort_key,
    tone_key,
)

TONE_PAIRS = [
    re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), line).split("\t")
    for line in (Path(__file__).parent / "cases/tone.tsv").read_text("utf-8").split("\n")[:-1]
    if line[:1] != "#"
]
LETTERS = "aàảãáạăằâấeẻêễiìoóôộơởuụưừyỳđbcghklmnpqtGIQUOÀĐÐ"
vietnamese_text = st.text(alphabet=LETTERS + " -.&/019\n\u00a0\u00ad\u200b\u0301\u0323\u031b")


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Tru\u031bng Vu\u031bo\u031bng", "Trưng Vương"),
        ("vie\u0323\u0302t", "việt"),
        ("PGD\u00d0T \u00f0oàn \u0189ông", "PGDĐT đoàn Đông"),
        ("Uông\u00a0Bí\u2009\u3000x", "Uông Bí  x"),
        ("học\u00ad sinh\u200b\u2060\ufeff", "học sinh"),
        ("2021 – 2022, 281/QĐ\u2011TTg", "2021 – 2022, 281/QĐ\u2011TTg"),
        ("hoà  bình\n\tdòng hai", "hoà  bình\n\tdòng hai"),
        ("học kỳ I\u00b9, 30 m\u00b2", "học kỳ I\u00b9, 30 m\u00b2"),
    ],
)
def test_one_form_of_writing(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(("one", "other", "verdict"), TONE_PAIRS)
def test_spellings_of_one_word_with_its_accents(one: str, other: str, verdict: str) -> None:
    assert (tone_key(one) == tone_key(other)) is (verdict == "same"), (tone_key(one), other)


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("CỘNG HOÀ", "CỘNG HÒA"),
        ("Thuỷ, khoá; (tuý)", "Thủy, khóa; (túy)"),
        ("quý quả già quỳnh giặc gìn giữ", "quý quả già quỳnh giặc gìn giữ"),
        ("hoàn toàn thuận huỳnh khuỷu ngoài", "hoàn toàn thuận huỳnh khuỷu ngoài"),
        ("quyển thuở rượu người khoắng tiếng", "quyển thuở rượu người khoắng tiếng"),
        ("múa, mía, bài, cáo, đấu, lửa, chịu, hữu", "múa, mía, bài, cáo, đấu, lửa, chịu, hữu"),
        ("café Zoé hoàxyz àà", "café Zoé hoàxyz àà"),
        ("HOÀ1 hoà2", "HÒA1 hòa2"),
        ("IÀ\u0301", "IÀ\u0301"),
    ],
)
def test_the_tone_has_one_place_in_a_word(written: str, placed: str) -> None:
    assert normalise_tone(written) == placed


@given(vietnamese_text | st.text())
def test_normal_forms_of_normal_forms_are_themselves(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert normalise_tone(normalise_tone(text)) == normalise_tone(text)
    assert tone_key(tone_key(text)) == tone_key(text)


@given(vietnamese_text)
def test_decomposed_text_has_the_same_normal_form(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert normalise(decomposed) == normalise(text)
    assert slug(decomposed) == slug(text)
    assert sort_key(decomposed)[:2] == sort_key(text)[:2]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đánh giá chung", "danh-gia-chung"),
        ("1249/PGD&ĐT", "1249-pgddt"),
        ("1249/PGD\u00d0T", "1249-pgddt"),
        ("3062/SGD & ĐT-GDTCMN", "3062-sgddt-gdtcmn"),
        ("71/2020/NĐ–CP", "71-2020-nd-cp"),
        ("TH&THCS Điền Công", "th-thcs-dien-cong"),
        ("  “Sóng và máy tính” (đợt 2)  ", "song-va-may-tinh-dot-2"),
        ("ĐƯỜNG ƯU TIÊN", "duong-uu-tien"),
        ("./.", ""),
        ("日本", ""),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert slug(text) == address


def test_a_long_address_is_cut_between_words() -> None:
    assert slug("giáo dục địa phương", limit=12) == "giao-duc-dia"
    assert slug("giáo dục địa phương", limit=11) == "giao-duc"
    assert slug("nghiêng", limit=4) == "nghi"


@given(vietnamese_text | st.text(), st.integers(1, 90))
def test_addresses_are_short_and_of_plain_letters(text: str, limit: int) -> None:
    address = slug(text, limit=limit)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", address)
    assert len(address) <= limit
    assert slug(address, limit=limit) == address


def test_bare_text_has_no_marks() -> None:
    assert bare("Phòng GD&Đ\u00d0T, ƯU") == "phong gd&ddt, uu"


@pytest.mark.parametrize(
    "ordered",
    [
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "ma mà mả mã má mạ mạc mắn mận mẹ",
        "An Ân Anh|Bắc Sơn|Điền Công|Hà Lan|Hạ Long|Nam Khê|Quảng Ninh|Uông Bí|Ưu Tú",
        "Lê Hồng Phong|Lê Lợi|Lý Thường Kiệt|Lý Tự Trọng",
        "ma túy|má bánh|mạ bạc",
        "hòa|hoà a|hỏa|hoạ",
        "lớp 2|lớp 6A1|lớp 6A10|lớp 9|lớp 10|lớp 12.843|lớp chọn",
        "1249/PGDĐT|1249a/PGDĐT|1250/PGDĐT|3194/SGDĐT",
        "|1|A|a|Đ|đ",
        "tổ 0|tổ 01|tổ 1|tổ 2|tổ " + "9" * 5000,
        "TH&THCS Điền Công|TH Trần Phú|THCS Bắc Sơn",
    ],
)
def test_dictionary_order(ordered: str) -> None:
    words = ordered.split("|") if "|" in ordered else ordered.split(" ")
    assert sorted(reversed(words), key=sort_key) == words


@given(st.lists(vietnamese_text | st.text(), max_size=6))
def test_order_is_total_and_the_same_from_any_start(texts: list[str]) -> None:
    once = sorted(texts, key=sort_key)
    assert sorted(reversed(texts), key=sort_key) == once
    assert all(
        (sort_key(one) == sort_key(other)) is (one == other) for one in texts for other in texts
    )


def test_dates_are_shown_with_their_zeros() -> None:
    assert show_date(date(2021, 2, 1)) == "01/02/2021"


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành kiểm tra.|Có biên bản gửi các trường.",
        "Tổng số: 12.843 học sinh (tăng 1,5%).|Số lớp: 326.",
        "UBND TP. Uông Bí và TX. Quảng Yên phối hợp; đ/c. Mai dự.|Vắng: 0",
        "PGS.TS. Trần A. Bình báo cáo; ThS. Lan tham luận.|Hội nghị kết thúc.",
        "Nộp trước ngày 31/3.|Các trường nộp muộn phải giải trình.",
        "Họp ngày 20.11.1982 theo mục 5.2 và mục 1.2.3 của đề án.|Xong!",
        "1. Giáo dục mầm non.|Duy trì sĩ số.",
        "II. Nhiệm vụ:\n| - Tiếp tục rà soát.|Báo cáo Phòng.\n| + Nộp hồ sơ.",
        "Kiểm tra học kỳ I.|Tổ chức thi.",
        "Phòng cháy, chữa cháy,...|Tăng cường tuyên truyền... đến phụ huynh.",
        "Thực hiện “Ba công khai.”|Các trường niêm yết (đủ 3 bản.)|Hết.",
        "Đề nghị các trường thực hiện./.|Nơi nhận: như trên.",
        "Đã xong chưa?|Rồi!|“Tốt.”",
        "Phần một\n\n|phần hai, dòng một\ndòng hai",
        "Áp dụng cho lớp 9.|Lớp 8 học bù v.v.|Các lớp khác không.",
        "Một câu không có dấu chấm",
        "Họ tên.......lớp.......|Ngày.../.../2021 nộp...!?|Đã nộp…/.|Hết.",
        "- (1.2). Lớp 1. (a).|Lớp 2.|((B)). Lớp 3.|I. Lớp 4.|C. Lớp 5.",
    ],
)
def test_where_sentences_end(text: str) -> None:
    joined = text.replace("|", " ").replace("\n  ", "\n ")
    assert [joined[start:end] for start, end in sentences(joined)] == [
        sentence.strip() for sentence in text.split("|")
    ]


@given(vietnamese_text | st.text(alphabet="Aa1. \n-?…”I/"))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert [place for span in spans for place in span] == sorted(
        place for span in spans for place in span
    )
    between = [0, *(place for span in spans for place in span), len(text)]
    gaps = zip(between[::2], between[1::2], strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()


@pytest.mark.parametrize(
    "text",
    [
        "." * 100_000 + "a",
        '."' + ")" * 100_000 + "a",
        "./" * 100_000 + "a",
        "-" * 30_000 + " A." * 30_000,
        "- . " * 50_000,
        "I" * 100_000 + " A. " * 30_000,
        "1\n\n" + "- \n\n" * 50_000 + "A. B",
    ],
    ids=lambda text: text[:6],
)
def test_rows_of_signs_take_no_longer_than_words(text: str) -> None:
    started = time.process_time()
    sentences(text)
    assert time.process_time() - started < 2


def test_it_stands_on_nothing_of_the_project() -> None:
    assert "generator" not in Path(vietnamese.__file__).read_text("utf-8")
