"""The files of weights: every weight by its name."""

import json
from collections.abc import Sequence
from pathlib import Path

from eval.learning.folds import Matrix


def write_weights(path: Path, names: Sequence[str], values: Matrix, intercept: float, more: dict[str, object]) -> None:
    """Write them as JSON, each rounded to four places."""
    weights = {n: round(float(v), 4) for n, v in zip(names, values, strict=True)}
    data = {"weights": weights, "intercept": round(intercept, 4), **more, "fitted_by": "python -m eval.learning"}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"  wrote {path.name}")
