import math

import numpy as np
import pytest

from app.choosing.candidates import FEATURES
from app.choosing.chooser import EVIDENCE, evidence_features


def test_the_evidence_tells_in_what_another_figure_fits_better() -> None:
    best = np.zeros(len(FEATURES), dtype=np.float32)
    other, again = best.copy(), best.copy()
    best[FEATURES.index("unit_same")], other[FEATURES.index("around_noun")] = 1.0, 0.5
    found = np.stack([best, other, again])
    told = dict(zip(EVIDENCE, evidence_features(found, [2.0, 1.0, 1.0], [False, True, False]).tolist(), strict=True))
    named = ("score", "lead", "around_noun_outdone", "unit_same_outdone", "unit_same")
    assert [told[name] for name in named] == [2.0, 1.0, 0.5, 0.0, 1.0]
    # The value of the best stands there twice.
    assert told["share"] == pytest.approx((1 + math.exp(-1)) / (1 + 2 * math.exp(-1)))
