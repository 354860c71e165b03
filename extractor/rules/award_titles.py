"""Names of awards: an ``<AWARD>`` has an ``Award`` without recipient as its value, not yet a fact."""

from ..match import RuleSet

rules = RuleSet("award_title", kind="AWARD", states=False)
