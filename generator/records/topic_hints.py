"""Which key of a field of work was meant by its name, by a part of either, or by a slip in them."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from generator.model import Topic
from generator.nearest import Choices
from generator.problems import quoted
from generator.vietnamese import slug

SAME_TOPIC: Final = 0.8
"""Half the names begin with «Công tác»: less likeness would offer another field of work."""
_FEW = 12
"""So many keys are listed in a message."""
_MOST_COMMAS = 8
_MOST_COMPARED = 500
"""Fields of work of which a part is looked for; departments have a dozen."""


class TopicHints:
    """Of the register's fields of work."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics

    @cached_property
    def _keys(self) -> dict[str, str]:
        """Keys, and names as keys are written -> the key; of two fields the first."""
        keys = {topic.key: topic.key for topic in self._topics}
        for topic in self._topics:
            for name in (topic.name, *topic.aliases):
                keys.setdefault(slug(name), topic.key)
        return keys

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        """What stands of names before their first comma -> the key."""
        beginnings: dict[str, str] = {}
        for topic in self._topics:
            for name in (topic.name, *topic.aliases):
                if "," in name:
                    beginnings.setdefault(slug(name.partition(",")[0]), topic.key)
        return beginnings

    @cached_property
    def _choices(self) -> Choices:
        return Choices(self._keys)

    @cached_property
    def _most_pieces(self) -> int:
        """Into how many a name's commas cut it."""
        names = (name for topic in self._topics for name in (topic.name, *topic.aliases))
        return 1 + min(_MOST_COMMAS, max((name.count(",") for name in names), default=0))

    def cut_name(self, words: Sequence[str], place: int) -> int:
        """How many items of a list from a place on are a name that its commas cut; one, if none."""
        for length in range(min(self._most_pieces, len(words) - place), 1, -1):
            if slug(", ".join(words[place : place + length])) in self._keys:
                return length
        return 1

    def of(self, words: str) -> str:
        """What to write instead of words that are no key."""
        wanted = slug(words)
        if key := self._keys.get(wanted):
            return f"đây là tên, hãy ghi mã {quoted(key)}"
        if key := self._near(wanted):
            return f"có phải {quoted(key)}?"
        if 0 < len(self._topics) <= _FEW:
            listed = ", ".join(quoted(topic.key) for topic in self._topics)
            return f"chọn một trong: {listed}; lĩnh vực mới thì thêm vào tệp ấy trước"
        return "hãy chọn một mã trong tệp ấy, lĩnh vực mới thì thêm vào tệp ấy trước"

    def _near(self, wanted: str) -> str | None:
        """By the beginning of a name, by a slip in it, or by words that one field alone has."""
        if key := self._beginnings.get(wanted):
            return key
        if near := self._choices.nearest(wanted, least=SAME_TOPIC):
            return self._keys[near]
        if not wanted or len(self._topics) > _MOST_COMPARED:
            return None
        holding = {key for name, key in self._keys.items() if f"-{wanted}-" in f"-{name}-"}
        return holding.pop() if len(holding) == 1 else None
