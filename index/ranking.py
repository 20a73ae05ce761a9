"""Rank candidate passages: what each one says for itself (features) and how much that counts (weights, learnt)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.matching import matching_text
from corpus.report import Metadata
from index.need import class_of_unit
from index.query import Query
from index.store import StoredPassage

FEATURES = (
    "lexical_share", "lexical", "lexical_rank", "dense", "dense_rank", "both", "coverage", "coverage_context", "pairs", "pairs_context", "period", "period_clash",
    "issue_after", "issue_same", "issue_clash", "status", "unit", "no_figure", "row", "short", "nation", "latest",
    "row_label", "row_label_share", "row_head", "row_pairs_context",
)  # fmt: skip
WEIGHTS = Path(__file__).with_name("ranking_weights.json")


# As many as matching_text remembers.
_REMEMBERED = 8_192
_NO_LETTER = re.compile(r"[\W_]+")
_HAS_WORD = re.compile(r"[^\W\d]{2}")
# What numbers or qualifies the label of a row: 一、 （一） 1. 其中： 加： 减：
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|其中[:：]|[加减][:：])\s*|[（(][^（）()]*[）)]$"
)


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage as the two searches found it: its scores (0 where a search did not find it) and ranks from 1 (0 likewise)."""

    passage: StoredPassage
    metadata: Metadata
    lexical: float
    lexical_rank: int
    dense: float
    dense_rank: int


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


def features(query: Query, found: list[Retrieved]) -> NDArray[np.float32]:
    """Return the features of candidates, shape (len(found), len(FEATURES))."""
    best = max((r.lexical for r in found), default=0.0) or 1.0
    pairs = _pairs("".join(query.terms))
    weights = query.weighted_terms()
    years = [r.metadata.year for r in found if r.metadata.year]
    newest = max(years, default=0)
    rows = [
        [
            *_search_part(r, best),
            *_word_part(r, weights, pairs),
            *_time_part(query, r),
            *_kind_part(query, r, newest),
            *_row_part(query, r, weights, pairs),
        ]
        for r in found
    ]
    return np.array(rows, dtype=np.float32).reshape(len(found), len(FEATURES))


def _search_part(r: Retrieved, best: float) -> list[float]:
    lexical_rank = 1 / (r.lexical_rank + 4) if r.lexical_rank else 0.0
    dense_rank = 1 / (r.dense_rank + 4) if r.dense_rank else 0.0
    return [
        r.lexical / best,
        min(r.lexical / 40, 2.0),
        lexical_rank,
        r.dense,
        dense_rank,
        float(r.lexical_rank > 0 and r.dense_rank > 0),
    ]


def _word_part(r: Retrieved, weights: Mapping[str, float], pairs: frozenset[str]) -> list[float]:
    text = matching_text(r.passage.text)
    context = matching_text(" ".join((r.passage.title, *r.passage.section, r.passage.context)))
    total = sum(weights.values()) or 1
    inside = sum(w for t, w in weights.items() if t in text)
    around = sum(w for t, w in weights.items() if t in text or t in context)
    return [inside / total, around / total, _shared(pairs, text), _shared(pairs, context)]


def _time_part(query: Query, r: Retrieved) -> list[float]:
    scope = query.scope
    asked = {str(y) for y in scope.years}
    if scope.span:
        asked |= {f"{scope.span[0]}-{scope.span[1]}", str(scope.span[1])}
    periods = {f.period[:4] if "/" in f.period or len(f.period) == 7 else f.period for f in r.passage.figures if f.period}
    year = r.metadata.year
    targets = list(scope.years or scope.span[1:])
    after = bool(targets and year) and year is not None and any(year == y + 1 for y in targets)
    same = bool(targets and year) and year in targets
    covered = any(_covers(r.metadata.period, y) for y in targets)
    hit = bool(asked & periods)
    return [
        float(hit),
        float(bool(asked) and bool(periods) and not hit),
        float(after or covered),
        float(same),
        float(bool(targets) and not after and not same and not covered),
    ]


def _covers(period: str, year: int) -> bool:
    first, _, last = period.partition("-")
    return first[:4].isdigit() and int(first[:4]) <= year <= int((last or first)[:4])


def _kind_part(query: Query, r: Retrieved, newest: int) -> list[float]:
    need, figures = query.need, r.passage.figures
    status = need.status is not None and any(f.status == need.status for f in figures)
    unit = any(
        (need.unit and f.unit == need.unit) or (need.unit_class and class_of_unit(f.unit) == need.unit_class) for f in figures
    )
    nation = not query.scope.places and r.metadata.place == "全国"
    undated = not query.scope.years and not query.scope.span and not query.scope.issued
    return [
        float(status),
        float(unit),
        float(need.task == "figure" and not figures),
        float(bool(r.passage.context)),
        float(len(r.passage.text) < 60),
        float(nation),
        float(undated and r.metadata.year == newest),
    ]


def _row_part(query: Query, r: Retrieved, weights: Mapping[str, float], pairs: frozenset[str]) -> list[float]:
    """Return how well a table row's own words are those of the question; nothing for running text.

    A row is short and says little: that the question holds its label whole tells more than any count of words.
    """
    if not r.passage.context:
        return [0.0, 0.0, 0.0, 0.0]
    asked = _letters(query.text)
    total = sum(weights.values()) or 1
    whole = part = 0.0
    for cell in r.passage.text.split("|"):
        label = _letters(_NUMBERING.sub("", cell.strip()))
        own = _pairs(label)
        if not own or not _HAS_WORD.search(label):
            continue
        inside = sum(w for t, w in weights.items() if _letters(t) in label) / total
        share = sum(pair in asked for pair in own) / len(own)
        whole = max(whole, inside) if label in asked else whole
        part = max(part, inside * share)
    head = matching_text(f"{r.passage.text} {r.passage.context}")
    context = matching_text(" ".join((r.passage.title, *r.passage.section, r.passage.context)))
    return [whole, part, sum(w for t, w in weights.items() if t in head) / total, _shared(pairs, context)]


def _letters(text: str) -> str:
    return _letters_of(matching_text(text))


@lru_cache(maxsize=_REMEMBERED)
def _letters_of(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _shared(pairs: frozenset[str], text: str) -> float:
    """Return the share of pairs that stand in a text, marks and spaces left out."""
    letters = _letters_of(text)
    return sum(map(letters.__contains__, pairs)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    letters = [c for c in text if c.isalnum()]
    return frozenset(a + b for a, b in pairwise(letters))
