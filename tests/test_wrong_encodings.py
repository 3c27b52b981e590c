"""Lines and whole files in another encoding: how much is told, of which one, what is read on."""

import pytest

from generator.problems import Problems
from generator.reading.source_text import source_lines

RIGHT = "Họp giao ban ở phòng Giáo dục\n".encode()
ANSI = "Phòng giáo dục và đào tạo\n".encode("latin-1", "replace")
TCVN3_BYTES = "Phßng gi¸o dôc vµ ®µo t¹o, tæ chøc héi nghÞ\n".encode("latin-1")
TCVN3 = TCVN3_BYTES.decode("latin-1").encode()
VNI = "Phoøng giaùo duïc vaø ñaøo taïo\n".encode()


def read(raw: bytes) -> tuple[bool, list[tuple[int, str]]]:
    """Whether the file was read on, and what was told."""
    problems = Problems("f")
    lines = source_lines(raw, problems)
    return lines is not None, [(one.line, one.message) for one in problems.found()]


@pytest.mark.parametrize(
    ("raw", "is_read_on", "count"),
    [
        (ANSI * 5, True, 5),
        (ANSI * 5 + RIGHT * 40, True, 5),
        (ANSI * 6 + RIGHT * 40, True, 1),
        (ANSI * 6, False, 1),
        (RIGHT * 2 + ANSI * 8, True, 1),
        (RIGHT * 2 + ANSI * 9, False, 1),
        ("Ăn trưa\n".encode() * 2 + ANSI * 8, True, 1),
        (b"ngay\n" * 9 + ANSI * 6, False, 1),
        (TCVN3 * 5, True, 1),
        (TCVN3 * 6, False, 1),
        (TCVN3 * 6 + RIGHT * 2, True, 1),
        (TCVN3 * 9 + RIGHT * 2, False, 1),
        (TCVN3 * 2 + VNI * 2, True, 2),
    ],
)
def test_a_file_nearly_all_of_it_is_not_read_on(raw: bytes, is_read_on: bool, count: int) -> None:
    was_read, told = read(raw)
    assert (was_read, len(told)) == (is_read_on, count)


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (RIGHT + ANSI * 8, 2, "cả tệp không phải UTF-8, có lẽ là ANSI (Windows-1252)"),
        (TCVN3_BYTES * 6, 1, "cả tệp không phải UTF-8, có lẽ là TCVN3 (phông .VnTime): dòng này"),
        # A fifth of the lines is enough: those of plain letters tell nothing of an encoding.
        (ANSI * 8 + TCVN3_BYTES * 2, 1, "cả tệp không phải UTF-8, có lẽ là TCVN3"),
        (ANSI * 9 + TCVN3_BYTES * 2, 1, "cả tệp không phải UTF-8, có lẽ là ANSI"),
        (b"a\n" + TCVN3 * 4 + VNI * 3, 2, "chữ ở bảng mã TCVN3 (phông .VnTime): «Phßng gi¸o dôc"),
        (b"a\n" + TCVN3 * 3 + VNI * 4, 2, "chữ ở bảng mã VNI (phông VNI-Times): «Phßng gi¸o dôc"),
    ],
)
def test_the_likeliest_encoding_is_told_at_the_first_line(raw: bytes, line: int, said: str) -> None:
    _, ((found, message),) = read(raw)
    assert found == line
    assert message.startswith(said)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (ANSI * 6 + RIGHT * 9, "UTF-8) (và 5 dòng nữa: 2, 3, 4, 5, 6)"),
        (ANSI * 9 + RIGHT * 9, "UTF-8) (và 8 dòng nữa: 2, 3, 4, 5, 6, 7, 8, 9)"),
        (ANSI * 10 + RIGHT * 9, "UTF-8) (và 9 dòng nữa: 2, 3, 4, 5, 6, 7, 8, 9, …)"),
    ],
)
def test_many_lines_are_told_once_and_the_first_of_them_listed(raw: bytes, said: str) -> None:
    _, ((line, message),) = read(raw)
    assert line == 1
    assert message.startswith("cột 3: byte 0xF2 không phải UTF-8")
    assert message.endswith(said)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            RIGHT + TCVN3_BYTES,
            "cột 3: byte 0xDF không phải UTF-8, có lẽ là TCVN3 (phông .VnTime); hãy chuyển sang"
            " Unicode (UniKey: Ctrl+Shift+F6), rồi lưu là UTF-8",
        ),
        (
            RIGHT + b"a \xed\xa0\x80 b\n",
            "cột 3: nửa ký tự (surrogate), không phải chữ; hãy lưu lại tệp với bảng mã UTF-8"
            " (Notepad: Lưu như, Mã hóa: UTF-8)",
        ),
        (
            RIGHT + b"a \xff \xed\xa0\x80\n",
            "cột 3: byte 0xFF không phải UTF-8; hãy lưu lại tệp với bảng mã UTF-8 (Notepad: Lưu"
            " như, Mã hóa: UTF-8)",
        ),
    ],
)
def test_a_line_by_itself_is_told_with_its_column(raw: bytes, said: str) -> None:
    assert read(raw) == (True, [(2, said)])
