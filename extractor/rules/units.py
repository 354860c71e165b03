"""What a number counts: the unit that the words after it begin with."""

from dataclasses import dataclass

import regex

from ..fold import fold
from ..lexicon import lexicon

_ROWS = {fold(row["surface"]): row for row in lexicon("units").rows}
_MOST_WORDS = max(len(unit.split()) for unit in _ROWS)
_FUNCTION_WORDS = {fold(word) for word in lexicon("function_words").surfaces}
_WORD = regex.compile(r" ?(?P<word>[%‰]|c/o|[\p{L}\p{N}²³$°](?:[\p{L}\p{N}²³'°]|-(?=\p{L}))*)")
_JOINED = regex.compile(r"(?:, ?| và |, và | hoặc )(?=\p{L})")
_QUOTED = regex.compile(r' "(?P<name>[^"]{2,50})"')


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the words after a number, as offsets in them, and its use: measure, money, counter or noun."""

    start: int
    end: int
    use: str


def unit_of(after: str, printed: str) -> Unit | None:
    """The unit that the words ``after`` a number begin with, folded and ``printed``; None if they count nothing."""
    if quoted := _QUOTED.match(after):
        return Unit(quoted.start("name"), quoted.end("name"), "noun")
    ends = _ends(after)
    if not ends:
        return None
    start = ends[0][0]
    known = _known(after, start, ends)
    if known is None:
        return _unknown(after, printed, ends)
    end, row = known
    return Unit(start, _with_joined(after, end, row["joins"]), row["use"])


def is_unit(after: str) -> bool:
    """Whether the folded words ``after`` a number begin with a unit of the lexicon other than money."""
    ends = _ends(after)
    known = _known(after, ends[0][0], ends) if ends else None
    return known is not None and known[1]["use"] != "money"


def _ends(after: str) -> list[tuple[int, int]]:
    """Where each of the first words begins and ends, up to a mark or a mention."""
    words: list[tuple[int, int]] = []
    at = 0
    while len(words) < _MOST_WORDS and (found := _WORD.match(after, at)):
        if words and after[at] != " ":
            break
        words.append(found.span("word"))
        at = found.end()
    return words


def _known(after: str, start: int, ends: list[tuple[int, int]]) -> tuple[int, dict[str, str]] | None:
    """The end and the row of the longest unit of the lexicon."""
    for _, end in reversed(ends):
        phrase = after[start:end]
        if row := _ROWS.get(phrase):
            return end, row
        if phrase in _FUNCTION_WORDS:
            return None
    return None


def _unknown(after: str, printed: str, ends: list[tuple[int, int]]) -> Unit | None:
    """Two words of a noun that the lexicon lacks; one if it is an abbreviation or the second belongs to no noun."""
    words = [after[a:b] for a, b in ends[:2]]
    if words[0] in _FUNCTION_WORDS or " ".join(words) in _FUNCTION_WORDS or not words[0].isalpha():
        return None
    if len(words[0]) == 1 or printed[slice(*ends[0])].istitle():
        return None
    two = len(words) == 2 and words[1] not in _FUNCTION_WORDS and words[1].isalpha()
    two = two and not printed[slice(*ends[0])].isupper()
    if two and len(ends) > 2 and after[ends[1][0] : ends[2][1]] in _ROWS:
        two = False  # «5 gương ô tô»
    return Unit(ends[0][0], ends[1 if two else 0][1], "unknown")


def _with_joined(after: str, end: int, group: str) -> int:
    """The end of «cơ quan, ban, ngành»: nouns of one group, counted by one number."""
    while group != "-" and (joint := _JOINED.match(after, end)):
        known = _known(after, joint.end(), _ends(after[joint.end() :]) and _shifted(after, joint.end()))
        if known is None or known[1]["joins"] != group or after[joint.end() : known[0]] == after[1:end]:
            return end  # «5 hội viên, hội viên ...» begins anew
        end = known[0]
    return end


def _shifted(after: str, by: int) -> list[tuple[int, int]]:
    return [(a + by, b + by) for a, b in _ends(after[by:])]
