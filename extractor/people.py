"""Who the officials of an article are: given names in full, bodies told elsewhere, nobody accused or pitied."""

from .accused import accuses
from .article import Article
from .facts import Fact, Official
from .fold import same
from .rules.names import is_vietnamese


def people(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` whose officials have their full names and the bodies of their posts, without those nobody may store."""
    officials = [fact for fact in facts if isinstance(fact, Official)]
    full = {same(o.name): o.name for o in officials if " " in o.name}
    shielded = {key for key, name in full.items() if accuses(article, name)}
    dropped = {id(o) for o in officials if not _named_in_full(o, full) or same(o.name) in shielded}
    kept = [fact for fact in facts if id(fact) not in dropped]
    _complete([o for o in officials if id(o) not in dropped])
    return kept


def _named_in_full(official: Official, full: dict[str, str]) -> bool:
    """Gives «Thượng tá Hải» the one full name that ends in it; False for a lone syllable that names nobody here."""
    if " " in official.name:
        return True
    word = same(official.name)
    found = [name for key, name in full.items() if word in (key.split()[-1], key.split()[0])]
    by_given = [name for name in found if same(name).split()[-1] == word] or found
    if by_given:
        official.name = by_given[-1]
        return True
    return bool(official.rank) or not is_vietnamese(official.name)


def _complete(officials: list[Official]) -> None:
    """A post told without its body is held in the body that another mention of the same person tells."""
    bodies = {
        (same(o.name), same(p.post)): p.organization for o in reversed(officials) for p in o.posts if p.organization
    }
    for official in officials:
        for post in official.posts:
            post.organization = post.organization or bodies.get((same(official.name), same(post.post)))
