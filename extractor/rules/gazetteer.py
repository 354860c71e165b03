"""Names of places: a ``<TOPONYM>`` has a ``Place`` as its value, not yet a fact."""

from ..match import RuleSet

rules = RuleSet("gazetteer", kind="TOPONYM", states=False)
