"""Web pages over a database, on this machine only: Datasette with a page for each article."""

import sqlite3
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from sqlalchemy import Engine, text

from ..errors import ExtractorError
from ..store.batch import TABLES
from ..store.database import read_only
from ..store.views import view_statements
from .report import SECTIONS

HOST = "127.0.0.1"
_SETTINGS = {
    "sql_time_limit_ms": 5_000,
    "max_returned_rows": 1_000,
    "allow_download": False,
    "num_sql_threads": 2,
    "default_page_size": 50,
}


def browse(engine: Engine, port: int, tell: Callable[[str], None]) -> None:
    """Serves the pages until it is interrupted: tells where, and opens them in a browser."""
    with sqlite_file(engine) as file:
        app = application(file)
        import uvicorn

        tell(f"Serving http://{HOST}:{port}/ until Ctrl-C")
        Timer(1.0, webbrowser.open, [f"http://{HOST}:{port}/"]).start()
        uvicorn.run(app, host=HOST, port=port, log_level="warning")


def application(file: Path) -> Any:
    """The pages over the SQLite database ``file``, as an ASGI application."""
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError:
        raise ExtractorError("Browsing needs an extra; install vietnews-extractor[web]") from None
    from . import plugin

    if not pm.is_registered(plugin):
        pm.register(plugin, name="extractor")
    templates = Path(__file__).parent / "templates"
    return Datasette([file], settings=_SETTINGS, metadata=_metadata(file.stem), template_dir=str(templates)).app()


def _metadata(database: str) -> dict[str, Any]:
    queries = {s.title.lower().replace(" ", "-"): {"sql": s.sql, "title": s.title} for s in SECTIONS}
    hidden = {name: {"hidden": True} for name in ("alembic_version", *TABLES)}  # the views are what is promised
    return {
        "title": "Facts of Vietnamese news, each with its words and its rule",
        "databases": {database: {"queries": queries, "tables": hidden}},
    }


@contextmanager
def sqlite_file(engine: Engine) -> Iterator[Path]:
    """The file of a SQLite database; of another, a copy of its views that is gone afterwards."""
    if engine.dialect.name == "sqlite":
        yield Path(str(engine.url.database)).absolute()
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "facts.db"
        copy_views(engine, file)
        yield file


def copy_views(engine: Engine, file: Path) -> None:
    """Writes each view of the database as a table of a new SQLite file."""
    copy = sqlite3.connect(file)
    with read_only(engine) as connection:
        for view, _ in view_statements(engine.dialect.name):
            found = connection.execution_options(stream_results=True).execute(text(f"SELECT * FROM {view}"))
            columns = list(found.keys())
            copy.execute(f"CREATE TABLE {view} ({', '.join(columns)})")
            marks = ", ".join("?" * len(columns))
            for rows in found.partitions(5_000):
                copy.executemany(f"INSERT INTO {view} VALUES ({marks})", [tuple(row) for row in rows])
            if "article_id" in columns:
                copy.execute(f"CREATE INDEX ix_{view} ON {view} (article_id)")
    copy.commit()
    copy.close()
