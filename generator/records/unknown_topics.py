"""Fields of work that a notice names and the register doesn't know, with what may be meant."""

from collections.abc import Iterator, Sequence

from generator.model import Topic
from generator.nearest import Choices
from generator.problems import Problem, first_ones, quoted
from generator.reading.place import At
from generator.records.topic_hints import SAME_TOPIC, TopicHints
from generator.records.unsure_entries import NOTHING, Unsure


class UnknownTopics:
    """Collects a notice's keys and titles of no known field; worded when all are known."""

    def __init__(self, topics: Sequence[Topic], unsure: Unsure = NOTHING) -> None:
        self._unsure = unsure
        self._topics = topics
        self._known = {topic.key for topic in topics}
        self.keys: list[tuple[At, str]] = []
        self.titles: list[tuple[At, str]] = []
        self._hints = TopicHints(topics)

    def of_list(self, at: At, keys: Sequence[str]) -> None:
        """What is no key in a section's `topics:`; a name that its commas cut is told as one."""
        place = 0
        while place < len(keys):
            length = 1
            if keys[place] not in self._known:
                length = self._hints.cut_name(keys, place)
                key = ", ".join(keys[place : place + length])
                self.keys.append((at.field(place), key))
            place += length

    def problems(self) -> Iterator[Problem]:
        yield from first_ones(self._of_keys())
        yield from first_ones(self._of_titles())

    def _of_keys(self) -> Iterator[Problem]:
        for at, key in self.keys:
            if self._unsure.may_hold_key(key) or self._unsure.may_hold_name(key):
                continue
            hint = self._hints.of(key)
            yield at.problem(f"không có lĩnh vực mã {quoted(key)} trong records/topics.yml; {hint}")

    def _of_titles(self) -> Iterator[Problem]:
        choices = Choices([topic.name for topic in self._topics])
        for at, title in self.titles:
            if self._unsure.may_hold_name(title):
                continue
            near = choices.nearest(title, least=SAME_TOPIC)
            hint = f"; có phải {quoted(near)}?" if near else "."
            yield at.problem(
                f"{quoted(title)} chưa có trong danh sách lĩnh vực{hint} Nếu là cách viết khác hay"
                " lĩnh vực mới, hãy thêm vào records/topics.yml, hoặc ghi «topics:» ở mục này."
            )
