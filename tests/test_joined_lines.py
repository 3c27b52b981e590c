"""Lines that begin a sentence and are read as more of the line above."""

import pytest

from generator.reading import schema
from generator.records.joined_lines import joined_lines
from generator.records.notice_shape import NOTICE

WRAPPED = """\
Các trường tiếp tục thực hiện nghiêm túc các biện pháp phòng, chống dịch theo chỉ đạo của
Phòng. Rà soát, bổ sung phương án dạy học phù hợp với từng cấp độ dịch ở từng địa bàn dân cư.
Báo cáo kịp thời mọi diễn biến."""


def lines_told(text: str) -> list[int]:
    """The lines of a task's text, counted from 1, of which something is told."""
    words = "\n".join(f"      {line}" for line in text.split("\n"))
    raw = f"""\
title: Kết luận
opening: Họp.
signed: {{position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}}
parts:
  - title: NHIỆM VỤ
    text: |
{words}
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    return [problem.line - 6 for problem in joined_lines(draft)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Các trường báo cáo.\nKiểm tra công tác bán trú.", [2]),
        ("Các trường báo cáo ngay:\n“Dạy tốt” cả năm;\n(Học tốt)", [2, 3]),
        ("Các trường báo cáo².\nĐôn đốc", [2]),
        ("Các trường theo hướng dẫn của TP.\nHạ Long.", []),
        ("Các trường mời đ/c Nguyễn Thị H.\nMây dự.", []),
        ("Các trường học tin học lớp TIN.\nMây dự.", [2]),
        ("Các trường báo cáo.\n\nKiểm tra.", []),
        ("Các trường báo cáo.\n- Kiểm tra.", []),
        ("Các trường báo cáo.\nkiểm tra; rồi\n31 trường.", []),
        ("Các trường thuộc\nThành phố báo cáo.", []),
        ("- Kết quả:\n| Giải | Số |\n|---|---|\n| Nhất | 05 |", [2]),
        ("- Kết quả:\nGiải    Số lượng\nNhất    05", [2]),
        ("- Kết quả:\n+ Giải Nhất: 05", []),
        (WRAPPED, []),
        (f"{WRAPPED}\nĐôn đốc.", [4]),
        (f"{WRAPPED}\n\n- Một việc ngắn.\nMột việc ngắn khác.", [6]),
    ],
)
def test_a_sentence_with_room_above_is_told_where_it_is_joined(text: str, lines: list[int]) -> None:
    assert lines_told(text) == lines


def test_those_told_of_a_notice_are_no_sentences() -> None:
    raw = """\
title: Kết luận
opening: Họp.
signed: {position: TRƯỞNG PHÒNG, name: Nguyễn Thị Mây}
parts: [{title: NHIỆM VỤ}]
recipients: |
  - Các trường MN, TH;
  Lưu: VT.
"""
    draft, told = schema.read(NOTICE, raw.encode(), "f")
    assert draft is not None, told
    assert list(joined_lines(draft)) == []


@pytest.mark.parametrize("between", ["\n- ", "\n\n", " "])
def test_what_is_told_is_silenced_by_doing_it(between: str) -> None:
    above, below = "Các trường báo cáo.", "Kiểm tra công tác bán trú."
    assert lines_told(f"{above}\n{below}") == [2]
    assert lines_told(f"{above}{between}{below}") == []
