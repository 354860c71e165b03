"""Events, by type and name."""

from ..match import RuleSet

rules = RuleSet("event", kind="EVENT")
