"""What is said of words that stand nowhere in a notice, where others come near."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.near_words import NearWords

PASSAGES = [
    "Nộp báo cáo trước ngày 20/01/2021 về Phòng",
    "Phong trào “Trường học  thân thiện” – đợt 2; bệnh Đại¹ và khu đất 100m²",
    "Họp lúc 08 giờ; họp tổ, họp tổ; trước 15/01 và trước 16/01",
]
LINES = [10, 12, 20]
COPY = "hãy chép lại đúng như bản in"


def slip(words: str, line: int = 10) -> str:
    return f"dòng {line} viết «{words}»: số ở một trong hai chỗ gõ nhầm, xem bản in rồi sửa chỗ sai"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("trước ngày 20/01/2022", slip("trước ngày 20/01/2021")),
        ("Truoc ngày 25/01/2021", slip("trước ngày 20/01/2021")),
        ("“trước ngày 21/01/2021", slip("trước ngày 20/01/2021")),
        ("trước ngày 20/1/2021", "có phải «trước ngày 20/01/2021» ở dòng 10?"),
        ("“trước ngày 20/01/2021", "có phải «trước ngày 20/01/2021» ở dòng 10?"),
        ('"báo cáo"', "có phải «báo cáo» ở dòng 10?"),
        ("bao cao", "có phải «báo cáo» ở dòng 10?"),
        ("BÁO CÁO", "có phải «báo cáo» ở dòng 10?"),
        ('"Trường học thân thiện"', "có phải «“Trường học  thân thiện”» ở dòng 12?"),
        ("thân thiện” - đợt 2", "có phải «thân thiện” – đợt 2» ở dòng 12?"),
        ("đợt 3", COPY),
        ("bệnh Đại", "có phải «bệnh Đại¹» ở dòng 12?"),
        ("họp lúc 8 giờ", "có phải «Họp lúc 08 giờ» ở dòng 20?"),
        ("họp tồ", "có phải «họp tổ»?"),
        ("trước 17/01", COPY),
        ("20/01/2022", COPY),
        ("ao ca", COPY),
        ("chẳng có", COPY),
        ("áo cáo", "chép thêm cả dấu chú thích, hay những chữ liền bên cạnh"),
        ("về Phòng Phong trào", COPY),
        ("“”", COPY),
    ],
)
def test_what_comes_near_is_told_with_its_line(words: str, hint: str) -> None:
    assert NearWords(PASSAGES, LINES).hint(words).endswith(hint)


LONG = "Các trường rà soát cơ sở vật chất, bổ sung trang thiết bị dạy học, "


@pytest.mark.parametrize(
    ("there", "words", "shown"),
    [
        (
            "báo cáo trước 20/01 về Phòng.",
            "báo cáo trước 21/01 về Phòng.",
            "…học, báo cáo trước 20/01 về Phòng.",
        ),
        (
            "báo cáo Phòng; " * 9,
            "Báo cáo Phòng; " * 9,
            "…trang thiết bị dạy học, báo cáo Phòng; báo cáo Phòng; báo …",
        ),
        ("a" * 90 + "á", "a" * 91, "…" + "a" * 40 + "á"),
    ],
)
def test_of_a_long_quotation_the_difference_is_shown(there: str, words: str, shown: str) -> None:
    hint = NearWords([LONG + there], [3]).hint(LONG + words)
    assert f"«{shown}»" in hint


def test_of_a_long_quotation_that_differs_early_the_beginning_is_shown() -> None:
    assert NearWords([LONG * 2], [3]).hint(LONG.lower() * 2).startswith("có phải «Các trường rà")


def test_of_an_empty_notice_nothing_is_near() -> None:
    assert NearWords([], []).hint("báo cáo 1") == COPY


@given(
    st.lists(st.text("aạĐ½Ⅳ² 01/“-\n\u0301\u0130", max_size=20), max_size=4),
    st.text('aạđ½ 012/“"-\u0301', min_size=1, max_size=6),
)
def test_any_words_are_asked_after(passages: list[str], words: str) -> None:
    hint = NearWords(passages, list(range(len(passages)))).hint(words)
    assert hint.startswith(("có phải «", "dòng ", "chép thêm cả", COPY))


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("1 ", "ngày 1 1 1 x"),
        ("a", "a" * 300 + "b"),
        ("ngày 1/", "ngày 2/ngày 2/ngày 2/x"),
        ("“", "“a"),
        (" ", "ngày  1"),
        ("a0", "aaaa9"),
        ("¹", "ngày 1"),
    ],
)
def test_time_grows_with_the_notice_alone(piece: str, words: str) -> None:
    def seconds(length: int) -> float:
        passage = piece * (length // len(piece))
        started = time.process_time()
        NearWords([passage], [1]).hint(words)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(200_000) < 12 * max(seconds(50_000), 0.02)
