"""Posts held: a ``<POST>`` has a list of ``Post`` as its value."""

from ..match import RuleSet

rules = RuleSet("post", kind="POST", states=False)
