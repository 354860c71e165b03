"""What a change of rules did over the same articles: facts gained, lost and altered between two databases, by rule."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from sqlalchemy import Engine, text

from ..facts import FACTS
from ..store.database import read_only

_EVIDENCE = frozenset({"article_id", "uri", "char_start", "char_end", "text", "sentence", "rule", "fact_key"})
_IDS = frozenset({"official_id", "event_id"})
Slots = dict[str, Any]


class Change(NamedTuple):
    """A fact gained, lost or altered: its kind, the rule that makes it (or made it), where, its words, its slots."""

    what: Literal["gained", "lost", "altered"]
    kind: str
    rule: str
    uri: str
    words: str
    before: list[Slots]
    after: list[Slots]


class _Told(NamedTuple):
    """What a database says at a span: one or more rows of slots, as an official with two posts has two."""

    rule: str
    uri: str
    words: str
    rows: list[Slots]


def diff(old: Engine, new: Engine) -> Iterator[Change]:
    """The changes over the articles that both databases hold, by kind and place; spans decide which facts are one."""
    shared = _articles(old) & _articles(new)
    for kind in FACTS:
        before, after = _facts(old, kind, shared), _facts(new, kind, shared)
        for span in sorted(before.keys() | after.keys()):
            was, now = before.get(span), after.get(span)
            told = now or was
            if told and (was is None or now is None or was.rows != now.rows):
                what: Literal["gained", "lost", "altered"] = "gained" if not was else "altered" if now else "lost"
                rows = (was.rows if was else [], now.rows if now else [])
                yield Change(what, kind, told.rule, told.uri, told.words, *rows)


def _articles(engine: Engine) -> set[str]:
    with read_only(engine) as connection:
        return set(connection.scalars(text("SELECT sha256 FROM v_articles")))


def _facts(engine: Engine, kind: str, articles: set[str]) -> dict[tuple[str, int, int], _Told]:
    """The current facts of a kind by article digest and half-open span."""
    found: dict[tuple[str, int, int], _Told] = {}
    query = f"SELECT a.sha256, f.* FROM v_{kind}s f JOIN v_articles a ON a.article_id = f.article_id"
    with read_only(engine) as connection:
        for row in connection.execute(text(query)).mappings():
            if row["sha256"] not in articles:
                continue
            slots = {k: v for k, v in row.items() if k not in _EVIDENCE | _IDS | {"sha256"}}
            span = row["sha256"], row["char_start"], row["char_end"]
            told = found.setdefault(span, _Told(row["rule"], row["uri"], row["text"], []))
            told.rows.append(slots)
    for told in found.values():
        told.rows.sort(key=repr)
    return found


def lines(changes: Iterator[Change]) -> Iterator[str]:
    """The report for people: a count of each rule, then every change with its words and slots."""
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    told = []
    for change in changes:
        by_rule[change.rule][change.what] += 1
        told.append(change)
    yield f"{'rule':40} gained  lost  altered"
    for rule, n in sorted(by_rule.items()):
        yield f"{rule:40} {n['gained']:6} {n['lost']:5} {n['altered']:8}"
    for change in told:
        yield f"\n{change.what} {change.kind} by {change.rule} in {change.uri}: «{' '.join(change.words.split())}»"
        yield from (f"  {sign} {_said(row)}" for sign, rows in zip("-+", change[5:], strict=True) for row in rows)


def _said(slots: Slots) -> str:
    return ", ".join(f"{name}={value}" for name, value in slots.items() if value not in (None, ""))
