"""The shape of a notice's file, `records/2021/2021-12.yml`: what a clerk writes, and no more.

The words stand as printed, bullets and all; whatever else is said of them (corrections, due dates,
what a name means) quotes the words it speaks of.
"""

import re
from dataclasses import dataclass
from datetime import date

from generator.model import Level, Month, Sureness
from generator.numbers.document_number import DocumentNumber, parse
from generator.problems import quoted
from generator.reading.scalars import (
    COUNT,
    DATE,
    KEY,
    MONTH,
    PROSE,
    TEXT,
    YES_NO,
    Choice,
    Count,
    Option,
    Prose,
    Scalar,
    reference,
)
from generator.reading.schema import At, Field, ListOf, Record, Wrong

LEVEL = Choice("cấp học", {level.value: Option(level, level.label) for level in Level})
_WHOLE = COUNT.pattern.removeprefix("^").removesuffix("$")
NUMBER = Scalar("số, ký hiệu văn bản", parse, r"[0-9]", "1249/PGDĐT")
AMOUNT = Scalar(
    "số liệu, viết như bản in (268, 12.843, 14/14)",
    lambda text: _amount(text),
    rf"^{_WHOLE}(/{_WHOLE})?$",
    "12.843",
    json_types=("string", "number"),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """`12.843` is 12843; `02/14` is 2 of 14. `text` is as printed."""

    text: str
    value: int
    of: int | None


def _amount(text: str) -> Amount | None:
    """Raises Wrong."""
    pieces = text.split("/")
    if not all(re.fullmatch(_WHOLE, piece) for piece in pieces):
        if re.fullmatch(r"[0-9]+(\.[0-9]+)+", text):
            raise Wrong(
                f"{quoted(text)}: dấu chấm chỉ ngăn hàng nghìn, như 12.843; số lẻ thì cứ để trong"
                " lời văn"
            )
        [COUNT.parse(piece) for piece in pieces]
        return None
    counts = [COUNT.parse(piece) for piece in pieces]
    match counts:
        case [Count(value=value)]:
            return Amount(text, value, None)
        case [Count(value=value), Count(value=of)]:
            return Amount(text, value, of)
    return None


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    at: At
    name: str
    role: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    at: At
    text: Prose
    group: str
    present: Count
    invited: Count | None = None
    absent: tuple[AbsenceDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareDraft:
    at: At
    what: str
    value: Count


@dataclass(frozen=True, slots=True)
class FigureDraft:
    at: At
    what: str
    value: Amount
    unit: str = ""
    level: Level | None = None
    month: Month | None = None
    words: str = ""
    count: str = ""
    made_of: tuple[ShareDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionDraft:
    at: At
    title: str = ""
    number: str = ""
    topics: tuple[str, ...] = ()
    text: Prose | None = None
    figures: tuple[FigureDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class PartDraft:
    at: At
    title: str
    number: str = ""
    text: Prose | None = None
    sections: tuple[SectionDraft, ...] = ()
    results_of: Month | None = None
    tasks_for: Month | None = None


@dataclass(frozen=True, slots=True)
class SignatureDraft:
    at: At
    position: Prose
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    at: At
    printed: str
    why: str
    sure: Sureness
    right: str = ""
    times: Count | None = None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    at: At
    words: str
    times: Count | None = None
    school: str = ""
    document: DocumentNumber | None = None
    due: date | None = None
    id: str = ""
    place: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    at: At
    title: str
    opening: Prose
    parts: tuple[PartDraft, ...]
    signed: SignatureDraft
    head: Prose | None = None
    kind: str = "THÔNG BÁO"
    number: DocumentNumber | None = None
    issued: date | None = None
    met: date | None = None
    updated: date | None = None
    attendance_heading: str = "Thành phần dự họp:"
    attendance: tuple[AttendanceDraft, ...] = ()
    ruling: Prose | None = None
    closing: Prose | None = None
    recipients_heading: str = "Nơi nhận:"
    recipients: Prose | None = None
    footnotes: tuple[Prose, ...] = ()
    italics: tuple[str, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    corrections: tuple[CorrectionDraft, ...] = ()


_TIMES = Field(
    COUNT,
    "Số lần",
    "Những chữ này đứng ở mấy chỗ trong thông báo; không ghi là một chỗ.",
    example="4",
)

_ABSENCE = Record(
    "Absence",
    "Người vắng mặt",
    AbsenceDraft,
    {
        "name": Field(TEXT, "Họ và tên", "Như bản in.", required=True, example="Vũ Đức Quyền"),
        "role": Field(TEXT, "Chức vụ", "Như bản in.", example="Phó chủ tịch LĐLĐ"),
        "reason": Field(TEXT, "Lý do vắng", "Như bản in.", example="do đi công tác"),
    },
)

_ATTENDANCE = Record(
    "Attendance",
    "Một nhóm dự họp",
    AttendanceDraft,
    {
        "text": Field(PROSE, "Nguyên văn", "Cả dòng như bản in.", required=True),
        "group": Field(
            TEXT, "Tên nhóm", "Như bản in.", required=True, example="Lãnh đạo Phòng GD&ĐT"
        ),
        "present": Field(COUNT, "Số có mặt", required=True, example="11"),
        "invited": Field(COUNT, "Số được mời", "Chỉ ghi khi bản in có ghi.", example="12"),
        "absent": Field(ListOf(_ABSENCE), "Những người vắng mặt"),
    },
)

_SHARE = Record(
    "Share",
    "Một phần của số liệu",
    ShareDraft,
    {
        "what": Field(TEXT, "Tên phần", required=True, example="Giáo viên THCS"),
        "value": Field(COUNT, "Con số", required=True, example="05"),
    },
)

_FIGURE = Record(
    "Figure",
    "Số liệu",
    FigureDraft,
    {
        "what": Field(TEXT, "Tên số liệu", required=True, example="Số học sinh"),
        "value": Field(
            AMOUNT, "Con số", "Viết như bản in; phải có trong lời văn của mục.", required=True
        ),
        "unit": Field(TEXT, "Đơn vị tính", example="học sinh"),
        "level": Field(LEVEL, "Cấp học"),
        "month": Field(MONTH, "Tháng", "Chỉ ghi khi khác tháng của phần."),
        "words": Field(
            TEXT,
            "Những chữ có số ấy",
            "Chỉ ghi khi số ấy đứng ở nhiều chỗ trong mục.",
            example="Tổng số lớp: 268",
        ),
        "count": Field(
            Choice("cách đếm", {"schools": Option("schools", "Bằng số trường nêu tên trong câu")}),
            "Đếm lại",
            "Số này phải bằng số trường được nêu tên trong cùng đoạn.",
        ),
        "made_of": Field(ListOf(_SHARE), "Gồm những phần", "Cộng lại phải bằng số trên."),
    },
)

_SECTION = Record(
    "Section",
    "Một mục",
    SectionDraft,
    {
        "title": Field(TEXT, "Tiêu đề mục", "Không ghi số thứ tự.", example="Giáo dục mầm non"),
        "number": Field(
            Scalar(
                "số thứ tự",
                lambda text: text,
                r"^[1-9][0-9]?[a-z]?(\.[1-9][0-9]?){0,3}\.?$",
                "12",
            ),
            "Số thứ tự như bản in",
            "Chỉ ghi khi bản in không đánh số liên tục.",
        ),
        "topics": Field(
            ListOf(reference("danh sách lĩnh vực", "giao-duc-mam-non")),
            "Lĩnh vực",
            "Chỉ ghi khi tiêu đề mục không nói lên lĩnh vực.",
        ),
        "text": Field(
            PROSE,
            "Nội dung",
            "Dán nguyên văn sau dấu «|»: mỗi ý một dòng, đầu dòng là «- » hoặc «+ » như bản in.",
        ),
        "figures": Field(ListOf(_FIGURE), "Số liệu trong mục"),
    },
)

_PART = Record(
    "Part",
    "Một phần",
    PartDraft,
    {
        "title": Field(
            TEXT, "Tiêu đề phần", "Không ghi số La Mã.", required=True, example="KẾT QUẢ THÁNG 11"
        ),
        "number": Field(
            Scalar(
                "số La Mã",
                lambda text: text,
                r"^(?=.)(X{0,3})(IX|IV|V?I{0,3})$",
                "II",
            ),
            "Số La Mã như bản in",
            "Chỉ ghi khi bản in không đánh số liên tục.",
        ),
        "results_of": Field(MONTH, "Kết quả của tháng", "Ghi ở phần đánh giá kết quả."),
        "tasks_for": Field(MONTH, "Nhiệm vụ của tháng", "Ghi ở phần nhiệm vụ."),
        "text": Field(PROSE, "Lời văn đứng trước các mục"),
        "sections": Field(ListOf(_SECTION), "Các mục"),
    },
)

_SIGNATURE = Record(
    "Signature",
    "Chữ ký",
    SignatureDraft,
    {
        "position": Field(
            PROSE,
            "Chức vụ người ký",
            "Hai dòng như «KT. TRƯỞNG PHÒNG», «PHÓ TRƯỞNG PHÒNG» thì viết sau dấu «|».",
            required=True,
            example="TRƯỞNG PHÒNG",
        ),
        "name": Field(TEXT, "Họ và tên người ký", required=True, example="Phan Hồng Anh"),
    },
)

_SURENESS = {
    Sureness.CERTAIN.value: Option(Sureness.CERTAIN, "Có căn cứ rõ ràng"),
    Sureness.LIKELY.value: Option(Sureness.LIKELY, "Căn cứ chưa đủ, nhưng khó hiểu cách khác"),
    Sureness.DOUBTFUL.value: Option(Sureness.DOUBTFUL, "Giữ nguyên chữ in, liệt kê riêng để hỏi"),
}

_CORRECTION = Record(
    "Correction",
    "Một chỗ hiệu đính",
    CorrectionDraft,
    {
        "printed": Field(
            TEXT,
            "Bản in viết",
            "Đủ chữ để chỉ có một chỗ như thế.",
            required=True,
            example="bệnh Đại",
        ),
        "right": Field(TEXT, "Đúng ra là", "Không cần ghi nếu chỉ nghi ngờ.", example="bệnh Dại"),
        "times": _TIMES,
        "why": Field(TEXT, "Lý do", required=True, example="Tên bệnh là bệnh dại."),
        "sure": Field(
            Choice("mức chắc chắn", _SURENESS),
            "Mức chắc chắn",
            "Chỗ «nghi ngờ» giữ nguyên như bản in và được liệt kê riêng.",
            required=True,
        ),
    },
)

_NOTE = Record(
    "Note",
    "Ghi chú cho một chỗ",
    NoteDraft,
    {
        "words": Field(
            TEXT,
            "Những chữ được ghi chú",
            "Chép như bản in, đủ để chỉ có một chỗ như thế.",
            required=True,
            example="trường Phương Đông",
        ),
        "times": _TIMES,
        "school": Field(
            reference("danh sách trường", "thcs-phuong-dong"), "Là trường", "Mã của trường."
        ),
        "document": Field(NUMBER, "Là văn bản", "Số, ký hiệu đầy đủ."),
        "due": Field(DATE, "Hạn", "Ngày phải xong việc nêu trong những chữ này."),
        "id": Field(
            KEY,
            "Mã của ý",
            "Giữ nguyên địa chỉ của ý chứa những chữ này khi thứ tự các ý thay đổi.",
            example="muc-i-3-2",
        ),
        "place": Field(YES_NO, "Là địa danh", "Không phải tên trường."),
        "outside": Field(YES_NO, "Là đơn vị ngoài ngành", "Không phải trường trực thuộc Phòng."),
    },
)

NOTICE = Record(
    "Notice",
    "Thông báo kết luận",
    NoticeDraft,
    {
        "title": Field(
            TEXT,
            "Trích yếu",
            "Dòng dưới chữ THÔNG BÁO.",
            required=True,
            example="Kết luận Hội nghị giao ban tháng 12/2021",
        ),
        "head": Field(
            PROSE,
            "Đầu văn bản",
            "Các dòng trên chữ THÔNG BÁO như bản in: cơ quan ban hành; số; nơi, ngày ban hành.",
        ),
        "kind": Field(TEXT, "Loại văn bản", "Chỉ ghi khi không phải THÔNG BÁO."),
        "number": Field(NUMBER, "Số, ký hiệu", "Không biết thì xóa cả dòng."),
        "issued": Field(
            DATE, "Ngày ban hành", "Không biết thì xóa cả dòng; đừng lấy ngày họp thay vào."
        ),
        "met": Field(DATE, "Ngày họp"),
        "updated": Field(DATE, "Ngày cập nhật tệp này"),
        "opening": Field(PROSE, "Phần mở đầu", required=True),
        "attendance_heading": Field(TEXT, "Tiêu đề thành phần dự họp"),
        "attendance": Field(ListOf(_ATTENDANCE), "Thành phần dự họp"),
        "ruling": Field(PROSE, "Câu dẫn vào kết luận", "«… kết luận như sau:»"),
        "parts": Field(ListOf(_PART), "Các phần", required=True, at_least=1),
        "closing": Field(PROSE, "Phần kết"),
        "recipients_heading": Field(TEXT, "Tiêu đề nơi nhận"),
        "recipients": Field(PROSE, "Nơi nhận", "Mỗi nơi một dòng, đầu dòng là «- »."),
        "signed": Field(_SIGNATURE, "Người ký", required=True),
        "footnotes": Field(
            ListOf(PROSE), "Chú thích", "Theo thứ tự; trong lời văn đặt dấu ¹ ² ³ ở chỗ chú thích."
        ),
        "italics": Field(ListOf(TEXT), "Chữ nghiêng", "Những chữ bản in để nghiêng."),
        "notes": Field(ListOf(_NOTE), "Ghi chú"),
        "corrections": Field(ListOf(_CORRECTION), "Hiệu đính"),
    },
)
