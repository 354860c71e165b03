"""Who the officials of an article are: given names in full, bodies told elsewhere, nobody accused or pitied."""

from collections import Counter

from .accused import accuses
from .article import Article
from .facts import Fact, Official, Organization
from .fold import fold, same
from .lexicon import lexicon
from .rosters import name_listed
from .rules.names import is_vietnamese


def people(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` whose officials have their full names and the bodies of their posts, without those nobody may store."""
    officials = [fact for fact in facts if isinstance(fact, Official)]
    full = {same(o.name): o.name for o in officials if " " in o.name}
    shielded = {key for key, name in full.items() if accuses(article, name)}
    dropped = {id(o) for o in officials if not _named_in_full(o, full) or same(o.name) in shielded}
    kept = [fact for fact in facts if id(fact) not in dropped]
    stored = [official for official in officials if id(official) not in dropped]
    _complete(stored)
    name_listed(stored, kept, article)
    _name_bodies(stored, kept)
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


def _name_bodies(officials: list[Official], facts: list[Fact]) -> None:
    """«Giám đốc bệnh viện» and «Cục trưởng A» are of the hospital and the department that the article is about."""
    named = Counter(fact.name for fact in facts if isinstance(fact, Organization))
    for post in (post for official in officials for post in official.posts):
        head = same(post.organization) if post.organization else _head(post.post)
        if head and head != "ban" and (post.organization is None or head in _BARE):
            head = "trường" if head == "nhà trường" else head
            alike = [(count, name) for name, count in named.items() if same(name).startswith(f"{head} ")]
            first = max((count for count, _ in alike), default=0)
            best = [name for count, name in alike if count == first]
            if len(best) == 1 or (best and first > 1):
                post.organization = best[0]


_BARE = frozenset(fold(row["surface"]) for row in lexicon("bare_bodies").rows)


def _head(post: str) -> str | None:
    """The head of the body that a post names: «cục» of «Phó Cục trưởng»."""
    row = lexicon("posts").by_folded.get(same(post).removesuffix(" phụ trách"))
    return fold(row["body"]) if row and row["body"] else None
