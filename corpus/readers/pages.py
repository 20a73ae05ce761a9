"""How a reader tells of its pages while it reads."""

from collections.abc import Callable

# Takes how many pages are read, and how many there are.
OnPage = Callable[[int, int], None]


def no_page(_done: int, _of: int) -> None:
    """Take no interest in pages."""
