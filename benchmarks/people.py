"""Who meets, who is told and who signs: invented names, by a seeded generator."""

from collections.abc import Iterator
from datetime import date
from random import Random

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_MIDDLE = ("Thị", "Văn", "Thu", "Minh", "Đức", "Ngọc", "Hải", "Thanh")
_GIVEN = ("An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hương", "Khánh", "Lan", "Mai", "Nga", "Yến")
_REASONS = ("do đi công tác", "do nghỉ ốm", "do tham gia tập huấn tại tỉnh", "do dự họp cấp trên")

RECIPIENTS = (
    "recipients: |",
    "  - Lãnh đạo Phòng GD&ĐT (c/đ);",
    "  - Các bộ phận công tác Phòng GD&ĐT;",
    "  - Các trường học trực thuộc;",
    "  - Cổng TTĐT ngành;",
    "  - Lưu: VT, TĐ-TH.",
)


def name(random: Random) -> str:
    return " ".join(random.choice(words) for words in (_FAMILY, _MIDDLE, _GIVEN))


def attendance(random: Random, schools: int) -> Iterator[str]:
    yield "attendance:"
    yield from _group(random, "Lãnh đạo Phòng GD&ĐT, chuyên viên Phòng GD&ĐT", 12)
    group = "Hiệu trưởng các trường mầm non, tiểu học, THCS, TH&THCS trên địa bàn thành phố"
    yield from _group(random, group, schools)


def _group(random: Random, group: str, invited: int) -> Iterator[str]:
    absent = [(name(random), random.choice(_REASONS)) for _ in range(random.choice((0, 0, 1, 2)))]
    present = invited - len(absent)
    who = "; ".join(f"đ/c {person} – {reason}" for person, reason in absent)
    yield "  - text: |"
    yield (
        f"      - {group}. Có mặt: {present}/{invited} đồng chí."
        f" Vắng mặt: {len(absent):02}{f' ({who})' if who else ''}."
    )
    yield f"    group: '{group}'"
    yield f"    present: {present}"
    yield f"    invited: {invited}"
    if absent:
        yield "    absent:"
    for person, reason in absent:
        yield f"      - {{name: {person}, reason: {reason}}}"


def signature(day: date) -> Iterator[str]:
    """The same head of department for five years or so."""
    yield "signed:"
    yield "  position: TRƯỞNG PHÒNG"
    yield f"  name: {name(Random(day.year // 5))}"
