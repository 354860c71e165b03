"""What became of one input."""

from dataclasses import dataclass

from ..article import Article
from ..rows import FactRow

Identity = tuple[str, str]  # sha256 of the text, day of publication or «»


@dataclass(slots=True)
class Reading:
    """An input: an article with its facts (None if it need not be read again), or the reason why it is none."""

    uri: str
    article: Article | None = None
    facts: list[FactRow] | None = None
    reason: str | None = None
    detail: str | None = None
    ignored: bool = False

    @property
    def identity(self) -> Identity:
        """What makes two articles the same one."""
        assert self.article is not None
        return self.article.sha256, self.article.published_on or ""
