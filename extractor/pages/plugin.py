"""Our part of the pages: the article with its facts marked, links to it, and what strangers may not do."""

import sqlite3
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any, NamedTuple

from datasette import hookimpl
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup, escape

from ..store.query import harmless_connection

KINDS = ("time", "award", "official", "statistic", "event", "document", "organization", "place")
_COMMON = {"article_id", "uri", "char_start", "char_end", "text", "sentence", "rule", "fact_key"}
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
_NAMES = {"127.0.0.1", "localhost", "[::1]"}


class Marked(NamedTuple):
    """A stretch of the text and the facts that cover it, the shortest first."""

    text: str
    facts: list[dict[str, Any]]


def marked(text: str, facts: list[dict[str, Any]]) -> list[Marked]:
    """``text`` cut wherever a fact begins or ends."""
    cuts = sorted({0, len(text), *(f["char_start"] for f in facts), *(f["char_end"] for f in facts)})
    by_length = sorted(facts, key=lambda f: f["char_end"] - f["char_start"])
    return [
        Marked(text[a:b], [f for f in by_length if f["char_start"] <= a and b <= f["char_end"]])
        for a, b in pairwise(cuts)
    ]


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The article's page."""
    return [(r"^/-/article/(?P<number>\d+)$", article)]


async def article(datasette: Any, request: Any) -> Any:
    """An article with its facts marked, and the list of them."""
    database = datasette.get_database()
    number = int(request.url_vars["number"])
    found = (await database.execute("SELECT * FROM v_articles WHERE article_id = ?", [number])).first()
    if found is None:
        raise NotFound(f"There is no article {number}")
    facts = []
    for kind in KINDS:
        rows = await database.execute(f"SELECT * FROM v_{kind}s WHERE article_id = ?", [number])
        for row in map(dict, rows.rows):
            slots = {k: v for k, v in row.items() if k not in _COMMON and v is not None}
            facts.append({**{k: row[k] for k in _COMMON}, "kind": kind, "slots": slots})
    facts.sort(key=lambda fact: (fact["char_start"], fact["char_end"]))
    pieces = marked(found["text"], facts)
    context = {"article": dict(found), "facts": facts, "pieces": pieces, "kinds": KINDS}
    return Response.html(await datasette.render_template("article.html", context, request=request))


@hookimpl
def render_cell(value: Any, column: str) -> Markup | None:
    """An article's number leads to its page."""
    if column == "article_id" and isinstance(value, int):
        return Markup('<a href="/-/article/{0}">{0}</a>').format(escape(value))
    return None


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """SQL of strangers reads, and does nothing else; Datasette keeps notes of its own in memory."""
    if database != "_internal":
        harmless_connection(conn, pragmas=True)


@hookimpl
def asgi_wrapper() -> Callable[[Any], Any]:
    """Refuses other names of this machine, with which a page from elsewhere could reach it; sets the policy."""

    def wrap(app: Any) -> Any:
        async def guarded(scope: Any, receive: Any, send: Callable[[Any], Awaitable[None]]) -> None:
            async def with_policy(event: Any) -> None:
                if event["type"] == "http.response.start":
                    event["headers"] = [*event.get("headers", []), (b"content-security-policy", _POLICY.encode())]
                await send(event)

            if scope["type"] == "http" and not _is_ours(scope):
                await Response.text("Only this machine is served", status=403).asgi_send(send)
            else:
                await app(scope, receive, with_policy)

        return guarded

    return wrap


def _is_ours(scope: Any) -> bool:
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    return host.rpartition(":")[0] in _NAMES or host in _NAMES
