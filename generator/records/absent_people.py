"""Where the words of an attendance say who was away: what only the department may read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model import Plain
from generator.records.marking import Found
from generator.records.sought import Sought


class AbsentPeople:
    """Those of one group: name, role and reason of each, as they are printed."""

    def __init__(self, people: Sequence[tuple[str, ...]]) -> None:
        self._words = [*dict.fromkeys(word for words in people for word in words)]
        self._sought = Sought(self._words)
        self._who: dict[str, list[int]] = defaultdict(list)
        for person, words in enumerate(people):
            for word in words:
                self._who[word].append(person)

    def found(self, text: str) -> Iterator[Found]:
        """From a person's name to the last of what is said of them."""
        spans: dict[int, tuple[int, int]] = {}
        for which, end in self._sought.first_ends(text).items() if self._words else ():
            word = self._words[which]
            start = end - len(word)
            for person in self._who[word]:
                first, last = spans.get(person, (start, end))
                spans[person] = min(first, start), max(last, end)
        for person in sorted(spans):
            yield Found(*spans[person], Plain.PRIVATE)


NOBODY = AbsentPeople(())
