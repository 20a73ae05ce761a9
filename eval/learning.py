"""Fit the weights of ranking and choosing on questions with known evidence.

    python -m index.training ... --fold 0/2 --out M0        (and 1/2, M1: an encoder for each half of the reports, made from the other half)
    python -m eval.learning --models M0 M1 --reports DIR --questions FILE

The questions must be other ones than those of the evaluation sets, on reports that the sets do not ask about. (Questions about cells are
invented from rows of all reports, but for the rows that the sets of `--apart` ask about: no other reports with tables were there.) On questions that the encoder
learnt from, the dense search looks better than it is, and weights fitted there trust it too much (recall@1 of a set fell from 0.69 to
0.65); therefore every question is read with the encoder that did not see its report. The same parts serve for a check on questions
not fitted on; the weights that are written are fitted on all of them. Models are linear: each weight can be read in its file.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from app import reading_text
from app.choosing import candidates, chooser
from app.choosing.candidates import Candidate, figure_candidates, of_the_place
from app.choosing.sentences import sentences_of
from app.choosing.words import WordMatcher
from app.followup import read_follow_up
from eval.cell_questions import invented_questions, is_invented
from eval.stores import temporary_store
from index import ranking
from index.encoders import open_encoder
from index.opening import Library, open_library
from index.query import Query
from index.scope import in_scope
from index.search import closest, detailed, rank, retrieve, settle
from index.training.questions import part_of
from index.translation import translated

Matrix = NDArray[np.float32]
_DECAY = 1e-3
# At most so many figure questions that the reports answer may be refused (of the easier ones in `train` that is 0.055).
_REFUSED = 0.065
# How much a question counts in learning when to answer: one written without an answer, one robbed of it, one answered wrongly. Held out by report
# and with as many refused, 0.63 of the first are told instead of 0.57 with 6, 1 and 1.
_WRITTEN_WITHOUT, _ROBBED, _WRONG = 12.0, 0.5, 0.3
# One in so many invented questions is learnt from in choosing: all of them, a fifth of the whole, drew answers away from running text
# (own set on the samples 0.586 -> 0.514).
_INVENTED_SHARE = 3
_SCALES = (("万亿", 1e12), ("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("万", 1e4), ("billion", 1e9), ("million", 1e6))


@dataclass(frozen=True, slots=True)
class Fold:
    """Questions, and a library whose encoder has not seen the reports that they are about."""

    library: Library
    rows: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """One question with its candidates' features (n, f) and labels (n,); `group` splits the questions by report."""

    id: str
    group: int
    features: Matrix
    labels: NDArray[np.bool_]
    answerable: bool
    values: NDArray[np.object_]
    sentences: NDArray[np.int64]


def main() -> None:
    """Fit what `--what` names and write the weight files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, nargs="+", required=True, help="the encoders of the folds, in their order")
    parser.add_argument("--reports", type=Path, required=True, help="the reports that the questions are about")
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with question, values and evidence")
    parser.add_argument(
        "--apart", type=Path, nargs="*", default=[], help="sets whose rows of tables no question is invented about"
    )
    parser.add_argument("--what", choices=["ranking", "choosing"], nargs="+", default=["ranking", "choosing"])
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    with ExitStack() as stack:
        parts = []
        for number, model in enumerate(args.models):
            # As the static encoder that it is: with another the words of an English question would not be translated.
            encoder = open_encoder(f"static:{model}")
            library = open_library(stack.enter_context(temporary_store([args.reports], encoder)), encoder)
            invented = invented_questions(library, _asked_about(args.apart))
            parts.append(Fold(library, [row for row in (*rows, *invented) if _fold_of(row, len(args.models)) == number]))
        if "ranking" in args.what:
            fit_ranking(parts)
        if "choosing" in args.what:
            fit_choosing(parts)


def _asked_about(sets: Sequence[Path]) -> list[tuple[str, str]]:
    """Return what sets ask about: file name and text of each piece of evidence, or the label and the cell of a row."""
    found: list[tuple[str, str]] = []
    for path in sets:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found += (
                [(row["file"], f"{row['row']} {row['cell']}")]
                if "cell" in row
                else [(e["file"], e["text"]) for e in row["evidence"]]
            )
    return found


def fit_ranking(folds: Sequence[Fold]) -> None:
    """Fit the passage ranking: what makes the evidence likeliest among all candidates of its question.

    Pairs of one evidence and one other candidate, all counted alike, gave 0.842 at the first place where this gives 0.857.
    """
    examples = [e for number, fold in enumerate(folds) for e in _ranking_examples(fold, number)]
    reachable = [e for e in examples if e.labels.any()]
    print(f"ranking: {len(examples)} questions, evidence among the candidates of {len(reachable)}")
    for group in range(len(folds)):
        values = _fit_softmax([e for e in reachable if e.group != group])
        held = [e for e in examples if e.group == group]
        print(f"  held-out part {group}: " + ", ".join(f"hit@{k} {_hit(held, values, k):.4f}" for k in (1, 5, 10)))
    values = _fit_softmax(reachable)
    _write(ranking.WEIGHTS, ranking.FEATURES, values, 0.0, {})


def _ranking_examples(fold: Fold, number: int) -> Iterable[Example]:
    library = fold.library
    for row in fold.rows:
        if not row["evidence"]:
            continue
        query = _query(library, row)
        query = _translated(library, query)
        found = detailed(library, query, retrieve(library, query, _admitted(library, query)))
        labels = np.array([_is_evidence(row, r.passage.report, r.passage.text) for r in found], dtype=np.bool_)
        yield Example(
            row["id"],
            number,
            ranking.features(query, found),
            labels,
            answerable=True,
            values=np.empty(0, dtype=np.object_),
            sentences=np.empty(0, dtype=np.int64),
        )


def _hit(examples: Sequence[Example], values: Matrix, k: int) -> float:
    hits = [e.labels[np.argsort(-(e.features @ values), kind="stable")[:k]].any() for e in examples]
    return float(np.mean(hits))


def fit_choosing(folds: Sequence[Fold]) -> None:
    """Fit the choice of figures and of sentences, and the probability below which nothing is answered."""
    figures, sentences = [], []
    for number, fold in enumerate(folds):
        matcher = WordMatcher(fold.library.encoder, fold.library.lexical.frequency)
        for place, row in enumerate(fold.rows):
            if is_invented(row) and place % _INVENTED_SHARE:
                continue
            figure, sentence = _choosing_example(fold.library, matcher, row, number)
            figures += [figure] if figure is not None else []
            sentences += [sentence] if sentence is not None else []
    _fit_figures(figures)
    _fit_sentences(sentences)


def _choosing_example(
    library: Library, matcher: WordMatcher, row: dict[str, Any], group: int
) -> tuple[Example | None, Example | None]:
    query = _query(library, row)
    if (
        query.scope.unknown
        or len(query.scope.places) > 1
        or row["type"] in {"derived", "multi_year", "comparison", "cross_entity"}
    ):
        return None, None
    query = _translated(library, query)
    ranked = rank(query, closest(library, query, retrieve(library, query, _admitted(library, query))))[:16]
    sentences = sentences_of(ranked)
    if not sentences:
        return None, None
    answerable = bool(row["evidence"])
    if query.need.task == "text":
        features = reading_text.sentence_features(library.encoder, matcher, query, sentences)
        labels = np.array([_is_evidence(row, s.ranked.passage.report, s.text, share=0.5) for s in sentences], dtype=np.bool_)
        return None, Example(
            row["id"], group, features, labels, answerable, np.empty(0, dtype=np.object_), np.empty(0, dtype=np.int64)
        )
    vectors = library.encoder.encode_queries([query.text, *(s.text for s in sentences)])
    found = of_the_place(query, figure_candidates(query, sentences, matcher, vectors[1:] @ vectors[0]))
    if not found or (answerable and not row["values"]):
        return None, None
    labels = np.array([_is_answer(row, c) for c in found], dtype=np.bool_)
    places = np.array(
        [c.sentence.ranked.passage.id * 10_000 + c.sentence.start - c.sentence.ranked.passage.start for c in found],
        dtype=np.int64,
    )
    values = np.array([f"{c.figure.value}{c.figure.unit}" for c in found], dtype=np.object_)
    return Example(row["id"], group, np.stack([c.features for c in found]), labels, answerable, values, places), None


def _fit_figures(examples: Sequence[Example]) -> None:
    """Fit the choice among candidates (a softmax over each question's own), then the confidence in the best on the other half's choices."""
    answerable = [e for e in examples if e.answerable]
    print(
        f"figures: {len(examples)} questions, {len(answerable)} answerable, answer among the candidates of {sum(e.labels.any() for e in answerable)}"
    )
    held: list[_Held] = []
    for group in (0, 1):
        values = _fit_softmax([e for e in examples if e.group != group])
        for e in (e for e in examples if e.group == group):
            held.append(_judge(e, values, made_up=False))
            poorer = _without_answer(e)
            if poorer is not None:
                held.append(_judge(poorer, values, made_up=True))
    print(f"  held out: best candidate right {np.mean([h.right for h in held if h.answerable]):.4f} of the answerable")
    evidence_values, intercept = _fit_evidence(held)
    sure = 1 / (1 + np.exp(-(np.stack([h.evidence for h in held]) @ evidence_values + intercept)))
    threshold = _threshold(held, sure)
    right = [
        (s >= threshold and h.right) if h.answerable else s < threshold for h, s in zip(held, sure, strict=True) if not h.made_up
    ]
    print(f"  at {threshold:.3f}: right {np.mean(right):.4f}, abstains rightly {_below(held, sure, threshold, answerable=False):.4f}, "
          f"wrongly {_below(held, sure, threshold, answerable=True):.4f}")  # fmt: skip
    evidence = {n: round(float(v), 4) for n, v in zip(chooser.EVIDENCE, evidence_values, strict=True)}
    more = {"evidence": evidence, "threshold": round(threshold, 4)}
    _write(chooser.WEIGHTS, candidates.FEATURES, _fit_softmax(examples), intercept, more)


@dataclass(frozen=True, slots=True)
class _Held:
    """The best candidate of a question that the weights were not fitted on."""

    evidence: Matrix
    right: bool
    answerable: bool
    made_up: bool


def _without_answer(e: Example) -> Example | None:
    """Return a question as it would be if the reports did not answer it: without the sentences of the answer and its value elsewhere."""
    if not e.answerable or not e.labels.any():
        return None
    gone = set(e.values[e.labels].tolist())
    keep = ~np.isin(e.sentences, e.sentences[e.labels]) & np.array([v not in gone for v in e.values])
    if not keep.any():
        return None
    return Example(
        e.id, e.group, e.features[keep], e.labels[keep], answerable=False, values=e.values[keep], sentences=e.sentences[keep]
    )


def _judge(e: Example, values: Matrix, *, made_up: bool) -> _Held:
    scores = e.features @ values
    order = np.argsort(-scores, kind="stable")
    differs = [bool(e.values[i] != e.values[order[0]]) for i in order]
    evidence = chooser.evidence_features(e.features[order], [float(s) for s in scores[order]], differs)
    return _Held(evidence, bool(e.labels[order[0]]), e.answerable, made_up)


def _fit_softmax(examples: Sequence[Example]) -> Matrix:
    """Return the weights that make the right candidates of a question likeliest among all of it."""
    data = [(e.features, e.labels) for e in examples if e.labels.any()]
    every = np.concatenate([x for x, _ in data])
    spread = every.std(axis=0) + 1e-6

    def loss(w: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros_like(w)
        for x, y in data:
            z = x / spread
            s = z @ w
            p = np.exp(s - s.max())
            q = np.where(y, p, 0.0)
            total += float(np.log(p.sum()) - np.log(q.sum()))
            slope += z.T @ (p / p.sum() - q / q.sum())
        return total / len(data) + _DECAY * float(w @ w), slope / len(data) + 2 * _DECAY * w

    found = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x / spread, dtype=np.float32)


def _fit_sentences(examples: Sequence[Example]) -> None:
    held = [h for g in (0, 1) for h in _held_sentences(examples, g)]
    print(f"sentences: {len(examples)} questions, held out: right {np.mean(held):.4f}")
    _write(reading_text.WEIGHTS, reading_text.FEATURES, _fit_softmax(examples), 0.0, {})


def _held_sentences(examples: Sequence[Example], group: int) -> list[bool]:
    values = _fit_softmax([e for e in examples if e.group != group])
    return [bool(e.labels[int(np.argmax(e.features @ values))]) for e in examples if e.group == group]


def _fit_evidence(held: Sequence[_Held]) -> tuple[Matrix, float]:
    """Return the weights of the evidence and the intercept. Questions really without an answer are few and count for more."""
    x, y = np.stack([h.evidence for h in held]), np.array([h.right for h in held])
    centre, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    weights = np.array([_weight(h) for h in held])
    model = LogisticRegression(C=0.05, max_iter=3000)
    model.fit((x - centre) / spread, y, sample_weight=weights)
    values = np.asarray(model.coef_[0] / spread, dtype=np.float32)
    return values, float(model.intercept_[0] - values @ centre)


def _weight(h: _Held) -> float:
    if h.made_up:
        return _ROBBED
    return _WRITTEN_WITHOUT if not h.answerable else 1.0 if h.right else _WRONG


def _below(held: Sequence[_Held], sure: Matrix, threshold: float, *, answerable: bool) -> float:
    return float(
        np.mean([s < threshold for h, s in zip(held, sure, strict=True) if h.answerable == answerable and not h.made_up])
    )


def _threshold(held: Sequence[_Held], sure: Matrix) -> float:
    """Return the highest confidence to ask for at which no more than `_REFUSED` of the questions with an answer are refused."""
    return max(t for t in (i / 200 for i in range(200)) if _below(held, sure, t, answerable=True) <= _REFUSED)


def _query(library: Library, row: dict[str, Any]) -> Query:
    catalogue = library.catalogue()
    return settle(library, read_follow_up(row["question"], row.get("history") or [], catalogue))


def _admitted(library: Library, query: Query) -> list[int] | None:
    cards = library.catalogue()
    admitted = in_scope(cards, query.scope)
    return [c.id for c in admitted] if admitted and len(admitted) < len(cards) else None


def _translated(library: Library, query: Query) -> Query:
    return translated(query, in_scope(library.catalogue(), query.scope), library.translator)


def _fold_of(row: dict[str, Any], folds: int) -> int:
    """Return the fold of the first evidence's report; that of the id where there is none."""
    return part_of(row["evidence"][0]["file"] if row["evidence"] else row["id"], folds)


def _fold(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).lower())


def _is_evidence(row: dict[str, Any], report: str, text: str, *, share: float = 0.8) -> bool:
    return any(PurePosixPath(report).name == e["file"] and _covers(_fold(text), _fold(e["text"]), share) for e in row["evidence"])


def _covers(text: str, evidence: str, share: float) -> bool:
    if evidence in text or (len(text) >= 12 and text in evidence):
        return True
    pairs = {evidence[i : i + 2] for i in range(len(evidence) - 1)}
    found = {text[i : i + 2] for i in range(len(text) - 1)}
    return bool(pairs) and len(pairs & found) / len(pairs) >= share


def _is_answer(row: dict[str, Any], candidate: Candidate) -> bool:
    sentence = candidate.sentence
    if not _is_evidence(row, sentence.ranked.passage.report, sentence.text, share=0.5):
        return False
    return any(_same(v, candidate) for v in row["values"])


def _same(value: dict[str, Any], candidate: Candidate) -> bool:
    unit = str(value["unit"])
    factor = next((f for word, f in _SCALES if unit.startswith(word) or (word.isascii() and word in unit.lower())), 1.0)
    wanted, found = float(value["value"]) * factor, float(candidate.figure.value)
    marks = {"%", "‰", "百分点"}
    kind: Callable[[str], str] = lambda u: next((m for m in marks if m in u), "")  # noqa: E731
    return abs(wanted - found) <= 1e-6 * max(1.0, abs(wanted)) and kind(unit) == kind(candidate.figure.unit)


def _write(path: Path, names: Sequence[str], values: Matrix, intercept: float, more: dict[str, object]) -> None:
    weights = {n: round(float(v), 4) for n, v in zip(names, values, strict=True)}
    data = {"weights": weights, "intercept": round(intercept, 4), **more, "fitted_by": "python -m eval.learning"}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"  wrote {path.name}")


if __name__ == "__main__":
    main()
