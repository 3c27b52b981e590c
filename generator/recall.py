"""Work that was perhaps done before: the same inputs have the same result."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class RecallEntry(Protocol):
    """As `Recall`, of many small results of one kind; `name` tells each from the others."""

    def __call__(self, name: str, inputs: str, make: Callable[[], T]) -> T: ...


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
