"""A run on many machines: Ray deals chunks of the inputs to actors, each of which reads and writes one at a time.

The ledger in the database says what is done. A worker, a node or the head that is lost costs a retry of the chunks
that were being read, and nothing else. Files must be found under the same paths on every node; records of JSON Lines
and CSV are carried there.
"""

import os
from collections import deque
from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from ..errors import ExtractorError
from ..reading.read import Coming, Task
from ..store.batch import Account
from ..store.database import open_engine
from ..store.ledger import Taken, chunks_of, lease, unfinished
from ..store.store import Store
from .pool import Pool
from .worker import Job

AT_ONCE = 100  # documents a chunk at most, but for a Parquet file, which is one
_TICK = 1.0  # seconds
_FAILURES = 10  # to start a reader, before the run ends
Chunk = tuple[int, list[Coming]]


def chunks(coming: Iterator[Coming]) -> Iterator[Chunk]:
    """The tasks in parts, numbered; the same inputs have the same chunks."""
    seq, part, size = 0, [], 0
    for task in coming:
        part.append(task)
        size += len(task.records) if isinstance(task, Task) and task.records else 1
        if size >= AT_ONCE:
            yield seq, part
            seq, part, size = seq + 1, [], 0
    if part:
        yield seq, part


def first_uri(part: list[Coming]) -> str:
    """What a chunk is known by: where its first document stands."""
    first = part[0]
    if not isinstance(first, Task):
        return first[0].uri
    return first.records[0][0] if first.records else first.found.uri


class Reader:
    """On a node: reads a chunk and writes it, with its worker kept for the next."""

    def __init__(self, job: Job, seconds: float, run_id: int) -> None:
        assert job.url is not None
        self._engine = open_engine(job.url)
        self._pool = Pool(job, 1, seconds)
        self._store = Store(self._engine, job.fingerprint, run_id)
        self._store.join()

    def greet(self) -> list[Account]:
        """Nothing: the reader is there."""
        return []

    def read(self, seq: int, part: list[Coming]) -> list[Account]:
        """What became of the chunk; nothing if another has done it."""
        held = lease(self._engine, self._store.run_id, seq, first_uri(part), os.uname().nodename)
        if held is None:
            return []
        readings = [step.reading for step in self._pool.steps(iter(part)) if step.reading]
        try:
            return self._store.record(readings, also=held.done)
        except Taken:
            return []


class Cluster:
    """The readers of a run, one for each processor that the cluster has at the moment."""

    def __init__(self, address: str, job: Job, seconds: float, run_id: int) -> None:
        try:
            import ray
        except ImportError:
            raise ExtractorError("A cluster needs an extra; install vietnews-extractor[cluster]") from None
        self._ray: Any = ray  # what it tells of its types depends on whether it is installed
        try:
            ray.init(address=address, log_to_driver=False, configure_logging=False)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise ExtractorError(f"No Ray cluster answers at {address} ({type(error).__name__})") from error
        self._reader = self._ray.remote(num_cpus=1)(Reader)
        self._arguments = job, seconds, run_id
        self._idle: deque[Any] = deque()
        self._busy: dict[Any, tuple[Any, Chunk]] = {}
        self._hired: dict[Any, Any] = {}
        self._again: deque[Chunk] = deque()
        self._failures = count(1)

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        self._ray.shutdown()

    def accounts(self, coming: Iterator[Chunk]) -> Iterator[list[Account]]:
        """What became of each chunk, as they are done; an empty list now and then."""
        chunk = next(coming, None)
        while chunk or self._busy:
            self._hire()
            while self._idle and chunk:
                reader = self._idle.popleft()
                self._busy[reader.read.remote(*chunk)] = reader, chunk
                chunk = self._again.popleft() if self._again else next(coming, None)
            done, _ = self._ray.wait([*self._hired, *self._busy], timeout=_TICK)
            yield from map(self._result, done)
            yield []
            if not chunk and self._again:
                chunk = self._again.popleft()

    def _hire(self) -> None:
        """A reader for each processor; one is dealt a chunk only once it has answered, for its node may be gone."""
        processors = int(self._ray.cluster_resources().get("CPU", 0))
        for _ in range(processors - len(self._idle) - len(self._busy) - len(self._hired)):
            reader: Any = self._reader.remote(*self._arguments)
            self._hired[reader.greet.remote()] = reader

    def _result(self, reference: Any) -> list[Account]:
        chunk = None
        if reference in self._hired:
            reader = self._hired.pop(reference)
        else:
            reader, chunk = self._busy.pop(reference)
        try:
            accounts: list[Account] = self._ray.get(reference)
        except self._ray.exceptions.RayActorError as error:  # it was lost, or its node
            if chunk:
                self._again.append(chunk)
            elif (failures := next(self._failures)) > _FAILURES:
                raise ExtractorError(f"{failures} readers failed to start on the cluster; see Ray's logs") from error
            return []
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from error
        self._idle.append(reader)
        return accounts


def resumed(store: Store, coming: Iterator[Chunk]) -> Iterator[Chunk] | None:
    """``coming``, with the store at the run that was left unfinished; None if there is none of these inputs."""
    if (run_id := unfinished(store.engine, store.fingerprint)) is None or (first := next(coming, None)) is None:
        return None
    uri, _ = chunks_of(store.engine, run_id).get(0, (first_uri(first[1]), False))
    if uri == first_uri(first[1]):
        store.run_id = run_id
    return chain([first], coming)


def left_over(store: Store, coming: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks that are not done yet; ExtractorError if the inputs are not those that the run was begun with."""
    ledger = chunks_of(store.engine, store.run_id)
    for seq, part in coming:
        uri, done = ledger.get(seq, (first_uri(part), False))
        if uri != first_uri(part):
            raise ExtractorError(
                f"Run {store.run_id} was begun with other inputs; the same command again begins a new one"
            )
        if not done:
            yield seq, part
