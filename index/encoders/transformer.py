"""Adapter of sentence-transformers: any model of its hub or of a local folder."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from index.encoder import Vectors
from index.encoders.errors import EncoderError

_SAMPLES = 4096  # values of each weight tensor that go into the name


class TransformerEncoder:
    """A model of sentence-transformers, with the prompts that it defines for queries and for passages."""

    def __init__(self, model: SentenceTransformer, *, name: str) -> None:
        self._model = model
        self._name = name

    @classmethod
    def load(cls, name: str) -> "TransformerEncoder":
        """Load a model by its name on the hub or by its folder. Raises EncoderError if it is neither here nor to be fetched."""
        try:
            model = _open(name)
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"{name}: this encoder is not on this machine and could not be fetched; give a folder that holds it, "
                f"or fetch it once where there is a network: hf download {name} ({error})"
            ) from error
        return cls(model, name=f"{name}-{_digest(model)}")

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
        return _finite(self._model.encode_query(list(texts), normalize_embeddings=True, show_progress_bar=False))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return _finite(self._model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False))


def _open(name: str) -> SentenceTransformer:
    """Look on this machine first: without a network the library tries the hub for over a minute, even for a model that it holds."""
    try:
        return SentenceTransformer(name, local_files_only=True)
    except (OSError, ValueError):
        return SentenceTransformer(name)


def _finite(vectors: NDArray[Any]) -> Vectors:
    """Put a zero row for one that is no number: a 16-bit model divides 0 by 0 where a text holds no token."""
    rows = vectors.astype(np.float32)
    rows[~np.isfinite(rows).all(axis=1)] = 0.0
    return rows


def _digest(model: SentenceTransformer) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for key, tensor in sorted(model.state_dict().items()):
        step = max(1, tensor.numel() // _SAMPLES)
        digest.update(f"{key}{tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().flatten()[::step].float().cpu().numpy().tobytes())
    return digest.hexdigest()
