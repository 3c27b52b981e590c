"""A short reason is private beside the name it is said of, and nowhere else."""

import pytest

from generator.graph.private_words import PrivateWords
from generator.graph.short_reasons import ShortReasons

NAME = PrivateWords(["Trần Thị Oanh"])
REASONS = ShortReasons(["do ốm", "đi công tác", ""])


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("bà Trần Thị Oanh (ốm) báo cáo", ["ốm"]),
        ("Trần Thị Oanh – do ốm", ["do ốm", "ốm"]),
        ("Trần Thị Oanh đang ốm, nghỉ", ["ốm"]),
        ("TRẦN THỊ OANH: ĐI CÔNG TÁC", ["ĐI CÔNG TÁC"]),
        ("Trần Thị Oanh¹, Ốm", ["Ốm"]),
        ("Ốm: đ/c Trần Thị Oanh", ["Ốm"]),
        ("đi công tác (Trần Thị Oanh)", ["đi công tác"]),
        ("Trần Thị Oanh báo cáo học sinh ốm", []),
        ("Trần Thị Oanh. Ốm thì nghỉ", []),
        ("cán bộ đi công tác", []),
    ],
)
def test_reasons_beside_a_name(text: str, reasons: list[str]) -> None:
    found = REASONS.spans(text, NAME.spans(text))
    assert [text[start:end] for start, end in found] == reasons
