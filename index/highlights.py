"""Where the words of a question stand in a passage that is shown."""

from collections.abc import Sequence

from corpus.figures.numerals import fold
from index.hit import Span


def highlights(text: str, terms: Sequence[str]) -> tuple[Span, ...]:
    """Return where terms stand in a text, in order and without overlaps; spans are code points of `text`."""
    folded = fold(text).lower()
    if len(folded) != len(text):  # lower() may lengthen rare letters; spans must stay true
        folded = fold(text)
    marks = sorted((i, i + len(t)) for t in terms for i in _positions(folded, t))
    spans: list[Span] = []
    for start, end in marks:
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def _positions(text: str, term: str) -> list[int]:
    found, at = [], text.find(term)
    while at >= 0:
        found.append(at)
        at = text.find(term, at + 1)
    return found
