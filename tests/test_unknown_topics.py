"""Fields of work that nobody knows: each told with what may be meant, thousands told in short."""

from generator.model import Topic
from generator.problems import MOST_PROBLEMS
from generator.reading.place import At
from generator.reading.yaml_nodes import Blank
from generator.records.unknown_topics import UnknownTopics

TOPICS = [
    Topic("giao-duc-mam-non", "Giáo dục mầm non", (), None, True, 1),
    Topic("cong-tac-thi-dua", "Công tác thi đua", (), None, True, 2),
]


def at(line: int) -> At:
    return At("2021-12.yml", "topics", Blank(line, 1))


def test_what_may_be_meant_is_offered() -> None:
    unknown = UnknownTopics(TOPICS)
    unknown.keys += [(at(3), "giao-duc-mam-mon"), (at(4), "x")]
    unknown.titles += [(at(5), "Giáo dục mầm mon"), (at(6), "Công tác kiểm tra")]
    told = [(p.line, "có phải" in p.message) for p in unknown.problems()]
    assert told == [(3, True), (4, False), (5, True), (6, False)]


def test_of_very_many_the_first_are_told() -> None:
    unknown = UnknownTopics(TOPICS)
    unknown.keys += [(at(line), f"k-{line}") for line in range(1, 60_000)]
    told = [*unknown.problems()]
    assert len(told) == MOST_PROBLEMS + 1
    assert told[-1].message.startswith("còn nhiều chỗ nữa")
    assert not told[-1].warning
