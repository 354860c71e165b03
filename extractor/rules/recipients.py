"""Who is counted or named as receiving: a ``<RECIPIENT>`` has a ``Recipient`` as its value."""

from dataclasses import dataclass
from typing import Literal

from ..match import RuleSet

rules = RuleSet("recipient", kind="RECIPIENT", states=False)


@dataclass(slots=True)
class Recipient:
    """Who received: kind, how many, the counted unit as written, and the name where there is one."""

    kind: Literal["collective", "individual"] | None = None
    count: int | None = None
    count_min: int | None = None
    unit: str | None = None
    name: str | None = None
