"""Work that was perhaps done before: the same inputs have the same result."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Recall(Protocol):
    """Hands over the result of `make`, which may be the one that an earlier run made.

    `inputs` tell all that it is made from, and what it is; `make` depends on nothing else.
    """

    def __call__(self, inputs: str, make: Callable[[], T]) -> T: ...


def anew(inputs: str, make: Callable[[], T]) -> T:
    """Where nothing is kept."""
    return make()
