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
_OUTDONE = ("around_noun", "clause_noun", "unit_same")
# What of the best figure tells whether it answers.
_OWN = (
    "passage_rank", "around_rest", "known_missing", "clause_words", "own_clause", "subject_precision", "unit_same", "unit_clash", "unit_other", "asked_clash",
    "percent_counted", "period_clash", "period_issue", "in_question",
)  # fmt: skip
# What speaks for an answer: how well the best figure fits, how far it is ahead of other values, its value's share of the choice, whether another
# figure fits better in one respect, and what is known of itself.
EVIDENCE = ("score", "lead", "share", *(f"{name}_outdone" for name in _OUTDONE), *_OWN)
_OUTDONE_COLUMNS, _OWN_COLUMNS = ([FEATURES.index(name) for name in names] for names in (_OUTDONE, _OWN))


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
    """Return the probability that the first of the chosen answers the question.

    Another figure of its own sentence is no rival: what it says fits nearly as well because it is said in the same words.
    """
    features = evidence_features(
        np.stack([c.candidate.features for c in chosen]), [c.score for c in chosen], [_is_rival(c, chosen[0]) for c in chosen]
    )
    return 1 / (1 + math.exp(-float(features @ chooser.evidence + chooser.intercept)))


def _is_rival(other: Chosen, best: Chosen) -> bool:
    """Tell whether another sentence gives another value."""
    figure, own = other.candidate.figure, best.candidate.figure
    return (figure.value, figure.unit) != (own.value, own.unit) and (
        other.candidate.sentence.stretch is not best.candidate.sentence.stretch
    )


def evidence_features(features: NDArray[np.float32], scores: Sequence[float], differs: Sequence[bool]) -> NDArray[np.float32]:
    """Return the evidence for the best candidate, in the order of EVIDENCE.

    `features` has shape (n, len(FEATURES)), best first as `scores`; `differs` tells which have another value in another sentence than the best.
    """
    rival = next((s for s, d in zip(scores, differs, strict=True) if d), scores[0] - _NO_RIVAL)
    lead = min(scores[0] - rival, _NO_RIVAL)
    fits = [math.exp(s - scores[0]) for s in scores]
    share = sum(f for f, d in zip(fits, differs, strict=True) if not d) / sum(fits)
    best = features[0]
    outdone = features[:, _OUTDONE_COLUMNS].max(axis=0) - best[_OUTDONE_COLUMNS]
    return np.array([scores[0], lead, share, *outdone, *best[_OWN_COLUMNS]], dtype=np.float32)


_NO_RIVAL = 8.0
