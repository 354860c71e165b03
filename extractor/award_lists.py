"""Lists under an award: a line that only names it, and below it line by line who receives it."""

from collections.abc import Iterator
from dataclasses import replace

import regex

from .article import Article, Block
from .facts import Award, Fact, Official, Organization, Statistic
from .rules.names import NAME
from .rules.recipients import kind_of

_HEADINGS = ("award.heading", "award.listed")
_LONG = 260  # characters beyond which a line tells a story, and lists nobody
_MARK = regex.compile(r"[-+*•♦\s]*+(?:\d{1,3}[.)/]\s*|[a-zđ][.)]\s)?")
_PERSON = regex.compile(rf"(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Đđ]ồng chí):? )?{NAME.replace('<TOPONYM>', '(?!)')}")
_CALLED = regex.compile(r"(?:tập thể|đơn vị|các tập thể|các đơn vị|gồm|có)?:?\s*")


def under_headings(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` in which an award that stands as a heading is one for each recipient below it; none, if none is."""
    headings = [f for f in facts if isinstance(f, Award) and f.rule in _HEADINGS]
    if not headings:
        return facts
    blocks = {sentence.seq: sentence.block_seq for sentence in article.sentences}
    inside: dict[int, list[Fact]] = {}
    for fact in facts:
        inside.setdefault(blocks[fact.sentence], []).append(fact)
    made: dict[int, list[Award]] = {}
    for heading in headings:
        awards = list(_each(heading, blocks[heading.sentence], inside, article))
        if awards or heading.rule == "award.heading":
            made[id(heading)] = awards
    return [new for fact in facts for new in made.get(id(fact), [fact])]


def _each(heading: Award, at: int, inside: dict[int, list[Fact]], article: Article) -> Iterator[Award]:
    """The award of a heading for each recipient of the lines below, up to the first line that names none."""
    for number in range(at + 1, len(article.blocks)):
        block, facts = article.blocks[number], inside.get(number, [])
        told = any(isinstance(fact, Award) for fact in facts)
        takers = [] if told or block.end - block.start > _LONG else list(_takers(heading, block, facts, article))
        if not takers:
            return
        yield from takers


def _takers(heading: Award, block: Block, facts: list[Fact], article: Article) -> Iterator[Award]:
    officials = [fact for fact in facts if isinstance(fact, Official)]
    for official in officials:
        yield replace(heading, recipient_kind="individual", recipient=official.name, count=1)
    if officials:
        return
    counted = [f for f in facts if isinstance(f, Statistic) and f.unit and kind_of(f.unit) and f.value]
    for figure in counted:
        kind, count = kind_of(figure.unit or ""), int(figure.value or 0)
        award = replace(heading, recipient_kind=kind, recipient=None, count=count, count_unit=figure.unit)
        award.char_start, award.char_end, award.sentence = figure.char_start, figure.char_end, figure.sentence
        award.count_basis = "recipients"
        yield award
    bodies = [] if counted else list(_first_of_each(block, facts, article))
    for body in bodies:
        yield replace(heading, recipient_kind="collective", recipient=body.name, count=1)
    if not counted and not bodies and _PERSON.match(article.printed, _begin(block, article)):
        yield replace(heading, recipient_kind="individual", recipient=None, count=1)  # nobody of an office: not stored


def _begin(block: Block, article: Article) -> int:
    """Where the words of a line begin, behind its dash or number."""
    marked = _MARK.match(article.folded, block.start, block.end)
    return marked.end() if marked else block.start


def _first_of_each(block: Block, facts: list[Fact], article: Article) -> Iterator[Organization]:
    """The body that begins a line, or a part of it after a semicolon."""
    begin = _begin(block, article)
    called = _CALLED.match(article.folded, begin, block.end)
    starts = {called.end() if called else begin}
    starts |= {found.end() for found in regex.finditer(r";\s*", article.folded, pos=block.start, endpos=block.end)}
    bodies = (fact for fact in facts if isinstance(fact, Organization))
    return (body for body in bodies if body.char_start in starts)
