"""The shapes of what is said of quoted words: notes and corrections."""

from generator.model import Sureness
from generator.reading.scalars import COUNT, DATE, KEY, TEXT, YES_NO, Choice, Option, reference
from generator.reading.schema import Field, Record
from generator.records.notice_drafts import CorrectionDraft, NoteDraft
from generator.records.record_values import NUMBER

_TIMES = Field(
    COUNT,
    "Số lần",
    "Những chữ này đứng ở mấy chỗ trong thông báo; không ghi là một chỗ.",
    example="4",
)

_SURENESS = {
    Sureness.CERTAIN.value: Option(Sureness.CERTAIN, "Có căn cứ rõ ràng"),
    Sureness.LIKELY.value: Option(Sureness.LIKELY, "Căn cứ chưa đủ, nhưng khó hiểu cách khác"),
    Sureness.DOUBTFUL.value: Option(Sureness.DOUBTFUL, "Giữ nguyên chữ in, liệt kê riêng để hỏi"),
}

CORRECTION = Record(
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
            Choice("mức chắc chắn", _SURENESS, unread=Sureness.DOUBTFUL),
            "Mức chắc chắn",
            "Chỗ «nghi ngờ» giữ nguyên như bản in và được liệt kê riêng.",
            required=True,
        ),
    },
)

NOTE = Record(
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
        "absent": Field(
            YES_NO,
            "Nói về người vắng họp",
            "«có» thì bản công khai bỏ những chữ này; «không» nếu máy hiểu nhầm.",
        ),
    },
)
