"""Weights that make the right candidates of a question likeliest among all of it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from scipy.optimize import minimize

from eval.learning.folds import Example, Matrix

_DECAY = 3e-4


def fit_softmax(examples: Sequence[Example], held: Mapping[int, float] = MappingProxyType({})) -> Matrix:
    """Return the weights that make the right candidates of a question likeliest among all of it.

    `held` are weights that stay as they are, by the column of their feature.
    """
    data = [(e.features, e.labels, e.counts) for e in examples if e.labels.any()]
    every = np.concatenate([x for x, _, _ in data])
    spread, counted = every.std(axis=0) + 1e-6, sum(counts for _, _, counts in data)

    def loss(w: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros_like(w)
        for x, y, counts in data:
            z = x / spread
            s = z @ w
            p = np.exp(s - s.max())
            q = np.where(y, p, 0.0)
            total += counts * float(np.log(p.sum()) - np.log(q.sum()))
            slope += counts * (z.T @ (p / p.sum() - q / q.sum()))
        return total / counted + _DECAY * float(w @ w), slope / counted + 2 * _DECAY * w

    start = np.zeros(every.shape[1])
    bounds: list[tuple[float | None, float | None]] = [(None, None)] * len(start)
    for column, weight in held.items():
        start[column] = weight * spread[column]
        bounds[column] = (start[column], start[column])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300})
    return np.asarray(found.x / spread, dtype=np.float32)


def hit(examples: Sequence[Example], values: Matrix, k: int) -> float:
    """Return the share of questions with a right candidate among the first `k`."""
    hits = [e.labels[np.argsort(-(e.features @ values), kind="stable")[:k]].any() for e in examples]
    return float(np.mean(hits))
