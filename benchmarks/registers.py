"""The registers of the invented department: 44 schools, eleven fields, the bodies it hears from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.documents import Issued
from benchmarks.yaml_text import inline


@dataclass(frozen=True, slots=True)
class School:
    level: str
    name: str
    ward: str

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work; `rule` ends the names of its rules in `phrases.txt`."""

    name: str
    rule: str
    level: str = ""
    key: str = ""


WARDS = (
    "Thanh Bình", "Hòa Lạc", "Đông Sơn", "Tân Mai", "Phú Lương",
    "Bắc Hà", "Yên Khê", "Vĩnh Thạnh", "Cẩm Đông", "Quang Trung",
)  # fmt: skip

_NAMES = {
    "MN": (
        "Thanh Bình", "Hòa Lạc", "Đông Sơn", "Tân Mai", "Phú Lương", "Bắc Hà", "Yên Khê", "Hoa Sen",
        "Hoa Mai", "Sao Mai", "Ánh Dương", "Họa Mi", "Măng Non", "Tuổi Thơ", "Bình Minh",
    ),
    "TH": (
        "Thanh Bình", "Hòa Lạc", "Đông Sơn", "Nguyễn Bá Ngọc", "Kim Đồng", "Võ Thị Sáu",
        "Trần Quốc Toản", "Lê Văn Tám", "Lý Tự Trọng", "Đinh Bộ Lĩnh", "Ngô Quyền", "Quang Trung",
        "Lương Thế Vinh", "Nguyễn Viết Xuân",
    ),
    "THCS": (
        "Thanh Bình", "Đông Sơn", "Tân Mai", "Chu Văn An", "Nguyễn Du", "Lê Quý Đôn", "Trần Phú",
        "Quang Trung", "Nguyễn Huệ", "Hoàng Văn Thụ",
    ),
    "TH&THCS": ("Vĩnh Thạnh", "Cẩm Đông", "Yên Khê", "Phú Lương", "Bắc Hà"),
}  # fmt: skip

SCHOOLS = tuple(
    School(level, name, name if name in WARDS else WARDS[place % len(WARDS)])
    for level, names in _NAMES.items()
    for place, name in enumerate(names)
)

FIELDS = (
    Field("Giáo dục mầm non", "mam-non", level="MN"),
    Field("Giáo dục tiểu học", "tieu-hoc", level="TH"),
    Field("Giáo dục trung học", "trung-hoc", level="THCS"),
    Field("Giáo dục thường xuyên", "thuong-xuyen"),
    Field(
        "Công tác học sinh, giáo dục chính trị tư tưởng và y tế trường học",
        "hoc-sinh",
        key="cong-tac-hoc-sinh",
    ),
    Field("Công tác kế hoạch, tài chính", "tai-chinh"),
    Field("Công tác thanh - kiểm tra", "thanh-tra"),
    Field("Công tác thi đua, tổng hợp", "thi-dua"),
    Field("Công tác tổ chức, bồi dưỡng đội ngũ", "to-chuc"),
    Field(
        "Công tác kiểm định và xây dựng trường chuẩn quốc gia",
        "kiem-dinh",
        key="cong-tac-kiem-dinh",
    ),
)

_BODIES = """\
own: Phòng GD&ĐT Vân Hải
bodies:
  - name: Phòng GD&ĐT Vân Hải
    aliases: [Phòng GD&ĐT, Phòng GD&ĐT thành phố, Phòng Giáo dục và Đào tạo thành phố Vân Hải]
    symbols: [PGDĐT]
    place: thành phố Vân Hải
  - name: Sở GD&ĐT Hải Đông
    aliases: [Sở GD&ĐT, Sở GD&ĐT tỉnh Hải Đông]
    symbols: [SGDĐT]
    place: tỉnh Hải Đông
  - name: Bộ GD&ĐT
    aliases: [Bộ Giáo dục và Đào tạo]
    symbols: [BGDĐT]
  - name: Chính phủ
    symbols: [CP]
  - name: Thủ tướng Chính phủ
    aliases: [Thủ tướng]
    symbols: [TTg]
  - name: UBND tỉnh Hải Đông
    aliases: [UBND tỉnh, Ủy ban nhân dân tỉnh Hải Đông, Ủy ban nhân dân tỉnh]
    place: tỉnh Hải Đông
  - name: UBND thành phố Vân Hải
    aliases: [UBND thành phố, UBND TP, Ủy ban nhân dân thành phố Vân Hải]
    place: thành phố Vân Hải
"""


def schools() -> Iterator[str]:
    yield f"count: {len(SCHOOLS)}"
    yield "schools:"
    for place, school in enumerate(SCHOOLS):
        confirmed = ", confirmed: có" if place % 5 else ""
        yield f"  - {{level: {school.level}, name: {school.name}, ward: {school.ward}{confirmed}}}"


def topics() -> Iterator[str]:
    yield "topics:"
    for field in FIELDS:
        yield f"  - name: {inline(field.name)}"
        if field.key:
            yield f"    key: {field.key}"
        if field.level:
            yield f"    level: {field.level}"
    yield "  - {name: Đánh giá chung, field: không}"


def bodies() -> Iterator[str]:
    yield _BODIES


def documents(known: Iterable[Issued]) -> Iterator[str]:
    yield "documents:"
    for document in known:
        yield f"  - number: {document.number}"
        yield f"    issued: {document.day.isoformat()}"
        yield f"    body: {document.body}"
        yield f"    subject: {inline(document.subject)}"
