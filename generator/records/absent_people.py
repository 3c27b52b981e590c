"""Where the words of an attendance say who was away: what only the department may read."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Plain
from generator.records.marking import Found
from generator.records.sought import SoughtStrings

_FEW = 50
"""People of one name; a role or a reason may be that of all."""

_NEAR = 300
"""Characters beside a name in which its role and reason are looked for first."""

Span = tuple[int, int]


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
            yield _found(self._people[person], spans, text)
        if not self._shares:
            return
        named = Counter(self._shared[person] for person in people)
        for shared in dict.fromkeys(s for word in spans for s in self._shares.get(word, ())):
            if named[shared] < self._sharing[shared]:
                yield _found(shared, spans, text)


def _found(words: Sequence[str], spans: Mapping[str, Span], text: str) -> Found:
    """The run of what is said of somebody, by the places where each word first stands."""
    standing = [word for word in words if word in spans]
    beside = spans[standing[0]]
    runs = [beside, *(_nearest(word, beside, text) or spans[word] for word in standing[1:])]
    return Found(min(start for start, _ in runs), max(end for _, end in runs), Plain.PRIVATE)


def _nearest(word: str, beside: Span, text: str) -> Span | None:
    """Where a role or a reason stands next to a name: it may stand elsewhere of somebody else."""
    start, end = beside
    before = text.rfind(word, max(0, start - _NEAR), start)
    after = text.find(word, end, end + _NEAR)
    if before < 0 and after < 0:
        return None
    is_before = after < 0 or (before >= 0 and start - before - len(word) < after - end)
    at = before if is_before else after
    return at, at + len(word)


NOBODY = AbsentPeople(())
