"""Who may confer which award, and until when, by the table of authorities.

A disagreement is a flag on the award: either the text errs or the table does, and nothing of the text is changed.
"""

from functools import cache
from typing import NamedTuple

from .facts import Award, Fact
from .fold import fold
from .lexicon import lexicon


class Authority(NamedTuple):
    """How the name of a grantor begins, whether nobody else may confer the award, and until when (ISO 8601 or «»)."""

    grantor: str
    sole: bool
    until: str


def may_grant(award: Award, grantor: str) -> bool:
    """Whether the law lets ``grantor`` confer ``award``: an order that a minister «tặng» is not his."""
    authorities = _authorities().get(award.award, [])
    theirs = [one for one in authorities if fold(grantor).startswith(one.grantor)]
    if not theirs:
        return not any(one.sole for one in authorities)
    return not all(one.until and (award.start_date or "") > one.until for one in theirs)


def judge(facts: list[Fact]) -> list[Fact]:
    """``facts`` in which an award is ``disputed`` that the table does not let its grantor confer, or not any more."""
    for award in (fact for fact in facts if isinstance(fact, Award) and fact.realis == "done"):
        if not all(may_grant(award, grantor) for grantor in award.grantors):
            award.authority = "disputed"
    return facts


@cache
def _authorities() -> dict[str, list[Authority]]:
    table: dict[str, list[Authority]] = {}
    for row in lexicon("award_authorities").rows:
        table.setdefault(row["award"], []).append(Authority(fold(row["grantor"]), row["sole"] == "yes", row["until"]))
    return table
