"""References as GB/T 7714 writes them: author. title[R]. year: page."""

from collections.abc import Sequence

from app.web.address import stem
from corpus.report import Metadata
from index.citation import Citation


def references(citations: Sequence[Citation], sources: Sequence[Metadata | None]) -> list[str]:
    """Return a numbered reference for each citation; `sources` is what their reports say of themselves, where it is known."""
    known = [*sources, *([None] * (len(citations) - len(sources)))]
    return [f"[{c.n}] {reference(c, metadata)}" for c, metadata in zip(citations, known, strict=True)]


def reference(citation: Citation, metadata: Metadata | None) -> str:
    """Return one reference without a number. A report is of the type [R]; what a report does not say is left out."""
    title = citation.title or (metadata.title if metadata else "") or stem(citation.report)
    issuer = metadata.issuer if metadata else ""
    year = str(metadata.year) if metadata and metadata.year else ""
    author = f"{issuer}. " if issuer else ""
    page = f": {citation.page}" if citation.page is not None else ""
    where = " › ".join(citation.headings)
    return f"{author}{title}[R]{'. ' if year else ''}{year}{page}.{' ' + where + '.' if where else ''}"
