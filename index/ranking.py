"""Rank candidate passages: what each one says for itself (features) and how much that counts (weights, learnt)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.report import Metadata
from index.compared import COMPARED, Compared, Contents, compare
from index.query import Query
from index.spoken import NOTHING, Spoken
from index.stored_passage import StoredPassage

FEATURES = (
    "lexical_share", "lexical", "lexical_rank", "dense", "dense_rank", "both", "coverage", "coverage_context", "pairs", "pairs_context", "period", "period_clash",
    "issue_after", "issue_same", "issue_clash", "status", "unit", "no_figure", "row", "short", "nation", "latest",
    "row_label", "row_label_share", "row_head", "row_pairs_context",
    "row_detail", "detail", "row_label_cover", "title_words", "foreign_detail", "english_detail", "english_dense",
    "sentence_soft", "clause_soft", "figure_soft", "figure_fits", "row_soft", "foreign_soft", "abbreviations", "plan_begins", "foreign", "meant", "meant_context",
)  # fmt: skip
_HAN = re.compile("[一-龥]")
WEIGHTS = Path(__file__).with_name("ranking_weights.json")
_Column = NDArray[np.float64]
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
    columns |= _search_part(found) | _latest(query, found) | _detail_part(found, columns["row"], columns["foreign"])
    columns |= _english_part(query, columns)
    return np.array([columns[name] for name in FEATURES], dtype=np.float32).T.copy()


def contents_of(found: Sequence[Retrieved]) -> Contents:
    """Return the texts of candidates, to be compared with one query after another."""
    return Contents([r.passage for r in found], [r.metadata for r in found])


def _search_part(found: Sequence[Retrieved]) -> _Columns:
    lexical, lexical_rank, dense, dense_rank = (
        np.array([(r.lexical, r.lexical_rank, r.dense, r.dense_rank) for r in found], dtype=np.float64).reshape(len(found), 4).T
    )
    return {
        "lexical_share": lexical / (lexical.max(initial=0.0) or 1.0),
        "lexical": np.minimum(lexical / 40, 2.0),
        "lexical_rank": (lexical_rank > 0) / (lexical_rank + 4),
        "dense": dense,
        "dense_rank": (dense_rank > 0) / (dense_rank + 4),
        "both": (lexical_rank > 0) & (dense_rank > 0),
    }


def _latest(query: Query, found: Sequence[Retrieved]) -> _Columns:
    """Tell which candidates are of the newest report's year, where a question names no time."""
    scope = query.scope
    undated = not scope.years and not scope.span and not scope.issued
    years = np.array([r.metadata.year or 0 for r in found])
    named = np.array([r.metadata.year is not None for r in found], dtype=np.bool_)
    return {"latest": undated & named & (years == years.max(initial=0))}


def _detail_part(found: Sequence[Retrieved], row: _Column, foreign: _Column) -> _Columns:
    """Return how near the best sentence or cell is, and how far its clauses speak of the question."""
    detail = np.array([r.detail for r in found], dtype=np.float64)
    told = [(r.spoken.sentence, r.spoken.clause, r.spoken.figure, r.spoken.fitting) for r in found]
    sentence, clause, figure, fitting = np.array(told, dtype=np.float64).reshape(len(found), 4).T
    return {
        "row_detail": detail * row,
        "detail": detail * (1.0 - row),
        "foreign_detail": detail * foreign,
        "sentence_soft": sentence,
        "clause_soft": clause,
        "figure_soft": figure,
        "figure_fits": fitting,
        "row_soft": figure * row,
        "foreign_soft": sentence * foreign,
    }


def _english_part(query: Query, columns: _Columns) -> _Columns:
    """Return how near English passages are to an English question, which shares fewer words with them than a Chinese one does with Chinese."""
    english = 0.0 if _HAN.search(query.text) else 1.0 - columns["foreign"]
    return {"english_detail": columns["detail"] * english, "english_dense": columns["dense"] * english}
