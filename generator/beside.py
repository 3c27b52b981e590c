"""Work done in another process while this one goes on."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar, cast

T = TypeVar("T")


@contextmanager
def begun(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin `work` where another process can do it; calling what is given waits for its result.

    The work sees this process as it is now, and only its result comes back. Where there is no other
    core, or the other process is lost, it is done when the result is asked for; a result that
    nobody has asked for when the block ends is given up.
    """
    if not has_room():
        yield work
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, ours, theirs), daemon=True)
    gc.freeze()  # looking through what both have for garbage would make each a copy of its own
    try:
        process.start()
    except OSError:
        gc.unfreeze()
        yield work
        return
    theirs.close()

    def result() -> T:
        try:
            return cast(tuple[T], ours.recv())[0]
        except (EOFError, OSError):
            return work()

    try:
        yield result
    finally:
        gc.unfreeze()
        ours.close()
        process.kill()
        process.join()


def has_room() -> bool:
    """Whether another process can be begun, and would save time."""
    return may_fork() and cores() > 1


def may_fork() -> bool:
    """Whether a copy of this process would be whole."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def end_with_parent() -> None:
    """A run that is killed leaves nobody who works on; off Linux they end when they next tell."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


_PR_SET_PDEATHSIG = 1


def _send(work: Callable[[], T], ours: Connection, theirs: Connection) -> None:
    """Whatever goes wrong here is seen again where the result is asked for."""
    end_with_parent()
    ours.close()
    with suppress(Exception):
        theirs.send((work(),))
