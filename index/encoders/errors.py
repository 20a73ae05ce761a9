"""The error that every adapter raises."""

from corpus.errors import WenjuError


class EncoderError(WenjuError):
    """An encoder that cannot be opened."""
