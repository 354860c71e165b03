"""Ranks of police, army and navy («Đại tá», «Phó Đô đốc»): a ``<RANK>`` has the canonical rank as its value."""

from ..lexicon import lexicon
from ..match import Match, RuleSet, no, yes

rules = RuleSet("rank", kind="RANK")

RANKS = lexicon("ranks")


@rules(
    rf"(?P<rank>{RANKS.pattern})(?! tá(?: trứng| bút))",
    yes("Dự lễ có ⟦Đại tá⟧ Lê Văn An.", value="Đại tá"),
    yes("⟦Thượng uý⟧ Trần Bình kể lại.", value="Thượng úy"),
    no("Chị mua hai tá trứng."),
)
def rank(m: Match) -> str:
    """A rank of the police, the army or the navy, in its dictionary spelling."""
    return RANKS[m.text("rank")]["rank"]
