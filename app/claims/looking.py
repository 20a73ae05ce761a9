"""Find the reports' figures for the figures of a claim: one search for its sentence, one more for what that does not settle, and its values."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from app.agreement import comparable, nearness, value_verdict
from app.choosing.candidates import figure_candidates
from app.choosing.chooser import Chosen, choose, load_chooser
from app.choosing.nation_first import asks_nation_first, of_nation, states_the_same
from app.choosing.sentences import Sentence, sentences_of, stretches_of
from app.choosing.words import WordMatcher
from app.claims.abroad import twins_of
from app.claims.cities import CITIES
from app.claims.glance import NO_GLANCE, Glance, Worth, again_told, few_to_look_at
from app.claims.more_figures import with_more
from app.claims.naming import name_of, shared_name
from app.claims.reading import Claimed, ClaimSentence
from app.claims.values import Values
from corpus.figures.figure import Figure
from index.compared import Compared, Contents, compare
from index.home import at_home, tells_all
from index.opening import Library
from index.query import Query
from index.ranking import Retrieved, contents_of
from index.scope import Scope
from index.search import Ranked, closest, detailed, place, rank, retrieve, with_meant
from index.settling import settle
from index.spoken import Heard
from index.stored_passage import StoredPassage

if TYPE_CHECKING:
    from app.choosing.lookup import Lookups

_PASSAGES, _HOLDING, _SENTENCES, _NAMING = 16, 8, 16, 6
# Among so many of the nation's figures the one must be that a part of the nation was held against.
_FOREMOST = 5
# The sentences most like the claim that a glance looks at.
_GLANCED = 3
# A sentence of a list of many things is like none of them; it is looked at for a name as alike as this.
_NAMED = 0.5
# 002099 is the code of a share.
_CODE = re.compile(r"[0０][\d０-９]")
_HAN = re.compile("[一-龥]")
_KEPT = 4_000
_SMALL = Decimal(10)


@dataclass(frozen=True)
class _Shared:
    """What was found for all figures of a sentence. Replaced as one: several threads may look up."""

    text: str
    scope: Scope
    terms: tuple[str, ...]
    found: list[Retrieved]

    @cached_property
    def contents(self) -> Contents:
        """Return the texts of what was found."""
        return contents_of(self.found)


@dataclass(frozen=True, slots=True)
class _Near:
    """The passages found for a sentence that hold values of it, and a few others; `few` are their places among all, `values` those of all."""

    shared: _Shared
    values: Values
    few: frozenset[int]
    found: list[Retrieved]
    contents: Contents


class Looker:
    """Looks up the figures of claims in one library; safe to use from several threads.

    Passages read for claims are kept: their ids are never used twice.
    """

    def __init__(self, library: Library, matcher: WordMatcher) -> None:
        self.library = library
        self.matcher = matcher
        self._passages: dict[tuple[int, bool], StoredPassage] = {}
        self._shared: _Shared | None = None
        self._near: _Near | None = None
        self._heard = Heard()

    def start(self) -> None:
        """Forget what was found for the last sentence: the reports may have changed since."""
        self._shared, self._near, self._heard = None, None, Heard()

    def lookups(self) -> "Lookups":
        """Return what looks up the figures that a claimed value may be worked out from."""
        # With all that says what a figure is not: half of what a check would load, and few figures need it.
        from app.choosing.lookup import Lookups

        return Lookups(self.library, self.matcher)

    def glance(self, claimed: Claimed, sentence: ClaimSentence, worth: Worth | None = None) -> Glance:
        """Return what a few of the passages that the search for its sentence found say of a claimed figure: those that hold values of the sentence.

        It takes a fifth of the time of `look_up`; nothing is looked at where none of them holds the claimed value, nor where `worth` says so of
        their sentences.
        """
        query = self._settled(claimed)
        if query is None:
            return NO_GLANCE
        query, reports = self._placed(query, sentence)
        shared = self._shared_candidates(query, reports, alone=len(sentence.figures) == 1)
        near = self._near_of(shared, sentence)
        if near.few.isdisjoint(near.values.holders(claimed.figure)):
            return NO_GLANCE
        small = _asks_small(claimed.figure)
        read = [(s, r) for r in near.found for s in stretches_of(self._passage(r.passage, r.metadata.year, small=small))]
        if again := again_told(replace(claimed, query=query), sentence, read):
            return Glance((), shared.found, again)
        if worth is not None and not worth(s for s, _ in read):
            return NO_GLANCE
        told = compare(query, near.contents)
        looked_at = [r.compared_with(Compared(query, row)) for r, row in zip(near.found, told, strict=True)]
        ranked = rank(query, detailed(self.library, query, looked_at, heard=self._heard_of(query.text)))
        chosen = self._choose(query, self._enriched(ranked, claimed.figure), claimed, sentence.text, most=_GLANCED)
        return Glance(chosen, shared.found)

    def look_up(self, claimed: Claimed, sentence: ClaimSentence) -> list[Chosen]:
        """Return the figures of the passages that fit a claimed figure's question, best first; none for a place that no report knows."""
        query = self._settled(claimed)
        if query is None:
            return []
        return self._found(with_meant(self.library, query), claimed, sentence)

    def look_up_of_nation(self, claimed: Claimed, sentence: ClaimSentence, found: Sequence[Chosen]) -> list[Chosen]:
        """Return the figures of the reports on the nation for a claim without a place, whose best figure is of a part of it; none otherwise."""
        query = self._settled(claimed)
        if query is None or not asks_nation_first(query, found, self.library.catalogue()):
            return []
        own = self._found(of_nation(query), claimed, sentence)
        same = any(states_the_same(c, found[0]) for c in own[:_FOREMOST])
        return own if same or _holder(claimed.figure)(c.candidate.figure for c in own) else []

    def look_up_abroad(self, claimed: Claimed, sentence: ClaimSentence) -> list[Chosen]:
        """Return the figures of the reports on a claim's place in another language, if they hold its value; none otherwise.

        They are of the place as it is spelt there (Qinglan of 青岚), and no word of a claim stands in them: among other reports nobody finds them.
        """
        query = self._settled(claimed)
        twins = twins_of(query.scope.places, self.library.catalogue()) if query is not None and _HAN.search(sentence.text) else ()
        if query is None or not twins:
            return []
        own = self._found(replace(query, scope=replace(query.scope, places=twins)), claimed, sentence)
        return own if _holder(claimed.figure)(c.candidate.figure for c in own) else []

    def _found(self, query: Query, claimed: Claimed, sentence: ClaimSentence) -> list[Chosen]:
        if len(sentence.figures) == 1:
            return self._look_up(query, claimed, sentence, shared=False)
        found = self._look_up(query, claimed, sentence, shared=True)
        if _holder(claimed.figure)(c.candidate.figure for c in found):
            return found
        return self._look_up(query, claimed, sentence, shared=False)

    def _settled(self, claimed: Claimed) -> Query | None:
        """Return a claimed figure's question in the scope that it means, None for one on a place that no report knows."""
        query = settle(self.library, claimed.query)
        if query.scope.unknown:
            return None
        # The name of a city may be a word as well; it is the city where a claim begins with it: only what speaks of it tells of it.
        cities = tuple(p for p in claimed.query.scope.unknown if p in CITIES and p not in query.mentioned)
        return replace(query, mentioned=(*query.mentioned, *cities)) if cities else query

    def _placed(self, query: Query, sentence: ClaimSentence) -> tuple[Query, list[int] | None]:
        """Return a question with the scope that is searched, and the reports inside it (None for all)."""
        query, reports = place(self.library, query)
        return query, at_home(self.library.catalogue(), query, reports) if tells_all(sentence.text) else reports

    def _look_up(self, query: Query, claimed: Claimed, sentence: ClaimSentence, *, shared: bool) -> list[Chosen]:
        query, reports = self._placed(query, sentence)
        figure = claimed.figure
        alone = len(sentence.figures) == 1
        if shared or alone:
            once = self._shared_candidates(query, reports, alone=alone)
            found, contents = once.found, once.contents
        else:
            found, contents = retrieve(self.library, query, reports), None
        ranked = rank(query, closest(self.library, query, found, contents=contents, heard=self._heard_of(query.text)))
        # A passage that holds the claimed value is looked at although others fit the words better.
        others = ranked[_PASSAGES:] if figure.unit != "位" else self._enriched(ranked[_PASSAGES:], figure)
        holds = _holder(figure)
        holding = [r for r in others if holds(r.passage.figures)]
        looked_at = self._enriched([*ranked[:_PASSAGES], *holding[:_HOLDING]], figure)
        if shared and query.need.unit_class != "time" and not any(holds(r.passage.figures) for r in looked_at):
            # Nothing that was found for all figures has this one's value (stretches of time are read only below): it is searched for by itself.
            return []
        return self._choose(query, looked_at, claimed, sentence.text)

    def _shared_candidates(self, query: Query, reports: Sequence[int] | None, *, alone: bool) -> _Shared:
        """Search once for all figures of a sentence, by the words of all of it; their texts are compared with one figure after another.

        A figure that stands `alone` in its sentence is searched for by the words of its clause first.
        """
        shared = self._shared
        key = (query.text, query.scope, query.terms if alone else ())
        if shared is None or (shared.text, shared.scope, shared.terms) != key:
            whole = query if alone else replace(query, terms=(*query.terms, *query.background), background=())
            found = retrieve(self.library, whole, reports)
            shared = self._shared = _Shared(*key, found)
        return shared

    def _near_of(self, shared: _Shared, sentence: ClaimSentence) -> _Near:
        """Return the passages to glance at for all figures of a sentence."""
        near = self._near
        if near is None or near.shared is not shared:
            values = Values([r.passage for r in shared.found])
            few = few_to_look_at(shared.found, Counter(i for c in sentence.figures for i in values.holders(c.figure)))
            found = [shared.found[i] for i in few]
            near = self._near = _Near(shared, values, frozenset(few), found, contents_of(found))
        return near

    def _heard_of(self, text: str) -> Heard:
        """Return what is known of how far clauses speak of a sentence."""
        heard = self._heard
        if heard.text != text:
            heard = self._heard = Heard(text)
        return heard

    def _choose(
        self, query: Query, ranked: Sequence[Ranked], claimed: Claimed, text: str, *, most: int = _SENTENCES
    ) -> list[Chosen]:
        """Score the figures of the sentences most like the claim, of all that hold its value, and of some that name what it names."""
        figured = sentences_of(ranked, figured=True)
        if not figured:
            return []
        vectors = self.library.encoder.encode_queries([text, *(s.text for s in figured)])
        similarity = vectors[1:] @ vectors[0]
        # Scoring costs most of the time of a check; what lies further off than so many sentences was never the one meant.
        order = np.argsort(-similarity, kind="stable").tolist()
        holds = _holder(claimed.figure)
        holding = (i for i in order[most:] if holds(_inside(figured[i])))
        naming = _naming(claimed, figured, order[most:])
        kept = sorted({*order[:most], *islice(holding, _HOLDING), *naming})
        sentences = [figured[i] for i in kept]
        # A text is written in the words of the reports, or nearly: asking the dictionary about every word costs more than it finds.
        found = figure_candidates(query, sentences, self.matcher, similarity[kept], glosses=False)
        chosen = choose(found, load_chooser())
        return [c for c in chosen if not _is_elsewhere(c) and not _CODE.match(c.candidate.figure.text)]

    def _enriched(self, ranked: Sequence[Ranked], figure: Figure) -> list[Ranked]:
        """Return passages with the figures that only a claim cares for, and with the names that lists deal out."""
        small = _asks_small(figure)
        if len(self._passages) > _KEPT:
            self._passages.clear()
        return [Ranked(self._passage(r.passage, r.year, small=small), r.rank, r.score, r.year, r.place) for r in ranked]

    def _passage(self, passage: StoredPassage, year: int | None, *, small: bool) -> StoredPassage:
        key = (passage.id, small)
        more = self._passages.get(key)
        if more is None:
            more = self._passages[key] = with_more(passage, small=small, dated=year is not None)
        return more


def _asks_small(figure: Figure) -> bool:
    """Tell whether a claimed figure may be one of the small numbers that are read for claims only."""
    return figure.unit != "位" and 2 <= figure.value < _SMALL


def _is_elsewhere(c: Chosen) -> bool:
    """Tell whether a claim is on a place that no report is about, and a figure of a report on another one; one on no known place may be on it."""
    return c.candidate.elsewhere and c.candidate.sentence.ranked.place != ""


def _holder(claimed: Figure) -> Callable[[Iterable[Figure]], bool]:
    """Return what tells whether one of some figures has a claimed value."""
    near = nearness(claimed)

    def holds(figures: Iterable[Figure]) -> bool:
        return any(near(f) and value_verdict(claimed, f) is not None for f in figures)

    return holds


def _inside(sentence: Sentence) -> Iterator[Figure]:
    return (f for f in sentence.ranked.passage.figures if sentence.start <= f.start < sentence.end)


def _naming(claimed: Claimed, sentences: Sequence[Sentence], of: Sequence[int]) -> list[int]:
    """Return which of some sentences have figures of the claim's sort whose names are most like the claim's."""
    names = name_of(claimed)
    subjects = {i: [f.subject for f in _inside(sentences[i]) if comparable(claimed.figure, f)] for i in of}
    alike = {i: max((shared_name(names, subject) for subject in own), default=0.0) for i, own in subjects.items()}
    return [i for i in sorted(of, key=lambda i: -alike[i])[:_NAMING] if alike[i] >= _NAMED]
