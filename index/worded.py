"""The words of a question, searched for in one set of reports after another."""

from collections.abc import Collection
from itertools import chain

from corpus.figures.numerals import fold
from index.abbreviations import written_out
from index.initials import all_initials
from index.opening import Library
from index.query import Query
from index.scored import Scored
from index.stated import value_words
from index.words import query_words

# How much of a word of the question one counts that it means for sure.
_MEANT = 0.4


class Worded:
    """Searches by the words of a question. What a set of reports holds is kept: the same words are asked of one year after another."""

    def __init__(self, library: Library, query: Query, *, k: int) -> None:
        subject = " ".join((*query.terms, *written_out(fold(query.text).lower()), *all_initials(query.text))) or query.text
        extra = " ".join((*query.background, *query.translations))
        self._words = list(dict.fromkeys((*query_words(f"{subject} {extra}"), *value_words(query.text))))
        self._lightly = _meant_words(query)
        self._library, self._k = library, k
        self._found: dict[frozenset[int] | None, list[Scored]] = {}

    def of(self, reports: Collection[int] | None) -> list[Scored]:
        """Return the passages of some reports (None for all) that fit the words best."""
        key = None if reports is None else frozenset(reports)
        found = self._found.get(key)
        if found is None:
            found = self._library.lexical.search(self._words, reports=reports, k=self._k, lightly=self._lightly)
            self._found[key] = found
        return found


def _meant_words(query: Query) -> dict[str, float]:
    """Return the words of what a question means, with how much each shall count in a search for its own words."""
    weights: dict[str, float] = {}
    for concept in query.meant:
        for word in chain.from_iterable(map(query_words, concept.words)):
            weights[word] = max(weights.get(word, 0.0), _MEANT * concept.sure)
    return weights
