"""Adapter of the cross-encoders of sentence-transformers: a question and a passage go in together, how well they fit comes out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import CrossEncoder
from transformers.utils import logging

from index.encoders.choice import RerankerChoice
from index.encoders.errors import EncoderError


class CrossEncoderReranker:
    """A cross-encoder with one score a pair, higher for a better fit."""

    def __init__(self, model: CrossEncoder) -> None:
        self._model = model

    @classmethod
    def load(cls, choice: RerankerChoice) -> "CrossEncoderReranker":
        """Load a model by its name on the hub or its folder. Raises EncoderError if it is not to be had or gives several scores."""
        try:
            model = _open(choice.name, None if choice.device == "auto" else choice.device)
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"{choice.name}: this reranker is not on this machine and could not be fetched; give a folder that holds it, "
                f"fetch it once where there is a network: hf download {choice.name}, or choose --reranker none ({error})"
            ) from error
        except (RuntimeError, AssertionError) as error:
            raise EncoderError(
                f"{choice.name}: could not be put on the device {choice.device}; use --device auto or cpu ({error})"
            ) from error
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


def _open(name: str, device: str | None) -> CrossEncoder:
    """Look on this machine first, as `index.encoders.transformer.open_model` does."""
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model: CrossEncoder = CrossEncoder(name, device=device, local_files_only=True)
    except (OSError, ValueError):
        if Path(name).is_dir():
            raise
        model = CrossEncoder(name, device=device)
    return model
