"""Fit what a language model's yes and no count (app/second_reading/weights.json) on questions with known answers.

    python -m eval.rereading --store STORE --questions FILE... [--apart FILE...] [--every N] --kept FILE

The store has the model attached (`wenju model --llm`). What it says takes a small one on two cores two seconds a figure, so it goes into the file of
`--kept`, and a run that was ended goes on from there. Questions are held out by report; those of `--apart` are only scored.
"""

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from app.asking import asks_one_value
from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.lookup import Lookups
from app.choosing.words import WordMatcher
from app.engine import Engine
from app.second_reading.attached import open_reader
from app.second_reading.reader import Reader, Reading, reading_of, worded
from app.second_reading.rereading import WEIGHTS, Weights, likeliest
from app.working.operations import read_operation
from corpus.errors import WenjuError
from eval.json_lines import read_rows
from eval.learning.folds import fold_of, query_of
from eval.learning.labels import is_answer
from index.encoders import LanguageModelChoice
from index.opening import Library

_FOLDS = 5
# Questions without an answer are few among those that are written, and asked more often.
_WITHOUT = 3.0


@dataclass(frozen=True, slots=True)
class Reread:
    """A question with its likeliest figures: their scores, odds and whether they answer; `before` is how sure each is as the first."""

    fold: int
    answerable: bool
    apart: bool
    scores: Sequence[float]
    odds: Sequence[float]
    right: Sequence[bool]
    before: Sequence[float]


@dataclass
class Kept:
    """A reader whose odds are kept in a file, one figure a line, and that asks for no figure twice; `choice` brings them to their scale."""

    reader: Reader
    choice: LanguageModelChoice
    path: Path
    known: dict[tuple[str, ...], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.path.exists():
            self.known = {tuple(row["figure"]): float(row["odds"]) for row in read_rows(self.path)}

    def odds(self, question: str, readings: Sequence[Reading]) -> list[float]:
        """Return the odds of figures, those of before as they were."""
        for reading in readings:
            key = _key(question, reading)
            if key not in self.known:
                [self.known[key]] = self.reader.odds(question, [reading])
                with self.path.open("a", encoding="utf-8") as out:
                    out.write(json.dumps({"figure": key, "odds": self.known[key]}, ensure_ascii=False) + "\n")
        return [(self.known[_key(question, r)] - self.choice.middle) / self.choice.spread for r in readings]


def _key(question: str, reading: Reading) -> tuple[str, ...]:
    return (question, reading.title, reading.heading, reading.text, reading.figure)


def main() -> None:
    """Read the questions again, fit, print how it does on reports held out and on what is only scored, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, required=True, help="a store of the reports, with a language model attached")
    parser.add_argument("--questions", type=Path, nargs="+", required=True, help="JSON Lines with question, values and evidence")
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="more of them, which are only scored")
    parser.add_argument("--every", type=int, default=1, help="read one question of so many (default 1: all)")
    parser.add_argument("--kept", type=Path, required=True, help="what the model said, kept from run to run")
    args = parser.parse_args()
    library = Engine.open(args.store).library
    choice = library.language_model
    if choice is None:
        raise WenjuError(f"{args.store}: no language model is attached; attach one with wenju model --llm ADDRESS")
    plain = LanguageModelChoice(choice.address, choice.name, middle=0.0, spread=1.0)
    reader = Kept(open_reader(plain), choice, args.kept)
    rows = [
        (row, apart)
        for apart, paths in ((False, args.questions), (True, args.apart))
        for path in paths
        for row in read_rows(path)
    ]
    examples = [e for row, apart in rows[:: args.every] for e in _examples(library, reader, row, apart=apart)]
    learnt = [e for e in examples if not e.apart]
    _print_held_out(learnt)
    weights = fit(learnt)
    if scored := [e for e in examples if e.apart]:
        _print(f"only scored, {len(scored)} questions", _told(scored, weights))
    WEIGHTS.write_text(
        json.dumps({name: round(getattr(weights, name), 4) for name in Weights.__slots__}) + "\n", encoding="utf-8"
    )


def _examples(library: Library, reader: Reader, row: dict[str, Any], *, apart: bool) -> Iterator[Reread]:
    """Yield a question as the model reads it, nothing for one that it is not asked about: of several values, of words, or worked out."""
    query = query_of(library, row)
    if query.scope.unknown or query.need.task == "text" or not asks_one_value(query) or read_operation(query) is not None:
        return
    if row["evidence"] and not row["values"]:
        return
    found = Lookups(library, WordMatcher(library.encoder, library.lexical.share, library.word_vectors)).look_up(query)
    likely = likeliest(found)
    if likely:
        odds = reader.odds(worded(query), [reading_of(c) for c in likely])
        right = [bool(row["evidence"]) and is_answer(row, c.candidate) for c in likely]
        before = [_sureness(found.chosen, c, found.confidence) for c in likely]
        yield Reread(fold_of(row, _FOLDS), bool(row["evidence"]), apart, [c.score for c in likely], odds, right, before)


def _sureness(chosen: Sequence[Chosen], first: Chosen, confident: float) -> float:
    """Return the log of the odds that a figure answers, if it were the first."""
    if first is not chosen[0]:
        confident = confidence((first, *(c for c in chosen if c is not first)), load_chooser())
    confident = min(max(confident, 1e-6), 1 - 1e-6)
    return math.log(confident / (1 - confident))


def fit(examples: Sequence[Reread]) -> Weights:
    """Return the weights: of the order by how many first figures are right, of the confidence by the likelihood that they are.

    The intercept is such that below the threshold of the choice fall as many of the right answers as without the model.
    """
    order = _order(examples)
    best = [_first(e, order) for e in examples]
    x = np.array([[e.before[i], e.odds[i]] for e, i in zip(examples, best, strict=True)])
    y = np.array([e.right[i] for e, i in zip(examples, best, strict=True)])
    model = LogisticRegression(C=1.0).fit(x, y, sample_weight=[1.0 if e.answerable else _WITHOUT for e in examples])
    told = x @ model.coef_[0]
    limit = _limit()
    refused = float(np.mean([e.before[0] < limit for e in examples if e.right[0]]))
    intercept = limit - float(np.quantile(told[y], refused))
    return Weights(order, float(model.coef_[0][0]), float(model.coef_[0][1]), intercept)


def _order(examples: Sequence[Reread]) -> float:
    """Return the weight of odds in the order with which most first figures are right: of all as good, the middle one.

    By the likelihood of the right ones, one or two that the model was quite wrong about decided (2.25 instead of 1, and fewer first ones right).
    """
    tried = [w / 20 for w in range(81)]
    hits = [sum(e.right[_first(e, w)] for e in examples) for w in tried]
    best = [w for w, n in zip(tried, hits, strict=True) if n == max(hits)]
    return best[len(best) // 2]


def _first(e: Reread, order: float) -> int:
    return max(range(len(e.scores)), key=lambda i: e.scores[i] + order * e.odds[i])


def _told(examples: Sequence[Reread], weights: Weights | None) -> list[tuple[bool, bool, bool]]:
    """Return of each question whether it has an answer, the first figure is right, and it is answered; as it is without the model for no weights."""
    limit = _limit()
    told = []
    for e in examples:
        i = _first(e, weights.order) if weights else 0
        sure = weights.confidence * e.before[i] + weights.odds * e.odds[i] + weights.intercept if weights else e.before[i]
        told.append((e.answerable, e.right[i], sure >= limit))
    return told


def _limit() -> float:
    """Return the log of the odds below which nothing is answered."""
    threshold = load_chooser().threshold
    return math.log(threshold / (1 - threshold))


def _print_held_out(examples: Sequence[Reread]) -> None:
    held: list[tuple[bool, bool, bool]] = []
    for fold in range(_FOLDS):
        weights = fit([e for e in examples if e.fold != fold])
        held += _told([e for e in examples if e.fold == fold], weights)
    _print(f"without the model, {len(examples)} questions", _told(examples, None))
    _print("held out by report", held)


def _print(name: str, told: Sequence[tuple[bool, bool, bool]]) -> None:
    with_answer = [(right, answered) for answerable, right, answered in told if answerable]
    without = [answered for answerable, _, answered in told if not answerable]
    right = sum(r for r, _ in with_answer)
    print(f"{name}: first figure right {right / len(with_answer):.3f}, answered right {sum(r and a for r, a in with_answer) / len(with_answer):.3f}, "
          f"right ones refused {sum(r and not a for r, a in with_answer) / right:.3f}, "
          f"of {len(without)} without an answer refused {1 - sum(without) / max(1, len(without)):.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
