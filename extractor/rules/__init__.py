"""The cascade: rule sets in the order they read a sentence. Order is meaning, so nothing is discovered."""

from ..match import RuleSet
from . import ranks

CASCADE: tuple[RuleSet, ...] = (ranks.rules,)
