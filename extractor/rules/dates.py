"""Time expressions: what their words say; «5/7» has no year yet (``normalise``)."""

from ..match import RuleSet

rules = RuleSet("date", kind="TIME")
