"""What looks like a date or a quantity and is neither: document numbers, telephones, plates, scores, addresses."""

from ..match import RuleSet

rules = RuleSet("code", kind="CODE", states=False)
