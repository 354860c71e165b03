"""What a pattern cannot match without: the words by which a rule is woken, derived from the pattern itself.

A trigger is a set of strings of which a matching text holds at least one. A rule runs only in the sentences that
hold a string of each of its triggers, so that a rule that does not apply costs next to nothing. Triggers are written,
and sought, with ``0`` for any digit: so «từ 12/5» is found by «từ 0», and a shape as «00/0» is a word like others.
"""

import re
from collections.abc import Iterable
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any
from unicodedata import category

from .skeleton import PRIVATE

Trigger = frozenset[str]
_Items = Iterable[tuple[Any, Any]]
_MOST_CHOICES = 2000  # a wider choice wakes the rule everywhere, so it is not worth looking for
_MOST_TRIGGERS = 3  # the rarest of a rule; more would be looked at for nothing
_MOST_JOINED = 300
_FEW = 300  # words that are compared with each other, to leave out those that hold another
_CLASS = 12  # characters of a class that are still worth listing
_TIMES = 4  # how often an item may come again, to be spelt out
_DIGIT = re.compile(r"\d")
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_NOTHING = (code.ASSERT_NOT, code.AT)  # takes no room and names nothing


def spelt(text: str) -> str:
    """``text`` as triggers are spelt: any digit is 0."""
    return _DIGIT.sub("0", text)


def triggers(pattern: str) -> tuple[Trigger, ...]:
    """The rarest sets of strings of which every text that ``pattern`` matches holds one each; perhaps none."""
    plain = re.sub(r"\\[pP]\{\w+\}", r"\\w", re.sub(r"\[\[?:?[^\]]*\\p\{\w+\}(?:[^\]\\]|\\.)*\]", r"\\w", pattern))
    plain = re.sub(r"\(\?P=\w+\)", r"\\w?", re.sub(r"\(\?P<\w+>", "(?:", plain))
    try:
        found = {trigger for trigger in _needed(parser.parse(plain)) if trigger}
    except (re.error, RecursionError):
        return ()
    rarest: list[Trigger] = []
    for trigger in sorted(found, key=_rarity, reverse=True):
        if not any(_implies(other, trigger) for other in rarest):
            rarest.append(trigger)
    return tuple(rarest[:_MOST_TRIGGERS])


def _implies(one: Trigger, other: Trigger) -> bool:
    """Whether a text that holds a word of ``one`` holds one of ``other``; not looked into if they are many."""
    return len(one) * len(other) < _MOST_CHOICES and all(any(part in word for part in other) for word in one)


def _needed(sequence: _Items) -> list[Trigger]:
    """Everything that a sequence of parsed items cannot do without."""
    found: list[Trigger | None] = []
    run = [""]  # the ways in which what is read so far may end
    for op, value in sequence:
        ahead = op is code.ASSERT and value[0] > 0
        choices = _spelt_out([(op, value)]) if not ahead else _spelt_out(value[1])
        if op in _NOTHING:
            continue
        if choices and (longer := _joined(run, choices)):
            if ahead:
                found += _words(longer)
            else:
                run = longer
            continue
        found += [*_words(run), *_of_item(op, value)]
        if ahead or op is code.ASSERT:
            continue
        run = choices or [""]
        if op in _REPEATS and value[0] > 0 and (once := _spelt_out([*value[2]] * min(value[0], _TIMES))):
            found += _words(_joined([""], once) or [])
            run = once
    found += _words(run)
    return [trigger for trigger in found if trigger]


def _joined(run: list[str], choices: list[str]) -> list[str] | None:
    """The ways in which ``run`` may go on; None if they are too many, also without those that end as another does."""
    if min(len(run), len(choices)) > 1 and len(run) * len(choices) > _MOST_JOINED:
        run = [way for way in run if not any(way.endswith(other) and way != other for other in run)]
    few = min(len(run), len(choices)) == 1 or len(run) * len(choices) <= _MOST_JOINED
    return [before + choice for before, choice in product(run, choices)] if few else None


def _spelt_out(sequence: _Items) -> list[str] | None:
    """Every string that the items stand for, if they are only letters, digits, choices between them and few repeats."""
    words = [""]
    for op, value in sequence:
        choices = _choices(op, value)
        if choices is None or len(words) * len(choices) > _MOST_CHOICES:
            return None
        words = [before + choice for before, choice in product(words, choices)]
    return words


def _choices(op: Any, value: Any) -> list[str] | None:
    """Every string that an item stands for; None if that is too much to say."""
    if op is code.LITERAL:
        return [_spelling(chr(value))]
    if op is code.IN:
        return _of_class(value)
    if op is code.BRANCH:
        parts = [_spelt_out(branch) or [] for branch in value[1]]
        return [*dict.fromkeys(word for part in parts for word in part)] if all(parts) else None
    if op in _REPEATS:
        once = _spelt_out(value[2]) if value[1] <= _TIMES else None
        times = [_joined_times(once or [], times) for times in range(value[0], value[1] + 1)] if once else []
        return [*dict.fromkeys(word for some in times for word in some)] if times and all(times) else None
    if op in _NOTHING:
        return [""]
    if op is code.ATOMIC_GROUP:
        return _spelt_out(value)
    return _spelt_out(value[-1]) if op is code.SUBPATTERN else None


def _joined_times(once: list[str], times: int) -> list[str]:
    return ["".join(words) for words in product(once, repeat=times)] if len(once) ** times <= _MOST_CHOICES else []


def _of_class(items: _Items) -> list[str] | None:
    """The letters of a class, if they are few; digits are one."""
    letters: list[str] = []
    for op, value in items:
        if op is code.LITERAL:
            letters.append(_spelling(chr(value)))
        elif (op is code.RANGE and 48 <= value[0] <= value[1] <= 57) or (op, value) == _ANY_DIGIT:
            letters.append("0")
        else:
            return None
    letters = [*dict.fromkeys(letters)]
    return letters if len(letters) <= _CLASS else None


_ANY_DIGIT = (code.CATEGORY, code.CATEGORY_DIGIT)


def _spelling(letter: str) -> str:
    return "0" if letter.isdecimal() else letter.lower()


def _of_item(op: Any, value: Any) -> list[Trigger | None]:
    if op is code.SUBPATTERN:
        return [*_needed(value[-1])]
    if op is code.ATOMIC_GROUP:
        return [*_needed(value)]
    if op in _REPEATS and value[0] > 0:
        return [*_needed(value[2])]
    if op is code.BRANCH:
        return [_either([_rarest(_needed(branch)) for branch in value[1]])]
    if op is code.ASSERT:
        return [*_needed(value[1])]
    return []


def _either(choices: list[Trigger | None]) -> Trigger | None:
    found = [choice for choice in choices if choice is not None]
    whole = frozenset().union(*found)
    return whole if len(found) == len(choices) and len(whole) <= _MOST_CHOICES else None


def _words(run: list[str]) -> list[Trigger | None]:
    """What is common to all ways: the mentions in them, each one private-use character, and their longest words."""
    mentions = [PRIVATE.findall(way)[:1] for way in run]
    words = [max(PRIVATE.split(way), key=len) for way in run]
    if not all(mentions) and any(mentions):
        words = [kind[0] if kind else word for kind, word in zip(mentions, words, strict=True)]
    return [_trigger(words), frozenset(kind[0] for kind in mentions) if all(mentions) else None]


def _trigger(words: list[str]) -> Trigger | None:
    """The words but for those that hold another; None if one is a letter or a space, which are everywhere."""
    if any(len(word) < 2 and (word in "0 " or category(word) == "Ll") for word in words):
        return frozenset("0") if all("0" in word for word in words) else None
    short = sorted(set(words), key=len)
    if len(short) < _FEW:
        short = [word for i, word in enumerate(short) if not any(other in word for other in short[:i])]
    return frozenset(short) or None


def _rarest(found: list[Trigger]) -> Trigger | None:
    return max(found, key=_rarity, default=None)


def _rarity(trigger: Trigger) -> tuple[int, int]:
    shortest = min(100 if PRIVATE.match(word) else len(word) for word in trigger)
    return min(shortest, 6), -len(trigger)
