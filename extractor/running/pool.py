"""Worker processes that are replaced when they die or take too long: one document cannot stop a run.

Readings come in the order of the inputs, whatever the number of workers.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running
from multiprocessing.process import BaseProcess

from ..reading.inputs import Input
from ..reading.read import Coming, Task
from ..reading.reading import Reading
from .worker import Begun, Ended, Job, serve

SECONDS = 30.0  # a document may take
TRIES = 2  # a document may kill its worker before it is quarantined
_AHEAD = 200  # tasks that may be begun before the first of them is done
_KEPT = 500  # readings of a task that are kept for their turn; its worker waits then
_TICK = 0.5


@dataclass(eq=False)
class _Work:
    """A task, what has come of it, and how far it is."""

    found: Input
    task: Task | None
    readings: deque[Reading] = field(default_factory=deque)
    done: bool = False
    skip: int = 0  # documents that are done or given up
    deaths: int = 0  # of workers, at document ``skip``


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    work: _Work | None = None
    begun: Begun | None = None
    deadline: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """A reading and its input; ``size`` is what it adds to the bytes that are done. No reading: time has passed."""

    found: Input | None
    reading: Reading | None
    size: int = 0


def get_ready() -> ForkServerContext:
    """Starts the process from which workers are forked: it holds no database and no thread, but the rules compiled."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extractor.running.warm"])
    ensure_running()
    return context


class Pool:
    """``count`` workers for ``job``; a document that takes more than ``seconds`` is given up."""

    def __init__(self, job: Job, count: int, seconds: float = SECONDS) -> None:
        self._job, self._seconds = job, seconds
        self._context = get_ready()
        self._workers = [self._hire() for _ in range(count)]

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            self._dismiss(worker)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._job), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _dismiss(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()

    def steps(self, coming: Iterator[Coming]) -> Iterator[Step]:
        """What becomes of the tasks that come, in their order; now and then a step without a reading."""
        line: deque[_Work] = deque()
        waiting: deque[_Work] = deque()
        while True:
            while len(line) < _AHEAD and (work := _next(coming)):
                line.append(work)
                if not work.done:
                    waiting.append(work)
            while line and (line[0].readings or line[0].done):
                first = line[0]
                while first.readings:
                    last = first.done and len(first.readings) == 1
                    size = first.task.size if last and first.task else 0
                    yield Step(first.found, first.readings.popleft(), size)
                if first.done:
                    line.popleft()
            if not line:
                if (work := _next(coming)) is None:
                    return
                line.append(work)
                if not work.done:
                    waiting.append(work)
                continue
            self._assign(waiting)
            if not self._listen(line[0]):
                yield Step(None, None)

    def _assign(self, waiting: deque[_Work]) -> None:
        for worker in self._workers:
            if worker.work is None and waiting:
                self._give(worker, waiting.popleft())

    def _give(self, worker: _Worker, work: _Work) -> None:
        worker.work, worker.begun, worker.deadline = work, None, time.monotonic() + self._seconds
        try:
            worker.pipe.send((work.task, work.skip))
        except OSError:
            self._died(worker, "crash")

    def _listen(self, first: _Work) -> bool:
        """Takes what the workers have to say; False if a while passed without a word."""
        busy = [w for w in self._workers if w.work and (w.work is first or len(w.work.readings) < _KEPT)]
        rest = min((w.deadline for w in busy), default=0.0) - time.monotonic()
        ready = wait([w.pipe for w in busy], timeout=min(_TICK, max(0.0, rest)))
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            elif time.monotonic() > worker.deadline:
                self._died(worker, "timeout")
        return bool(ready)

    def _hear(self, worker: _Worker) -> None:
        work = worker.work
        assert work is not None
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            self._died(worker, "crash")
            return
        worker.deadline = time.monotonic() + self._seconds
        if isinstance(said, Begun):
            worker.begun = said
        elif isinstance(said, Ended):
            work.done, worker.work = True, None
        else:
            assert worker.begun is not None
            work.readings.append(said)
            work.skip, work.deaths, worker.begun = worker.begun.ordinal + 1, 0, None

    def _died(self, worker: _Worker, reason: str) -> None:
        """Replaces a worker; its document is tried once more unless it took too long."""
        work, begun = worker.work, worker.begun
        assert work is not None
        self._dismiss(worker)
        code = worker.process.exitcode
        self._workers[self._workers.index(worker)] = fresh = self._hire()
        work.deaths += 1
        if reason == "timeout" or work.deaths >= TRIES:
            detail = f"more than {self._seconds:g} s" if reason == "timeout" else f"its worker ended with {code} twice"
            uri = begun.uri if begun else work.found.uri
            work.readings.append(Reading(uri, reason=reason, detail=detail))
            if begun is None:  # it died between two documents: what is left of the input is given up
                work.done = True
                return
            work.skip, work.deaths = begun.ordinal + 1, 0
        self._give(fresh, work)


def _next(coming: Iterator[Coming]) -> _Work | None:
    found = next(coming, None)
    if found is None:
        return None
    if isinstance(found, Task):
        return _Work(found.found, found)
    return _Work(found[0], None, deque([found[1]]), done=True)
