"""Find the reports' figures for the figures of a claim: one search for its sentence, one more for what that does not settle, and its values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

import numpy as np

from app.agreement import comparable, nearness, value_verdict
from app.choosing.candidates import FEATURES as OF_CANDIDATE
from app.choosing.candidates import figure_candidates
from app.choosing.chooser import Chosen, choose, load_chooser
from app.choosing.sentences import Sentence, sentences_of
from app.choosing.words import WordMatcher
from app.claims.cities import CITIES
from app.claims.ends import with_ends
from app.claims.english_numerals import fractions
from app.claims.lists import with_names
from app.claims.naming import name_of, shared_name
from app.claims.numerals import with_mentioned
from app.claims.reading import Claimed, ClaimSentence
from corpus.figures.figure import Figure
from corpus.sentences import sentence_at
from index.compared import Contents
from index.home import at_home, tells_all
from index.opening import Library
from index.query import Query
from index.ranking import Retrieved, contents_of
from index.scope import Scope
from index.search import Ranked, closest, place, rank, retrieve
from index.settling import settle
from index.spoken import Heard
from index.stored_passage import StoredPassage

_PASSAGES, _HOLDING, _SENTENCES, _NAMING = 16, 8, 16, 6
# A sentence of a list of many things is like none of them; it is looked at for a name as alike as this.
_NAMED = 0.5
# 002099 is the code of a share.
_CODE = re.compile(r"[0０][\d０-９]")
_HAN = re.compile("[一-龥]")
_KEPT = 4_000
_SMALL = Decimal(10)
_PLACE_MISSING = OF_CANDIDATE.index("place_missing")
_AIM = re.compile("目标|力争|预期|计划(?!生育)|确保(?!了)|争取")


@dataclass(frozen=True, slots=True)
class _Shared:
    """What was found for all figures of a sentence. Replaced as one: several threads may look up."""

    text: str
    scope: Scope
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
        self._heard = Heard()

    def start(self) -> None:
        """Forget what was found for the last sentence: the reports may have changed since."""
        self._shared, self._heard = None, Heard()

    def look_up(self, claimed: Claimed, sentence: ClaimSentence) -> list[Chosen]:
        """Return the figures of the passages that fit a claimed figure's question, best first; none for a place that no report knows."""
        query = settle(self.library, claimed.query)
        if query.scope.unknown:
            return []
        # The name of a city may be a word as well; it is the city where a claim begins with it: only what speaks of it tells of it.
        cities = tuple(p for p in claimed.query.scope.unknown if p in CITIES and p not in query.mentioned)
        query = replace(query, mentioned=(*query.mentioned, *cities)) if cities else query
        if len(sentence.figures) == 1:
            return self._look_up(query, claimed, sentence.text, shared=False)
        found = self._look_up(query, claimed, sentence.text, shared=True)
        near = nearness(claimed.figure)
        if any(near(c.candidate.figure) and value_verdict(claimed.figure, c.candidate.figure) for c in found):
            return found
        return self._look_up(query, claimed, sentence.text, shared=False)

    def _look_up(self, query: Query, claimed: Claimed, sentence: str, *, shared: bool) -> list[Chosen]:
        query, reports = place(self.library, query)
        if tells_all(sentence):
            reports = at_home(self.library.catalogue(), query, reports)
        figure = claimed.figure
        found, contents = self._shared_candidates(query, reports) if shared else (retrieve(self.library, query, reports), None)
        ranked = rank(query, closest(self.library, query, found, contents=contents, heard=self._heard_of(query.text)))
        near = nearness(figure)
        # A passage that holds the claimed value is looked at although others fit the words better.
        others = ranked[_PASSAGES:] if figure.unit != "位" else self._enriched(ranked[_PASSAGES:], figure)
        holding = [r for r in others if any(near(f) and value_verdict(figure, f) for f in r.passage.figures)]
        return self._choose(query, self._enriched([*ranked[:_PASSAGES], *holding[:_HOLDING]], figure), claimed, sentence)

    def _shared_candidates(self, query: Query, reports: Sequence[int] | None) -> tuple[list[Retrieved], Contents]:
        """Search once for all figures of a sentence, by the words of all of it; their texts are compared with one figure after another."""
        shared = self._shared
        if shared is None or (shared.text, shared.scope) != (query.text, query.scope):
            whole = replace(query, terms=(*query.terms, *query.background), background=())
            found = retrieve(self.library, whole, reports)
            shared = self._shared = _Shared(query.text, query.scope, found, contents_of(found))
        return shared.found, shared.contents

    def _heard_of(self, text: str) -> Heard:
        """Return what is known of how far clauses speak of a sentence."""
        heard = self._heard
        if heard.text != text:
            heard = self._heard = Heard(text)
        return heard

    def _choose(self, query: Query, ranked: Sequence[Ranked], claimed: Claimed, text: str) -> list[Chosen]:
        """Score the figures of the sentences most like the claim, of all that hold its value, and of some that name what it names."""
        figured = sentences_of(ranked, figured=True)
        if not figured:
            return []
        vectors = self.library.encoder.encode_queries([text, *(s.text for s in figured)])
        similarity = vectors[1:] @ vectors[0]
        # Scoring costs most of the time of a check; what lies further off than so many sentences was never the one meant.
        order = np.argsort(-similarity, kind="stable").tolist()
        holding = (i for i in order[_SENTENCES:] if _holds(figured[i], claimed.figure))
        naming = _naming(claimed, figured, order[_SENTENCES:])
        kept = sorted({*order[:_SENTENCES], *islice(holding, _HOLDING), *naming})
        sentences = [figured[i] for i in kept]
        # A text is written in the words of the reports, or nearly: asking the dictionary about every word costs more than it finds.
        found = figure_candidates(query, sentences, self.matcher, similarity[kept], glosses=False)
        chosen = choose(found, load_chooser())
        return [c for c in chosen if not _is_elsewhere(c) and not _CODE.match(c.candidate.figure.text)]

    def _enriched(self, ranked: Sequence[Ranked], figure: Figure) -> list[Ranked]:
        """Return passages with the figures that only a claim cares for, and with the names that lists deal out."""
        small = figure.unit != "位" and 2 <= figure.value < _SMALL
        if len(self._passages) > _KEPT:
            self._passages.clear()
        return [Ranked(self._passage(r, small=small), r.rank, r.score, r.year, r.place) for r in ranked]

    def _passage(self, ranked: Ranked, *, small: bool) -> StoredPassage:
        key = (ranked.passage.id, small)
        if key not in self._passages:
            self._passages[key] = _with_more(ranked.passage, small=small, dated=ranked.year is not None)
        return self._passages[key]


def _is_elsewhere(c: Chosen) -> bool:
    """Tell whether a claim is on a place that no report is about, and a figure of a report on another one; one on no known place may be on it."""
    return bool(c.candidate.features[_PLACE_MISSING]) and c.candidate.sentence.ranked.place != ""


def _holds(sentence: Sentence, claimed: Figure) -> bool:
    near = nearness(claimed)
    return any(near(f) and value_verdict(claimed, f) is not None for f in _inside(sentence))


def _inside(sentence: Sentence) -> Iterator[Figure]:
    return (f for f in sentence.ranked.passage.figures if sentence.start <= f.start < sentence.end)


def _naming(claimed: Claimed, sentences: Sequence[Sentence], of: Sequence[int]) -> list[int]:
    """Return which of some sentences have figures of the claim's sort whose names are most like the claim's."""
    names = name_of(claimed)
    alike = {
        i: max((shared_name(names, f.subject) for f in _inside(sentences[i]) if comparable(claimed.figure, f)), default=0.0)
        for i in of
    }
    return [i for i in sorted(of, key=lambda i: -alike[i])[:_NAMING] if alike[i] >= _NAMED]


def _with_more(passage: StoredPassage, *, small: bool, dated: bool) -> StoredPassage:
    if passage.context:
        return passage
    read = [f.moved(-passage.start) for f in passage.figures]
    inside = read if _HAN.search(passage.text) else _with_fractions(passage.text, read)
    more = with_mentioned(passage.text, with_ends(passage.text, with_names(passage.text, inside)), small=small)
    if not dated:
        more = [_by_own_words(passage.text, f) for f in more]
    # Most are as they were.
    own = {id(moved): figure for moved, figure in zip(read, passage.figures, strict=True)}
    return replace(passage, figures=tuple(own.get(id(f)) or f.moved(passage.start) for f in more))


def _with_fractions(text: str, figures: list[Figure]) -> list[Figure]:
    fresh = [f for f in fractions(text) if all(f.end <= o.start or o.end <= f.start for o in figures)]
    return sorted((*figures, *fresh), key=lambda f: f.start)


def _by_own_words(text: str, figure: Figure) -> Figure:
    """Return a figure of a report without a year as a target only where its own sentence says so: what is plan in it cannot be told."""
    start, _ = sentence_at(text, figure.start)
    aimed = figure.status == "target" and _AIM.search(text, start, figure.start)
    return figure if aimed or figure.status == "actual" else replace(figure, status="actual")
