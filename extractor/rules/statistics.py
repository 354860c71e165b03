"""Quantities of what was done, found or exists."""

from ..match import RuleSet

rules = RuleSet("statistic", kind="STATISTIC")
