"""How migrations run: in one transaction, all or nothing, with foreign keys off and the views out of the way."""

import os

from alembic import context
from sqlalchemy import Connection

from extractor.errors import DatabaseError
from extractor.store.database import database_url, hold_writers, open_engine
from extractor.store.models import Base
from extractor.store.views import create_views, drop_views


def run() -> None:
    """Runs what the command asked for on the database of the command, else that of the environment."""
    url = context.config.attributes.get("url") or database_url(os.environ.get("EXTRACTOR_DB", "sqlite:///facts.db"))
    engine = open_engine(url, foreign_keys=False)  # SQLite alters a table by dropping it: no child row may go along
    try:
        with engine.begin() as connection:
            migrate(connection)
    finally:
        engine.dispose()


def migrate(connection: Connection) -> None:
    """One transaction, which the caller commits: tables, then the views if the schema is the newest one."""
    hold_writers(connection)
    drop_views(connection)
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
    )
    context.run_migrations()
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise DatabaseError("The migration would leave rows without what they point to; nothing was changed")
    if set(context.get_context().get_current_heads()) == set(context.script.get_heads()):
        create_views(connection)


run()
