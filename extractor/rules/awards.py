"""Awards: who was granted how many of what, by whom."""

from ..match import RuleSet

rules = RuleSet("award", kind="GRANT")
