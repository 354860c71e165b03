"""One HTML file that tells what a database holds: tables and charts, no script, no network address."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, text

from ..errors import ExtractorError
from ..store.database import read_only


class Section(NamedTuple):
    """A question, its SQL over the views, and how its answer is drawn: columns for x, y and colour."""

    title: str
    sql: str
    chart: tuple[str, str, str | None] | None = None


_KINDS = ("times", "awards", "officials", "statistics", "events", "documents", "organizations", "places")
SECTIONS = (
    Section(
        "Facts by kind",
        " UNION ALL ".join(f"SELECT '{kind}' AS kind, count(*) AS facts FROM v_{kind}" for kind in _KINDS)
        + " ORDER BY facts DESC",
        ("kind", "facts", None),
    ),
    Section(
        "Articles by year of publication",
        "SELECT coalesce(substr(coalesce(published_at, published_from), 1, 4), 'unknown') AS year, "
        "count(*) AS articles FROM v_articles GROUP BY 1 ORDER BY 1",
        ("year", "articles", None),
    ),
    Section(
        "Awards conferred, by year",
        "SELECT coalesce(substr(start_date, 1, 4), 'unknown') AS year, coalesce(category, 'other') AS category, "
        "sum(coalesce(count, 1)) AS conferred FROM v_awards WHERE realis = 'done' GROUP BY 1, 2 ORDER BY 1, 2",
        ("year", "conferred", "category"),
    ),
    Section(
        "Awards conferred most",
        "SELECT award, class, sum(coalesce(count, 1)) AS conferred, count(*) AS told FROM v_awards "
        "WHERE realis = 'done' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20",
    ),
    Section(
        "Officials named most",
        "SELECT name, max(rank) AS rank, max(post) AS post, max(organization) AS organization, "
        "count(DISTINCT article_id) AS articles FROM v_officials GROUP BY name ORDER BY articles DESC, name LIMIT 20",
    ),
    Section("Events by type", "SELECT type, count(*) AS events FROM v_events GROUP BY 1 ORDER BY 2 DESC, 1",
            ("type", "events", None)),
    Section(
        "Units counted most",
        "SELECT unit, count(*) AS statistics, min(value) AS least, max(value) AS most FROM v_statistics "
        "WHERE unit IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20",
    ),
    Section(
        "Organizations named most",
        "SELECT name, kind, count(DISTINCT article_id) AS articles FROM v_organizations GROUP BY 1, 2 "
        "ORDER BY 3 DESC, 1, 2 LIMIT 20",
    ),
    Section(
        "Places named most",
        "SELECT name, level, count(DISTINCT article_id) AS articles FROM v_places GROUP BY 1, 2 "
        "ORDER BY 3 DESC, 1, 2 LIMIT 20",
    ),
    Section("Documents cited most",
            "SELECT doc_type, number, count(DISTINCT article_id) AS articles FROM v_documents WHERE number IS NOT NULL "
            "GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20"),
    Section("Inputs that became no article",
            "SELECT reason, count(*) AS inputs FROM v_quarantines GROUP BY 1 ORDER BY 2 DESC, 1"),
)  # fmt: skip


def report(engine: Engine, folder: Path) -> Path:
    """Writes ``report.html`` into ``folder``; ExtractorError if the folder cannot be made or the extra is missing."""
    try:
        from jinja2 import Environment, PackageLoader
    except ImportError:
        raise ExtractorError("A report needs an extra; install vietnews-extractor[report]") from None
    page = Environment(loader=PackageLoader("extractor.pages"), autoescape=True).get_template("report.html")
    with read_only(engine) as connection:
        answers = [(section, *_answer(connection, section)) for section in SECTIONS]
        head = dict(connection.execute(text(_HEAD)).mappings().one())
    file = folder / "report.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        partial.write_text(page.render(head=head, answers=answers), encoding="utf-8")
        partial.replace(file)  # it is there whole or not at all
    except OSError as error:
        raise ExtractorError(f"{folder} cannot be written ({error.strerror}); name another folder") from None
    return file


_HEAD = """SELECT count(*) AS articles, min(published_from) AS earliest, max(published_to) AS latest,
(SELECT max(finished_at) FROM v_runs) AS finished FROM v_articles"""


def _answer(connection: Connection, section: Section) -> tuple[list[str], list[tuple[Any, ...]], str]:
    """Columns, rows and drawing of a section; the drawing is SVG, «» if there is nothing to draw."""
    found = connection.execute(text(section.sql))
    columns, rows = list(found.keys()), [tuple(map(_plain, row)) for row in found]
    return columns, rows, _drawn(section, columns, rows) if section.chart and rows else ""


def _plain(value: Any) -> Any:
    """PostgreSQL's sums are decimals."""
    return float(value) if isinstance(value, Decimal) else value


def _drawn(section: Section, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> str:
    try:
        import altair
        import vl_convert
    except ImportError:
        raise ExtractorError("A report needs an extra; install vietnews-extractor[report]") from None
    assert section.chart is not None
    x, y, colour = section.chart
    values: Any = [dict(zip(columns, row, strict=True)) for row in rows]
    encoding: dict[str, Any] = {
        "x": altair.X(x, type="nominal", sort=None, title=x),
        "y": altair.Y(y, type="quantitative", title=y),
    }
    if colour:
        encoding["color"] = altair.Color(colour, type="nominal")
    chart = altair.Chart(altair.InlineData(values), width=560, height=220).mark_bar().encode(**encoding)
    return str(vl_convert.vegalite_to_svg(chart.to_json(validate=False)))
