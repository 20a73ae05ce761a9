"""What turns text into vectors: the protocol that the store and the search know."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """A text encoder. Vectors are float32, one row a text, of unit length (a text without any known token may give a zero row).

    `name` identifies the weights: two encoders with one name give equal vectors. It is written into the store, which refuses vectors
    of another.
    """

    @property
    def name(self) -> str:
        """Return what identifies the weights."""
        ...

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""
        ...

    def __hash__(self) -> int:
        """Return a hash: what is made of an encoder's vectors is remembered by it."""
        ...
