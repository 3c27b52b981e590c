"""The shape of a notice's file, `records/2021/2021-12.yml`: what a clerk writes, and no more.

The words stand as printed, bullets and all; whatever else is said of them (corrections, due dates,
what a name means) quotes the words it speaks of.
"""

from dataclasses import replace

from generator.model import Month
from generator.reading.prose import PROSE
from generator.reading.scalars import (
    COUNT,
    DATE,
    MONTH,
    TEXT,
    Choice,
    Option,
    Scalar,
    any_reference,
)
from generator.reading.schema import Field, ListOf, Record
from generator.records.notice_drafts import (
    AbsenceDraft,
    AttendanceDraft,
    FigureDraft,
    NoticeDraft,
    PartDraft,
    SectionDraft,
    ShareDraft,
    SignatureDraft,
)
from generator.records.quotation_shapes import CORRECTION, NOTE
from generator.records.record_values import AMOUNT, LEVEL, NUMBER

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
            ListOf(any_reference("danh sách lĩnh vực", "giao-duc-mam-non")),
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

_TITLE_OF = "Kết luận Hội nghị giao ban tháng "

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
            example=f"{_TITLE_OF}12/2021",
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
        "notes": Field(ListOf(NOTE), "Ghi chú"),
        "corrections": Field(ListOf(CORRECTION), "Hiệu đính"),
    },
)


def notice_of(month: Month) -> Record[NoticeDraft]:
    """The same with what a clerk is shown as an example of this month's title."""
    title = replace(NOTICE.fields["title"], example=f"{_TITLE_OF}{month}")
    return replace(NOTICE, fields={**NOTICE.fields, "title": title})
