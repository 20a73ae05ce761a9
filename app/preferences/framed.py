"""What stands inside the frame of a question, and not the frame itself: 基本支出里，劳务费是多少 asks for no total of 基本支出."""

from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import class_of
from corpus.matching import matching_text
from index.framing import asked_terms
from index.query import Query

_TRIED = 24
# So much less may a figure fit that speaks of so much more of what is asked behind the frame, and of so much of the frame.
_FITS, _MORE, _FRAMED = 6.0, 0.25, 0.5


def inside_frame(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure that speaks most of what is asked behind a frame, where the best one speaks of the frame."""
    asked = asked_terms(query.text, query.terms)
    frame = [t for t in query.terms if t not in asked]
    if not frame:
        return None
    likely = [c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and class_of(c) == class_of(best)]
    framed = [c for c in likely if _told(frame, c) >= _FRAMED * sum(map(len, frame))]
    other = max(framed, key=lambda c: _said(query, asked, c), default=None)
    return other if other is not None and _said(query, asked, other) - _said(query, asked, best) >= _MORE else None


def _told(frame: Sequence[str], c: Chosen) -> int:
    """Return how many letters of the frame's words a figure's passage has, with what stands above it."""
    passage = c.candidate.sentence.ranked.passage
    told = matching_text(" ".join((passage.title, *passage.section, passage.context, passage.text)))
    return sum(len(t) for t in frame if t in told)


def _said(query: Query, asked: Sequence[str], c: Chosen) -> float:
    """Return how much of what is asked behind the frame the words of a figure speak of."""
    own = c.candidate.spoken.own
    weights = [len(t) if t in asked else 0 for t in query.terms]
    return float(sum(w * s for w, s in zip(weights, own, strict=True))) / sum(weights)
