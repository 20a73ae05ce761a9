"""Look up the figures that may answer a query: search, then score every figure of the passages found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from app.choosing.candidates import Candidate, figure_candidates, of_the_place
from app.choosing.chooser import Chosen, choose, confidence, load_chooser
from app.choosing.nation_first import asks_nation_first, of_nation, states_the_same
from app.choosing.opening_day import as_of_opening, before_opening
from app.choosing.sentences import Sentence, sentences_of
from app.choosing.standing import place_of
from app.choosing.whose_books import asks_whose, of_the_books, without_books
from app.choosing.words import WordMatcher
from app.choosing.year_after_year import ForYear, YearAfterYear
from app.preferences.plainly_meant import plainly_meant
from app.preferences.stocks import stock_first
from app.refusals.contradiction import contradicts, is_as_wanting
from corpus.split_years import first_of, is_school_period
from index.opening import Library
from index.query import Query
from index.search import Ranked, YearsSearch, search
from index.stored_passage import StoredPassage

_PASSAGES, _OF_A_PART, _OF_ANOTHER = 16, 8, 4
# The group's books and its parent's hold the same rows: so many passages are looked through for those of one of them.
_OF_BOTH_BOOKS = 40
# The figures of so many years are scored together: neighbouring years find the same reports.
_TOGETHER = 24
# So much less may a figure fit than one that contradicts what is asked for.
_TRIED, _NEARLY = 12, 4.0


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a query found: `query` with the scope that was searched, the passages, and their figures best first.

    `dated` is the query as the figures are read for it, if another: that of the year before where it asks for the opening of one.
    `settled` is how sure the first figure is at least, for other reasons than the weights of its features; `read` how sure it is where a
    language model has read it.
    """

    query: Query
    ranked: Sequence[Ranked]
    chosen: Sequence[Chosen]
    _sentences: Sequence[Sentence]
    _similarity: NDArray[np.float32]
    _matcher: WordMatcher
    settled: float = 0.0
    dated: Query | None = None
    read: float | None = None

    @property
    def confidence(self) -> float:
        """Return the probability that the best figure answers the query, 0 if it contradicts what is asked for."""
        if self.chosen and contradicts(self.dated or self.query, self.chosen[0].candidate):
            return 0.0
        if self.read is not None:
            return self.read
        return max(self.settled, confidence(self.chosen, load_chooser())) if self.chosen else 0.0

    def reordered(self, chosen: Sequence[Chosen]) -> "Lookup":
        """Return the lookup with its figures in another order, as likely to hold the answer as before."""
        return replace(self, chosen=tuple(chosen), settled=self.confidence)

    @property
    def sure(self) -> bool:
        """Tell whether that is likely enough to answer."""
        return bool(self.chosen) and self.confidence >= load_chooser().threshold

    def choose(self, query: Query) -> list[Chosen]:
        """Return the figures of the same passages, best first for a part of the query."""
        return list(_read(query, self._sentences, self._similarity, self._matcher).meant)

    def sureness(self, part: Query) -> float:
        """Return the probability that the best figure for a part of the query answers it."""
        found = self.choose(part)
        return confidence(found, load_chooser()) if found and not contradicts(part, found[0].candidate) else 0.0


Reread = Callable[[Query, Lookup], Lookup]


class Lookups:
    """Looks queries up for one question; one that was looked up before is not searched for again. `reread` is a language model's part in it.

    With `by_school_years` a question asks by them, and figures of a school year are of the year that it begins in.
    """

    def __init__(
        self, library: Library, matcher: WordMatcher, reread: Reread | None = None, *, by_school_years: bool = False
    ) -> None:
        self.library = library
        self.matcher = matcher
        self._reread = reread
        self._by_school_years = by_school_years
        self._found: dict[Query, Lookup] = {}

    def look_up(self, query: Query) -> Lookup:
        """Search for a query and score the figures of what is found."""
        if query not in self._found:
            self._found[query] = self._look_up(query)
        return self._found[query]

    def read_again(self, query: Query, found: Lookup) -> Lookup:
        """Return a lookup as a language model reads it, where one is attached."""
        return self._reread(query, found) if self._reread is not None else found

    def _search(self, query: Query, k: int) -> tuple[Query, Sequence[Ranked]]:
        return self._as_asked(*search(self.library, query, k=k))

    def _as_asked(self, searched: Query, ranked: Sequence[Ranked]) -> tuple[Query, Sequence[Ranked]]:
        """Return what was found as the question reads years."""
        return searched, [replace(r, passage=self._by_years(r.passage)) for r in ranked] if self._by_school_years else ranked

    def _by_years(self, passage: StoredPassage) -> StoredPassage:
        if not self._by_school_years or not any(is_school_period(f.period) for f in passage.figures):
            return passage
        return replace(passage, figures=tuple(replace(f, period=first_of(f.period)) for f in passage.figures))

    def _look_up(self, query: Query) -> Lookup:
        if not asks_whose(query):
            found = self._scored(*self._search(query, k=_PASSAGES))
            return self._national(query, found) or found
        searched, ranked = self._search(without_books(query), k=_OF_BOTH_BOOKS)
        return self._scored(searched, of_the_books(query, ranked, k=_PASSAGES))

    def look_up_years(self, first: Query, asked: Iterable[Query]) -> Iterator[Lookup]:
        """Look up a question year after year: queries that are the same as the first but for one year each. It takes half of the time of as many questions."""
        if not first.terms or asks_whose(first) or before_opening(first) is not first:
            yield from map(self.look_up, asked)
            return
        years = YearsSearch(self.library, first)
        searched = (self._as_asked(*years.search(query, k=_PASSAGES)) for query in asked)
        while together := list(islice(searched, _TOGETHER)):
            every = [r for _, ranked in together for r in ranked]
            figures = YearAfterYear(together[0][0], every, self.matcher, self.library.encoder)
            for query, ranked in together:
                found = self._of_year(query, ranked, figures.of(query, ranked))
                yield self._national(query, found) or found

    def _of_year(self, query: Query, ranked: Sequence[Ranked], own: ForYear) -> Lookup:
        read = _chosen(query, own.found)
        settled = _settled(query, read.chosen, read.meant)
        return Lookup(query, ranked, read.meant, own.sentences, own.similarity, self.matcher, settled, dated=query)

    def _national(self, query: Query, found: Lookup) -> Lookup | None:
        """Return the lookup in the reports on the nation where it is sure of what the best figure of another place is a part of."""
        if not asks_nation_first(query, found.chosen, self.library.catalogue()):
            return None
        own = self._scored(*self._search(of_nation(query), k=_PASSAGES))
        return own if own.sure and states_the_same(own.chosen[0], found.chosen[0]) else None

    def with_parts(self, found: Lookup, asked: Sequence[Query]) -> Lookup:
        """Return a lookup that knows the passages of each part of its question as well: what is asked apart mostly stands apart."""
        every = {r.passage.id: r for part in asked for r in reversed(self._search(part, k=_OF_A_PART)[1])}
        known = {r.passage.id for r in found.ranked}
        more = [r for passage, r in every.items() if passage not in known]
        return self._scored(found.query, [*found.ranked, *more]) if more else found

    def with_table(self, found: Lookup, row: Ranked) -> Lookup:
        """Return a lookup that knows all rows of the table, or of its part, that a row is of."""
        passage = row.passage
        known = {r.passage.id for r in found.ranked}
        rows = (self._by_years(p) for p in self.library.store.report_passages(passage.report) if p.context == passage.context)
        more = [replace(row, passage=p) for p in rows if p.section == passage.section and p.id not in known]
        return self._scored(found.query, [*found.ranked, *more]) if more else found

    def pooled(self, found: Sequence[Lookup]) -> list[Lookup]:
        """Return lookups that know one another's first passages: of what is asked of several years one report mostly tells all."""
        first = {r.passage.id: r for f in reversed(found) for r in reversed(f.ranked[:_OF_ANOTHER])}
        pooled = []
        for f in found:
            known = {r.passage.id for r in f.ranked}
            more = [r for passage, r in first.items() if passage not in known]
            if f.ranked:
                # Behind its own: how well they answer another year says nothing of this one.
                last = f.ranked[-1]
                more = [replace(r, rank=last.rank + n, score=min(last.score, r.score)) for n, r in enumerate(more, 1)]
            pooled.append(self._scored(f.query, [*f.ranked, *more]) if more else f)
        return pooled

    def _scored(self, query: Query, ranked: Sequence[Ranked]) -> Lookup:
        sentences = sentences_of(ranked)
        vectors = self.library.encoder.encode_queries([query.whole_wording, *(s.text for s in sentences)])
        similarity: NDArray[np.float32] = vectors[1:] @ vectors[0]
        read = _read(query, sentences, similarity, self.matcher)
        settled = _settled(read.dated, read.chosen, read.meant)
        return Lookup(query, ranked, read.meant, sentences, similarity, self.matcher, settled, dated=read.dated)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The figures of sentences as a query chooses among them, and with what it plainly means first; `dated` is the query they are read for."""

    dated: Query
    chosen: Sequence[Chosen]
    meant: Sequence[Chosen]


def _read(query: Query, sentences: Sequence[Sentence], similarity: NDArray[np.float32], matcher: WordMatcher) -> _Reading:
    found = figure_candidates(query, sentences, matcher, similarity) if sentences else []
    opened = before_opening(query)
    if opened is not query:
        chosen = choose(of_the_place(query, found), load_chooser())
        if chosen and chosen[0].candidate.sentence.ranked.passage.context:
            # What a table calls 年初 is read as the end of the year before.
            before = figure_candidates(opened, sentences, matcher, similarity)
            return _chosen(opened, as_of_opening(query, found, before))
    return _chosen(query, found)


def _chosen(query: Query, found: list[Candidate]) -> _Reading:
    """Return how a query chooses among figures."""
    chosen = choose(of_the_place(query, found), load_chooser())
    return _Reading(query, chosen, without_contradicting(query, plainly_meant(query, stock_first(query, chosen))))


def _settled(query: Query, chosen: Sequence[Chosen], meant: Sequence[Chosen]) -> float:
    """Return how sure the first figure is at least: as what it goes before, for it is plainly meant.

    What contradicts the question is no answer, and lends nothing to what is left where it is taken away.
    """
    if not chosen or meant[0].candidate.figure is chosen[0].candidate.figure or contradicts(query, chosen[0].candidate):
        return 0.0
    return confidence(chosen, load_chooser())


def without_contradicting(query: Query, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the figures with those that contradict the question behind all others, where the best does and another fits nearly as well."""
    if not chosen or not contradicts(query, chosen[0].candidate):
        return chosen
    likely = [c for c in chosen[:_TRIED] if chosen[0].score - c.score <= _NEARLY]
    best = chosen[0].candidate
    against = [c for c in likely if contradicts(query, c.candidate) or is_as_wanting(query, best, c.candidate)]
    if len(against) == len(likely):
        return chosen
    places = set(map(place_of, against))
    rest = [c for c in chosen if place_of(c) not in places]
    return [*rest, *against]
