"""The command ``extractor``. What a command needs is imported inside it, so that ``--help`` is quick."""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .errors import DatabaseError, ExtractorError

if TYPE_CHECKING:
    from sqlalchemy import URL

DEFAULT_DATABASE = "sqlite:///facts.db"


def everywhere(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command has."""

    def remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value:
            context.find_root().meta[parameter.name or ""] = value

    database = click.option(
        "--db", metavar="URL", expose_value=False, callback=remember, help=f"Database; {DEFAULT_DATABASE} by default."
    )
    debug = click.option("--debug", is_flag=True, expose_value=False, callback=remember, help="Show tracebacks.")
    return database(debug(command))


def database() -> "URL":
    """The database of the command line, else of the environment, else facts.db here."""
    from .store.database import database_url

    given = click.get_current_context().find_root().meta.get("db")
    return database_url(given or os.environ.get("EXTRACTOR_DB") or DEFAULT_DATABASE)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vietnews-extractor")
@everywhere
def cli() -> None:
    """Facts of Vietnamese news in SQL, each with its words and its rule."""


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Date of texts without a dateline."
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
@click.option("--strict", is_flag=True, help="Exit with 1 if an input was quarantined.")
@click.option(
    "--cluster", metavar="ADDRESS", help="Run on the Ray cluster at ADDRESS («auto»: the one of this machine)."
)
@everywhere
def run(inputs: tuple[str, ...], published: datetime | None, as_json: bool, strict: bool, cluster: str | None) -> None:
    """Read articles, extract their facts, write them.

    INPUT is a file, a folder or - for JSON Lines on standard input.
    """
    from .running.progress import following, tell
    from .running.run import Settings
    from .running.run import run as run_all

    day = published.date().isoformat() if published else None
    url = database()
    with following() as progress:
        summary = run_all(inputs, url, day, progress, Settings(cluster=cluster))
    tell(summary, as_json)
    if summary.interrupted:
        sys.exit(128 + summary.interrupted)
    if strict and summary.outcomes["quarantined"]:
        sys.exit(1)


@cli.command()
@click.argument("sql")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "markdown"]), default="table", show_default=True
)
@everywhere
def query(sql: str, form: str) -> None:
    """Run SQL that only reads."""
    from .store.database import told_plainly
    from .store.query import query as ask
    from .store.query import written

    url = database()
    with told_plainly(url):
        columns, rows = ask(url, sql)
        say(written(columns, rows, form))


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Date of texts without a dateline."
)
@everywhere
def explain(file: Path, published: datetime | None) -> None:
    """Print FILE with its facts marked and the rule behind each; write nothing."""
    from .evaluation.explain import explain as lines_of
    from .reading.read import read_article

    say(lines_of(read_article(file, published.date().isoformat() if published else None)))


@cli.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--articles", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the texts are.")
@click.option("--errors", is_flag=True, help="Print every miss with its sentence.")
@everywhere
def evaluate(gold_dir: Path, articles: Path | None, errors: bool) -> None:
    """Precision, recall and F1 of each kind and slot against gold files."""
    from .evaluation.evaluate import evaluate as score
    from .evaluation.evaluate import read_gold, slot_rows, table
    from .pipeline import extract
    from .reading.read import read_article

    report = score((a, extract(a), gold) for path, gold in read_gold(gold_dir, articles) for a in [read_article(path)])
    for rows in (table(report), slot_rows(report)):
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
        say([""])
    if errors:
        say(report.errors)


@cli.command()
@everywhere
def verify() -> None:
    """Check that every stored row is whole, true to its text and unharmed."""
    from .running.run import rules_fingerprint
    from .store.database import existing
    from .store.verify import verify as faults_of

    with existing(database()) as engine:
        found = [f"{fault.invariant}: {fault.where}" for fault in faults_of(engine, rules_fingerprint())]
    say(found)
    if found:
        raise DatabaseError(f"{len(found)} faults; restore a copy of the database, or read the articles anew")
    say(["Every invariant holds."])


@cli.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@everywhere
def diff(old: str, new: str) -> None:
    """Facts gained, lost and altered from the database OLD to NEW, by rule: files or URLs."""
    from .evaluation.diff import diff as changes
    from .evaluation.diff import lines
    from .store.database import database_url, existing

    urls = [database_url(name if ":" in name else f"sqlite:///{name}") for name in (old, new)]
    with existing(urls[0]) as before, existing(urls[1]) as after:
        say(lines(changes(before, after)))


@cli.command()
@click.argument("uri")
@everywhere
def history(uri: str) -> None:
    """Print the versions of the article at URI and what runs changed."""
    from .store.database import existing
    from .store.history import history as lines_of

    with existing(database()) as engine:
        say(lines_of(engine, uri))


@cli.command()
@click.argument("uri")
@everywhere
def forget(uri: str) -> None:
    """Erase the article at URI for good: its versions, its facts, its places."""
    from .store.database import existing
    from .store.history import forget as erase

    with existing(database()) as engine:
        versions, uris = erase(engine, uri)
    say([f"Erased {versions} versions of the article at {', '.join(uris)}."])


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--format", "form", type=click.Choice(["parquet", "csv", "jsonl"]), default="csv", show_default=True)
@click.option("--raw", is_flag=True, help="Leave texts in CSV that a spreadsheet would run as formulas.")
@everywhere
def export(folder: Path, form: str, raw: bool) -> None:
    """Write every view into DIR, a file each."""
    from .store.database import existing
    from .store.export import export as write

    with existing(database()) as engine:
        say(f"{name}: {count} rows" for name, count in write(engine, folder, form, raw=raw))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@everywhere
def report(folder: Path) -> None:
    """Write report.html into DIR: tables and charts of what the database holds, in one file."""
    from .pages.report import report as write
    from .store.database import existing

    with existing(database()) as engine:
        say([f"Wrote {write(engine, folder)}"])


@cli.command()
@click.option("--port", default=8001, show_default=True)
@everywhere
def browse(port: int) -> None:
    """Open web pages over the database, read-only, on this machine only."""
    from .pages.browse import browse as serve
    from .store.database import existing

    with existing(database()) as engine:
        serve(engine, port, click.echo)


@cli.command()
@click.argument("inputs", nargs=-1, required=True)
@everywhere
def gaps(inputs: tuple[str, ...]) -> None:
    """Numbers, award words, ranks, dates and document numbers that became no fact, by context."""
    from .evaluation.gaps import gaps as left_by_the_rules
    from .evaluation.gaps import lines
    from .reading.inputs import find
    from .reading.read import read

    say(lines(left_by_the_rules(reading.article for reading in read(find(inputs)) if reading.article)))


@cli.group()
@everywhere
def db() -> None:
    """Make, migrate and check the database."""


@db.command()
@click.argument("revision", default="head")
@everywhere
def upgrade(revision: str) -> None:
    """Bring the database to REVISION, the newest by default."""
    from .store.database import told_plainly
    from .store.migrating import upgrade as migrate

    url = database()
    with told_plainly(url):
        migrate(url, revision)


@db.command()
@click.argument("revision")
@click.option("--lose", is_flag=True, help="Let rows go that the older schema has no place for.")
@everywhere
def downgrade(revision: str, lose: bool) -> None:
    """Take the database back to REVISION."""
    from .store.database import told_plainly
    from .store.migrating import downgrade as migrate

    url = database()
    with told_plainly(url):
        migrate(url, revision, lose=lose)


@db.command()
@everywhere
def current() -> None:
    """Print the revision of the database."""
    from .store.database import told_plainly
    from .store.migrating import current as revision_of
    from .store.migrating import newest

    url = database()
    with told_plainly(url):
        found = revision_of(url)
    say([f"{found or 'none'}{' (newest)' if found == newest() else ''}"])


@db.command()
@everywhere
def check() -> None:
    """Compare the database with the models and the migrations."""
    from .store.database import told_plainly
    from .store.migrating import differences

    url = database()
    with told_plainly(url):
        found = differences(url)
    if found:
        raise ExtractorError("; ".join(found))
    say(["The database, the models and the migrations agree."])


def say(lines: Iterable[str]) -> None:
    """Prints lines for people or programs."""
    for line in lines:
        click.echo(line)


def main() -> None:
    """Runs the command; a fault that has a name is told in one sentence."""
    debug = "--debug" in sys.argv
    try:
        sys.exit(cli.main(standalone_mode=False, prog_name="extractor") or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        sys.exit(_complain(f"{error.format_message()} See extractor --help.", 2, debug))
    except ExtractorError as error:
        sys.exit(_complain(str(error), error.exit_code, debug))
    except (KeyboardInterrupt, click.Abort):
        sys.exit(_complain("Interrupted; what was committed is kept.", 128 + signal.SIGINT, debug))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it closes it
        sys.exit(0)
    except Exception as error:
        message = f"A defect of the program ({type(error).__name__}); please report it with what --debug prints."
        sys.exit(_complain(message, 70, debug))


def _complain(message: str, code: int, debug: bool) -> int:
    if debug:
        raise
    click.echo(f"extractor: {message}", err=True)
    return code


if __name__ == "__main__":
    main()
