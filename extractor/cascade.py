"""The rule sets as one machine: each sentence wakes only the rules whose trigger it holds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from .match import Mention, RuleSet, Skeleton
from .triggers import DIGIT

_DIGIT = re.compile(DIGIT)


class Cascade:
    """Rule sets in order, and for each trigger the rules that it wakes, as (set, rule) numbers."""

    def __init__(self, sets: Sequence[RuleSet]) -> None:
        self.sets = sets
        self._always = [[n for n, rule in enumerate(s.rules) if rule.trigger is None] for s in sets]
        self._wakes: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, rules in enumerate(sets):
            for number, rule in enumerate(rules.rules):
                for word in rule.trigger or ():
                    self._wakes[word].append((at, number))
        self._words = [word for word in self._wakes if word != DIGIT]
        self._automaton = AhoCorasick(self._words)

    def read(self, skeleton: Skeleton, text: str) -> Iterator[tuple[Skeleton, list[Mention]]]:
        """The skeleton after each rule set, with what that set found in it."""
        found = {i for i, _, _ in self._automaton.find_matches_as_indexes(skeleton.folded, overlapping=True)}
        words = [self._words[i] for i in found]
        awake = self._awake(words + [DIGIT] * bool(_DIGIT.search(skeleton.folded)))
        for at, rules in enumerate(self.sets):
            known = len(skeleton.kinds)
            mentions = rules.read(skeleton, text, sorted(awake[at])) if awake[at] else []
            if len(skeleton.kinds) > known:
                self._wake(awake, skeleton.kinds)
            yield skeleton, mentions

    def _awake(self, words: list[str]) -> list[set[int]]:
        awake = [set(numbers) for numbers in self._always]
        self._wake(awake, words)
        return awake

    def _wake(self, awake: list[set[int]], words: Iterable[str]) -> None:
        for word in words:
            for at, number in self._wakes.get(word, ()):
                awake[at].add(number)
