"""From bytes to clean lines: what is refused, what is mended, at which line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.reading.source_text import MOST_BYTES, MOST_LINES, mended_escapes, source_lines


def read(raw: bytes) -> tuple[list[str] | None, list[str]]:
    problems = Problems("f")
    lines = source_lines(raw, problems)
    return lines, [str(problem).removeprefix("f:") for problem in problems.found()]


def test_right_text_passes_as_it_is() -> None:
    text = "title: “Dạy tốt” – học tốt…\ntext: |\n  - 12.843 học sinh & 05 trường; 5% <b> {{x}}"
    assert read(text.encode()) == (text.split("\n"), [])


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"x\n" * (MOST_LINES + 1), "1: tệp có 50001 dòng, quá giới hạn 50000 dòng"),
        (b"x" * (MOST_BYTES + 1), "1: tệp dài quá giới hạn 1.000.000 byte; mỗi tệp chỉ ghi"),
        ("title: Họp".encode("utf-16"), "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
        ("title: Họp".encode("utf-16-le"), "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
        ("title: Họp".encode("utf-16-be"), "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
        ("title: Họp".encode("utf-32"), "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
        ("title: Họp".encode("utf-32-be"), "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
        (b"\0\0abcde", "1: tệp ở bảng mã UTF-16 hoặc UTF-32"),
    ],
)
def test_what_is_no_text_at_all_ends_the_reading(raw: bytes, told: str) -> None:
    lines, problems = read(raw)
    assert lines is None
    assert len(problems) == 1
    assert problems[0].startswith(told)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"a: b\ntitle: H\xe9p", "2: cột 9: byte 0xE9 không phải UTF-8; hãy lưu lại tệp"),
        ("Họp \N{LATIN SMALL LETTER O WITH CIRCUMFLEX}".encode() + b"\xff", "1: cột 6: byte 0xFF"),
        (b"a: \xed\xa0\x80", "1: cột 4: nửa ký tự (surrogate), không phải chữ"),
        ("C«ng v¨n sè 1".encode("latin-1"), "1: cột 2: byte 0xAB không phải UTF-8, có lẽ là TCVN3"),
        (b"a: b\r\n\r\nc: \xff", "3: cột 4: byte 0xFF"),
        (
            b"a: b\tc",
            "1: cột 5: dấu Tab trong dòng, Word hay để lại khi chép; hãy thay bằng dấu cách",
        ),
        (
            b"a:\n\tb: c",
            "2: cột 1: dấu Tab ở đầu dòng, YAML không nhận làm lề; hãy thay bằng dấu cách",
        ),
        (b"a: b\x00c", "1: cột 5: ký tự điều khiển (U+0000); hãy xóa"),
        (b"\0abc", "1: cột 1: ký tự điều khiển (U+0000)"),
        ("a: b\n\nc: \u202ed".encode(), "3: cột 4: ký tự ẩn đảo chiều chữ (U+202E)"),
        (
            "a: e\u0301\u0301\u0301\u0301\u0301".encode(),
            "1: cột 5: quá nhiều dấu chồng lên một chữ",
        ),
        ("Phòng Giáo dục ".encode() + b"\xff", "1: cột 16: byte 0xFF không phải UTF-8; hãy lưu"),
        (
            "a: b\nt: C«ng v¨n sè".encode(),
            "2: chữ ở bảng mã TCVN3 (phông .VnTime): «t: C«ng v¨n sè»",
        ),
        ("t: Coâng vaên".encode(), "1: chữ ở bảng mã VNI (phông VNI-Times): «t: Coâng vaên»"),
        ("t: PhÃ²ng".encode(), "1: chữ ở bảng mã UTF-8 bị đọc nhầm thành Windows-1252"),
        ("t: á»\x99i v\u00adá»\x83".encode(), "1: chữ ở bảng mã UTF-8 bị đọc nhầm"),
    ],
)
def test_what_is_refused_is_told_once_with_its_line(raw: bytes, told: str) -> None:
    lines, problems = read(raw)
    assert lines is not None
    errors = [problem for problem in problems if "cảnh báo" not in problem]
    assert [error.startswith(told) for error in errors] == [True], errors


def test_every_wrong_line_is_told() -> None:
    _, problems = read(b"a: \xff\nb: \t\t\x07\nc: \x07 \x07\nd: \xfe\n")
    assert [problem[:1] for problem in problems] == ["1", "2", "2", "3", "4"]


def test_lines_of_one_encoding_are_told_together() -> None:
    line = "t: C«ng v¨n sè"
    _, problems = read("\n".join(["a: b", *[line] * 11]).encode())
    assert problems == [
        "2: chữ ở bảng mã TCVN3 (phông .VnTime): «t: C«ng v¨n sè» "
        "(và 10 dòng nữa: 3, 4, 5, 6, 7, 8, 9, 10, …); "
        "hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại"
    ]


@pytest.mark.parametrize(
    ("written", "right", "told"),
    [
        ("\ufeffa: b", "a: b", "1: cảnh báo: đã bỏ dấu BOM ở đầu tệp"),
        ("a: b\r\nc: d\r", "a: b\nc: d\n", "1: cảnh báo: tệp có nhiều kiểu xuống dòng"),
        ("a: b\r\nc: d\n", "a: b\nc: d\n", "1: cảnh báo: tệp có nhiều kiểu xuống dòng"),
        ("a: b\n\u00a0 c: d", "a: b\n  c: d", "2: cảnh báo: dấu cách lạ"),
        ("a:\u2009b\u3000c", "a: b c", "1: cảnh báo: dấu cách lạ"),
        ("a: b\u200bc\u00add\ufeff", "a: bcd", "1: cảnh báo: ký tự ẩn không độ rộng"),
        ("a: b\u200dc", "a: bc", "1: cảnh báo: ký tự ẩn không độ rộng"),
        ("a: b\u200cc\u180e", "a: bc", "1: cảnh báo: ký tự ẩn không độ rộng"),
        ("a: 1249\u2060/PGDĐT", "a: 1249/PGDĐT", "1: cảnh báo: ký tự ẩn không độ rộng"),
        (unicodedata.normalize("NFD", "a: Hội"), "a: Hội", "1: cảnh báo: chữ Unicode tổ hợp"),
        ("\n\u00a0a: b", "\n a: b", "2: cảnh báo: dấu cách lạ"),
        (
            "a: é\nb: e\u0301\nc: đ",
            "a: é\nb: é\nc: đ",
            "2: cảnh báo: chữ Unicode tổ hợp (chữ và dấu rời nhau) đã ghép thành Unicode dựng sẵn",
        ),
        ("a: Ðại, ðạo, Ɖ", "a: Đại, đạo, Đ", "1: cảnh báo: chữ Ð, ð, Ɖ"),
        ("a: Ɖông", "a: Đông", "1: cảnh báo: chữ Ð, ð, Ɖ"),
    ],
)
def test_what_is_mended_is_told_as_a_warning(written: str, right: str, told: str) -> None:
    lines, problems = read(written.encode())
    assert lines == right.split("\n")
    assert [problem.startswith(told) for problem in problems] == [True], problems
    assert "dòng nữa" not in problems[0]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends_of_one_kind_are_nothing_to_tell_of(end: str) -> None:
    lines, problems = read(f"a: b{end}c: d{end}".encode())
    assert lines == ["a: b", "c: d", ""]
    assert problems == []


def test_what_is_odd_in_a_line_of_another_encoding_comes_from_there() -> None:
    _, problems = read("a: Coâng vaên\u00a0soá e\u0301".encode())
    assert [problem.split(" (")[0] for problem in problems] == ["1: chữ ở bảng mã VNI"]


def test_a_kind_of_mending_is_told_once_for_all_its_lines() -> None:
    _, problems = read("a: b\u00a0c\u00a0d\ne: f\ng: h\u00a0i".encode())
    assert problems == [
        "1: cảnh báo: dấu cách lạ (như dấu cách không ngắt của Word) đã đổi thành dấu cách thường"
        " (và 1 dòng nữa: 3)"
    ]


def test_escapes_are_checked_and_mended_like_typed_characters() -> None:
    problems = Problems("f")
    assert mended_escapes("a\u00a0b\u202ec\nd\te", 7, problems) == "a b□c\nd e"
    assert [problem.line for problem in problems.found()] == [7, 7, 7]


@given(st.text() | st.text("aế\u0302\u0301 \u00a0\u200b\r\n\tÐ\u202e", max_size=40))
def test_mended_lines_need_no_more_mending(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    lines, _ = read(raw)
    if lines is not None:
        again, problems = read("\n".join(lines).encode())
        assert again == lines
        assert not [problem for problem in problems if "bảng mã" not in problem]


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_or_problems(raw: bytes) -> None:
    lines, problems = read(raw)
    assert lines is not None or problems


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("title: Ph\u043eng", "1: cột 10: chữ «\u043e» (U+043E) là chữ Nga trông như chữ Việt"),
        ("title: a" + "\u05b0" * 40, "1: cột 9: quá nhiều dấu chồng lên một chữ"),
        ("title: ☎\ufe0f", "1: cột 9: ký tự ẩn (U+FE0F); hãy xóa"),
    ],
)
def test_what_looks_right_and_is_not_is_refused(source: str, told: str) -> None:
    problems = Problems("f")
    source_lines(source.encode(), problems)
    (found,) = problems.found()
    assert str(found).removeprefix("f:").startswith(told)


def test_a_word_of_another_script_alone_is_left() -> None:
    problems = Problems("f")
    assert source_lines("title: Москва và Hà Nội".encode(), problems) == ["title: Москва và Hà Nội"]
    assert problems.found() == ()
