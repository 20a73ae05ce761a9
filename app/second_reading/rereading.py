"""Weigh what a second reader says of the likeliest figures of a lookup with what speaks for them already."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookup
from app.refusals.contradiction import contradicts
from app.second_reading.reader import Reader, reading_of

WEIGHTS = Path(__file__).with_name("weights.json")
# So many figures are read again at most, those that are not so far behind the best, each value once.
_READ, _NEARLY = 4, 5.0
_SUREST = 1e-6
# The odds of a figure that a model is as sure of as it ever is, in its spreads.
_MOST = 2.5


@dataclass(frozen=True, slots=True)
class Weights:
    """How much odds count beside the score of a figure, and in how sure the first one is."""

    order: float
    confidence: float
    odds: float
    intercept: float


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """Read the weights from their file."""
    return Weights(**json.loads(path.read_text(encoding="utf-8")))


def reread(reader: Reader, question: str, found: Lookup) -> Lookup:
    """Return a lookup with the figures in the order, and as sure of the first, as a second reader makes them. Raises LanguageModelError.

    What contradicts the question stays refused whatever the reader says.
    """
    likely = likeliest(found)
    if not likely:
        return found
    weights = load_weights()
    odds = reader.odds(question, [reading_of(likely[0])])
    first = likely[0].score + weights.order * odds[0]
    # Where no other could still go before it, none is read: each takes a small model on two cores two seconds.
    others = [c for c in likely[1:] if c.score + weights.order * _MOST > first]
    odds += reader.odds(question, [reading_of(c) for c in others]) if others else []
    best, of_best = max(zip((likely[0], *others), odds, strict=True), key=lambda told: told[0].score + weights.order * told[1])
    chosen = found.chosen if best is found.chosen[0] else (best, *(c for c in found.chosen if c is not best))
    before = found.confidence if best is found.chosen[0] else confidence(chosen, load_chooser())
    return replace(found, chosen=chosen, read=_sure(before, of_best, weights))


def likeliest(found: Lookup) -> Sequence[Chosen]:
    """Return the figures to be read again, of those of one value the best; none where the best contradicts the question or stands in a table.

    Row and column tell a cell better than a small model does, which sees a line of numbers: it put fewer right ones first than there were.
    """
    query = found.dated or found.query
    if not found.chosen or _is_cell(found.chosen[0]) or contradicts(query, found.chosen[0].candidate):
        return ()
    values: dict[tuple[object, str], Chosen] = {}
    for c in found.chosen:
        if found.chosen[0].score - c.score <= _NEARLY and not _is_cell(c) and not contradicts(query, c.candidate):
            values.setdefault((c.candidate.figure.value, c.candidate.figure.unit), c)
        if len(values) == _READ:
            break
    return tuple(values.values())


def _is_cell(c: Chosen) -> bool:
    return bool(c.candidate.sentence.ranked.passage.context)


def _sure(before: float, odds: float, weights: Weights) -> float:
    before = min(max(before, _SUREST), 1 - _SUREST)
    logit = weights.confidence * math.log(before / (1 - before)) + weights.odds * odds + weights.intercept
    return 1 / (1 + math.exp(-logit))
