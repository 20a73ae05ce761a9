"""Search a library: scope, lexical and dense candidates inside it, fusion by a learnt ranking, highlights."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.report import Metadata
from index.catalogue import ReportCard
from index.compared import Compared, Contents, compare
from index.framing import meant_terms
from index.highlights import highlights
from index.hit import Found, Hit
from index.home import at_home
from index.narrower import named_by_title, of_the_years, years_of
from index.nearest import nearest
from index.opening import Library
from index.passage_read import read_passage
from index.query import Query, read_query
from index.ranking import Retrieved, contents_of, features, features_of, load_weights
from index.scope import Scope, in_scope, widen
from index.scored import Scored
from index.settling import limit, settle
from index.shown import shown
from index.spoken import Heard, spoken
from index.stored_passage import StoredPassage
from index.translation import translated
from index.worded import Worded

_CANDIDATES = 60
# Candidates whose sentences are looked at one by one.
_LOOKED_AT = 32
# Score and rank of a passage that a search did not find.
_NOWHERE = (0.0, 0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its rank (from 1), score, and its report's year of issue and place; `years` are those that its report tells of, if that is known."""

    passage: StoredPassage
    rank: int
    score: float
    year: int | None
    place: str
    years: range = range(0)


# Orders ranked passages by more than the ranking knows of them.
Closer = Callable[[Query, Sequence[Ranked]], list[Ranked]]


def find(
    library: Library,
    text: str,
    *,
    k: int = 10,
    limits: Scope | None = None,
    read: Query | None = None,
    closer: Closer | None = None,
    depth: int = 0,
) -> Found:
    """Return the `k` best passages for a query. `limits` are filters set by the user: they hold beside what the query names.

    `read` is the text as a query, where it means more than it says (a follow-up). `closer` orders the first `depth` passages by what it reads
    in them, unless a reranker was chosen, which does that.
    """
    start = time.perf_counter()
    query = limit(settle(library, read or read_query(text, library.catalogue())), limits)
    query, ranked = search(library, query, k=max(k, depth))
    if closer is not None and library.reranking is None:
        ranked = closer(query, ranked)
    ranked = ranked[:k]
    passages = shown(library, [r.passage for r in ranked])
    hits = tuple(_hit(replace(r, passage=p), query) for r, p in zip(ranked, passages, strict=True))
    return Found(text, query.scope, hits, (time.perf_counter() - start) * 1000)


def search(library: Library, query: Query, *, k: int) -> tuple[Query, list[Ranked]]:
    """Return the query with the scope that was really searched, and the `k` best passages."""
    query, reports = place(library, query)
    reports = at_home(library.catalogue(), query, reports)
    query = with_meant(library, query)
    return query, _best(library, query, retrieve(library, query, reports), k=k)


class YearsSearch:
    """Searches for one question year after year. What does not depend on the year is found once."""

    def __init__(self, library: Library, query: Query) -> None:
        self._library = library
        placed, reports = place(library, query)
        self._reports = at_home(library.catalogue(), placed, reports)
        self._placed = with_meant(library, placed)
        self._worded = Worded(library, self._placed, k=_CANDIDATES)
        self._heard = Heard()

    def search(self, query: Query, *, k: int) -> tuple[Query, list[Ranked]]:
        """Search as `search` does for a query that is the first but for its year."""
        placed = self._placed
        scope = replace(placed.scope, years=query.scope.years)
        query = replace(query, scope=scope, translations=placed.translations, meant=placed.meant)
        found = retrieve(self._library, query, self._reports, worded=self._worded)
        return query, _best(self._library, query, found, k=k, heard=self._heard)


def _best(library: Library, query: Query, found: list[Retrieved], *, k: int, heard: Heard | None = None) -> list[Ranked]:
    """Return the `k` best of the candidates."""
    return _reranked(library, query, rank(query, closest(library, query, found, k=k, heard=heard)))[:k]


def with_meant(library: Library, query: Query) -> Query:
    """Return a query with what the thesaurus says that the reports inside its scope write for it."""
    if library.thesaurus is None:
        return query
    languages = frozenset(c.metadata.language for c in in_scope(library.catalogue(), query.scope))
    return replace(query, meant=library.thesaurus.meant(meant_terms(query.text, query.terms), languages))


def place(library: Library, query: Query) -> tuple[Query, list[int] | None]:
    """Return the query with the scope that can be searched, and the reports inside it (None for all)."""
    cards = library.catalogue()
    admitted = in_scope(cards, query.scope)
    if not admitted:
        query = replace(query, scope=widen(query.scope))
        admitted = in_scope(cards, query.scope) or list(cards)
    reports = None if len(admitted) == len(cards) else [c.id for c in admitted]
    return translated(query, admitted, library.translator), reports


def retrieve(library: Library, query: Query, reports: Collection[int] | None, *, worded: Worded | None = None) -> list[Retrieved]:
    """Return the candidates of both searches inside the given reports; `worded` are the query's words, where they were searched for before."""
    worded = worded or Worded(library, query, k=_CANDIDATES)
    # The reports of the years asked about, and those whose titles the question names, are searched once more by themselves, lest fifty
    # others crowd their passages out.
    narrower = (of_the_years(library, query, reports), named_by_title(library, query, reports))
    folders = [reports, *(found for found in narrower if found)]
    lexical = _merged(map(worded.of, folders))
    # Without translations: the vectors know both languages, and a dozen words of the dictionary would drown the question's own.
    dense = nearest(library, " ".join((query.text, *query.background)), folders, k=_CANDIDATES)
    lexical_place, dense_place = ({s.id: (s.score, rank) for rank, s in enumerate(found, 1)} for found in (lexical, dense))
    passages = library.passages(list(dict.fromkeys((*lexical_place, *dense_place))))
    metadata = library.catalogue().made(_metadata)
    return [
        Retrieved(passage, metadata[passage.report_id], *lexical_place.get(i, _NOWHERE), *dense_place.get(i, _NOWHERE))
        for i, passage in passages.items()
        if passage.report_id in metadata  # another thread may refresh the catalogue meanwhile
    ]


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
    library.read_ahead([read for read in reads if not read.is_looked_at])
    texts = [read.parts for read in reads]
    told = spoken(query, [read.clauses for read in reads], library.word_vectors, library.lexical.share, heard)
    vectors = library.encoder.encode_queries([query.wording, *(t for part in texts for t in part)])
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
    p, marks = ranked.passage, highlights(ranked.passage.text, query.terms)
    return Hit(ranked.rank, round(ranked.score, 4), p.report, p.title, p.section, p.page, p.start, p.end, p.text, marks)
