"""Which chunks of a cluster's run are leased and done.

A chunk is done in the transaction that writes its articles, by the one who holds its latest lease: whatever is lost
and tried again, each is written once.
"""

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, Engine, exists, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from .batch import now
from .database import patiently, read_only
from .models import Chunk, Run


class Taken(Exception):
    """Another has leased the chunk since, or has done it: what was read of it is thrown away."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to write a chunk, until another has a later one."""

    run_id: int
    seq: int
    token: str

    def done(self, connection: Connection) -> None:
        """Marks the chunk done within the transaction of its articles; Taken if it is another's."""
        mine = (Chunk.run_id == self.run_id, Chunk.seq == self.seq, Chunk.lease == self.token, Chunk.status == "leased")
        ended = connection.execute(update(Chunk).where(*mine).values(status="done", done_at=now()).returning(Chunk.seq))
        if ended.first() is None:
            raise Taken


def lease(engine: Engine, run_id: int, seq: int, first_uri: str, node: str) -> Lease | None:
    """A lease of a chunk, which ends every earlier one; None if it is done."""
    token = uuid4().hex
    row = {"run_id": run_id, "seq": seq, "first_uri": first_uri, "status": "leased", "lease": token, "node": node,
           "leased_at": now()}  # fmt: skip
    taken = upsert(Chunk).values(row)
    taken = taken.on_conflict_do_update(
        index_elements=["run_id", "seq"],
        set_={name: taken.excluded[name] for name in ("lease", "node", "leased_at")},
        where=Chunk.status == "leased",
    )

    def ask() -> bool:
        with engine.begin() as connection:
            return connection.execute(taken.returning(Chunk.seq)).first() is not None

    return Lease(run_id, seq, token) if patiently(ask) else None


def unfinished(engine: Engine, fingerprint: str) -> int | None:
    """The newest run, if it is one on a cluster that was left, by a signal or without a word, and has these rules."""
    chunks = exists().where(Chunk.run_id == Run.id)
    with read_only(engine) as connection:
        found = connection.execute(
            select(Run.id, Run.rules_fingerprint, Run.status, chunks).order_by(Run.id.desc())
        ).first()
    if found is None or not found[3] or found[2] not in ("running", "interrupted") or found[1] != fingerprint:
        return None
    return int(found[0])


def chunks_of(engine: Engine, run_id: int) -> dict[int, tuple[str, bool]]:
    """The chunks that were ever leased: the first input of each, and whether it is done."""
    with read_only(engine) as connection:
        rows = connection.execute(select(Chunk.seq, Chunk.first_uri, Chunk.status).where(Chunk.run_id == run_id))
        return {seq: (uri, status == "done") for seq, uri, status in rows}
