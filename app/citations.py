"""The quotes of an answer or of a check, numbered."""

from dataclasses import dataclass, field

from index.citation import Citation, quote_hash
from index.stored_passage import StoredPassage


@dataclass(slots=True)
class Citations:
    """Numbers quotes as they are first used."""

    items: list[Citation] = field(default_factory=list)

    def cite(self, passage: StoredPassage, start: int, end: int, quote: str) -> int:
        """Return the number of a quote of a passage's report; a quote that was cited before keeps its number."""
        for item in self.items:
            if (item.report, item.start, item.end) == (passage.report, start, end):
                return item.n
        n = len(self.items) + 1
        self.items.append(
            Citation(n, passage.report, passage.title, passage.section, passage.page, start, end, quote, quote_hash(quote))
        )
        return n
