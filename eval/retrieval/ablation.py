"""Find with its parts added one by one, each measured on the same questions over the same store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.choosing.words import WordMatcher
from app.finding import find_answering
from corpus.matching import simplified
from eval.finding import measure_found
from eval.measure import Measured
from eval.outputs import by_id, read_found
from eval.running import Latency, latency_of, run_find
from eval.sets import Question
from index.hit import Found, Hit
from index.opening import Library
from index.query import read_query
from index.scope import Scope
from index.search import find, place, retrieve
from index.settling import settle
from index.stored_passage import StoredPassage
from index.words import query_words

# How deep each search is read before the two are fused: as deep as the product's.
_CANDIDATES = 60
# Cormack, Clarke, Büttcher: Reciprocal rank fusion outperforms Condorcet, SIGIR 2009.
_RRF = 60


@dataclass(frozen=True, slots=True)
class Stage:
    """A way to find: from a library, a question and a number to the passages, best first."""

    name: str
    search: Callable[[Library, str, int], Sequence[StoredPassage | Hit]]


@dataclass(frozen=True, slots=True)
class StageResult:
    """What a stage measures on a set."""

    name: str
    measured: tuple[Measured, ...]
    latency: Latency


class StagedFinder:
    """Finds by one stage, in the shape of the engine's `find`, so that it is run and scored as the engine is."""

    def __init__(self, library: Library, stage: Stage) -> None:
        self._library = library
        self._stage = stage

    def find(self, query: str, *, k: int = 10) -> Found:
        """Return the `k` best passages of the stage."""
        found = self._stage.search(self._library, query, k)[:k]
        return Found(query, Scope(), tuple(_hit(p, rank) for rank, p in enumerate(found, 1)), 0.0)


def find_lexical(library: Library, text: str, k: int) -> list[StoredPassage]:
    """Search the words of the question as it stands, in all reports."""
    return _passages(library, _lexical_ids(library, text, k))


def find_dense(library: Library, text: str, k: int) -> list[StoredPassage]:
    """Search the vector of the question as it stands, in all reports."""
    return _passages(library, _dense_ids(library, text, k))


def find_fused(library: Library, text: str, k: int) -> list[StoredPassage]:
    """Fuse both searches by reciprocal rank, with equal weights."""
    ranked = [_lexical_ids(library, text, _CANDIDATES), _dense_ids(library, text, _CANDIDATES)]
    places: dict[int, list[int]] = {}
    for ids in ranked:
        for rank, id_ in enumerate(ids, 1):
            places.setdefault(id_, []).append(rank)
    return _passages(library, fuse_ranks(places)[:k])


def find_scoped(library: Library, text: str, k: int) -> list[StoredPassage]:
    """Read the question as the product does (in simplified characters: scope, words of asking, translation) and fuse its candidates by reciprocal rank."""
    query, reports = place(library, settle(library, read_query(simplified(text), library.catalogue())))
    found = {r.passage.id: r for r in retrieve(library, query, reports)}
    places = {i: [rank for rank in (r.lexical_rank, r.dense_rank) if rank] for i, r in found.items()}
    return [found[i].passage for i in fuse_ranks(places)[:k]]


def find_ranked(library: Library, text: str, k: int) -> tuple[Hit, ...]:
    """Find with the same candidates, by the learnt ranking."""
    return find(library, simplified(text), k=k).hits


def find_read(library: Library, text: str, k: int) -> tuple[Hit, ...]:
    """Find as the product does: of the passages ranked first, those that hold what answers come first."""
    matcher = WordMatcher(library.encoder, library.lexical.share, library.word_vectors)
    return find_answering(library, matcher, text, k=k).hits


STAGES = (
    Stage("lexical only", find_lexical),
    Stage("dense only", find_dense),
    Stage("both, reciprocal rank fusion", find_fused),
    Stage("+ question read, scope", find_scoped),
    Stage("+ learnt ranking", find_ranked),
    Stage("+ what answers first (the product)", find_read),
)


def ablate(library: Library, questions: Sequence[Question]) -> tuple[StageResult, ...]:
    """Ask every stage the questions that have evidence, twice: the second round is timed, as in the benchmark."""
    asked = [q for q in questions if q.evidence]
    return tuple(_measure(library, asked, stage) for stage in STAGES)


def fuse_ranks(places: Mapping[int, Sequence[int]]) -> list[int]:
    """Return ids by the sum of 1 / (60 + rank) over the searches that found them, best first; ties by id."""
    scores = {i: sum(1 / (_RRF + rank) for rank in ranks) for i, ranks in places.items()}
    return sorted(scores, key=lambda i: (-scores[i], i))


def _measure(library: Library, questions: Sequence[Question], stage: Stage) -> StageResult:
    finder = StagedFinder(library, stage)
    run_find(finder, questions)
    run = run_find(finder, questions)
    return StageResult(stage.name, measure_found(questions, by_id(run.rows, read_found)), latency_of(run.seconds))


def _lexical_ids(library: Library, text: str, k: int) -> list[int]:
    return [s.id for s in library.lexical.search(query_words(text), reports=None, k=k)]


def _dense_ids(library: Library, text: str, k: int) -> list[int]:
    return [s.id for s in library.dense.search(library.encoder.encode_queries([text])[0], reports=None, k=k)]


def _passages(library: Library, ids: Sequence[int]) -> list[StoredPassage]:
    return list(library.passages(ids).values())


def _hit(found: StoredPassage | Hit, rank: int) -> Hit:
    return Hit(rank, 0.0, found.report, found.title, found.section, found.page, found.start, found.end, found.text, ())
