"""The shapes of the registers: `schools.yml`, `topics.yml`, `bodies.yml`, `documents.yml`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.model import Status
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
)
from generator.reading.schema import Field, ListOf, Record
from generator.records.files import ID
from generator.records.record_values import LEVEL, NUMBER
from generator.records.register_drafts import (
    BodiesDraft,
    BodyDraft,
    DocumentDraft,
    DocumentsDraft,
    SchoolDraft,
    SchoolsDraft,
    ShortFormDraft,
    TopicDraft,
    TopicsDraft,
)

T = TypeVar("T")


def _since_until(build: Callable[..., T]) -> Callable[..., T]:
    """`from` is a word of Python, so the file's `from` and `to` go by other names here."""
    names = {"from": "since", "to": "until"}

    def built(**fields: object) -> T:
        return build(**{names.get(name, name): value for name, value in fields.items()})

    return built


_KEY = Field(KEY, "Mã", "Chỉ ghi khi muốn địa chỉ trang khác với tên.")
_ALIASES = Field(ListOf(TEXT), "Tên gọi khác")
_FROM = Field(MONTH, "Có từ tháng")
_TO = Field(MONTH, "Có đến tháng")

_SCHOOL = Record(
    "School",
    "Trường",
    _since_until(SchoolDraft),
    {
        "level": Field(LEVEL, "Cấp học", required=True),
        "name": Field(
            TEXT, "Tên riêng", "Không ghi cấp học.", required=True, example="Trưng Vương"
        ),
        "key": _KEY,
        "aliases": _ALIASES,
        "ward": Field(TEXT, "Phường, xã", example="Trưng Vương"),
        "from": _FROM,
        "to": _TO,
        "successor": Field(TEXT, "Nay là", "Cấp học và tên.", example="TH Thanh Sơn"),
        "confirmed": Field(YES_NO, "Phòng đã xác nhận"),
        "source": Field(TEXT, "Nguồn", example="Thông báo tháng 12/2021"),
    },
)

SCHOOLS = Record(
    "Schools",
    "Danh sách trường",
    SchoolsDraft,
    {
        "count": Field(
            replace(COUNT, unread=Count("", 0)), "Số trường Phòng đếm", required=True, example="44"
        ),
        "schools": Field(ListOf(_SCHOOL), "Các trường", required=True, at_least=1),
    },
)

_TOPIC = Record(
    "Topic",
    "Lĩnh vực",
    TopicDraft,
    {
        "name": Field(TEXT, "Tên lĩnh vực", required=True, example="Giáo dục mầm non"),
        "key": _KEY,
        "aliases": _ALIASES,
        "level": Field(LEVEL, "Cấp học", "Tên trường viết trần trong mục thuộc cấp học này."),
        "field": Field(YES_NO, "Là một lĩnh vực công tác", "Mục «Đánh giá chung» thì không."),
    },
)

TOPICS = Record(
    "Topics",
    "Danh sách lĩnh vực",
    TopicsDraft,
    {"topics": Field(ListOf(_TOPIC), "Các lĩnh vực", required=True, at_least=1)},
)

_BODY = Record(
    "Body",
    "Cơ quan",
    _since_until(BodyDraft),
    {
        "name": Field(TEXT, "Tên cơ quan", required=True, example="UBND tỉnh Quảng Ninh"),
        "key": _KEY,
        "aliases": _ALIASES,
        "symbols": Field(
            ListOf(TEXT), "Ký hiệu riêng", "Phần ký hiệu chỉ một mình cơ quan ấy dùng."
        ),
        "place": Field(TEXT, "Địa danh", example="tỉnh Quảng Ninh"),
        "from": _FROM,
        "to": _TO,
        "successor": Field(TEXT, "Nay là"),
    },
)

BODIES = Record(
    "Bodies",
    "Danh sách cơ quan",
    BodiesDraft,
    {
        "own": Field(
            TEXT, "Cơ quan mình", "Tên cơ quan ra thông báo.", required=True, example="Phòng GD&ĐT"
        ),
        "bodies": Field(ListOf(_BODY), "Các cơ quan", required=True, at_least=1),
    },
)

_SHORT_FORM = Record(
    "ShortForm",
    "Cách viết tắt đã xác định",
    ShortFormDraft,
    {
        "written": Field(NUMBER, "Viết trong thông báo là", required=True, example="Thông tư 22"),
        "notice": Field(
            Scalar("tên tệp thông báo", lambda text: text, f"^{ID.pattern}$", "2021-12"),
            "Trong thông báo",
            required=True,
        ),
    },
)

_STATUS = {
    Status.IN_FORCE.value: Option(Status.IN_FORCE, "Đang áp dụng"),
    Status.DRAFT.value: Option(Status.DRAFT, "Đang lấy ý kiến, chưa ban hành"),
    Status.REPLACED.value: Option(Status.REPLACED, "Có văn bản khác thay, chưa rõ văn bản nào"),
    Status.ENDED.value: Option(Status.ENDED, "Không còn áp dụng, không có văn bản thay"),
}

_PAGE = (
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?"
    r"([/?#]([A-Za-z0-9./#?=&:_~@+,;-]|%[2-9A-Fa-f][0-9A-Fa-f])*)?"
)
_FILE = r"(?!.*(\.\.|//))[A-Za-z0-9_-][A-Za-z0-9./_-]*\.[A-Za-z0-9]+"

_DOCUMENT = Record(
    "Document",
    "Văn bản",
    DocumentDraft,
    {
        "number": Field(NUMBER, "Số, ký hiệu", required=True, example="1249/PGDĐT"),
        "issued": Field(DATE, "Ngày ban hành"),
        "body": Field(TEXT, "Cơ quan ban hành", "Tên trong danh sách cơ quan."),
        "subject": Field(TEXT, "Trích yếu"),
        "kind": Field(TEXT, "Loại văn bản", "Chỉ ghi khi ký hiệu không nói lên."),
        "link": Field(
            Scalar(
                "địa chỉ trang, hay tên tệp trong docs/ (chữ không dấu, không có dấu cách)",
                lambda text: text,
                f"^({_PAGE}|{_FILE})$",
                "tep/1249-pgddt.pdf",
            ),
            "Toàn văn",
            "Tệp đặt trong docs/, hoặc địa chỉ trang bắt đầu bằng https://.",
        ),
        "status": Field(
            Choice("tình trạng", _STATUS),
            "Tình trạng",
            "Không cần ghi «đã bị thay thế»: suy ra từ văn bản thay thế.",
        ),
        "replaces": Field(ListOf(NUMBER), "Thay thế"),
        "carries_out": Field(ListOf(NUMBER), "Thực hiện"),
        "short_forms": Field(
            ListOf(_SHORT_FORM), "Cách viết tắt đã xác định", "Chỗ viết tắt mà người đã tra rõ."
        ),
    },
)

ENTRIES: Mapping[str, Record[Any]] = {"schools": _SCHOOL, "topics": _TOPIC, "bodies": _BODY}
"""The shape of an entry of each register whose entries have names."""

DOCUMENTS = Record(
    "Documents",
    "Danh sách văn bản",
    DocumentsDraft,
    {
        "documents": Field(
            ListOf(
                _DOCUMENT,
                wanted="một danh sách, mỗi văn bản bắt đầu bằng «- number: …», hoặc «[]» khi chưa"
                " có văn bản nào",
            ),
            "Các văn bản",
            required=True,
        )
    },
)
