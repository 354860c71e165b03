"""The faults the program can name; every other exception is a defect of ours."""


class ExtractorError(Exception):
    """A fault that is told to the user in one sentence, without a traceback; the program ends with ``exit_code``."""

    exit_code = 2


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

    exit_code = 3


class DatabaseBusy(DatabaseError):
    """Another program holds the database for longer than we wait."""

    exit_code = 75


class DatabaseUnreachable(DatabaseError):
    """The server does not answer, or does not let us in."""

    exit_code = 69


class DatabaseReadOnly(DatabaseError):
    """The database cannot be written."""

    exit_code = 2


class UnknownRevision(DatabaseError):
    """The database was made by a newer program."""

    exit_code = 2
