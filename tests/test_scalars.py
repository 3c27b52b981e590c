"""Single values: what each kind takes, and what it tells of the rest."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Month
from generator.problems import Problems
from generator.reading.place import At
from generator.reading.prose import PROSE, Prose, ProseShape
from generator.reading.scalars import (
    COUNT,
    DATE,
    KEY,
    MONTH,
    TEXT,
    YES_NO,
    Choice,
    Count,
    Option,
    Scalar,
    reference,
)
from generator.reading.schema import Shape
from generator.reading.yaml_nodes import Blank, Mapping, Node, Sequence
from generator.reading.yaml_nodes import Scalar as Written

LEVEL = Choice("cấp học", {"MN": Option(1, "Mầm non"), "TH": Option(2, "Tiểu học")})


def read(shape: Shape[object], node: Node) -> tuple[object, list[str]]:
    problems = Problems("f")
    value = shape.read(At("f", "x", node), problems)
    return value, [str(problem).removeprefix("f:1: x: ") for problem in problems.found()]


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (TEXT, "Họp: giao ban # 5", "Họp: giao ban # 5"),
        (TEXT, "no", "no"),
        (TEXT, "một dòng\n", "một dòng"),
        (TEXT, "5", "5"),
        (TEXT, "~", "~"),
        (DATE, "2021-12-02", date(2021, 12, 2)),
        (DATE, "2024-02-29", date(2024, 2, 29)),
        (MONTH, "2021-12", Month(2021, 12)),
        (COUNT, "05", Count("05", 5)),
        (COUNT, "0", Count("0", 0)),
        (COUNT, "6640", Count("6640", 6640)),
        (COUNT, "12.843", Count("12.843", 12843)),
        (COUNT, "1.012.843", Count("1.012.843", 1012843)),
        (YES_NO, "có", True),
        (YES_NO, "không", False),
        (LEVEL, "TH", 2),
        (KEY, "thcs-trung-vuong", "thcs-trung-vuong"),
        (KEY, "2021", "2021"),
        (KEY, "2021-12-bat-thuong", "2021-12-bat-thuong"),
        (reference("danh sách trường", "mn-nam-khe"), "mn-nam-khe", "mn-nam-khe"),
    ],
)
def test_a_right_text_becomes_its_value(shape: Shape[object], text: str, value: object) -> None:
    assert read(shape, Written(text, 1, 1)) == (value, [])


NO_DATE = "không phải là ngày có thật:"
DATE_FORM = "ngày viết theo dạng năm-tháng-ngày: «2021-12-02», không viết"
YES_OR_NO = "chọn một trong: «có», «không»"
NO_COUNT = "không phải là số lượng (chỉ chữ số, có thể có dấu chấm ngăn hàng nghìn), dạng 12.843"
FRACTION = (
    "là số lẻ hoặc phần trăm: cứ để trong lời văn, ở đây chỉ ghi số đếm như 268, 12.843, 14/14"
)
A_KEY = "không phải là mã (chữ thường không dấu, chữ số, nối bằng «-», dài không quá 60)"
NO_KEY = f"{A_KEY}, dạng thcs-trung-vuong"
MEANT_KEY = f"{A_KEY}; có phải"


@pytest.mark.parametrize(
    ("shape", "text", "told"),
    [
        (DATE, "02/12/2021", f"{DATE_FORM} «02/12/2021»"),
        (DATE, "2.12.2021", f"{DATE_FORM} «2.12.2021»"),
        (DATE, "2021-12-2", f"{DATE_FORM} «2021-12-2»"),
        (
            DATE,
            "2021-02-29",
            f"«2021-02-29» {NO_DATE} tháng 2 năm 2021 không có ngày 29; dạng 2021-12-02",
        ),
        (
            DATE,
            "31/04/2021",
            f"«31/04/2021» {NO_DATE} tháng 4 năm 2021 không có ngày 31; dạng 2021-12-02",
        ),
        (DATE, "2026-13-05", f"«2026-13-05» {NO_DATE} không có tháng 13; dạng 2021-12-02"),
        (DATE, "0000-01-01", "«0000-01-01»: năm 0 chắc gõ nhầm; kiểm tra lại, dạng 2021-12-02"),
        (DATE, "hôm nay", "«hôm nay» không phải là ngày, dạng 2021-12-02"),
        (DATE, "٢٠٢١-١٢-٠٢", "«٢٠٢١-١٢-٠٢» không phải là ngày, dạng 2021-12-02"),
        (MONTH, "12/2021", "tháng viết theo dạng năm-tháng: «2021-12», không viết «12/2021»"),
        (MONTH, "2021-13", "«2021-13» không phải là tháng, dạng 2021-12"),
        (COUNT, "-5", f"«-5» {NO_COUNT}"),
        (COUNT, "+5", f"«+5» {NO_COUNT}"),
        (COUNT, "12,5", f"«12,5» {FRACTION}"),
        (COUNT, "98%", f"«98%» {FRACTION}"),
        (COUNT, "98,%", f"«98,%» {NO_COUNT}"),
        (COUNT, "268 lớp", f"«268 lớp» {NO_COUNT}"),
        (COUNT, "98,5 %", f"«98,5 %» {FRACTION}"),
        (COUNT, "6,655", "dấu phẩy ngăn hàng nghìn: viết «6.655», không viết «6,655»"),
        (COUNT, "1,006,655", "dấu phẩy ngăn hàng nghìn: viết «1.006.655», không viết «1,006,655»"),
        (COUNT, "chưa rõ", "không ghi «chưa rõ»; không biết thì xóa cả dòng"),
        (DATE, "Không rõ.", "không ghi «Không rõ.»; không biết thì xóa cả dòng"),
        (YES_NO, "?", "không ghi «?»; không biết thì xóa cả dòng"),
        (COUNT, "12.84", f"«12.84» {NO_COUNT}"),
        (COUNT, "1_000", f"«1_000» {NO_COUNT}"),
        (COUNT, "٥", f"«٥» {NO_COUNT}"),
        (YES_NO, "yes", f"«yes» không dùng được; có phải «có»? {YES_OR_NO}"),
        (YES_NO, "No", f"«No» không dùng được; có phải «không»? {YES_OR_NO}"),
        (YES_NO, "vừa", f"«vừa» không dùng được; {YES_OR_NO}"),
        (YES_NO, "khong", f"«khong» không dùng được; có phải «không»? {YES_OR_NO}"),
        (LEVEL, "mn", "«mn» không dùng được; có phải «MN»? chọn một trong: «MN», «TH»"),
        (LEVEL, "mầm non", "«mầm non» không dùng được; có phải «MN»? chọn một trong: «MN», «TH»"),
        (KEY, "THCS Trưng Vương", f"«THCS Trưng Vương» {MEANT_KEY} «thcs-trung-vuong»?"),
        (
            reference("danh sách trường", "mn-nam-khe"),
            "MN Nam Khê",
            "«MN Nam Khê» không phải là mã trong danh sách trường; có phải «mn-nam-khe»?",
        ),
        (KEY, "../bi-mat", f"«../bi-mat» {MEANT_KEY} «bi-mat»?"),
        (KEY, "..", f"«..» {NO_KEY}"),
        (KEY, "a--b", f"«a--b» {MEANT_KEY} «a-b»?"),
        (KEY, "a" * 61, f"«{'a' * 59}…» {NO_KEY}"),
        (KEY, "con", "«con» là tên dành riêng cho máy; hãy chọn mã khác"),
        (KEY, "com1", "«com1» là tên dành riêng cho máy; hãy chọn mã khác"),
        (KEY, "index", "«index» là tên dành riêng cho máy; hãy chọn mã khác"),
        (TEXT, "", "để trống; hãy viết một đoạn chữ, hoặc xóa cả dòng"),
        (TEXT, "  \n", "để trống; hãy viết một đoạn chữ, hoặc xóa cả dòng"),
        (DATE, "", "để trống; hãy viết ngày, ví dụ «2021-12-02», hoặc xóa cả dòng"),
        (PROSE, "\n", "để trống; hãy viết lời văn, hoặc xóa cả dòng"),
        (TEXT, "một\nhai", "phải viết trên một dòng, không phải nhiều dòng: «một↵hai»"),
    ],
)
def test_a_wrong_text_is_answered_with_what_to_write(
    shape: Shape[object], text: str, told: str
) -> None:
    assert read(shape, Written(text, 1, 1)) == (None, [told])


@pytest.mark.parametrize("shape", [TEXT, PROSE, DATE, MONTH, COUNT, YES_NO, KEY, LEVEL])
@pytest.mark.parametrize("node", [Blank(1, 1), Sequence((), 1), Mapping((), 1)])
def test_what_is_no_text_is_told_in_plain_words(shape: Shape[object], node: Node) -> None:
    value, told = read(shape, node)
    assert value is None
    assert len(told) == 1
    assert told[0].startswith(("để trống; hãy viết ", "ở đây phải là "))


JOINED = "lời văn nhiều dòng mà không viết sau «|» thì các dòng bị nối làm một; viết"


@pytest.mark.parametrize(
    ("path", "opened"), [("text", "text: |"), ("parts[0].text", "text: |"), ("notes[1]", "- |")]
)
def test_prose_of_joined_lines_is_refused(path: str, opened: str) -> None:
    problems = Problems("f")
    folded = Written("Giao các trường rà soát", 4, 1, "", ((0, 4), (16, 5)))
    assert PROSE.read(At("f", path, folded), problems) is None
    (problem,) = problems.found()
    assert str(problem) == f"f:4: {path}: {JOINED} «{opened}» rồi xuống dòng"


@pytest.mark.parametrize(
    ("node", "text", "lines"),
    [
        (Written("Dạy học", 4, 9), "Dạy học", ((4, "Dạy học"),)),
        (
            Written("- Rà soát\n\n+ Dạy học~\n", 4, 9, "|", ((0, 5), (11, 7))),
            "- Rà soát\n\n+ Dạy học~",
            ((5, "- Rà soát"), (6, ""), (7, "+ Dạy học~")),
        ),
        (
            Written("Rà soát\nDạy học", 4, 9, '"', ((0, 4), (8, 6))),
            "Rà soát\nDạy học",
            ((4, "Rà soát"), (6, "Dạy học")),
        ),
    ],
)
def test_prose_knows_the_line_of_each_of_its_lines(
    node: Written, text: str, lines: tuple[tuple[int, str], ...]
) -> None:
    prose = Prose(text, node) if node.style == '"' else read(PROSE, node)[0]
    assert isinstance(prose, Prose)
    assert (str(prose), prose.lines) == (text, lines)


@pytest.mark.parametrize(
    ("shape", "text", "fits"),
    [
        (TEXT, "Họp", True),
        (TEXT, "5", True),
        (TEXT, "Họp\n", True),
        (TEXT, " Họp", False),
        (TEXT, "Họp ", False),
        (TEXT, "Họp\ngiao ban", False),
        (PROSE, "Họp\ngiao ban", True),
        (PROSE, " \n", False),
    ],
)
def test_a_pattern_takes_what_is_read_without_a_word(
    shape: Scalar[str] | ProseShape, text: str, fits: bool
) -> None:
    assert bool(re.search(shape.pattern, text)) == fits


def test_a_count_is_shown_as_printed() -> None:
    assert str(read(COUNT, Written("05", 1, 1))[0]) == "05"


def test_space_around_a_value_is_taken_off_with_a_warning() -> None:
    value, told = read(TEXT, Written(" Họp ", 1, 1, '"'))
    assert value == "Họp"
    assert told == ["cảnh báo: thừa dấu cách ở đầu hoặc cuối: « Họp », đã bỏ"]


def test_a_scalar_of_ones_own_holds_its_pattern_and_its_parse() -> None:
    roman = Scalar("số La Mã", lambda text: text if text != "IIII" else None, "^[IVX]+$", "II")
    assert read(roman, Written("IV", 1, 1)) == ("IV", [])
    assert read(roman, Written("4", 1, 1)) == (None, ["«4» không phải là số La Mã, dạng II"])
    assert read(roman, Written("IIII", 1, 1)) == (None, ["«IIII» không phải là số La Mã, dạng II"])


@given(st.from_regex(re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"), fullmatch=True))
def test_no_date_however_odd_is_taken_in_silence(text: str) -> None:
    value, told = read(DATE, Written(text, 1, 1))
    assert (value is None) == bool(told)
    if isinstance(value, date):
        assert value.isoformat() == text
