"""The sentence as the rule sets rewrite it: each mention found is one private-use character, the rest its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .facts import Fact
from .fold import INVISIBLE

_FIRST_PRIVATE = 0xE000
PRIVATE = re.compile("[\ue000-\uf8ff]")
_STRANGE = re.compile(f"[{INVISIBLE}\ue000-\uf8ff]")
_UNEVEN = re.compile(f"[{INVISIBLE}]+|(?<= ) +")
_KINDS: dict[str, str] = {}


def symbol(kind: str) -> str:
    """The private-use character that stands for a mention of ``kind`` in every skeleton."""
    return _KINDS.get(kind) or _KINDS.setdefault(kind, chr(_FIRST_PRIVATE + len(_KINDS)))


@dataclass(slots=True)
class Mention:
    """Something found: its kind, its half-open span in the article, what its rule made of it."""

    kind: str
    start: int
    end: int
    value: Any
    rule: str
    facts: list[Fact]


class Skeleton:
    """A sentence as the next rule set sees it, in both copies, with the way back to article offsets."""

    __slots__ = ("folded", "kinds", "pos", "printed", "starting")

    def __init__(self, printed: str, folded: str, start: int) -> None:
        """The two matching copies of a stretch of the article, equally long; ``start`` is its offset there."""
        # By the offset in the article, which no rewriting moves; one that is swallowed stays, its character does not.
        self.starting: dict[int, Mention] = {}
        self.kinds: set[str] = set()  # symbols of all mentions so far
        self.pos: Sequence[int] = range(start, start + len(folded) + 1)
        self.printed, self.folded = printed, folded
        if "  " in folded or _STRANGE.search(folded):
            self._cut()

    def _cut(self) -> None:
        """Leaves out what cannot be seen, all but one of several spaces, and what looks like a mention."""
        printed, folded = PRIVATE.sub("\ufffd", self.printed), PRIVATE.sub("\ufffd", self.folded)
        gaps = [gap.span() for gap in _UNEVEN.finditer(folded)]
        starts, ends = [0, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), len(folded)]
        kept = list(zip(starts, ends, strict=True))
        self.pos = [p for a, b in kept for p in self.pos[a:b]] + [self.pos[-1]]
        self.printed = "".join(printed[a:b] for a, b in kept)
        self.folded = "".join(folded[a:b] for a, b in kept)

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Every mention in a stretch of the skeleton, in text order."""
        pos, starting = self.pos, self.starting
        return [starting[pos[found.start()]] for found in PRIVATE.finditer(self.folded, start, end)]

    def replace(self, found: list[tuple[int, int, Mention]]) -> None:
        """Writes one character for each of ``found``: (start, end in the skeleton, mention), in order."""
        printed: list[str] = []
        folded: list[str] = []
        pos: list[int] = []
        last = 0
        for start, end, mention in found:
            sign = symbol(mention.kind)
            printed += (self.printed[last:start], sign)
            folded += (self.folded[last:start], sign)
            pos += self.pos[last:start]
            pos.append(self.pos[start])
            self.starting[self.pos[start]] = mention
            self.kinds.add(sign)
            last = end
        self.printed = "".join(printed) + self.printed[last:]
        self.folded = "".join(folded) + self.folded[last:]
        pos += self.pos[last:]
        self.pos = pos

    def __str__(self) -> str:
        """The skeleton with ``<KIND>`` for each mention, for people."""
        names = {sign: f"<{kind}>" for kind, sign in _KINDS.items()}
        return "".join(names.get(c, c) for c in self.printed)
