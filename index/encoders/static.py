"""Static encoders, as model2vec and sentence-transformers save them: one vector a token, and a text's vector is their mean.

The folder is read here, with numpy alone: model2vec's own loader took 0.7 s and 280 MB for the embedded model, this one 0.15 s and
110 MB, for the table stays on disk, mapped. The vectors are model2vec's (a test compares them).
"""

import hashlib
import json
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.encoders.errors import EncoderError
from index.encoders.tokens import Tokens, open_tokens
from index.encoders.wide_rows import Placed, WideRows
from index.kept import kept

_WEIGHTS = "model.safetensors"
_TOKENIZER = "tokenizer.json"
_TABLES = ("embeddings", "embedding.weight")  # what model2vec and what sentence-transformers call it
_TYPES = {"F16": np.float16, "F32": np.float32, "I8": np.int8, "I32": np.int32, "I64": np.int64}
_BATCH = 1024
_REMEMBERED = 6_144  # of 1 kB each
_REMEMBERED_IDS = 16_384  # twice as many, of some 0.3 kB each
# Rows of tokens kept at 32 bits, of 1 kB each; of so many tokens at once, those of an ingest, none are kept.
_WIDE, _MANY_TOKENS = 8_192, 16_384
_TINY = 1e-12
# Texts of so few tokens, words above all, are added up together: one by one most of the time goes to Python.
_SHORT = 4


class StaticEncoder:
    """A static encoder. Queries and passages share one side."""

    def __init__(self, tokens: Tokens, arrays: dict[str, NDArray[Any]], *, name: str, keeps: bool = False) -> None:
        self._tokens = tokens
        # Rows of a plain array are taken sooner than those of a mapped one, and it is the same memory.
        self._table = np.asarray(next(arrays[table] for table in _TABLES if table in arrays))
        self._rows = arrays.get("mapping")  # of each token, where the vocabulary was quantized
        self._weights = arrays.get("weights")
        self._name, self.keeps = name, keeps
        size = len(self._table) if self._rows is None else len(self._rows)
        self._wide = WideRows(self._token_vectors, size, self.dimension, most=_WIDE)
        self._remembered: dict[str, Vectors] = {}
        self._young: dict[str, bytes] = {}
        self._old: dict[str, bytes] = {}

    @classmethod
    def load(cls, folder: Path, *, keep: bool = False) -> "StaticEncoder":
        """Load a folder that model2vec or sentence-transformers saved. Raises EncoderError if it is none.

        With `keep` its name and its tokenizer are kept ready for the next time: that saves 0.1 of 0.2 s.
        """
        missing = [name for name in (_WEIGHTS, _TOKENIZER) if not (folder / name).is_file()]
        if missing:
            raise EncoderError(
                f"{folder}: no static encoder there ({missing[0]} is missing); make one with python -m index.training"
            )
        arrays = _map_arrays(folder / _WEIGHTS)
        if not any(table in arrays for table in _TABLES):
            raise EncoderError(f"{folder}: its weights are no table of token vectors; open it without static: before the name")
        files = [folder / name for name in (_TOKENIZER, _WEIGHTS)]
        digest = kept("encoder.digest", lambda: _digest(files), files) if keep else _digest(files)
        return cls(open_tokens(folder / _TOKENIZER, keep=keep), arrays, name=f"static-{digest.decode()}", keeps=keep)

    @property
    def name(self) -> str:
        """Return a name made of the hash of weights and tokenizer."""
        return self._name

    @property
    def dimension(self) -> int:
        """Return the number of columns."""
        return int(self._table.shape[1])

    def vocabulary(self) -> list[str]:
        """Return the words of the tokenizer in the order of their ids, without the mark of a word's beginning."""
        return list(dict.fromkeys(word.removeprefix("▁") for word in self._tokens.vocabulary()))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions. Those of the last texts are remembered: sentences are compared with one question after another."""
        known = self._remembered
        new = [t for t in dict.fromkeys(texts) if t not in known]
        if new and len(known) + len(new) > _REMEMBERED:
            # A new one: another thread may be looking into the old.
            known = self._remembered = {t: known[t] for t in texts if t in known}
        known.update(zip(new, self._mean(self._remembered_ids(new)), strict=True))
        rows = [known[t] for t in texts]
        return np.concatenate(rows).reshape(-1, self.dimension) if rows else np.zeros((0, self.dimension), np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages. Of many, the next are cut into tokens while the last are added up."""
        if len(texts) <= _BATCH:
            return self._mean(self._tokens.ids(texts))
        with ThreadPoolExecutor(1) as ahead:
            waiting = deque([ahead.submit(self._tokens.ids, texts[:_BATCH])])
            means = []
            for start in range(_BATCH, len(texts) + _BATCH, _BATCH):
                if start < len(texts):
                    waiting.append(ahead.submit(self._tokens.ids, texts[start : start + _BATCH]))
                means.append(self._mean(waiting.popleft().result()))
        return np.concatenate(means)

    def tokens(self, texts: Sequence[str]) -> list[bytes]:
        """Return the ids of the tokens of texts, 32 bits each."""
        return self._tokens.ids(texts)

    def remember(self, texts: Sequence[str], tokens: Sequence[bytes]) -> None:
        """Take the tokens of questions and sentences that will be asked for, as `tokens` gave them."""
        self._young.update(zip(texts, tokens, strict=True))

    def _remembered_ids(self, texts: Sequence[str]) -> list[bytes]:
        """Return the ids of the tokens; those of the last texts are remembered, in a tenth of the room that their vectors would take."""
        young, old = self._young, self._old
        new = [t for t in texts if t not in young and t not in old]
        found = dict(zip(new, self._tokens.ids(new), strict=True)) if new else {}
        ids = [young.get(t) or old.get(t) or found.get(t, b"") for t in texts]
        if len(young) > _REMEMBERED_IDS:
            self._young, self._old = {}, young
        self._young.update(zip(texts, ids, strict=True))
        return ids

    def _mean(self, ids: Sequence[bytes]) -> Vectors:
        """Return the mean vectors of texts by the ids of their tokens."""
        tokens = np.frombuffer(b"".join(ids), np.int32).astype(np.int64)
        counts = np.array([len(row) // 4 for row in ids], dtype=np.int64)
        starts = np.cumsum(counts) - counts
        if len(tokens) <= _MANY_TOKENS:
            placed = self._wide.of(tokens)
        else:
            used, places = np.unique(tokens, return_inverse=True)
            placed = Placed(self._token_vectors(used), places)
        table, places = placed.rows, placed.places
        vectors = np.zeros((len(ids), self.dimension), np.float32)
        for count in range(1, _SHORT + 1):
            alike = np.flatnonzero(counts == count)
            if len(alike):
                # In the order in which numpy adds up the rows of one text.
                vectors[alike] = sum(table[places[starts[alike] + i]] for i in range(count))
        for i in np.flatnonzero(counts > _SHORT).tolist():
            start = starts.item(i)
            np.add.reduce(table.take(places[start : start + counts.item(i)], axis=0), axis=0, out=vectors[i])
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _TINY)
        return vectors

    def _token_vectors(self, used: NDArray[np.int64]) -> Vectors:
        """Widen the rows in use only: numpy sums 16-bit rows a third as fast, and the whole table at 32 bits takes 77 MB."""
        vectors = self._table[used if self._rows is None else self._rows[used]].astype(np.float32)
        if self._weights is not None:
            vectors *= self._weights[used][:, None]
        vectors[used == self._tokens.unknown] = 0.0
        return vectors


def _map_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Map the arrays of a safetensors file: the length of the header, the header in JSON, then the arrays."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    header.pop("__metadata__", None)
    return {
        key: np.memmap(
            path, _TYPES[entry["dtype"]], mode="r", offset=8 + length + entry["data_offsets"][0], shape=tuple(entry["shape"])
        )
        for key, entry in header.items()
        if entry["dtype"] in _TYPES
    }


def _digest(files: Sequence[Path]) -> bytes:
    digest = hashlib.blake2b(digest_size=8)
    for path in files:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest().encode()
