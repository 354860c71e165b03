"""Who may confer which award, and until when, by the table of authorities.

A disagreement is a flag on the award: either the text errs or the table does, and nothing of the text is changed.
"""

from functools import cache

from .facts import Award, Fact
from .fold import same
from .lexicon import lexicon

Row = tuple[str, bool, str]  # grantor as it begins, whether nobody else may, until when


def judge(facts: list[Fact]) -> list[Fact]:
    """``facts`` in which an award is ``disputed`` that the table does not let its grantor confer, or not any more."""
    for fact in facts:
        if isinstance(fact, Award) and fact.realis == "done":
            rows = _authorities().get(fact.award, [])
            if any(_disagrees(same(grantor), fact, rows) for grantor in fact.grantors):
                fact.authority = "disputed"
    return facts


def _disagrees(grantor: str, award: Award, rows: list[Row]) -> bool:
    allowed = [row for row in rows if grantor.startswith(row[0])]
    if not allowed:
        return any(sole for _, sole, _ in rows)
    return all(until and (award.start_date or "") > until for _, _, until in allowed)


@cache
def _authorities() -> dict[str, list[Row]]:
    table: dict[str, list[Row]] = {}
    for row in lexicon("award_authorities").rows:
        table.setdefault(row["award"], []).append((same(row["grantor"]), row["sole"] == "yes", row["until"]))
    return table
