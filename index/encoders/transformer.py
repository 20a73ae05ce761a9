"""Adapter of sentence-transformers: any model of its hub or of a local folder, run by torch."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from index.encoder import Vectors
from index.encoders.choice import EncoderChoice
from index.encoders.fetching import no_device, open_or_fetch

_SAMPLES = 4096  # values of each weight tensor that go into the name


class TransformerEncoder:
    """A model of sentence-transformers, with the prompts for queries and for passages that it defines or that are given."""

    def __init__(self, model: SentenceTransformer, choice: EncoderChoice) -> None:
        self._model = model
        self._choice = choice
        self._name = f"{choice.name}-{_digest(model, choice.passage_prompt)}"

    @classmethod
    def load(cls, choice: EncoderChoice) -> "TransformerEncoder":
        """Load a model by its name on the hub or by its folder. Raises EncoderError if it is neither here nor to be fetched."""
        return cls(open_model(choice.name, choice.device), choice)

    @property
    def name(self) -> str:
        """Name the model, with a hash drawn from its weights."""
        return self._name

    @property
    def dimension(self) -> int:
        """Count the columns of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return _finite(
            self._model.encode_query(
                list(texts), prompt=self._choice.query_prompt, normalize_embeddings=True, show_progress_bar=False
            )
        )

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return _finite(
            self._model.encode_document(
                list(texts), prompt=self._choice.passage_prompt, normalize_embeddings=True, show_progress_bar=False
            )
        )


def open_model(name: str, device: str) -> SentenceTransformer:
    """Open a model on a device, "auto" for a GPU if there is one. Raises EncoderError if it is not to be had, or not on that device."""
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it draws itself in the middle of an answer
    where = None if device == "auto" else device
    try:
        return open_or_fetch(name, lambda here: SentenceTransformer(name, device=where, local_files_only=here))
    except (RuntimeError, AssertionError) as error:
        raise no_device(name, device, error) from error


def _finite(vectors: NDArray[Any]) -> Vectors:
    """Put a zero row for one that is no number: a 16-bit model divides 0 by 0 where a text holds no token."""
    rows = vectors.astype(np.float32)
    rows[~np.isfinite(rows).all(axis=1)] = 0.0
    return rows


def _digest(model: SentenceTransformer, passage_prompt: str | None) -> str:
    """Hash what the vectors of passages come from. A prompt of queries is none of it: the vectors in a store stay right with another."""
    own = sorted((kind, prompt) for kind, prompt in model.prompts.items() if prompt and kind != "query")
    digest = hashlib.blake2b(repr((passage_prompt, own) if passage_prompt or own else "").encode(), digest_size=8)
    for key, tensor in sorted(model.state_dict().items()):
        step = max(1, tensor.numel() // _SAMPLES)
        digest.update(f"{key}{tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().flatten()[::step].float().cpu().numpy().tobytes())
    return digest.hexdigest()
