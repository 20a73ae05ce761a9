"""The passages nearest to a question, by the encoder that made the vectors of the store."""

from collections.abc import Collection, Sequence

import numpy as np

from index.encoded_text import encoded_text
from index.encoder import Encoder
from index.opening import Library
from index.scored import Scored
from index.stored_passage import StoredPassage

_TINY = 1e-6


def nearest(library: Library, text: str, folders: Sequence[Collection[int] | None], *, k: int) -> list[Scored]:
    """Return the `k` nearest passages in each of several sets of reports (None for all), best first."""
    vectors = library.vectors  # once: another model may take its place meanwhile
    vector = vectors.encoder.encode_queries([text])[0]
    found = {s.id: s for reports in folders for s in vectors.index.search(vector, reports=reports, k=k)}
    ordered = sorted(found.values(), key=lambda s: (-s.score, s.id))
    if vectors.encoder.name == library.encoder.name:
        return ordered
    return on_learnt_scale(ordered, library.passages([s.id for s in ordered]), text, library.encoder)


def on_learnt_scale(found: Sequence[Scored], passages: dict[int, StoredPassage], text: str, learnt: Encoder) -> list[Scored]:
    """Bring the scores of another model to mean and spread of the cosines that `learnt` gives the same passages; the order stays.

    The cosines of one model lie between 0 and 0.6, of another between 0.7 and 0.9; the ranking was learnt with those of `learnt`.
    """
    kept = [s for s in found if s.id in passages]
    if not kept:
        return []
    texts = [encoded_text(p.section, p.context, p.text) for p in (passages[s.id] for s in kept)]
    usual = learnt.encode_passages(texts) @ learnt.encode_queries([text])[0]
    scores = np.array([s.score for s in kept], np.float32)
    scale = float(usual.std()) / max(float(scores.std()), _TINY)
    mean, middle = float(usual.mean()), float(scores.mean())
    return [Scored(s.id, mean + (s.score - middle) * scale) for s in kept]
