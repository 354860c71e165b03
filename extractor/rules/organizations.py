"""Organisations, named as far as the words say; ``resolve`` completes them."""

from ..match import RuleSet

rules = RuleSet("organization", kind="ORG")
