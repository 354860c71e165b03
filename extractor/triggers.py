"""What a pattern cannot match without: the words by which a rule is woken, derived from the pattern itself.

A trigger is a set of strings of which a matching text holds at least one. A rule runs only in the sentences that
hold one of its trigger's strings, so that a rule that does not apply costs next to nothing.
"""

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from .fold import fold

Trigger = frozenset[str]
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MOST_CHOICES = 2000  # a wider choice wakes the rule everywhere, so it is not worth looking for
_CLASS = 12  # characters of a class that are still worth listing
DIGIT = r"\d"  # stands for any digit in a trigger
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def trigger(pattern: str) -> Trigger | None:
    """Strings (folded) of which every text that ``pattern`` matches holds one; None if there are none to name."""
    plain = re.sub(r"\[\[?:?[^\]]*\\p\{\w+\}(?:[^\]\\]|\\.)*\]|\\[pP]\{\w+\}", r"\\w", pattern)
    plain = re.sub(r"\(\?P=\w+\)", "", re.sub(r"\(\?P<\w+>", "(?:", plain))
    try:
        return _needed(parser.parse(plain))
    except (re.error, RecursionError):
        return None


def _needed(sequence: Iterable[tuple[Any, Any]]) -> Trigger | None:
    """The rarest thing that a sequence of parsed items cannot do without."""
    best: Trigger | None = None
    run = [""]
    for op, value in [*sequence, (None, None)]:
        choices = _spelt_out(op, value)
        if choices and len(run) * len(choices) <= _MOST_CHOICES:
            run = [before + choice for before in run for choice in choices]
            continue
        best = _rarer(_rarer(best, _either([_words(word) for word in run])), _of_item(op, value))
        run = [""]
    return best


def _spelt_out(op: Any, value: Any) -> list[str] | None:
    """Every string that an item stands for, if it is only letters and choices between them."""
    if op is code.LITERAL:
        return [chr(value)]
    if op is code.IN and len(value) <= _CLASS and all(kind is code.LITERAL for kind, _ in value):
        return [chr(letter) for _, letter in value]
    if op is code.BRANCH:
        parts = [_all_spelt_out(branch) for branch in value[1]]
        return None if None in parts else [word for part in parts if part for word in part]
    return _all_spelt_out(value[-1]) if op is code.SUBPATTERN else None


def _all_spelt_out(sequence: Iterable[tuple[Any, Any]]) -> list[str] | None:
    words = [""]
    for op, value in sequence:
        choices = _spelt_out(op, value)
        if choices is None or len(words) * len(choices) > _MOST_CHOICES:
            return None
        words = [before + choice for before in words for choice in choices]
    return words


def _of_item(op: Any, value: Any) -> Trigger | None:
    if op is code.SUBPATTERN:
        return _needed(value[-1])
    if op is code.ATOMIC_GROUP:
        return _needed(value)
    if op in _REPEATS and value[0] > 0:
        return _needed(value[2])
    if op is code.BRANCH:
        return _either([_needed(branch) for branch in value[1]])
    if op is code.ASSERT:
        return _needed(value[1])
    return frozenset([DIGIT]) if op is code.IN and all(map(_is_digit, value)) else None


def _is_digit(item: tuple[Any, Any]) -> bool:
    """Whether an item of a class is digits and nothing else."""
    op, value = item
    if op is code.RANGE:
        return bool(48 <= value[0] <= value[1] <= 57)
    return bool(op is code.CATEGORY and value is code.CATEGORY_DIGIT)


def _either(choices: list[Trigger | None]) -> Trigger | None:
    found = [choice for choice in choices if choice is not None]
    whole = frozenset().union(*found)
    return whole if len(found) == len(choices) and len(whole) <= _MOST_CHOICES else None


def _words(run: str) -> Trigger | None:
    """The literal itself; a private-use character in it stands for a mention and is rarer than any word."""
    if kinds := _PRIVATE.findall(run):
        return frozenset(kinds[:1])
    word = fold(run).strip()
    return frozenset([word]) if len(word) > 1 or (word and not word.isalnum()) else None


def _rarer(one: Trigger | None, other: Trigger | None) -> Trigger | None:
    return max((t for t in (one, other) if t is not None), key=_rarity, default=None)


def _rarity(choice: Trigger) -> tuple[int, int]:
    shortest = min(100 if _PRIVATE.match(word) else len(word) for word in choice)
    return min(shortest, 6), -len(choice)
