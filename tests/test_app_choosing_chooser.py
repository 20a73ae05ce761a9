import numpy as np

from app.choosing.candidates import FEATURES
from app.choosing.chooser import EVIDENCE, evidence_features


def test_the_evidence_tells_in_what_another_figure_fits_better() -> None:
    best = np.zeros(len(FEATURES), dtype=np.float32)
    other = best.copy()
    best[FEATURES.index("unit_same")], best[FEATURES.index("missing")] = 1.0, 0.5
    other[FEATURES.index("period")], other[FEATURES.index("missing")] = 1.0, 0.25
    told = dict(zip(EVIDENCE, evidence_features(np.stack([best, other]), [2.0, 1.0], [False, True]).tolist(), strict=True))
    named = ("score", "lead", "least_missing", "period_outdone", "unit_same_outdone", "unit_same", "period")
    assert [told[name] for name in named] == [2.0, 1.0, 0.25, 1.0, 0.0, 1.0, 0.0]
