"""Work that was perhaps done before: the same inputs have the same result."""

from collections.abc import Callable, Mapping, Set
from typing import Protocol, TypeVar

T = TypeVar("T")


class RecallEntry(Protocol):
    """As `Recall`, of many small results of one kind; `name` tells each from the others, and the
    inputs are asked for where something is kept.
    """

    def __call__(self, name: str, inputs: Callable[[], str], make: Callable[[], T]) -> T: ...


class Recall(Protocol):
    """Hands over the result of `make`, which may be the one that an earlier run made.

    `inputs` tell all that it is made from, and what it is; `make` depends on nothing else.
    """

    def __call__(self, inputs: str, make: Callable[[], T]) -> T: ...

    def entries(self, kind: str) -> RecallEntry:
        """For results too many to be kept apart."""


class _Anew:
    """Where nothing is kept."""

    def __call__(self, inputs: str, make: Callable[[], T]) -> T:
        return make()

    def entries(self, kind: str) -> RecallEntry:
        return lambda name, inputs, make: make()


anew: Recall = _Anew()


def of_notices(
    recall: RecallEntry,
    name: str,
    notices: Set[str],
    keys: Mapping[str, str],
    shown: object,
    make: Callable[[], T],
) -> T:
    """What `make` makes of some notices (ids) and what else is `shown`, which `repr` tells whole.

    `keys` are fingerprints, by a notice's id, of all that it and its readings were read from; it is
    made anew where one has none.
    """
    if not notices <= keys.keys():
        return make()
    return recall(name, lambda: repr(([keys[notice] for notice in sorted(notices)], shown)), make)
