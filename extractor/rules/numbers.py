"""Numbers, in digits and in words, with their bounds: a ``<NUM>`` has a ``Number`` as its value."""

from dataclasses import dataclass

from ..facts import Modifier
from ..match import RuleSet

rules = RuleSet("number", kind="NUM", states=False)


@dataclass(slots=True)
class Number:
    """A quantity as its words say it: ``value`` (to ``value_max``), or at least ``value_min``; ``out_of`` for «3/5»."""

    value: float | None = None
    value_max: float | None = None
    value_min: float | None = None
    out_of: float | None = None
    modifier: Modifier | None = "="
