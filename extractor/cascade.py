"""The rule sets as one machine: each sentence wakes only the rules whose triggers it holds.

What a rule needs is a number with a bit for each of its triggers; so is what a sentence holds. A rule is awake if
the sentence has all its bits, which costs as little for a thousand rules as it does for ten.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from .match import Mention, RuleSet, Skeleton
from .triggers import Trigger, spelt


class Cascade:
    """Rule sets in order, with what each of their rules needs."""

    def __init__(self, sets: Sequence[RuleSet]) -> None:
        self.sets = sets
        bits: dict[Trigger, int] = defaultdict(lambda: 1 << len(bits))
        self._needs = [[(sum({bits[t] for t in rule.triggers}), rule) for rule in rules.rules] for rules in sets]
        words: dict[str, int] = defaultdict(int)
        for trigger, bit in bits.items():
            for word in trigger:
                words[word] |= bit
        self._words, self._bits = list(words), list(words.values())
        self._wakes = dict(words)
        self._automaton = AhoCorasick(self._words)

    def read(self, skeleton: Skeleton, text: str) -> Iterator[tuple[Skeleton, list[Mention]]]:
        """The skeleton after each rule set, with what that set found in it."""
        held = self._held(skeleton.folded)
        known = 0
        for rules, needs in zip(self.sets, self._needs, strict=True):
            awake = [rule for need, rule in needs if need & held == need]
            mentions = rules.read(skeleton, text, awake) if awake else []
            if len(skeleton.kinds) > known:
                known = len(skeleton.kinds)
                for sign in skeleton.kinds:
                    held |= self._wakes.get(sign, 0)
            yield skeleton, mentions

    def _held(self, folded: str) -> int:
        """The bits of the triggers that a sentence holds as it is written."""
        held = 0
        for word in {word for word, _, _ in self._automaton.find_matches_as_indexes(spelt(folded), overlapping=True)}:
            held |= self._bits[word]
        return held
