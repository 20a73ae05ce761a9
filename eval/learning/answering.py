"""Fit the confidence in the best figure, and the one below which nothing is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from app.choosing import chooser
from eval.learning.folds import Example, Matrix

# At most so many questions that the reports answer may be refused. What contradicts the question (app/refusals/contradiction.py) is refused beside
# that: with both, of the training questions held out 0.027 are refused and 0.93 of those without an answer. Of harder questions that nothing is
# learnt from more are refused than of these: at 0.05 one right answer in ten instead of one in twenty.
# Of sentences fewer: at 0.04 two of 31 right answers about speeches and companies, which nothing is learnt from, were lost for no wrong one.
REFUSED_FIGURES, REFUSED_SENTENCES = 0.04, 0.01

# How much a question counts in learning when to answer: one written without an answer, one robbed of it, one answered wrongly. Held out by report
# and with as many refused, 0.63 of the first are told instead of 0.57 with 6, 1 and 1.
# What is robbed of its answer is told more easily than what never had one: with 0.5 of the harder questions 0.51 instead of 0.56 were told.
_WRITTEN_WITHOUT, _ROBBED, _WRONG = 12.0, 0.1, 0.3
# Harder questions count no more than twice here: three times told no more of those without an answer.
_COUNTED = 2.0


@dataclass(frozen=True, slots=True)
class Held:
    """The best candidate of a question that the weights were not fitted on."""

    evidence: Matrix
    right: bool
    answerable: bool
    made_up: bool
    counts: float = 1.0


def judge(e: Example, values: Matrix, *, made_up: bool) -> Held:
    """Return the best candidate of a question by these weights, with the evidence for it; `made_up` if the answer was taken away."""
    scores = e.features @ values
    order = np.argsort(-scores, kind="stable")
    # As the product does: another figure of the best one's sentence is no rival.
    best = order[0]
    differs = [bool(e.values[i] != e.values[best] and e.sentences[i] != e.sentences[best]) for i in order]
    evidence = chooser.evidence_features(e.features[order], [float(s) for s in scores[order]], differs)
    return Held(evidence, bool(e.labels[order[0]]), e.answerable, made_up, e.counts)


def without_answer(e: Example) -> Example | None:
    """Return a question as it would be if the reports did not answer it: without the sentences of the answer and its value elsewhere."""
    if not e.answerable or not e.labels.any():
        return None
    gone = set(e.values[e.labels].tolist())
    keep = ~np.isin(e.sentences, e.sentences[e.labels]) & np.array([v not in gone for v in e.values])
    if not keep.any():
        return None
    return replace(
        e, features=e.features[keep], labels=e.labels[keep], answerable=False, values=e.values[keep], sentences=e.sentences[keep]
    )


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a best candidate is: weights of the evidence and intercept, the probability below which nothing is answered, and that of each held."""

    values: Matrix
    intercept: float
    threshold: float
    sure: Matrix

    def written(self, names: Sequence[str]) -> dict[str, object]:
        """Return what the file of weights says of it besides the intercept; `names` are those of the evidence."""
        evidence = {n: round(float(v), 4) for n, v in zip(names, self.values, strict=True)}
        return {"evidence": evidence, "threshold": round(self.threshold, 4)}


def fit_confidence(held: Sequence[Held], *, most: float) -> Confidence:
    """Fit the confidence, and the highest threshold at which no more than `most` of the questions with an answer are refused."""
    values, intercept = fit_evidence(held)
    sure = 1 / (1 + np.exp(-(np.stack([h.evidence for h in held]) @ values + intercept)))
    return Confidence(values, intercept, highest_threshold(held, sure, most=most), sure)


def fit_evidence(held: Sequence[Held]) -> tuple[Matrix, float]:
    """Return the weights of the evidence and the intercept. Questions really without an answer are few and count for more."""
    x, y = np.stack([h.evidence for h in held]), np.array([h.right for h in held])
    centre, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    weights = np.array([_weight(h) for h in held])
    model = LogisticRegression(C=0.05, max_iter=3000)
    model.fit((x - centre) / spread, y, sample_weight=weights)
    values = np.asarray(model.coef_[0] / spread, dtype=np.float32)
    return values, float(model.intercept_[0] - values @ centre)


def _weight(h: Held) -> float:
    counts = min(h.counts, _COUNTED)
    if h.made_up:
        return _ROBBED * counts
    return counts * (_WRITTEN_WITHOUT if not h.answerable else 1.0 if h.right else _WRONG)


def highest_threshold(held: Sequence[Held], sure: Matrix, *, most: float) -> float:
    """Return the highest confidence to ask for at which no more than `most` of the questions with an answer are refused."""
    return max(t for t in (i / 200 for i in range(200)) if refused(held, sure, t, answerable=True) <= most)


def refused(held: Sequence[Held], sure: Matrix, threshold: float, *, answerable: bool) -> float:
    """Return the share of the written questions, answerable or not, whose best candidate is less sure than the threshold."""
    return float(
        np.mean([s < threshold for h, s in zip(held, sure, strict=True) if h.answerable == answerable and not h.made_up])
    )
