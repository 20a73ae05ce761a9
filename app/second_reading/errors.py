"""Errors of language models."""

from corpus.errors import WenjuError


class LanguageModelError(WenjuError):
    """A language model that is not to be reached, or that does not tell figures which answer from others."""
