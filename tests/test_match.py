"""The engine: what rules read, what they may mark, and what their mentions leave behind."""

from collections.abc import Callable
from typing import Any

from extractor.facts import Place
from extractor.fold import cased, fold
from extractor.match import Match, RuleSet, Skeleton


def skeleton(text: str) -> Skeleton:
    return Skeleton(cased(text, fold(text)), fold(text), 0)


def declared(pattern: str, make: Callable[[Match], Any], *, states: bool = True) -> RuleSet:
    rules = RuleSet("test", kind="THING", states=states)
    rules(pattern, reads="printed")(make)
    return rules


def test_printed_copy_has_one_spelling_and_its_capitals() -> None:
    text = "Uỷ ban xã Hoà Bình – “Kỹ sư”"
    assert skeleton(text).printed == 'Ủy ban xã Hòa Bình - "Kĩ sư"'


def test_printed_pattern_may_be_written_in_either_spelling() -> None:
    rules = declared("Uỷ ban (?P<of>xã)", lambda m: m.text("of"))
    assert [m.value for m in rules.read(skeleton("tại Ủy ban xã"), "tại Ủy ban xã")] == ["xã"]


def test_marked_parts_become_mentions_and_the_rest_stays() -> None:
    def make(m: Match) -> None:
        for start, end, word in m.pieces("name"):
            m.mark(start, end, word)

    text, read = "các xã An và Bình", skeleton("các xã An và Bình")
    found = declared(r"các xã (?P<name>\p{Lu}\p{Ll}+)(?: và (?P<name>\p{Lu}\p{Ll}+))*", make).read(read, text)
    assert [(m.value, m.start, m.end) for m in found] == [("An", 7, 9), ("Bình", 13, 17)]
    assert str(read) == "các xã <THING> và <THING>"


def test_values_that_are_no_facts_yet() -> None:
    found = declared("An", lambda m: Place(name="An"), states=False).read(skeleton("An"), "An")
    assert found[0].facts == []


def test_any_of_many_words_takes_the_longest_whole_one() -> None:
    rules = RuleSet("test", kind="THING")
    rules.any_of("names", lambda: ["Hòa", "Hoà Bình", "Bình Minh"])(lambda m: m.text())
    text = "ở Hoà Bình Minh và Hòan"
    assert [m.value for m in rules.read(skeleton(text), text)] == ["Hoà Bình"]
