"""Work in another process: its result is this one's, whatever becomes of it."""

import os
import signal

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

    result = beside.begin(work)
    assert here == ["chữ"]
    other, there = result()
    assert other != os.getpid()
    assert (here, there) == (["chữ"], ["chữ", "khác"])


def test_what_goes_wrong_is_told_here() -> None:
    def work() -> None:
        raise ValueError("sai")

    result = beside.begin(work)
    with pytest.raises(ValueError, match="sai"):
        result()


def test_a_process_that_is_lost_costs_only_time() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    assert beside.begin(work)() == 1


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    assert beside.begin(lambda: lambda: 1)()() == 1


def test_with_one_core_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "cores", lambda: 1)
    assert beside.begin(os.getpid)() == os.getpid()
