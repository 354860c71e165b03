"""Words at which a name ends."""

from functools import cache
from typing import Literal

from ..fold import fold
from ..lexicon import lexicon


@cache
def endings(of: Literal["name", "any name", "object"]) -> frozenset[str]:
    """Words, folded, that end the name of a department («Đại»), any name («Ông»), or a lower-case object («đã»)."""
    return frozenset(fold(row["word"]) for row in lexicon("name_ends").rows if row["ends"] == of)
