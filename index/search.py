"""Search a library: scope, lexical and dense candidates inside it, fusion by a learnt ranking, highlights."""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from corpus.figures.numerals import fold
from index.abbreviations import written_out
from index.hit import Found, Hit, Span
from index.opening import Library
from index.query import Query, read_query
from index.ranking import Retrieved, features, load_weights
from index.scope import Scope, in_scope, widen
from index.store import StoredPassage
from index.translation import translated
from index.words import query_words

_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its rank (from 1), score, and its report's year of issue and place."""

    passage: StoredPassage
    rank: int
    score: float
    year: int | None
    place: str


def find(library: Library, text: str, *, k: int = 10, limits: Scope | None = None) -> Found:
    """Return the `k` best passages for a query. `limits` are filters set by the user: they hold beside what the query names."""
    start = time.perf_counter()
    query = limit(read_query(text, library.catalogue()), limits)
    query, ranked = search(library, query, k=k)
    hits = tuple(_hit(r, query) for r in ranked)
    return Found(text, query.scope, hits, (time.perf_counter() - start) * 1000)


def limit(query: Query, limits: Scope | None) -> Query:
    """Return a query with the user's own filters in place of what it names itself."""
    if limits is None:
        return query
    scope = query.scope
    merged = replace(
        scope,
        years=limits.years or scope.years,
        places=limits.places or scope.places,
        reports=limits.reports or scope.reports,
        unknown=() if limits.places or limits.reports else scope.unknown,
    )
    return replace(query, scope=merged)


def search(library: Library, query: Query, *, k: int) -> tuple[Query, list[Ranked]]:
    """Return the query with the scope that was really searched, and the `k` best passages."""
    cards = library.catalogue()
    admitted = in_scope(cards, query.scope)
    if not admitted:
        query = replace(query, scope=widen(query.scope))
        admitted = in_scope(cards, query.scope) or list(cards)
    reports = None if len(admitted) == len(cards) else [c.id for c in admitted]
    query = translated(query, admitted, library.translator)
    retrieved = retrieve(library, query, reports)
    return query, rank(query, retrieved)[:k]


def retrieve(library: Library, query: Query, reports: Collection[int] | None) -> list[Retrieved]:
    """Return the candidates of both searches inside the given reports."""
    subject = " ".join((*query.terms, *written_out(fold(query.text).lower()))) or query.text
    extra = " ".join((*query.background, *query.translations))
    words = query_words(f"{subject} {extra}")
    lexical = library.lexical.search(words, reports=reports, k=_CANDIDATES)
    vector = library.encoder.encode_queries([f"{query.text} {extra}".strip()])[0]
    dense = library.dense.search(vector, reports=reports, k=_CANDIDATES)
    lexical_place = {s.id: (i, s.score) for i, s in enumerate(lexical, 1)}
    dense_place = {s.id: (i, s.score) for i, s in enumerate(dense, 1)}
    passages = library.store.passages(list(dict.fromkeys((*lexical_place, *dense_place))))
    metadata = {c.id: c.metadata for c in library.catalogue()}
    return [
        Retrieved(
            passage,
            metadata[passage.report_id],
            lexical_place.get(i, (0, 0.0))[1],
            lexical_place.get(i, (0, 0.0))[0],
            dense_place.get(i, (0, 0.0))[1],
            dense_place.get(i, (0, 0.0))[0],
        )
        for i, passage in passages.items()
        if passage.report_id in metadata  # another thread may refresh the catalogue meanwhile
    ]


def rank(query: Query, found: list[Retrieved]) -> list[Ranked]:
    """Return candidates best first; ties by passage id."""
    weights = load_weights()
    scores = (features(query, found) @ weights.values + weights.intercept).tolist()
    order = sorted(range(len(found)), key=lambda i: (-scores[i], found[i].passage.id))
    return [
        Ranked(found[i].passage, place, scores[i], found[i].metadata.year, found[i].metadata.place)
        for place, i in enumerate(order, 1)
    ]


def _hit(ranked: Ranked, query: Query) -> Hit:
    p = ranked.passage
    return Hit(
        ranked.rank,
        round(ranked.score, 4),
        p.report,
        p.title,
        p.section,
        p.page,
        p.start,
        p.end,
        p.text,
        highlights(p.text, query.terms),
    )


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
