"""Where the words of an attendance say who was away: what only the department may read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Plain
from generator.records.marking import Found
from generator.records.sought import SoughtStrings

_FEW = 50
"""People of one name; a role or a reason may be that of all."""


class AbsentPeople:
    """Those of one group: name, role and reason of each, as they are printed."""

    def __init__(self, people: Sequence[tuple[str, ...]]) -> None:
        self._people = people
        who: dict[str, list[int]] = defaultdict(list)
        for person, words in enumerate(people):
            for word in words:
                who[word].append(person)
        self._sought = SoughtStrings(who)
        self._few = {word: those for word, those in who.items() if len(those) <= _FEW}
        self._shared = [tuple(w for w in words if w not in self._few) for words in people]
        self._sharing = Counter(self._shared)
        self._shares: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for shared in self._sharing:
            for word in shared:
                self._shares[word].append(shared)

    def found(self, text: str) -> Iterator[Found]:
        """From a person's name to the last of what is said of them."""
        spans = {
            word: (start, start + len(word)) for word, start in self._sought.starts(text).items()
        }
        if not spans:
            return
        people = sorted({person for word in spans for person in self._few.get(word, ())})
        for person in people:
            yield _found(self._people[person], spans)
        if not self._shares:
            return
        named = Counter(self._shared[person] for person in people)
        for shared in dict.fromkeys(s for word in spans for s in self._shares.get(word, ())):
            if named[shared] < self._sharing[shared]:
                yield _found(shared, spans)


def _found(words: Iterable[str], spans: Mapping[str, tuple[int, int]]) -> Found:
    standing = [spans[word] for word in words if word in spans]
    start, end = min(start for start, _ in standing), max(end for _, end in standing)
    return Found(start, end, Plain.PRIVATE)


NOBODY = AbsentPeople(())
