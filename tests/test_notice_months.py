"""Months and days that can hardly be meant together, and those that can."""

import pytest

from generator.graph.indexes import Graph
from generator.model import Month
from generator.reading import schema
from generator.records.notice_months import unlikely_months
from generator.records.notice_shape import NOTICE
from generator.records.notices import NoticeReader
from generator.records.part_months import missing_parts


def told(lines: str) -> list[str]:
    """The fields of a notice of January 2022 of which something is told."""
    head = "signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\nopening: Họp.\n"
    title = "" if "title: Kết" in lines else "title: Kết luận\n"
    parts = "" if "parts:" in lines else "parts: [{title: NHIỆM VỤ}]\n"
    draft, problems = schema.read(NOTICE, f"{head}{title}{parts}{lines}".encode(), "f")
    assert draft is not None, problems
    found = list(unlikely_months(draft, Month(2022, 1)))
    assert all(problem.warning for problem in found)
    return [problem.field for problem in found]


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("title: Kết luận tháng 01/2022", []),
        ("title: Kết luận tháng 1 năm 2022", []),
        ("title: Kết luận tháng 12/2021, nhiệm vụ tháng 1", []),
        ("title: Kết luận tháng 12/2021", ["title"]),
        ("title: Kết luận tháng 01/2021", ["title"]),
        ("title: Kết luận tháng 12/2021 và 01/2022", []),
        ("title: Kết luận tháng 11/2021 và 12/2021", ["title"]),
        ("parts: [{title: NHIỆM VỤ THÁNG 12/2021 - 01/2022, tasks_for: 2022-01}]", []),
        ("parts: [{title: NHIỆM VỤ TỪ THÁNG 12 ĐẾN THÁNG 2/2022, tasks_for: 2022-01}]", []),
        ("met: 2022-01-31", []),
        ("met: 2021-12-30", []),
        ("met: 2022-02-08", []),
        ("met: 2021-12-05", ["met"]),
        ("met: 2021-01-05", ["met"]),
        ("met: 2022-02-25", ["met"]),
        ("met: 2022-01-05\nissued: 2022-01-05", []),
        ("met: 2022-01-28\nissued: 2022-02-10", []),
        ("met: 2022-01-05\nissued: 2022-01-04", ["issued"]),
        ("met: 2022-01-05\nissued: 2022-02-28", ["issued"]),
        ("issued: 2023-01-05", ["issued"]),
        ("parts: [{title: KẾT QUẢ, results_of: 2021-12}]", []),
        ("parts: [{title: KẾT QUẢ, results_of: 2022-01}]", []),
        ("parts: [{title: KẾT QUẢ, results_of: 2022-02}]", ["parts[0].results_of"]),
        ("parts: [{title: NHIỆM VỤ, tasks_for: 2022-02}]", []),
        ("parts: [{title: NHIỆM VỤ, tasks_for: 2021-01}]", ["parts[0].tasks_for"]),
        ("parts: [{title: NHIỆM VỤ THÁNG 01, tasks_for: 2022-01}]", []),
        ('parts: [{title: "KẾT QUẢ THÁNG 11, 12", results_of: 2021-12}]', []),
        ("parts: [{title: KẾT QUẢ THÁNG 11 VÀ 12 NĂM 2021, results_of: 2021-12}]", []),
        (
            "parts: [{title: KẾT QUẢ THÁNG 11 VÀ 12/2020, results_of: 2021-12}]",
            ["parts[0].results_of"],
        ),
        ("parts: [{title: NHIỆM VỤ THÁNG 12-01/2022, tasks_for: 2022-01}]", []),
        ("parts: [{title: KẾT QUẢ THÁNG 12 VÀ 01/2022, results_of: 2021-12}]", []),
        (
            "parts: [{title: KẾT QUẢ THÁNG 10 VÀ 01/2022, results_of: 2021-12}]",
            ["parts[0].results_of"],
        ),
        ("parts: [{title: NHIỆM VỤ THÁNG 2, tasks_for: 2022-01}]", ["parts[0].tasks_for"]),
        (
            "parts: [{title: KẾT QUẢ THÁNG 12 NĂM 2020, results_of: 2021-12}]",
            ["parts[0].results_of"],
        ),
    ],
)
def test_what_can_hardly_be_meant_is_a_warning(lines: str, fields: list[str]) -> None:
    assert told(lines) == fields


@pytest.mark.parametrize(
    ("lines", "check"),
    [
        ("parts: [{title: KẾT QUẢ, results_of: 2021-10}]", "có phải «results_of: 2021-12»?"),
        ("parts: [{title: NHIỆM VỤ, tasks_for: 2021-01}]", "có phải «tasks_for: 2022-01»?"),
        (
            "parts: [{title: KẾT QUẢ THÁNG 12, results_of: 2020-12}]",
            "có phải «results_of: 2021-12»?",
        ),
        (
            "parts: [{title: KẾT QUẢ THÁNG 10, results_of: 2021-12}]",
            "«results_of» hợp với tên tệp, kiểm tra lại tháng ở tiêu đề",
        ),
        (
            "parts: [{title: KẾT QUẢ THÁNG 10, results_of: 2021-09}]",
            "kiểm tra lại năm, tháng",
        ),
        (
            "met: 2022-01-05\nnotes: [{words: trước 20/01, due: 2021-01-20}]",
            "có phải «due: 2022-01-20»?",
        ),
        (
            "met: 2022-01-05\nnotes: [{words: trước 20/01/2022, due: 2022-01-25}]",
            "có phải «due: 2022-01-20»?",
        ),
        (
            "met: 2022-01-05\nnotes: [{words: từ 20/12, due: 2021-12-20}]",
            "kiểm tra lại năm, tháng",
        ),
        (
            "met: 2022-01-05\nnotes: [{words: 20/01 và 25/01, due: 2022-01-26}]",
            "kiểm tra lại năm, tháng",
        ),
    ],
)
def test_the_month_or_day_that_is_meant_is_proposed_where_it_is_sure(
    lines: str, check: str
) -> None:
    head = (
        "signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}\nopening: Họp.\ntitle: Kết luận\n"
    )
    parts = "" if "parts:" in lines else "parts: [{title: NHIỆM VỤ}]\n"
    draft, _ = schema.read(NOTICE, f"{head}{parts}{lines}".encode(), "f")
    assert draft is not None
    (only,) = unlikely_months(draft, Month(2022, 1))
    assert only.message.endswith(f"; {check}")


@pytest.mark.parametrize(
    ("title", "end"),
    [
        (
            "Kết luận tháng 12/2021",
            "mà trích yếu nói tháng 12/2021; trích yếu gõ nhầm thì sửa thành «tháng 01/2022», bản"
            " in sai thì ghi ở «corrections»; đúng là tháng 12/2021 thì đổi tên tệp thành"
            " «2021/2021-12-bat-thuong.yml»",
        ),
        (
            "Kết luận tháng 12",
            "đúng là tháng 12 thì đổi tên tệp thành «2021/2021-12-bat-thuong.yml»",
        ),
        (
            "Kết luận tháng 10, 11/2021",
            "mà trích yếu nói tháng 10/2021, 11/2021; trích yếu gõ nhầm thì sửa thành"
            " «tháng 01/2022», bản in sai thì ghi ở «corrections»",
        ),
    ],
)
def test_the_month_of_another_title_is_told_with_what_to_write(title: str, end: str) -> None:
    (only,) = of_title(title, "")
    assert only.endswith(end)


@pytest.mark.parametrize(
    ("correction", "count"),
    [
        ("{printed: tháng 12/2021, right: tháng 01/2022, why: x, sure: chắc chắn}", 0),
        ("{printed: 12/2021, why: x, sure: nghi ngờ}", 0),
        ("{printed: 2/2021, right: 1/2022, why: x, sure: chắc chắn}", 1),
        ("{printed: Kết luận, right: Thông báo, why: x, sure: chắc chắn}", 1),
        ("{printed: tháng 12, right: tháng 11, why: x, sure: chắc chắn}", 1),
    ],
)
def test_a_title_with_a_slip_is_corrected(correction: str, count: int) -> None:
    assert len(of_title("Kết luận tháng 12/2021", f"corrections: [{correction}]\n")) == count


def of_title(title: str, lines: str) -> list[str]:
    """What is told of an extra notice's title in January 2022."""
    text = f"title: {title}\nopening: A\nparts: []\nsigned: {{position: A, name: B}}\n{lines}"
    draft, _ = schema.read(NOTICE, text.encode(), "records/2022/2022-01-bat-thuong.yml")
    assert draft is not None
    return [one.message for one in unlikely_months(draft, Month(2022, 1))]


RESULTS = "{title: KẾT QUẢ, results_of: 2021-12, text: Tốt.}"
TASKS = "{title: NHIỆM VỤ, tasks_for: 2022-01, text: Họp.}"


@pytest.mark.parametrize(
    ("opening", "parts", "missing"),
    [
        ("Đánh giá kết quả, triển khai nhiệm vụ.", f"{RESULTS}, {TASKS}", []),
        ("Đánh giá kết quả, triển khai nhiệm vụ.", RESULTS, ["tasks_for"]),
        ("Đánh giá kết quả, triển khai nhiệm vụ.", TASKS, ["results_of"]),
        ("Đánh giá kết quả.", RESULTS, []),
        ("Triển khai nhiệm vụ.", f"{RESULTS}, {{title: NHIỆM VỤ}}", []),
        ("Triển khai nhiệm vụ.", "{title: NHIỆM VỤ, tasks_for: tháng một, text: Họp.}", []),
    ],
)
def test_parts_that_the_opening_speaks_of(opening: str, parts: str, missing: list[str]) -> None:
    text = (
        f"title: Kết luận\nopening: {opening}\nparts: [{parts}]\nsigned: {{position: A, name: B}}"
    )
    draft, _ = schema.read(NOTICE, text.encode(), "f")
    assert draft is not None
    found = [problem.message for problem in missing_parts(draft, Month(2022, 1))]
    names = ["results_of", "tasks_for"]
    assert [name for one in found for name in names if f"«{name}:»" in one] == missing


@pytest.mark.parametrize(("notice", "count"), [("2022-01", 1), ("2022-01-dot-xuat", 0)])
def test_an_extra_meeting_may_have_one_part(graph: Graph, notice: str, count: int) -> None:
    text = f"title: A\nopening: Nhiệm vụ.\nparts: [{RESULTS}]\nsigned: {{position: A, name: B}}"
    draft, _ = schema.read(NOTICE, text.encode(), "f")
    assert draft is not None
    reader = NoticeReader(draft, notice, graph.archive.registers)
    reader.notice()
    assert sum(one.field == "parts" for one in reader.of_words) == count


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("Ngày 05/01/2022, Phòng GD&ĐT tổ chức Hội nghị giao ban.", []),
        ("Ngày 06/01/2022, tại TP. Hạ Long, Phòng GD&ĐT tổ chức Hội nghị.", ["met"]),
        ("Sáng 06/01/2022, Phòng GD&ĐT họp giao ban.", ["met"]),
        ("Ngày 28/12/2021, Phòng GD&ĐT ban hành Giấy mời họp giao ban.", []),
        ("Ngày 28/12/2021 là hạn nộp. Phòng GD&ĐT họp.", []),
        ("Ngày 5.1.2022 Phòng GD&ĐT họp.", []),
        ("Chiều ngày 05 tháng 01 năm 2022, Phòng GD&ĐT họp.", []),
        ("Ngày 06/01/2022, Phòng GD&ĐT tổ chức Hội nghị giao ban.", ["met"]),
        ("Hồi 14 giờ 30 ngày 05 tháng 02 năm 2022, Phòng GD&ĐT họp.", ["met"]),
        ("Ngày 04/01/2022, UBND tỉnh ban hành kế hoạch. Phòng GD&ĐT họp.", []),
        ("Thực hiện công văn ngày 04/01/2022, Phòng GD&ĐT họp.", []),
        ("Ngày 15/01/2022, Phòng GD&ĐT họp.", []),
    ],
)
def test_the_day_of_the_opening_is_the_meetings(opening: str, fields: list[str]) -> None:
    text = (
        f"title: A\nmet: 2022-01-05\nopening: {opening}\nparts: [{RESULTS}]\n"
        "signed: {position: A, name: B}\n"
        "corrections: [{printed: Ngày 15/01/2022, right: x, why: x, sure: chắc chắn}]\n"
    )
    draft, problems = schema.read(NOTICE, text.encode(), "f")
    assert draft is not None, problems
    assert [one.field for one in unlikely_months(draft, Month(2022, 1))] == fields


@pytest.mark.parametrize(
    ("slip", "fields"),
    [
        ("{printed: 20/01/2021, right: 20/01/2022", []),
        ("{printed: /2021, right: /2022", []),
        ("{printed: nộp trước ngày 20/01/2021, right: nộp trước ngày 20/01/2022", []),
        ("{printed: 20/01/2021, right: 21/01/2022", ["notes[0].due"]),
        ("{printed: 20/01/2021", ["notes[0].due"]),
    ],
)
def test_a_day_may_be_that_which_a_correction_puts_there(slip: str, fields: list[str]) -> None:
    note = "notes: [{words: trước ngày 20/01/2021, due: 2022-01-20}]"
    correction = f"corrections: [{slip}, why: x, sure: chắc chắn}}]"
    assert told(f"met: 2022-01-05\n{note}\n{correction}\n") == fields


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("trước ngày 20-01-2022", []),
        ("trước ngày 25-01-2022", ["notes[0].due"]),
        ("trước ngày 20.01.2021", ["notes[0].due"]),
        ("trước ngày 20 tháng 01 năm 2022", []),
        ("trước ngày 25 tháng 01 năm 2022", ["notes[0].due"]),
        ("NGÀY 20 THÁNG 1", []),
        ("NGÀY 20 THÁNG 2", ["notes[0].due"]),
        ("từ 20/01-25/01/2022", []),
        ("từ 15/01-20/01/2022", []),
        ("theo số 25/QĐ-UBND, 25/01-UBND", []),
    ],
)
def test_days_of_notes_are_read_as_notices_print_them(words: str, fields: list[str]) -> None:
    assert told(f"notes: [{{words: '{words}', due: 2022-01-20}}]") == fields


def test_corrections_that_make_words_longer_take_no_more_memory_for_it() -> None:
    slip = "- {printed: a, right: aa, why: x, sure: chắc chắn}\n"
    lines = f"notes: [{{words: aaaa 1/12, due: 2022-01-20}}]\ncorrections:\n{slip * 400}"
    assert told(lines) == ["notes[0].due"]


@pytest.mark.parametrize(
    ("closing", "fields"),
    [
        ("Trên đây là kết luận Hội nghị giao ban tháng 01 năm 2022.", []),
        ("Trên đây là kết luận Hội nghị giao ban tháng 12 năm 2021.", ["closing"]),
        ("Trên đây là kết luận Hội nghị giao ban tháng 01/2021./.", ["closing"]),
        ("Trên đây là kết luận giao ban tháng 12. Đề nghị các trường thực hiện.", ["closing"]),
        ("Trên đây là kết quả tháng 12 năm 2021, nhiệm vụ tháng 01 năm 2022.", []),
        ("Trên đây là đánh giá kết quả tháng 12 năm 2021.", []),
        ("Trên đây là đánh giá kết quả tháng 11 năm 2021.", ["closing"]),
        ("Trên đây là kết luận. Hội nghị giao ban tháng 02/2022 họp ngày 07/02.", []),
        ("Yêu cầu các trường báo cáo trong tháng 02/2022.", []),
        ("Trên đây là kết luận, báo cáo kết quả trước giao ban tháng 02/2022./.", []),
        ("Trên đây là kết luận; họp tháng 02/2022.", []),
        ("Trên đây là kết luận để các trường thực hiện từ tháng 02/2022.", []),
        ("Trên đây là kết luận có giá trị ĐẾN tháng 02/2022.", []),
        ("Trên đây là kết luận giao ban tháng 12, 01/2022.", []),
        ("Trên đây là kết luận tháng 12/2021, báo cáo kết quả trước ngày 05.", ["closing"]),
        ("Trên đây là kết luận Hội nghị giao ban.", []),
    ],
)
def test_the_month_of_the_closing_is_the_notices(closing: str, fields: list[str]) -> None:
    assert told(f"closing: {closing}") == fields


@pytest.mark.parametrize("printed", ["tháng 12 năm 2021", "12 năm 2021"])
def test_a_month_of_the_closing_that_is_corrected_is_known(printed: str) -> None:
    slip = f"corrections: [{{printed: {printed}, why: Nhầm., sure: nghi ngờ}}]"
    assert told(f"closing: Trên đây là kết luận tháng 12 năm 2021.\n{slip}") == []
