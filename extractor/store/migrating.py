"""Alembic, configured in code, so that it works from the wheel in an empty folder as in the repository."""

import io
from importlib import resources
from pathlib import Path

from alembic import command, context
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, func, inspect, select
from sqlalchemy import table as table_clause

from ..errors import DatabaseError, ExtractorError, UnknownRevision
from .database import database_name, open_engine, read_only
from .views import view_statements


def migrations_folder() -> Path:
    """The folder of migrations: in the wheel inside the package, in a checkout beside it."""
    shipped = Path(str(resources.files("extractor"))) / "migrations"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "migrations"


def configuration(url: URL, *, lose: bool = False) -> Config:
    """Alembic's settings; the URL does not pass through its text file, where «%» has a meaning."""
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes.update(url=url, lose=lose)
    return config


def newest() -> str:
    """The revision this program works with."""
    return str(ScriptDirectory.from_config(configuration(URL.create("sqlite"))).get_current_head())


def current(url: URL) -> str | None:
    """The revision of the database, None if it has none of our tables."""
    engine = open_engine(url)
    try:
        with read_only(engine) as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def upgrade(url: URL, revision: str = "head") -> None:
    """Brings the database to ``revision``, all or nothing."""
    with _told(url):
        command.upgrade(configuration(url), revision)


def downgrade(url: URL, revision: str, *, lose: bool = False) -> None:
    """Takes the database back; refuses if rows would go, unless told to ``lose`` them."""
    with _told(url):
        command.downgrade(configuration(url, lose=lose), revision)


def ready(url: URL) -> None:
    """Creates the database or migrates it, if it is not at the newest revision."""
    _require_unicode(url)
    if current(url) != newest():
        upgrade(url)


def _require_unicode(url: URL) -> None:
    if url.get_backend_name() != "postgresql":
        return
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    finally:
        engine.dispose()
    if encoding != "UTF8":
        raise ExtractorError(f"{database_name(url)} is encoded in {encoding}; make one with ENCODING 'UTF8'")


def differences(url: URL) -> list[str]:
    """How the database differs from the models and the views, in words; empty if it does not."""
    found = current(url)
    if found != newest():
        return [f"{database_name(url)} is at revision {found or 'none'}, the program at {newest()}"]
    try:
        command.check(configuration(url))
    except CommandError as error:
        return [str(error)]
    engine = open_engine(url)
    try:
        with read_only(engine) as connection:
            there = set(inspect(connection).get_view_names())
    finally:
        engine.dispose()
    return [f"the view {name} is missing" for name, _ in view_statements(engine.dialect.name) if name not in there]


def refuse_loss(connection: Connection, *tables: str) -> None:
    """Called by a downgrade that drops ``tables``: refuses if they hold rows, unless told to lose them."""
    if context.config.attributes.get("lose") or "lose" in context.get_x_argument(as_dictionary=True):
        return
    counts = {table: connection.scalar(select(func.count()).select_from(table_clause(table))) for table in tables}
    lost = ", ".join(f"{count} {table}" for table, count in counts.items() if count)
    if lost:
        raise ExtractorError(f"Rows would be lost ({lost}); add --lose to let them go (-x lose=1 with alembic)")


class _told:
    """Turns Alembic's words into ours."""

    def __init__(self, url: URL) -> None:
        self.name = database_name(url)

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, CommandError):
            if "Can't locate revision" in str(error):
                raise UnknownRevision(
                    f"{self.name} has a revision unknown to this program; install a newer one"
                ) from error
            raise ExtractorError(f"{self.name} cannot be migrated: {error}") from error
        if error is not None and not isinstance(error, ExtractorError) and "already exists" in str(error):
            raise DatabaseError(f"{self.name} has tables of another program; give another --db") from error
