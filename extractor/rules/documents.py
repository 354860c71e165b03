"""Official papers, by number or title."""

from ..match import RuleSet

rules = RuleSet("document", kind="DOC")
