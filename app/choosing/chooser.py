"""Choose among candidate figures, and tell whether the best one answers at all: linear models learnt from questions with known answers."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.choosing.candidates import FEATURES, Candidate

WEIGHTS = Path(__file__).with_name("choosing_weights.json")
# What another figure may have more of than the best one.
_OUTDONE = (
    "subject_soft", "subject_precision", "head_soft", "around_noun", "clause_noun", "sentence_similarity", "period", "unit_same", "unit_class", "kind",
    "lead_soft", "tail_soft", "own_pairs", "clause_similarity", "subject_similarity",
)  # fmt: skip
# What speaks for an answer: all that is known of the best figure, how far ahead it is of other values, and whether other figures stand in
# words that fit better, or fit better in one respect.
EVIDENCE = (
    "score",
    "lead",
    "share",
    "sentence_gap",
    "clause_gap",
    "least_missing",
    *(f"{name}_outdone" for name in _OUTDONE),
    *FEATURES,
)
_OUTDONE_COLUMNS = [FEATURES.index(name) for name in _OUTDONE]


@dataclass(frozen=True, slots=True)
class Chooser:
    """Weights over the features of candidates, and over the evidence for the best; below `threshold` nothing is taken for an answer."""

    values: NDArray[np.float32]
    evidence: NDArray[np.float32]
    intercept: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate with its score and its share of the choice (a probability, if one of the candidates is the answer).

    `meant` tells one that a question plainly means, whatever fitted its words better.
    """

    candidate: Candidate
    score: float
    probability: float
    meant: bool = False


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
    features = evidence_features(
        np.stack([c.candidate.features for c in chosen]), [c.score for c in chosen], [v != values[0] for v in values]
    )
    return 1 / (1 + math.exp(-float(features @ chooser.evidence + chooser.intercept)))


def evidence_features(features: NDArray[np.float32], scores: Sequence[float], differs: Sequence[bool]) -> NDArray[np.float32]:
    """Return the evidence for the best candidate, in the order of EVIDENCE.

    `features` has shape (n, len(FEATURES)), best first as `scores`; `differs` tells which have another value than the best.
    """
    rival = next((s for s, d in zip(scores, differs, strict=True) if d), scores[0] - _NO_RIVAL)
    share = 1 / sum(math.exp(s - scores[0]) for s in scores)
    best, column = features[0], FEATURES.index
    gaps = [float(features[:, column(name)].max() - best[column(name)]) for name in ("sentence_soft", "clause_soft")]
    least_missing = float(features[:, column("missing")].min())
    outdone = (features[:, _OUTDONE_COLUMNS].max(axis=0) - best[_OUTDONE_COLUMNS]).tolist()
    lead = min(scores[0] - rival, _NO_RIVAL)
    return np.array([scores[0], lead, share, *gaps, least_missing, *outdone, *best], dtype=np.float32)


_NO_RIVAL = 8.0
