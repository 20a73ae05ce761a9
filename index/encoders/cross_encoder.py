"""Adapter of the cross-encoders of sentence-transformers: a question and a passage go in together, how well they fit comes out."""

from collections.abc import Sequence

import numpy as np
from sentence_transformers import CrossEncoder
from transformers.utils import logging

from index.encoders.choice import RerankerChoice
from index.encoders.errors import EncoderError
from index.encoders.fetching import no_device, open_or_fetch


class CrossEncoderReranker:
    """A cross-encoder with one score a pair, higher for a better fit."""

    def __init__(self, model: CrossEncoder) -> None:
        self._model = model

    @classmethod
    def load(cls, choice: RerankerChoice) -> "CrossEncoderReranker":
        """Load a model by its name on the hub or its folder. Raises EncoderError if it is not to be had or gives several scores."""
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        device = None if choice.device == "auto" else choice.device
        try:
            model: CrossEncoder = open_or_fetch(
                choice.name,
                lambda here: CrossEncoder(choice.name, device=device, local_files_only=here),
                what="reranker",
                otherwise=", or choose --reranker none",
            )
        except (RuntimeError, AssertionError) as error:
            raise no_device(choice.name, choice.device, error) from error
        if model.num_labels != 1:
            raise EncoderError(
                f"{choice.name}: gives {model.num_labels} scores a pair; a reranker gives one, choose another or --reranker none"
            )
        return cls(model)

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return how well each text fits the query; only their order means something."""
        if not texts:
            return []
        found = self._model.predict([(query, text) for text in texts], show_progress_bar=False)
        return [float(s) for s in np.nan_to_num(np.asarray(found, dtype=np.float32), nan=-np.inf)]
