"""A citation: the address of a quoted stretch of a report, which survives re-indexing."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A quoted stretch: `quote` is the report's text from `start` to `end` (code points), whole sentences or table rows."""

    n: int
    report: str
    title: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    quote: str
    hash: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above the quote, without one that is the report's title."""
        return headings_below(self.title, self.section)


def headings_below(title: str, section: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings of a section without one that is the report's title."""
    return section[1:] if section[:1] == (title,) else section


def quote_hash(quote: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a quote in UTF-8."""
    return hashlib.sha256(quote.encode("utf-8")).hexdigest()[:16]
