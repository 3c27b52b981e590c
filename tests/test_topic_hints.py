"""What a section's `topics:` may mean where it names no key of the register."""

import pytest

from generator.model import Topic
from generator.reading.place import At
from generator.reading.yaml_nodes import Blank
from generator.records.topic_hints import TopicHints
from generator.records.unknown_topics import UnknownTopics

TOPICS = [
    Topic("giao-duc-mam-non", "Giáo dục mầm non", ("Mầm non",), None, True, 1),
    Topic("thi-dua-tong-hop", "Công tác thi đua, tổng hợp", (), None, True, 2),
    Topic("cong-tac-kiem-dinh", "Công tác kiểm định, tự đánh giá", (), None, True, 3),
]
ONE_OF_ALL = (
    "chọn một trong: «giao-duc-mam-non», «thi-dua-tong-hop», «cong-tac-kiem-dinh»; lĩnh vực mới"
    " thì thêm vào tệp ấy trước"
)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("Giáo dục mầm non", "đây là tên, hãy ghi mã «giao-duc-mam-non»"),
        ("mầm non", "đây là tên, hãy ghi mã «giao-duc-mam-non»"),
        ("Công tác thi đua, tổng hợp", "đây là tên, hãy ghi mã «thi-dua-tong-hop»"),
        ("Giáo dục mần non", "có phải «giao-duc-mam-non»?"),
        ("giao-duc-mam-mon", "có phải «giao-duc-mam-non»?"),
        ("Công tác thi đua", "có phải «thi-dua-tong-hop»?"),
        ("thi-dua", "có phải «thi-dua-tong-hop»?"),
        ("Tổng hợp", "có phải «thi-dua-tong-hop»?"),
        ("cong-tac", ONE_OF_ALL),
        ("khuyen-hoc", ONE_OF_ALL),
        ("???!", ONE_OF_ALL),
    ],
)
def test_keys_of_the_register_alone_are_offered(words: str, hint: str) -> None:
    assert TopicHints(TOPICS).of(words) == hint


@pytest.mark.parametrize("count", [0, 13])
def test_keys_are_listed_where_they_are_few(count: int) -> None:
    many = [Topic(f"linh-vuc-{n}", f"Lĩnh vực {n}", (), None, True, n) for n in range(count)]
    assert TopicHints(many).of("khuyen-hoc").startswith("hãy chọn một mã trong tệp ấy")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["Công tác thi đua", "tổng hợp"], ["Công tác thi đua, tổng hợp"]),
        (["giao-duc-mam-non", "Công tác thi đua", "tổng hợp"], ["Công tác thi đua, tổng hợp"]),
        (["Công tác thi đua", "x", "tổng hợp"], ["Công tác thi đua", "x", "tổng hợp"]),
        (["giao-duc-mam-non"], []),
    ],
)
def test_a_name_that_its_comma_cut_is_told_as_one(keys: list[str], told: list[str]) -> None:
    unknown = UnknownTopics(TOPICS)
    unknown.of_list(At("f", "topics", Blank(3, 1)), keys)
    assert [key for _, key in unknown.keys] == told
