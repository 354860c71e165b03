"""A worker process: reads documents and extracts their facts, one at a time, within limits of memory.

It tells the parent of each document before it begins, so that the parent knows which one it died of.
"""

import ctypes
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.forkserver import _forkserver
from pathlib import Path
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from ..article import Article
from ..pipeline import extract
from ..reading.read import documents
from ..reading.reading import Reading
from ..rows import fact_rows
from ..store.database import open_engine, read_only
from ..store.known import known_articles

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Job:
    """What every worker of a run is told once."""

    url: URL | None  # the database in which articles may be known already
    fingerprint: str
    published: str | None
    memory: int  # bytes a worker may use
    extract: Callable[[Article], Sequence[Any]] = extract


@dataclass(frozen=True, slots=True)
class Begun:
    """Sent before a document is read: its place in the task, and where it is."""

    ordinal: int
    uri: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Sent after the last document of a task."""


def serve(pipe: Connection, job: Job) -> None:
    """Reads tasks from ``pipe`` and writes readings to it until it is closed."""
    _settle(job.memory)
    known = _Known(job)
    while True:
        try:
            task, skip = pipe.recv()
        except (EOFError, OSError):
            return
        for ordinal, document in enumerate(documents(task, job.published)):
            if ordinal >= skip:
                pipe.send(Begun(ordinal, document.uri))
                pipe.send(_extracted(document.read(), job, known))
        pipe.send(Ended())


def _settle(memory: int) -> None:
    """Dies with its parent, leaves signals to it, prints nothing of its own, and uses no more than ``memory``."""
    # The server from which workers are forked ends when no one holds this descriptor any more; the parent has it too.
    if (alive := getattr(_forkserver, "_forkserver_alive_fd", None)) is not None:
        os.close(alive)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _Known:
    """Which articles need no extraction, since the rules of this run have read them before."""

    def __init__(self, job: Job) -> None:
        self._fingerprint = job.fingerprint
        self._engine = open_engine(job.url) if job.url else None

    def __call__(self, reading: Reading) -> bool:
        if self._engine is None:
            return False
        try:
            with read_only(self._engine) as connection:
                found = known_articles(connection, [reading.identity]).get(reading.identity)
        except SQLAlchemyError:  # the one who writes will find out; reading it again does no harm
            return False
        return found is not None and found.fingerprint == self._fingerprint


def _extracted(reading: Reading, job: Job, known: Callable[[Reading], bool]) -> Reading:
    """``reading`` with its facts, light enough to be sent; a defect of a rule stops this article, not the run."""
    article = reading.article
    if article is None:
        return reading
    try:
        if not known(reading):
            reading.facts = fact_rows(article, job.extract(article))
    except MemoryError:
        return Reading(reading.uri, reason="memory", detail="it needs more memory than a document may use")
    except Exception as error:
        return Reading(reading.uri, reason="defect", detail=_where(error))
    reading.article = Article(**{name: getattr(article, name) for name in _HEAD})
    reading.article.sha256 = article.sha256
    return reading


_HEAD = [name for name in Article.__dataclass_fields__ if name not in ("blocks", "sentences")]


def _where(error: Exception) -> str:
    """The kind of an error and the line of ours that it came from; never its words, which may be the article's."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if f"{os.sep}extractor{os.sep}" in f.filename]
    return type(error).__name__ + (f" in {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "")
