"""Where the words of an attendance say who was away: what only the department may read."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Plain
from generator.records.marking import Found
from generator.records.sought import SoughtStrings

_FEW = 50
"""People of one name; a role or a reason may be that of all."""

_NEAR = 300
"""Characters beside a name in which its role and reason are looked for first."""

_PARTS = re.compile(r"[.;()]")
"""What parts those who were away, and what is said of each."""

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
    """The run of what is said of somebody; `spans` are the places where words first stand."""
    standing = [word for word in words if word in spans]
    beside = spans[standing[0]]
    runs = [beside]
    for word in standing[1:]:
        runs += _around(word, beside, text) or [spans[word]]
    return Found(min(start for start, _ in runs), max(end for _, end in runs), Plain.PRIVATE)


def _around(word: str, beside: Span, text: str) -> list[Span]:
    """Where a role or a reason stands beside a name: on either side in its clause, or else nearest;
    further away it may be said of somebody else.
    """
    start, end = beside
    before, after = (
        text.rfind(word, max(0, start - _NEAR), start),
        text.find(word, end, end + _NEAR),
    )
    found = [
        (at, text[at + len(word) : start] if at < start else text[end:at])
        for at in (before, after)
        if at >= 0
    ]
    of_clause = [one for one in found if not _PARTS.search(one[1])]
    nearest = sorted(found, key=lambda one: len(one[1]))[:1]
    return [(at, at + len(word)) for at, _ in of_clause or nearest]


NOBODY = AbsentPeople(())
