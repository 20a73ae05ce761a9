"""Questions with the library of an encoder that has not seen the reports that they are about; what one question gives to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.conversation.followup import read_follow_up
from eval.invented import is_of_paragraphs
from eval.json_lines import read_rows
from index.opening import Library
from index.query import Query
from index.scope import in_scope
from index.search import with_meant
from index.settling import settle
from index.training.questions import part_of
from index.translation import translated

Matrix = NDArray[np.float32]
# With 390 such questions counted three times beside 1,800 others, the best figure was right for 0.779 of 199 more of them, with the others alone for 0.739.
_HARDER = 3.0
# Beside 2,200 questions on real reports, 3,200 of these at a tenth left those found as before (0.859 first, 0.972 among five of 566 only scored) and
# found others of their own 0.84 instead of 0.80 among five, in English 0.56 instead of 0.22; counted fully they cost two points of the real ones.
_OF_PARAGRAPHS = 0.1


@dataclass(frozen=True, slots=True)
class Fold:
    """Questions, and a library whose encoder has not seen the reports that they are about."""

    library: Library
    rows: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """One question with its candidates' features (n, f) and labels (n,); `group` splits the questions by report, and it counts `counts` times.

    Of figures also their `values` with the unit and the places of their `sentences` (n,).
    """

    id: str
    group: int
    features: Matrix
    labels: NDArray[np.bool_]
    answerable: bool
    values: NDArray[np.object_] = field(default_factory=lambda: np.empty(0, dtype=np.object_))
    sentences: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    counts: float = 1.0


def asked_about(sets: Sequence[Path]) -> list[tuple[str, str]]:
    """Return what sets ask about: file name and text of each piece of evidence, or the label and the cell of a row."""
    rows = [row for path in sets for row in read_rows(path)]
    return [
        asked
        for row in rows
        for asked in (
            [(row["file"], f"{row['row']} {row['cell']}")] if "cell" in row else [(e["file"], e["text"]) for e in row["evidence"]]
        )
    ]


def query_of(library: Library, row: dict[str, Any]) -> Query:
    """Read a question with those before it."""
    catalogue = library.catalogue()
    return settle(library, read_follow_up(row["question"], row.get("history") or [], catalogue))


def admitted(library: Library, query: Query) -> list[int] | None:
    """Return the reports inside its scope; None if these are all."""
    cards = library.catalogue()
    inside = in_scope(cards, query.scope)
    return [c.id for c in inside] if inside and len(inside) < len(cards) else None


def with_translations(library: Library, query: Query) -> Query:
    """Return it with the words of the other language of the reports inside its scope, and with what it means in their words."""
    return with_meant(library, translated(query, in_scope(library.catalogue(), query.scope), library.translator))


def counts_of(row: dict[str, Any]) -> float:
    """Return how often a question counts: one that avoids the words of the reports is worth several that do not, an invented one little."""
    if is_of_paragraphs(row):
        return _OF_PARAGRAPHS
    return _HARDER if row.get("harder") else 1.0


def fold_of(row: dict[str, Any], folds: int) -> int:
    """Return the fold of the first evidence's report; that of the id where there is none."""
    return part_of(row["evidence"][0]["file"] if row["evidence"] else row["id"], folds)
