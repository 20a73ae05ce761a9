"""Choose among candidate figures, and tell whether the best one answers at all: linear models learnt from questions with known answers."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.candidates import FEATURES, Candidate

WEIGHTS = Path(__file__).with_name("choosing_weights.json")
# What speaks for an answer beside its score: how far ahead it is of other values, and how well its words, unit and period fit.
EVIDENCE = (
    "score", "lead", "missing", "clause_soft", "clause_words", "sentence_soft", "sentence_words", "head_soft", "subject_soft", "subject_precision", "period", "period_clash",
    "unit_same", "unit_clash", "kind_clash", "status_clash", "sentence_similarity", "passage_score", "place_missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chooser:
    """Weights over the features of candidates, and over the evidence for the best; below `threshold` nothing is taken for an answer."""

    values: NDArray[np.float32]
    evidence: NDArray[np.float32]
    intercept: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate with its score and its share of the choice (a probability, if one of the candidates is the answer)."""

    candidate: Candidate
    score: float
    probability: float


@cache
def load_chooser(path: Path = WEIGHTS) -> Chooser:
    """Read the weights from their file; a feature that it does not name weighs nothing."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Chooser(
        np.array([data["weights"].get(name, 0.0) for name in FEATURES], dtype=np.float32),
        np.array([data["evidence"].get(name, 0.0) for name in EVIDENCE], dtype=np.float32),
        data["intercept"],
        data["threshold"],
    )


def choose(candidates: Sequence[Candidate], chooser: Chooser) -> list[Chosen]:
    """Return the candidates best first; ties by place in the report."""
    if not candidates:
        return []
    scores = np.stack([c.features for c in candidates]) @ chooser.values
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    chosen = [Chosen(c, float(s), float(p)) for c, s, p in zip(candidates, scores, shares, strict=True)]
    return sorted(chosen, key=lambda c: (-c.score, c.candidate.sentence.ranked.rank, c.candidate.figure.start))


def confidence(chosen: Sequence[Chosen], chooser: Chooser) -> float:
    """Return the probability that the first of the chosen answers the question."""
    values = [(c.candidate.figure.value, c.candidate.figure.unit) for c in chosen]
    features = evidence_features(chosen[0].candidate.features, [c.score for c in chosen], [v != values[0] for v in values])
    return 1 / (1 + math.exp(-float(features @ chooser.evidence + chooser.intercept)))


def evidence_features(best: NDArray[np.float32], scores: Sequence[float], differs: Sequence[bool]) -> NDArray[np.float32]:
    """Return the evidence for the best candidate: its features, its score, and its lead over the next of another value (scores best first)."""
    rival = next((s for s, d in zip(scores, differs, strict=True) if d), scores[0] - _NO_RIVAL)
    own = {name: float(value) for name, value in zip(FEATURES, best, strict=True)} | {
        "score": scores[0],
        "lead": min(scores[0] - rival, _NO_RIVAL),
    }
    return np.array([own[name] for name in EVIDENCE], dtype=np.float32)


_NO_RIVAL = 8.0
