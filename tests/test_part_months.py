"""Which month a part is of, and what is told where it is of two or of none."""

import pytest

from generator.model import Month
from generator.reading import schema
from generator.records.notice_drafts import PartDraft
from generator.records.notice_shape import NOTICE
from generator.records.part_months import part_of_no_month

BOTH = "phần này ghi cả «results_of: 2021-11» và «tasks_for: 2021-12», chỉ được ghi một; "


def part(lines: str) -> PartDraft:
    text = f"title: A\nopening: Họp.\nparts: [{{{lines}}}]\nsigned: {{position: A, name: B}}"
    draft, problems = schema.read(NOTICE, text.encode(), "f")
    assert draft is not None, problems
    return draft.parts[0]


@pytest.mark.parametrize(
    ("title", "delete"),
    [
        ("KẾT QUẢ", "tiêu đề là «KẾT QUẢ» thì xóa dòng «tasks_for: 2021-12»"),
        ("Đánh giá tháng 11", "tiêu đề là «Đánh giá tháng 11» thì xóa dòng «tasks_for: 2021-12»"),
        (
            "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
            "tiêu đề là «ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ» thì xóa dòng «tasks_for: 2021-12»",
        ),
        ("NHIỆM VỤ", "tiêu đề là «NHIỆM VỤ» thì xóa dòng «results_of: 2021-11»"),
        (
            "KẾT QUẢ VÀ NHIỆM VỤ",
            "là phần kết quả thì xóa dòng «tasks_for: 2021-12», là phần nhiệm vụ thì xóa"
            " «results_of: 2021-11»",
        ),
        (
            "CÔNG TÁC",
            "là phần kết quả thì xóa dòng «tasks_for: 2021-12», là phần nhiệm vụ thì xóa"
            " «results_of: 2021-11»",
        ),
    ],
)
def test_of_a_part_of_two_months_one_is_to_be_deleted(title: str, delete: str) -> None:
    of_two = part(f"title: {title}, results_of: 2021-11, tasks_for: 2021-12")
    assert part_of_no_month(of_two, Month(2021, 12)).message == BOTH + delete


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("KẾT QUẢ", "«results_of: 2021-12» nếu là kết quả tháng 12/2021, «tasks_for: 2022-01»"),
        ("THÁNG 2", "«results_of: 2022-02» nếu là kết quả tháng 02/2022, «tasks_for: 2022-02»"),
        ("THÁNG 3", "«results_of: 2021-03» nếu là kết quả tháng 03/2021, «tasks_for: 2021-03»"),
        ("THÁNG 9/2020", "«results_of: 2020-09» nếu là kết quả tháng 09/2020"),
    ],
)
def test_a_part_of_no_month_is_told_what_to_write(title: str, of: str) -> None:
    assert of in part_of_no_month(part(f"title: {title}"), Month(2022, 1)).message
