"""Places: the toponyms that are part of no other name."""

from ..match import RuleSet

rules = RuleSet("place", kind="PLACE")
