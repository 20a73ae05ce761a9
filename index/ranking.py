"""Rank candidate passages: what each one says for itself (features) and how much that counts (weights, learnt)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.matching import is_chinese
from corpus.report import Metadata
from index.compared import COMPARED, Compared, Contents, compare
from index.query import Query
from index.spoken import NOTHING, Spoken
from index.stored_passage import StoredPassage

FEATURES = (
    "lexical", "dense_rank", "coverage", "coverage_context", "pairs", "period_clash", "issue_clash", "status", "unit", "no_figure", "short", "nation",
    "row_detail", "detail", "english_dense", "sentence_soft", "figure_soft",
)  # fmt: skip
WEIGHTS = Path(__file__).with_name("ranking_weights.json")
_Columns = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage as the two searches found it: its scores (0 where a search did not find it) and ranks from 1 (0 likewise).

    `detail` is the cosine of the question's words with the best sentence of the passage, or with what the best cell of a row is of;
    `spoken` how far its clauses speak of them word by word.
    """

    passage: StoredPassage
    metadata: Metadata
    lexical: float
    lexical_rank: int
    dense: float
    dense_rank: int
    detail: float = 0.0
    spoken: Spoken = NOTHING
    compared: Compared | None = None

    # Not by dataclasses.replace, which takes twice as long: thousands are made for a draft.
    def looked_at(self, detail: float, spoken: Spoken) -> "Retrieved":
        """Return it with what was found when its sentences were looked at."""
        found = self.passage, self.metadata, self.lexical, self.lexical_rank, self.dense, self.dense_rank
        return Retrieved(*found, detail, spoken, self.compared)

    def compared_with(self, compared: Compared) -> "Retrieved":
        """Return it with what it says of a query."""
        found = self.passage, self.metadata, self.lexical, self.lexical_rank, self.dense, self.dense_rank
        return Retrieved(*found, self.detail, self.spoken, compared)


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model over FEATURES."""

    values: NDArray[np.float32]
    intercept: float


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """Read the weights from their file; a feature that it does not name weighs nothing."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(np.array([data["weights"].get(name, 0.0) for name in FEATURES], dtype=np.float32), data["intercept"])


def features(query: Query, found: Sequence[Retrieved]) -> NDArray[np.float32]:
    """Return the features of candidates, shape (len(found), len(FEATURES))."""
    told = [r.compared.values for r in found if r.compared is not None and r.compared.query is query]
    if len(told) < len(found):
        return features_of(query, found, compare(query, contents_of(found)))
    return features_of(query, found, np.array(told).reshape(len(found), len(COMPARED)))


def features_of(query: Query, found: Sequence[Retrieved], told: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the features of candidates, of which `told` is what they say of the query by themselves."""
    columns: _Columns = dict(zip(COMPARED, told.T, strict=True))
    lexical, dense, dense_rank, detail, sentence, figure = (
        np.array(
            [(r.lexical, r.dense, r.dense_rank, r.detail, r.spoken.sentence, r.spoken.figure) for r in found], dtype=np.float64
        )
        .reshape(len(found), 6)
        .T
    )
    # An English question shares fewer words with English passages than a Chinese one does with Chinese.
    english = 0.0 if is_chinese(query.text) else 1.0 - columns["foreign"]
    columns |= {
        "lexical": np.minimum(lexical / 40, 2.0),
        "dense_rank": (dense_rank > 0) / (dense_rank + 4),
        "row_detail": detail * columns["row"],
        "detail": detail * (1.0 - columns["row"]),
        "english_dense": dense * english,
        "sentence_soft": sentence,
        "figure_soft": figure,
    }
    return np.array([columns[name] for name in FEATURES], dtype=np.float32).T.copy()


def contents_of(found: Sequence[Retrieved]) -> Contents:
    """Return the texts of candidates, to be compared with one query after another."""
    return Contents([r.passage for r in found], [r.metadata for r in found])
