"""Errors of checking a draft."""

from corpus.errors import WenjuError


class DraftError(WenjuError):
    """A draft that cannot be checked as it stands."""


class ExportError(WenjuError):
    """A result that cannot be written where it is wanted."""
