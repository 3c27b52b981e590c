"""Work in another process: its result is this one's, whatever becomes of it."""

import gc
import multiprocessing
import os
import signal
import time

import pytest

from generator import beside


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a test before left a server that listens."""
    monkeypatch.setattr(beside, "cores", lambda: 2)
    monkeypatch.setattr(beside, "may_fork", lambda: True)


def test_the_result_comes_from_another_process() -> None:
    here = ["chữ"]

    def work() -> tuple[int, list[str]]:
        here.append("khác")
        return os.getpid(), here

    with beside.begun(work) as result:
        assert here == ["chữ"]
        other, there = result()
    assert other != os.getpid()
    assert (here, there) == (["chữ"], ["chữ", "khác"])


def test_what_goes_wrong_is_told_here() -> None:
    def work() -> None:
        raise ValueError("sai")

    with beside.begun(work) as result, pytest.raises(ValueError, match="sai"):
        result()


def test_a_process_that_is_lost_costs_only_time() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    with beside.begun(work) as result:
        assert result() == 1


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    with beside.begun(lambda: lambda: 1) as result:
        assert result()() == 1


def test_with_one_core_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "cores", lambda: 1)
    with beside.begun(os.getpid) as result:
        assert result() == os.getpid()


def test_a_result_that_nobody_asks_for_is_given_up() -> None:
    frozen = gc.get_freeze_count()
    with pytest.raises(ValueError, match="sai"), beside.begun(lambda: time.sleep(600)):
        raise ValueError("sai")
    assert gc.get_freeze_count() == frozen
    assert multiprocessing.active_children() == []
