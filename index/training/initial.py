"""The first vectors: an English sentence encoder's, of each token's gloss, at 256 dimensions, rare words longer than common ones."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.encoder import Encoder, Vectors
from index.training.vocabulary import Vocabulary

_GLOSSES = 3  # meanings of one word shown to the teacher
_SMOOTHING = 1e-3  # a of a / (a + p): smooth inverse frequency (Arora et al. 2017)


def initial_vectors(
    vocabulary: Vocabulary,
    glosses: Mapping[str, Sequence[str]],
    teacher: Encoder,
    *,
    dimension: int,
    smoothing: float = _SMOOTHING,
) -> Vectors:
    """Make one vector a token; the unknown token's is zero.

    A Chinese word outside the dictionary takes the mean of its characters.
    """
    tokens = vocabulary.tokens[1:]
    explained = {token: _explain(token, glosses) for token in tokens}
    known = [token for token in tokens if explained[token]]
    taught = teacher.encode_passages([explained[token] for token in known])
    by_token = dict(zip(known, _reduce(taught, dimension), strict=True))
    rows = np.stack([by_token[t] if t in by_token else _mean_of_characters(t, by_token, dimension) for t in tokens])
    weights = smoothing / (smoothing + np.array(vocabulary.probabilities[1:], np.float32))
    rows *= weights[:, None] / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return np.concatenate([np.zeros((1, dimension), np.float32), rows]).astype(np.float32)


def _explain(token: str, glosses: Mapping[str, Sequence[str]]) -> str:
    return token if token.isascii() else "; ".join(glosses.get(token, ())[:_GLOSSES])


def _mean_of_characters(token: str, by_token: Mapping[str, Vectors], dimension: int) -> Vectors:
    found = [by_token[character] for character in token if character in by_token]
    return np.mean(found, axis=0) if found else np.zeros(dimension, np.float32)


def _reduce(vectors: Vectors, dimension: int) -> Vectors:
    """Keep the first principal components."""
    centred = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    return np.asarray(centred @ directions[:, ::-1][:, :dimension], np.float32)
