"""Choose the sentence that answers a question about words: who, which, why, what."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.choosing.sentences import Sentence, sentences_of
from app.choosing.terms import TermTable
from app.choosing.words import WordMatcher
from index.encoder import Encoder
from index.query import Query
from index.search import Ranked

WEIGHTS = Path(__file__).with_name("sentence_weights.json")
FEATURES = ("passage_score", "passage_rank", "words", "soft", "similarity", "pairs", "context", "length", "year")


@dataclass(frozen=True, slots=True)
class ChosenSentence:
    """A sentence with its score among those of the question."""

    sentence: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class _Weights:
    values: NDArray[np.float32]


@cache
def _load(path: Path = WEIGHTS) -> _Weights:
    data = json.loads(path.read_text(encoding="utf-8"))
    return _Weights(np.array([data["weights"].get(n, 0.0) for n in FEATURES], dtype=np.float32))


def sentence_features(encoder: Encoder, matcher: WordMatcher, query: Query, sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Return the features of sentences, shape (len(sentences), len(FEATURES))."""
    vectors = encoder.encode_queries([query.text, *(s.text for s in sentences)])
    similarity = vectors[1:] @ vectors[0]
    table = TermTable(query, matcher, sentences)
    table.measure(phrase for s in sentences for phrase in (s.stretch.phrase, s.stretch.head.context))
    rows = []
    for sentence, cosine in zip(sentences, similarity, strict=True):
        ranked = sentence.ranked
        phrase = sentence.stretch.phrase
        year = ranked.year is not None and any(
            y in {ranked.year, ranked.year - 1} for y in (*query.scope.years, *query.scope.issued)
        )
        rows.append([
            ranked.score, 1 / ranked.rank, table.words(phrase), table.soft(phrase), float(cosine), table.pairs(phrase),
            table.soft(sentence.stretch.head.context), min(len(sentence.text), 120) / 120, float(year),
        ])  # fmt: skip
    return np.array(rows, dtype=np.float32).reshape(len(sentences), len(FEATURES))


def choose_sentences(
    encoder: Encoder, matcher: WordMatcher, query: Query, ranked: Sequence[Ranked], *, k: int = 1
) -> list[ChosenSentence]:
    """Return the `k` sentences most likely to answer, best first; none if there are no sentences."""
    sentences = sentences_of(ranked)
    if not sentences:
        return []
    weights = _load()
    scores = sentence_features(encoder, matcher, query, sentences) @ weights.values
    order = np.argsort(-scores, kind="stable")[:k]
    return [ChosenSentence(sentences[i], float(scores[i])) for i in order]
