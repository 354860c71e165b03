"""The cascade: rule sets in the order they read a sentence. Order is meaning, so nothing is discovered."""

from ..match import RuleSet
from . import (
    award_titles,
    awards,
    codes,
    dates,
    documents,
    events,
    gazetteer,
    numbers,
    officials,
    organizations,
    places,
    posts,
    ranks,
    recipients,
    statistics,
)

CASCADE: tuple[RuleSet, ...] = (
    codes.rules,
    dates.rules,
    numbers.rules,
    gazetteer.rules,
    ranks.rules,
    award_titles.rules,
    documents.rules,
    organizations.rules,
    places.rules,
    posts.offices,
    posts.rules,
    officials.rules,
    recipients.rules,
    awards.rules,
    events.rules,
    statistics.rules,
)
