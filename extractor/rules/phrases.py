"""Many phrases sought at one place in a text: the longest that stands there."""

from collections.abc import Iterable

import regex

# «~» in a phrase joins its parts as names do: «thể thao và du lịch», «thể thao, du lịch», «thể thao/du lịch».
_JOINT = r"(?:,? và |, ?| ?- ?| ?& ?|/| )"
_FIRST = regex.compile(r"[\p{L}\p{N}]+")
_EDGE = r"(?![\p{L}\p{N}])"


class Phrases:
    """Folded phrases by their first word; the patterns of a first word are compiled when it is first met."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        self._compiled: dict[str, regex.Pattern[str]] = {}
        for phrase in phrases:
            if first := _FIRST.match(phrase):
                self._by_first.setdefault(first[0], []).append(phrase)

    def end(self, text: str, at: int) -> int:
        """Where the longest phrase that begins at ``at`` in the folded ``text`` ends; -1 if none does."""
        first = _FIRST.match(text, at)
        if first is None or first[0] not in self._by_first:
            return -1
        found = self._pattern(first[0]).match(text, at)
        return found.end() if found else -1

    def _pattern(self, first: str) -> "regex.Pattern[str]":
        if first not in self._compiled:
            ordered = sorted(self._by_first[first], key=lambda phrase: (-len(phrase), phrase))
            choices = "|".join(_JOINT.join(map(regex.escape, p.split("~"))) for p in ordered)
            self._compiled[first] = regex.compile(rf"(?:{choices}){_EDGE}", cache_pattern=False)
        return self._compiled[first]
