"""Judge the evidence on a claimed figure: a linear model over features that can be read, learnt from claims with known verdicts.

The weights are made by `python -m eval.judging`. The model weighs; it does not overrule: without a figure that agrees in value, unit, period,
direction and status nothing is supported, and without one that says something else nothing is refuted.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.claims.apart import is_beside
from app.claims.evidence import Evidence
from app.claims.features import FEATURES
from app.verdict import Verdict

WEIGHTS = Path(__file__).with_name("judging_weights.json")
_SLIP = FEATURES.index("rival_slip")
_MUCH_BETTER = 0.3
_ALIKE = 0.95
VERDICTS: tuple[Verdict, ...] = ("not_found", "refuted", "supported")


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of each verdict over FEATURES, shape (3, len(FEATURES)), and intercepts, shape (3,), in the order of VERDICTS."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]


@cache
def load_judge(path: Path = WEIGHTS) -> Judge:
    """Read the weights from their file; a feature that it does not name weighs nothing."""
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = [[data["weights"].get(name, {}).get(v, 0.0) for name in FEATURES] for v in VERDICTS]
    return Judge(np.array(rows, dtype=np.float32), np.array([data["intercepts"][v] for v in VERDICTS], dtype=np.float32))


def judge_figure(evidence: Evidence, judge: Judge) -> Verdict:
    """Return the likeliest of the verdicts that the evidence allows."""
    scores = judge.weights @ evidence.features + judge.intercepts
    return VERDICTS[int(np.argmax(np.where(allowed(evidence), scores, -np.inf)))]


def lead_of_support(evidence: Evidence, judge: Judge) -> float:
    """Return how far "supported" is ahead of the likelier of the other verdicts, below 0 if it is behind."""
    *others, supported = (judge.weights @ evidence.features + judge.intercepts).tolist()
    return float(supported - max(others))


def allowed(evidence: Evidence) -> list[bool]:
    """Tell of each of VERDICTS whether there is a figure that it could rest on."""
    if evidence.instead is not None or evidence.retold is not None:
        return [False, True, False]
    others = (evidence.clashing, *evidence.rivals[:1])
    agrees = evidence.agreeing is not None and not _named_better(evidence)
    miswritten = bool(evidence.features[_SLIP])
    return [not evidence.at_scale, miswritten or any(h is not None and h.refutes for h in others), agrees]


def _named_better(evidence: Evidence) -> bool:
    """Tell whether a claim names another value of the sentence or section to the letter, or, in another language, much better: there is too little to learn that from."""
    agreeing = evidence.agreeing
    named = [h for h in evidence.rivals if h.named and agreeing and h.figure.kind == agreeing.figure.kind]
    if agreeing is not None and agreeing.names < _ALIKE and not agreeing.named and any(is_beside(agreeing, h) for h in named):
        return True
    beside = [h.names for h in evidence.rivals if agreeing and h.place == agreeing.place]
    foreign = agreeing if agreeing and agreeing.chosen.candidate.foreign else None
    return foreign is not None and max(beside, default=0.0) - foreign.names > _MUCH_BETTER
