"""Find the reports' figures for the figures of a claim: one search for its sentence, one more for what that does not settle, and its values."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.agreement import nearness, value_verdict
from app.candidates import figure_candidates, sentences_of
from app.choosing import Chosen, choose, load_chooser
from app.claims.lists import with_names
from app.claims.numerals import with_mentioned
from app.claims.reading import Claimed
from app.words import WordMatcher
from corpus.figures.figure import Figure
from index.opening import Library
from index.query import Query
from index.search import Ranked, search, settle
from index.stored_passage import StoredPassage

_PASSAGES, _HOLDING, _RETRIEVED = 16, 8, 200
_KEPT = 4_000
_SMALL = Decimal(10)


class Looker:
    """Looks up the figures of one text; passages and searches are kept, for sentences of one text ask alike."""

    def __init__(self, library: Library, matcher: WordMatcher) -> None:
        self._library = library
        self._matcher = matcher
        self._passages: dict[tuple[int, bool], StoredPassage] = {}

    def look_up(self, claimed: Claimed, sentence: str) -> list[Chosen]:
        """Return the figures of the passages that fit a claimed figure's question, best first; none for a place that no report knows."""
        query = settle(self._library, claimed.query)
        if query.scope.unknown:
            return []
        query, ranked = search(self._library, query, k=_RETRIEVED)
        figure = claimed.figure
        near = nearness(figure)
        # A passage that holds the claimed value is looked at although others fit the words better.
        others = ranked[_PASSAGES:] if figure.unit != "位" else self._enriched(ranked[_PASSAGES:], figure)
        holding = [r for r in others if any(near(f) and value_verdict(figure, f) for f in r.passage.figures)]
        return self._choose(query, self._enriched([*ranked[:_PASSAGES], *holding[:_HOLDING]], figure), sentence)

    def _choose(self, query: Query, ranked: Sequence[Ranked], text: str) -> list[Chosen]:
        sentences = sentences_of(ranked)
        if not sentences:
            return []
        vectors = self._library.encoder.encode_queries([text, *(s.text for s in sentences)])
        return choose(figure_candidates(query, sentences, self._matcher, vectors[1:] @ vectors[0]), load_chooser())

    def _enriched(self, ranked: Sequence[Ranked], figure: Figure) -> list[Ranked]:
        """Return passages with the figures that only a claim cares for, and with the names that lists deal out."""
        small = figure.unit != "位" and 2 <= figure.value < _SMALL
        if len(self._passages) > _KEPT:
            self._passages.clear()
        return [replace(r, passage=self._passage(r, small=small)) for r in ranked]

    def _passage(self, ranked: Ranked, *, small: bool) -> StoredPassage:
        key = (ranked.passage.id, small)
        if key not in self._passages:
            self._passages[key] = _with_more(ranked.passage, small=small)
        return self._passages[key]


def _with_more(passage: StoredPassage, *, small: bool) -> StoredPassage:
    if passage.context:
        return passage
    inside = [f.moved(-passage.start) for f in passage.figures]
    more = with_mentioned(passage.text, with_names(passage.text, inside), small=small)
    return replace(passage, figures=tuple(f.moved(passage.start) for f in more))
