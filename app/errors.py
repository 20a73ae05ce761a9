"""Errors of the application."""

from corpus.errors import WenjuError


class QuestionError(WenjuError):
    """A question or query that cannot be answered as it stands."""


class InputFileError(WenjuError):
    """A batch file that cannot be read, or a line of it that is not what it should be."""


class UsageError(WenjuError):
    """Arguments that do not go together, or that no run could make sense of: exit status 2."""
