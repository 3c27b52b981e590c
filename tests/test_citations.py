"""Numbers in prose: which there are, where they stand, their dates and bodies, how they join."""

import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.citations import Citation, find, find_all
from generator.numbers.cite import cite_json, cite_lines
from generator.numbers.document_number import parse

CASES = Path(__file__).parent / "cases" / "citations.tsv"


def cases() -> list[tuple[str, str]]:
    """Rows of text and its numbers; `\\n` is a line break and `\\\\` a backslash."""
    rows = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        text, _, numbers = line.partition("\t")
        text = text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")
        rows.append((text, numbers))
    return rows


def numbers(text: str) -> str:
    return ";".join(dict.fromkeys(str(citation.number) for citation in find(text)))


def only(text: str) -> Citation:
    (citation,) = find(text)
    return citation


@pytest.mark.parametrize(("text", "expected"), cases())
def test_numbers_found_in_prose(text: str, expected: str) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases())
def test_decomposed_text_reads_the_same(text: str, expected: str) -> None:
    assert numbers(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("theo Công văn số 1249/PGDĐT, mục 2", ["1249/PGDĐT"]),
        ("theo Thông tư 22.", ["Thông tư 22"]),
        ("Thông tư số 44/BGD&ĐT", ["Thông tư số 44/BGD&ĐT"]),
        ("công văn số 1249, 1250/PGDĐT", ["1249", "1250/PGDĐT"]),
        ("01-03/2021/TT-BGDĐT", ["01", "", "03/2021/TT-BGDĐT"]),
        ("số 1224/SGDĐT-\nGDTrH", ["1224/SGDĐT-\nGDTrH"]),
        ("TT30/2024/TT-BGDĐT", ["30/2024/TT-BGDĐT"]),
        ("2628/QĐ-UBND¹ ngày", ["2628/QĐ-UBND"]),
        ("Nghị định 71 và 108", ["Nghị định 71", "108"]),
        ("Quyết định 1249, 1250/PGDĐT", ["1249", "1250/PGDĐT"]),
        ("1249/PGD\u00ad&ĐT", ["1249/PGD\u00ad&ĐT"]),
    ],
)
def test_what_was_printed_is_kept(text: str, printed: list[str]) -> None:
    assert [citation.printed for citation in find(text)] == printed


@pytest.mark.parametrize(
    ("text", "day", "body"),
    [
        ("ngày 04/11/2021 của Phòng GD&ĐT về việc", date(2021, 11, 4), "Phòng GD&ĐT"),
        (" của HĐND tỉnh Hà Giang ngày 9.12.2020", date(2020, 12, 9), "HĐND tỉnh Hà Giang"),
        (", ngày 30 tháng 6 năm 2020 của Chính phủ quy định", date(2020, 6, 30), "Chính phủ"),
        ("vào ngày 12/11/2021 tại Phòng GD&ĐT", None, None),
        ("ngày 31/02/2021", None, None),
        ("ngày 23/2 của UBND thành phố và các trường", None, "UBND thành phố"),
        (
            "ngày 1/1/2017 của Bộ Văn hóa, Thể thao và Du lịch về việc",
            date(2017, 1, 1),
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
        ("của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành", None, "Bộ trưởng Bộ Giáo dục và Đào tạo"),
        ("của UBND TP. Uông Bí (sửa đổi)", None, "UBND TP. Uông Bí"),
        ("ngay 09/8/2021 cua UBND tinh ve viec", date(2021, 8, 9), "UBND tinh"),
        ("về việc tổ chức ngày hội của trường", None, None),
        ("ngày 04/11/21 của UBND tỉnh", date(2021, 11, 4), "UBND tỉnh"),
        ("ngày 22/6/93 của Chính phủ", date(1993, 6, 22), "Chính phủ"),
        ("ngày 01/9/45, ngày 01/9/44", date(1945, 9, 1), None),
        ("ngày 01/9/44", date(2044, 9, 1), None),
        ("ngày 01/9/99", date(1999, 9, 1), None),
        ("ngày 5/9 của UBND xã", None, "UBND xã"),
        ("ngày 23/2-25/2 của UBND xã", None, None),
        ("do UBND tỉnh ban hành", None, "UBND tỉnh"),
        ("năm 2021 của UBND tỉnh", None, "UBND tỉnh"),
        ("năm 2021, ngày 04/11/2021", date(2021, 11, 4), None),
        ("về việc dạy học ngày 23/2 của UBND tỉnh", None, None),
        ("về việc tuyển sinh năm 2021 của UBND tỉnh", None, None),
        ("của … UBND tỉnh", None, None),
        ("của chúng tôi", None, None),
        ("của ngày 04/11/2021", None, None),
        ("của và đào tạo", None, None),
        ("của ban hành quy chế", None, None),
        ("của UBND thành phố. Hội đồng trường họp", None, "UBND thành phố"),
        ("của UBND\ntỉnh về việc", None, "UBND tỉnh"),
        ("của UBND tỉnh Về việc", None, "UBND tỉnh"),
        ("của UBND tỉnh cho phép", None, "UBND tỉnh"),
        ("của Ban, hành chính", None, "Ban"),
        ("ngày 04/11/20211", None, None),
        ("năm 2021-2022 của UBND xã", None, None),
        ("năm 2021 - 2022 của UBND xã", None, None),
        ("năm 20210 của UBND xã", None, None),
        ("ngày 23/2/2 của UBND xã", None, None),
        ("của UBND TP.Uông Bí", None, "UBND TP.Uông Bí"),
        ("của UBND Tp. Hạ Long", None, "UBND Tp. Hạ Long"),
        ("của UBND tp. Hạ Long", None, "UBND tp. Hạ Long"),
        ("của UBND TX. Quảng Yên", None, "UBND TX. Quảng Yên"),
        ("của Sở Văn hóa, Thể thao", None, "Sở Văn hóa, Thể thao"),
        ("của UBND - HĐND tỉnh", None, "UBND - HĐND tỉnh"),
        ("của UBND-HĐND tỉnh", None, "UBND-HĐND tỉnh"),
        ("của UBND tỉnh - 12 bản", None, "UBND tỉnh"),
        (", của UBND tỉnh", None, "UBND tỉnh"),
        ("do\nUBND tỉnh ban hành", None, "UBND tỉnh"),
        ("của Ủy ban hành chính tỉnh", None, "Ủy ban hành chính tỉnh"),
        ("của Phòng GD&ĐT và UBND phường", None, "Phòng GD&ĐT"),
        ("của Sở Y tế", None, "Sở Y tế"),
        ("cua UBND tinh ban hanh", None, "UBND tinh"),
        ("cua Phong Y te va phat trien", None, "Phong Y te"),
        ("CUA PHONG Y TE VA phat trien", None, "PHONG Y TE"),
    ],
)
def test_date_and_body_come_from_the_same_clause(
    text: str, day: date | None, body: str | None
) -> None:
    citation = only(f"Quyết định 15/QĐ-ABCD {text}")
    assert (citation.date, citation.body) == (day, body)


@pytest.mark.parametrize(
    "words",
    [
        "[1] ngày 04/11/2021",
        "[12], ngày 04/11/2021",
        "[1]ngày 04/11/2021",
        "\n(ngày 04/11/2021)",
        ",ngày 04/11/2021",
        "ký ngày 04/11/2021",
        "được ký ngày 04/11/2021",
        ", được\nban\nhành\nngày\n04/11/2021",
        "ban hành ngày 04/11/2021",
        "đề ngày 04/11/2021",
        "ra ngày 04/11/2021",
        "ngày 4.11.2021",
        "ngày 04-11-2021",
        "ngày 04 / 11 / 2021",
        "ngày 04\n/\n11\n/\n2021",
        "ngày 4 tháng 11 năm 2021",
        "ngày\n4\ntháng\n11\nnăm\n2021",
        "(ngày 4 tháng 11 năm 2021)",
    ],
)
def test_a_date_is_written_in_many_ways(words: str) -> None:
    for text in (f"15/QĐ-UBND {words} của UBND xã", f"15/QĐ-UBND của UBND xã {words}"):
        citation = only(text)
        assert (citation.date, citation.body) == (date(2021, 11, 4), "UBND xã")


@pytest.mark.parametrize(
    "words",
    [
        "ngày 23/2",
        ", ngày 23-2",
        ",ngày 23.2",
        "\n(ngày\n23 /\n2)",
        "(ngày 23 tháng 2)",
        "ngày 23\ntháng\n2",
        "năm 2021",
        ", năm 1998",
        ",năm 1998",
        "\nnăm\n2021",
    ],
)
def test_a_date_that_lacks_its_day_or_year_is_passed_over(words: str) -> None:
    citation = only(f"15/QĐ-UBND {words} của UBND xã")
    assert (citation.date, citation.body) == (None, "UBND xã")


@pytest.mark.parametrize("words", [", năm 2021,", ",năm 2021", ",ngày 23/2", "(ngày 23/2)", ","])
def test_a_body_may_follow_without_a_space(words: str) -> None:
    assert only(f"15/QĐ-UBND{words}của UBND xã").body == "UBND xã"


def test_a_list_shares_its_date_and_body() -> None:
    found = find("các công văn số 12, 13/PGDĐT ngày 04/11/2021 của Phòng GDĐT Uông Bí")
    assert {(one.date, one.body) for one in found} == {(date(2021, 11, 4), "Phòng GDĐT Uông Bí")}


def test_each_of_a_list_may_have_a_date_of_its_own() -> None:
    found = find("Công văn 1249 ngày 04/11/2021 và 1250/PGDĐT ngày 05/11/2021 của Phòng GDĐT")
    assert [one.date for one in found] == [date(2021, 11, 4), date(2021, 11, 5)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Quyết định của UBND tỉnh số 2628/QĐ-UBND về việc", "UBND tỉnh"),
        ("Thông tư Bộ GD&ĐT số 22 về đánh giá", "Bộ GD&ĐT"),
        ("Quyết định của UBND\ntỉnh số 2628/QĐ-UBND", "UBND tỉnh"),
        ("Quyết định của TU số 12", "TU"),
        ("Kế hoạch của UBND số 57/KH-UBND của UBND thành phố", "UBND thành phố"),
        ("Kế hoạch của UBND số 57 của UBND thành phố", "UBND thành phố"),
    ],
)
def test_the_body_may_stand_before_the_number(text: str, body: str) -> None:
    assert only(text).body == body


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("công văn số 1249-1251/PGDĐT", ["Công văn"] * 3),
        ("Thông tư 27/2020/TT-BGDĐT-32/2018/TT-BGDĐT", ["Thông tư", None]),
        ("Thông tư liên tịch số 23 và 45/PGDĐT", ["Thông tư liên tịch", None]),
        ("Công văn 5512/BGDĐT ngày 18/12/2020, 57/KH-PGDĐT", ["Công văn", None]),
    ],
)
def test_the_word_before_a_list_speaks_for_all_of_it(text: str, kinds: list[str | None]) -> None:
    assert [citation.kind for citation in find(text)] == kinds


@pytest.mark.parametrize(
    ("text", "how_many"),
    [
        ("Kế hoạch số 100-150/KH-PGDĐT", 51),
        ("Kế hoạch số 100-151/KH-PGDĐT", 2),
        ("Kế hoạch số 100-100/KH-PGDĐT", 2),
    ],
)
def test_a_range_of_fifty_is_filled_in(text: str, how_many: int) -> None:
    assert len(find(text)) == how_many


def test_a_short_form_joins_the_one_earlier_mention_that_fits() -> None:
    full, short = find("Thông tư 22/2021/TT-BGDĐT … theo Thông tư 22")
    assert short.joined and short.number == full.number
    assert short.written == parse("22/TT") and not full.joined


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Công văn 1249A/PGDĐT … công văn 1249a", "1249A/PGDĐT"),
        ("Quyết định 1982/QĐ-TTg … Quyết định 1982", "1982/QĐ-TTg"),
        ("Công văn số 1020/UBND-GD … Văn bản số 1020", "1020/UBND-GD"),
        ("Công văn số 1020 của UBND thành phố … Văn bản số 1020", "1020/CV"),
        ("Nghị quyết số 43/2019/QH14 … Nghị quyết 43/2019", "43/2019/QH14"),
        ("Luật số 43/2019/QH14 … theo Luật số 43", "43/2019/QH14"),
        # its year and day
        ("Công văn 12/PGDĐT ngày 01/3/2021 … Công văn 12 ngày 01/3/2021", "12/PGDĐT"),
        ("Công văn 12/PGDĐT … Công văn 12 ngày 01/3/2021", "12/PGDĐT"),
        ("Thông tư 22/2021/TT-BGDĐT … Thông tư 22 ngày 20/7/2021", "22/2021/TT-BGDĐT"),
        ("Thông tư 43/2021/TT-BGDĐT ngày 05/01/2022 … Thông tư 43", "43/2021/TT-BGDĐT"),
        # its body
        ("Thông tư 32/2018 … Thông tư 32 của Bộ GD&ĐT", "32/2018/TT"),
        ("Công văn số 1249/PGDĐT … Công văn 1249 của Phòng GD&ĐT", "1249/PGDĐT"),
        ("Kế hoạch 57/KH-LĐLĐ … Kế hoạch số 57 của Liên đoàn Lao động", "57/KH-LĐLĐ"),
        ("Nghị quyết số 43/2022/QH15 … Nghị quyết 43 của Quốc hội", "43/2022/QH15"),
        # the one that says most
        ("Thông tư 32/2018, Thông tư 32/2018/TT-BGDĐT … Thông tư 32", "32/2018/TT-BGDĐT"),
    ],
)
def test_one_earlier_mention_fits(text: str, number: str) -> None:
    *_, short = find(text)
    assert short.joined and str(short.number) == number


@pytest.mark.parametrize(
    ("text", "number", "candidates"),
    [
        (
            "Thông tư 22/2021/TT-BGDĐT, Thông tư 22/2016/TT-BGDĐT, Thông tư 22",
            "22/TT",
            ["22/2021/TT-BGDĐT", "22/2016/TT-BGDĐT"],
        ),
        ("Thông tư 32/2018, Thông tư 32/2020, Thông tư 32", "32/TT", ["32/2018/TT", "32/2020/TT"]),
        (
            "Công văn 1249/PGDĐT, công văn 1249/PGDĐT-GDTH, công văn 1249",
            "1249/CV",
            ["1249/PGDĐT", "1249/PGDĐT-GDTH"],
        ),
    ],
)
def test_a_short_form_that_fits_two_stays_open(
    text: str, number: str, candidates: list[str]
) -> None:
    *_, short = find(text)
    assert not short.joined and str(short.number) == number
    assert [str(one) for one in short.candidates] == candidates


@pytest.mark.parametrize(
    "text",
    [
        "Thông tư 22 … Thông tư 22/2021/TT-BGDĐT",
        "Thông tư 22 … TT 22",
        "Công văn 12/PGDĐT ngày 01/3/2021 … Công văn 12 ngày 05/4/2022",
        "Thông tư 22/2021/TT-BGDĐT … Thông tư 22 ngày 22/9/2016",
        "Kế hoạch 142/KH-PGDĐT … Kế hoạch số 142 của UBND thành phố",
        "Thông tư 22/2021/TT-BGDĐT … Nghị quyết 22",
        "Thông tư 44/2014/TT-BTC … Thông tư số 44/BGD&ĐT",
        "Nghị quyết số 43/2019/QH14 … Nghị quyết 43/2020",
        "Nghị quyết số 43/2022/QH15 … Nghị quyết 43 của Chính phủ",
        "22/2021/QĐ-UBND … Số: 22/TT",
        "Công văn 1249/PGDĐT-GDTH … công văn 1249/PGDĐT",
    ],
)
def test_what_does_not_fit_is_not_joined(text: str) -> None:
    assert [citation.joined for citation in find(text)] == [False, False]


def test_no_bare_number_after_so_alone_is_joined() -> None:
    assert str(only("Công văn 1020/UBND-GD … ghế số 1020").number) == "1020/UBND-GD"


@pytest.mark.parametrize("text", ["Công văn 1020/UBND-GD … văn bản 1020", "Văn bản số 1020, 1021"])
def test_a_word_for_any_document_takes_a_bare_number_only_to_join_it(text: str) -> None:
    assert not any(citation.kind == "Văn bản" for citation in find(text))


def test_short_forms_join_across_the_places_of_one_notice() -> None:
    first, second = find_all(["theo Nghị định 71/2020/NĐ-CP", "theo Nghị định 71"])
    assert second[0].number == first[0].number
    assert (second[0].start, second[0].end) == (5, 17)


def test_cite_gives_each_line_its_numbers() -> None:
    text = "số 1224/SGDĐT-\r\nGDTrH và\x0b12/KH-UBND\nThông tư 22\n\nTT 22, TT 22; 15/QĐ-UBND\n"
    assert cite_lines(text) == ["1224/SGDĐT-GDTrH", "12/KH-UBND", "22/TT", "", "22/TT;15/QĐ-UBND"]
    assert cite_lines("") == []
    assert cite_lines("\n") == [""]


def test_cite_tells_all_it_knows_of_a_mention() -> None:
    (cited,) = cite_json("\ntheo CV số 1249 ngày 04/11/2021 của Phòng GD&ĐT")
    assert cited == {
        "line": 2,
        "start": 6,
        "end": 16,
        "printed": "CV số 1249",
        "number": "1249/CV",
        "written": "1249/CV",
        "kind": "Công văn",
        "date": "2021-11-04",
        "body": "Phòng GD&ĐT",
        "complete": False,
        "joined": False,
        "candidates": [],
    }


PIECES = st.sampled_from(
    "công văn|số|Thông tư|TT|NĐ|1249|22|/|-|–|, |; | và | đến |từ |/2021|PGDĐT|QĐ|UBND|TU|GD&ĐT|&"
    "| |\n|\n\n|ngày 04/11/2021|của UBND tỉnh|O2|l|¹|**|\\|\u00ad|\u0301|.|…|https://a.vn/|TCVN 1:2"
    "|học sinh|mẫu".split("|")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS)
def test_places_are_in_order_within_the_text(text: str) -> None:
    place = 0
    for citation in find(text):
        assert place <= citation.start <= citation.end <= len(text)
        assert citation.printed == text[citation.start : citation.end]
        assert parse(str(citation.number)) == citation.number
        place = citation.end


@given(TEXTS)
def test_composed_and_decomposed_text_read_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert numbers(composed) == numbers(decomposed)


@given(TEXTS)
def test_cite_answers_every_line(text: str) -> None:
    assert len(cite_lines(text)) == len(text.removesuffix("\n").split("\n")) * (text != "")


@pytest.mark.parametrize(
    "piece",
    "1|1/|1-|1, |số 1 |công văn số 1, |QĐ-|-A|GD & |oli|a.| |\n|công văn của |http://|TT 22; "
    "|12/QĐ-|a-|1 ngày 1/1/2021, ".split("|"),
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    """Eight times the text may take some eight times as long, never sixty-four."""
    seconds = []
    for length in (5_000, 40_000):
        text = "công văn số 12" + piece * (length // len(piece))
        started = time.process_time()
        find(text)
        seconds.append(time.process_time() - started)
    assert seconds[1] < 30 * seconds[0] + 0.5
