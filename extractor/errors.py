"""The faults the program can name; every other exception is a defect of ours."""


class ExtractorError(Exception):
    """A fault that is told to the user in one sentence, without a traceback."""


class RuleError(ExtractorError):
    """A rule or its example is malformed: ours, so the program stops at start."""


class LexiconError(ExtractorError):
    """A lexicon row is malformed («awards.tsv:14: ...»): ours, so the program stops at start."""


class ArticleError(ExtractorError):
    """An input cannot be read: theirs, so it is quarantined with ``reason`` and the run goes on."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class DatabaseError(ExtractorError):
    """The database cannot be used."""
