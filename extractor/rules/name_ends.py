"""Words at which a name ends."""

from functools import cache
from itertools import pairwise
from typing import Literal

from ..fold import fold
from ..lexicon import lexicon


@cache
def endings(of: Literal["name", "any name", "object"]) -> frozenset[str]:
    """Words, folded, that end the name of a department («Đại»), any name («Ông»), or a lower-case object («đã»)."""
    return frozenset(fold(row["word"]) for row in lexicon("name_ends").rows if row["ends"] == of)


@cache
def _said() -> frozenset[str]:
    """Words of grammar and of action, of one or two syllables, folded."""
    words = [*lexicon("function_words").surfaces, *lexicon("actions").surfaces]
    return frozenset(map(fold, words)) | endings("object") | endings("any name")


def says_something(words: str) -> bool:
    """Whether folded ``words`` after a name go on with the sentence: «đã thu giữ», but not «công cộng»."""
    single = words.split(" ")
    pairs = (" ".join(pair) for pair in pairwise(single))
    return not _said().isdisjoint(single) or not _said().isdisjoint(pairs)
