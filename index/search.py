"""Search a library: scope, lexical and dense candidates inside it, fusion by a learnt ranking, highlights."""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from corpus.figures.numerals import fold
from corpus.report import Metadata
from index.abbreviations import written_out
from index.catalogue import ReportCard
from index.compared import Compared, Contents, compare
from index.dictionary import open_dictionary
from index.highlights import highlights
from index.hit import Found, Hit
from index.narrower import named_by_title, of_the_years, years_of
from index.nearest import nearest
from index.opening import Library
from index.passage_read import read_passage
from index.places import NATION, same_places, short_name
from index.query import Query, read_query
from index.ranking import Retrieved, contents_of, features, features_of, load_weights
from index.scope import Scope, in_scope, widen
from index.scored import Scored
from index.shown import shown
from index.spoken import Heard, spoken
from index.stored_passage import StoredPassage
from index.translation import translated
from index.words import passage_words, query_words

_CANDIDATES = 60
# Reports look back on as many years at most, hardly on more.
_LONG_BEFORE = 10
# How much of a word of the question one counts that it means for sure.
_MEANT = 0.4
# Candidates whose sentences are looked at one by one.
_LOOKED_AT = 32


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its rank (from 1), score, and its report's year of issue and place; `years` are those that its report tells of, if that is known."""

    passage: StoredPassage
    rank: int
    score: float
    year: int | None
    place: str
    years: range = range(0)


def find(library: Library, text: str, *, k: int = 10, limits: Scope | None = None, read: Query | None = None) -> Found:
    """Return the `k` best passages for a query. `limits` are filters set by the user: they hold beside what the query names.

    `read` is the text as a query, where it means more than it says (a follow-up).
    """
    start = time.perf_counter()
    query = limit(settle(library, read or read_query(text, library.catalogue())), limits)
    query, ranked = search(library, query, k=k)
    passages = shown(library, [r.passage for r in ranked])
    hits = tuple(_hit(replace(r, passage=p), query) for r, p in zip(ranked, passages, strict=True))
    return Found(text, query.scope, hits, (time.perf_counter() - start) * 1000)


def settle(library: Library, query: Query) -> Query:
    """Tell the places that reports speak of (上海 in a report on the nation) from those that none knows: the first are words to be found."""
    spoken_of = tuple(p for p in query.scope.unknown if _is_spoken_of(library, p, None))
    if spoken_of:
        unknown = tuple(p for p in query.scope.unknown if p not in spoken_of)
        # 新建 is a county, and in most reports a word like others.
        named = tuple(p for p in spoken_of if not open_dictionary().is_ordinary(p))
        return replace(query, scope=replace(query.scope, unknown=unknown), mentioned=named)
    named = _spoken_of_before(library, query)
    if not named:
        return query
    scope = replace(query.scope, places=(), widened=True)
    return replace(query, scope=scope, terms=(*named, *query.terms), mentioned=named)


def spoken_of_elsewhere(library: Library, query: Query) -> Query | None:
    """Return a query to be asked of speeches and news that speak of the one place that it names (a bridge there), None if there are none.

    What other places' reports say of it is not asked: of 74 questions that went without an answer wrongly none was answered by them.
    """
    scope = query.scope
    names = tuple(dict.fromkeys(short_name(p) for p in scope.places if p != NATION))
    if len(names) != 1 or scope.issued or scope.issuers or scope.types:
        return None
    cards = [c for c in library.catalogue() if not c.metadata.place and not c.metadata.issuer]
    if not cards or not _is_spoken_of(library, names[0], [c.id for c in cards]):
        return None
    scope = replace(scope, places=(), reports=tuple(c.key for c in cards), widened=True)
    return replace(query, scope=scope, terms=(*names, *query.terms), mentioned=names)


def _spoken_of_before(library: Library, query: Query) -> tuple[str, ...]:
    """Return the places of a question whose own reports are all of much later years, if others of its years speak of them: 1959年报告…西藏."""
    scope = query.scope
    asked = (*scope.issued, *scope.years, *scope.span)
    named = tuple(same_places(scope.places))
    if not asked or not named or NATION in named:
        return ()
    cards = [c for c in library.catalogue() if c.metadata.year]
    first = min((c.metadata.year or 0 for c in cards if c.metadata.place in scope.places), default=0)
    if max(asked) + _LONG_BEFORE > first:
        return ()
    of_then = [c.id for c in cards if 0 <= (c.metadata.year or 0) - max(asked) <= (not scope.issued)]
    return named if of_then and all(_is_spoken_of(library, p, of_then) for p in named) else ()


def _is_spoken_of(library: Library, place: str, reports: list[int] | None) -> bool:
    words = passage_words(short_name(place))
    if reports is None:
        return all(library.lexical.frequency(w) > 0 for w in words)
    return bool(library.lexical.search(words, reports=reports, k=1))


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


def without(query: Query, dropped: Scope) -> Query:
    """Return a query without what the user took out of its scope."""
    scope = query.scope
    years = tuple(y for y in scope.years if y not in dropped.years)
    kept = replace(
        scope,
        years=years,
        span=scope.span if years == scope.years else (),
        issued=tuple(y for y in scope.issued if y not in dropped.years),
        compared=tuple(y for y in scope.compared if y not in dropped.years),
        places=tuple(p for p in scope.places if p not in dropped.places),
        unknown=tuple(p for p in scope.unknown if p not in dropped.places),
        issuers=tuple(i for i in scope.issuers if i not in dropped.issuers),
        types=tuple(t for t in scope.types if t not in dropped.types),
        reports=tuple(r for r in scope.reports if r not in dropped.reports),
    )
    return replace(query, scope=kept)


def search(library: Library, query: Query, *, k: int) -> tuple[Query, list[Ranked]]:
    """Return the query with the scope that was really searched, and the `k` best passages."""
    query, reports = place(library, query)
    query = with_meant(library, query)
    return query, _reranked(library, query, rank(query, closest(library, query, retrieve(library, query, reports), k=k)))[:k]


def with_meant(library: Library, query: Query) -> Query:
    """Return a query with what the thesaurus says that the reports inside its scope write for it."""
    if library.thesaurus is None:
        return query
    languages = frozenset(c.metadata.language for c in in_scope(library.catalogue(), query.scope))
    return replace(query, meant=library.thesaurus.meant(query.terms, languages))


def place(library: Library, query: Query) -> tuple[Query, list[int] | None]:
    """Return the query with the scope that can be searched, and the reports inside it (None for all)."""
    cards = library.catalogue()
    admitted = in_scope(cards, query.scope)
    if not admitted:
        query = replace(query, scope=widen(query.scope))
        admitted = in_scope(cards, query.scope) or list(cards)
    reports = None if len(admitted) == len(cards) else [c.id for c in admitted]
    return translated(query, admitted, library.translator), reports


def retrieve(library: Library, query: Query, reports: Collection[int] | None) -> list[Retrieved]:
    """Return the candidates of both searches inside the given reports."""
    subject = " ".join((*query.terms, *written_out(fold(query.text).lower()))) or query.text
    extra = " ".join((*query.background, *query.translations))
    words = query_words(f"{subject} {extra}")
    # The reports of the years asked about, and those whose titles the question names, are searched once more by themselves, lest fifty
    # others crowd their passages out.
    narrower = (of_the_years(library, query, reports), named_by_title(library, query, reports))
    folders = [reports, *(found for found in narrower if found)]
    lightly = _meant_words(query)
    lexical = _merged(library.lexical.search(words, reports=r, k=_CANDIDATES, lightly=lightly) for r in folders)
    dense = nearest(library, f"{query.text} {extra}".strip(), folders, k=_CANDIDATES)
    lexical_place = {s.id: (i, s.score) for i, s in enumerate(lexical, 1)}
    dense_place = {s.id: (i, s.score) for i, s in enumerate(dense, 1)}
    passages = library.passages(list(dict.fromkeys((*lexical_place, *dense_place))))
    metadata = library.catalogue().made(_metadata)
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


def _meant_words(query: Query) -> dict[str, float]:
    """Return the words of what a question means, with how much each shall count in a search for its own words."""
    weights: dict[str, float] = {}
    for concept in query.meant:
        for word in chain.from_iterable(map(query_words, concept.words)):
            weights[word] = max(weights.get(word, 0.0), _MEANT * concept.sure)
    return weights


def closest(
    library: Library,
    query: Query,
    found: Sequence[Retrieved],
    *,
    k: int = 0,
    contents: Contents | None = None,
    heard: Heard | None = None,
) -> list[Retrieved]:
    """Return the likeliest candidates (32, or `k` if that is more) looked at sentence by sentence: the others hardly come up again.

    Looking at all 134 of a question took 22 ms of its 34; at 32 the evidence is found as often as at all. `contents` are the candidates'
    texts, where another query was compared with them before, `heard` what is known of the query's text.
    """
    told = compare(query, contents or contents_of(found))
    few = len(found) <= _LOOKED_AT
    scores = [0.0] * len(found) if few else (features_of(query, found, told) * load_weights().values).sum(axis=1).tolist()
    order = sorted(range(len(found)), key=lambda i: (-scores[i], found[i].passage.id))
    likeliest = order[: max(_LOOKED_AT, k)]
    return detailed(library, query, [found[i].compared_with(Compared(query, told[i])) for i in likeliest], heard=heard)


def detailed(library: Library, query: Query, found: list[Retrieved], *, heard: Heard | None = None) -> list[Retrieved]:
    """Return candidates with how near their best sentence (of a row, what its best cell is of) is to the question, and how far they speak of it."""
    reads = [read_passage(r.passage) for r in found]
    texts = [read.parts for read in reads]
    told = spoken(query, [read.clauses for read in reads], library.word_vectors, library.lexical.frequency, heard)
    asked = " ".join((*query.terms, *query.translations)) or query.text
    vectors = library.encoder.encode_queries([asked, *(t for part in texts for t in part)])
    cosines = (vectors[1:] @ vectors[0]).tolist()
    best, end = [], 0
    for r, part, said in zip(found, texts, told, strict=True):
        best.append(r.looked_at(max(cosines[end : end + len(part)], default=0.0), said))
        end += len(part)
    return best


def _metadata(cards: Sequence[ReportCard]) -> dict[int, Metadata]:
    return {c.id: c.metadata for c in cards}


def _merged(found: Iterable[Sequence[Scored]]) -> list[Scored]:
    """Join the results of one search over several sets of reports, best first."""
    scores = {s.id: s for results in found for s in results}
    return sorted(scores.values(), key=lambda s: (-s.score, s.id))


def rank(query: Query, found: list[Retrieved]) -> list[Ranked]:
    """Return candidates best first; ties by passage id."""
    weights = load_weights()
    # Summed row by row: a matrix product may give equal rows scores that differ in the last bit, and ties then fall at random.
    scores = ((features(query, found) * weights.values).sum(axis=1) + weights.intercept).tolist()
    order = sorted(range(len(found)), key=lambda i: (-scores[i], found[i].passage.id))
    return [
        Ranked(found[i].passage, place, scores[i], found[i].metadata.year, found[i].metadata.place, years_of(found[i].metadata))
        for place, i in enumerate(order, 1)
    ]


def _reranked(library: Library, query: Query, ranked: list[Ranked]) -> list[Ranked]:
    """Return passages in the order that the chosen reranker gives them, if any.

    The scores stay with the places: what chooses figures and decides on answering was fitted to those of the ranking.
    """
    if library.reranking is None:
        return ranked
    order = library.reranking.order(query.text, [r.passage for r in ranked])
    return [replace(ranked[i], rank=at.rank, score=at.score) for i, at in zip(order, ranked, strict=True)]


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
