"""A pool of processes, each given one piece of work at a time and killed when it takes too long.

`concurrent.futures` cannot end a piece of work that hangs and stops altogether when a process dies; here the one paper
is lost, with a line that says so, and a fresh process goes on with the next.
"""

import logging
import multiprocessing
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from greffier.read.limits import limits

Task = TypeVar("Task")
PRELOADED = ["greffier.run.pipeline", "greffier.run.reading"]


@dataclass(frozen=True, slots=True)
class Lost:
    """Work that came to nothing: it took too long (`seconds`), or its process died (`seconds` None)."""

    seconds: float | None


class Worker(Generic[Task]):
    """One process and what it is doing."""

    def __init__(self, work: Callable[..., Any]) -> None:
        methods = multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            context.set_forkserver_preload(PRELOADED)
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.deadline = 0.0
        self.seconds = 0.0

    def give(self, task: Task, arguments: tuple[object, ...], seconds: float) -> None:
        """Hand over a piece of work, to be done within `seconds`."""
        self.task, self.seconds, self.deadline = task, seconds, time.monotonic() + seconds
        with suppress(BrokenPipeError, ConnectionError):  # it died: seen when its answer is read
            self.connection.send(arguments)

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def call(work: Callable[..., Any], *arguments: object) -> Any:
    """`work(*arguments)`: the work of a pool whose tasks bring their own."""
    return work(*arguments)


def work_through(
    take: Callable[[], tuple[Task, tuple[object, ...], float] | None], work: Callable[..., Any], *, jobs: int
) -> Iterator[tuple[Task, Any]]:
    """Yield each task with `work(*arguments)` or with a `Lost`, as they are done, on `jobs` processes.

    `take` gives the next (task, arguments, seconds allowed) whenever a process is free, None if there is none for now:
    what is done may bring more. `work` is a function of a module; it and its arguments must be picklable.
    """
    workers: list[Worker[Task]] = []
    try:
        while True:
            for worker in workers:
                if worker.task is None and (found := take()) is not None:
                    worker.give(*found)
            while len(workers) < jobs and (found := take()) is not None:
                workers.append(Worker(work))
                workers[-1].give(*found)
            busy = {worker.connection: worker for worker in workers if worker.task is not None}
            if not busy:
                return
            soonest = min(worker.deadline for worker in busy.values())
            ready = wait(list(busy), max(0.0, soonest - time.monotonic()))
            for connection, worker in busy.items():
                if connection in ready:
                    result: Any = _answer(worker)
                elif time.monotonic() >= worker.deadline:
                    result = Lost(worker.seconds)
                else:
                    continue
                task, worker.task = worker.task, None
                if isinstance(result, Lost):
                    worker.end()
                    workers.remove(worker)
                assert task is not None
                yield task, result
    finally:
        for worker in workers:
            worker.end()


def _answer(worker: "Worker[Any]") -> Any:
    try:
        return worker.connection.recv()
    except (EOFError, OSError):
        return Lost(None)


def _serve(connection: "Connection[Any, Any]", work: Callable[..., Any]) -> None:
    """The life of a process: take work, answer, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the user started
    with suppress(ImportError, OSError, ValueError):  # where the system can: a reader that eats memory fails alone
        import resource

        most = limits().memory * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    while True:
        try:
            connection.send(work(*connection.recv()))
        except (EOFError, OSError):
            return
