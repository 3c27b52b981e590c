"""Whether the words at a place are the same, mended, or quite others."""

import hashlib

import pytest

from generator.published.likeness import ALIKE, LENGTH, likeness, mark, same

SWIMMING = "Tổ chức học bơi: 120/415 học sinh lớp 1 biết bơi, đạt 28,9%; hai trường chưa mở lớp."
FILES = "Phòng đã kiểm tra hồ sơ chuyên môn ở ba trường tiểu học, nhắc nhở việc ghi sổ đầu bài."


def marked(*texts: str) -> str:
    return mark(texts, hashlib.sha256("".join(texts).encode()).hexdigest())


@pytest.mark.parametrize(
    ("before", "after", "are_alike"),
    [
        (SWIMMING, SWIMMING.replace("Tổ chức", "Đã tổ chức"), True),
        (SWIMMING, SWIMMING.replace("28,9%", "29,8%"), True),
        (SWIMMING, SWIMMING.replace("hai trường", "03 trường") + " Yêu cầu báo cáo.", True),
        (SWIMMING, SWIMMING.upper(), True),
        (SWIMMING, FILES, False),
        (SWIMMING, "Không.", False),
        ("Tổ chức họp bơi.", "Tổ chức học bơi.", True),
        ("Không có.", "Không", True),
        ("…", "…", True),
        (SWIMMING, "", False),
    ],
)
def test_words_mended_are_told_from_other_words(before: str, after: str, are_alike: bool) -> None:
    found = likeness(marked(before), marked(after))
    assert found is not None
    assert (found >= ALIKE) is are_alike


def test_a_mark_is_short_and_begins_with_the_hash() -> None:
    assert marked(SWIMMING)[:LENGTH] == hashlib.sha256(SWIMMING.encode()).hexdigest()[:LENGTH]
    assert len(marked(SWIMMING * 50)) <= 43
    assert same(marked(SWIMMING), marked(SWIMMING)[:LENGTH])
    assert not same(marked(SWIMMING), marked(FILES))


@pytest.mark.parametrize("old", ["0123456789", ""])
def test_of_a_mark_without_a_sketch_nothing_is_known(old: str) -> None:
    assert likeness(old, marked(SWIMMING)) is None
