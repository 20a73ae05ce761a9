"""Which features a choice can do without: they are left out one by one, the one whose loss costs least first, and the weights fitted anew.

How much the loss would grow without a feature is told from the curvature at the fitted weights ("optimal brain surgeon", Hassibi and Stork 1993),
which knows that others can stand in for it; a small weight alone does not tell that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from eval.learning.folds import Example, Matrix
from eval.learning.softmax import fit_softmax, hit


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A feature that was left out, how many are left, and the share of questions of either kind whose best candidate is right without it."""

    name: str
    left: int
    learnt_from: float
    only_scored: float


def leave_out(
    examples: Sequence[Example], scored: Sequence[Example], names: Sequence[str], *, least: int = 10
) -> Iterator[LeftOut]:
    """Yield the features in the order in which `examples` can do without them, until `least` are left; `scored` are not learnt from."""
    columns = list(range(len(names)))
    while len(columns) > least:
        kept = [_with(e, columns) for e in examples]
        cheapest = int(np.argmin(costs(kept, fit_softmax(kept))))
        name = names[columns.pop(cheapest)]
        values = fit_softmax([_with(e, columns) for e in examples])
        shares = (hit([_with(e, columns) for e in some if e.labels.any()], values, 1) for some in (examples, scored))
        yield LeftOut(name, len(columns), *shares)


def costs(examples: Sequence[Example], values: Matrix) -> Matrix:
    """Return of each feature how much the loss grows if it is left out and the others are fitted anew, shape (number of features,)."""
    count = len(values)
    curvature = np.zeros((count, count))
    for e in (e for e in examples if e.labels.any()):
        scores = e.features @ values
        odds = np.exp(scores - scores.max())
        right = np.where(e.labels, odds, 0.0)
        curvature += e.counts * (_spread(e.features, odds / odds.sum()) - _spread(e.features, right / right.sum()))
    # Flat directions, of features that tell the same, would make every step infinite.
    height, axes = np.linalg.eigh(curvature)
    inverse = (axes / np.maximum(height, 1e-6 * height.max())) @ axes.T
    return np.asarray(values**2 / np.diag(inverse) / 2, dtype=np.float32)


def _spread(features: Matrix, shares: Matrix) -> Matrix:
    """Return the covariance of features in which each candidate counts its share."""
    centred = features - shares @ features
    return np.asarray((centred * shares[:, None]).T @ centred)


def _with(e: Example, columns: Sequence[int]) -> Example:
    return replace(e, features=e.features[:, columns])
