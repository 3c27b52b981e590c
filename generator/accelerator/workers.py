"""Renders pages here and in worker processes side by side.

The others get the largest pages first, a few at hand so that none waits for work while a page is
made here; here are made the smallest.
"""

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from generator.accelerator.conditions import Doubt
from generator.accelerator.mkdocs_parts import File
from generator.accelerator.pages import Facts, Renderer
from generator.accelerator.store import Store
from generator.beside import cores, end_with_parent, may_fork

WORTH_A_PROCESS = 150_000
"""Bytes of Markdown below which starting another process takes longer than the work."""

AT_HAND = 3

GARBAGE = 10_000
"""Objects between two looks for garbage; a page leaves a few thousand that hold each other."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to render and keep under `key`; `size` is that of its Markdown in bytes."""

    key: str
    file: File
    size: int


def render(
    renderer: Renderer, jobs: Sequence[Job], store: Store, most: int | None = None
) -> Iterator[tuple[Job, Facts]]:
    """What is known of every page, as they get done; raises Doubt."""
    count = _how_many(jobs, most)
    if count < 2:
        for job in jobs:
            yield job, _one(renderer, job, store)
        return
    ordered = sorted(jobs, key=lambda job: -job.size)
    waiting = deque(range(len(ordered)))
    context = multiprocessing.get_context("fork")
    thresholds = gc.get_threshold()
    gc.freeze()  # what is here already is not looked through again in every child
    gc.set_threshold(GARBAGE, 10, 10)
    crew: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(count - 1):
            ours, theirs = context.Pipe()
            process = context.Process(
                target=_work, args=(theirs, [ours, *crew], renderer, ordered, store), daemon=True
            )
            process.start()
            theirs.close()
            crew[ours] = process
            for _ in range(AT_HAND):
                if waiting:
                    ours.send(waiting.popleft())
        done = 0
        while done < len(ordered):
            ready = wait(list(crew), timeout=0 if waiting else None)
            for ours in [ours for ours in crew if ours in ready]:
                index, facts = _answer(ours)
                if waiting:
                    ours.send(waiting.popleft())
                done += 1
                yield ordered[index], facts
            if waiting:
                job = ordered[waiting.pop()]
                done += 1
                yield job, _one(renderer, job, store)
        for ours in crew:
            ours.send(None)
    except OSError as error:
        raise Doubt(f"a worker is lost: {error}") from error
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        for ours, worker in crew.items():
            ours.close()
            worker.join(timeout=0.2)
            if worker.is_alive():
                worker.kill()
                worker.join()


def _how_many(jobs: Sequence[Job], most: int | None) -> int:
    if not may_fork():
        return 1
    worth = sum(job.size for job in jobs) // WORTH_A_PROCESS
    return min(cores(), len(jobs), worth, 8 if most is None else most)


def _answer(ours: Connection) -> tuple[int, Facts]:
    try:
        answer = ours.recv()
    except EOFError:
        raise Doubt("a worker ended early") from None
    if isinstance(answer, str):
        raise Doubt(answer)
    index, facts = answer
    return index, facts


def _one(renderer: Renderer, job: Job, store: Store) -> Facts:
    """What this build still wants to know: what was asked for matters to the next."""
    facts, html = renderer.render(job.file)
    store.put(job.key, facts, html)
    return replace(facts, asked={})


def _work(
    theirs: Connection,
    others: Sequence[Connection],
    renderer: Renderer,
    jobs: Sequence[Job],
    store: Store,
) -> None:
    end_with_parent()
    for connection in others:  # else a worker would hold its own other end open
        connection.close()
    try:
        while (index := theirs.recv()) is not None:
            theirs.send((index, _one(renderer, jobs[index], store)))
    except (EOFError, BrokenPipeError):
        return
    except BaseException as error:
        theirs.send(f"{type(error).__name__}: {error}")
