"""Persons named with a rank or a post, and nobody else."""

from ..match import RuleSet

rules = RuleSet("official", kind="OFFICIAL")
