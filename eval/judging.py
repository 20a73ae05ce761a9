"""Fit the judge of claims (app/claims/judging_weights.json) on claims with known verdicts.

    python -m eval.judging --reports DIR --claims FILE... [--made 1200] [--seed 11]

To the written claims come claims made of the figures of the reports that those cite and of reports with tables, of which there are no
others than those that an evaluation set asks about; what it asks about (`--apart`) is left out. Claims are held out by report, so that what is printed is told by a judge
that has not seen the report; the weights that are written are fitted on all.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from app.choosing.words import WordMatcher
from app.claims.evidence import Evidence, weigh
from app.claims.features import FEATURES
from app.claims.judging import VERDICTS, WEIGHTS, Judge, judge_figure
from app.claims.looking import Looker
from app.claims.reading import read_claims
from app.engine import Engine
from app.verdict import Verdict, joint_verdict
from corpus.figures.numerals import fold
from eval.json_lines import read_rows
from eval.perturbation.making import claim_object, make_claims
from eval.quotes import shared_pairs
from eval.stores import open_measured

_FOLDS = 5
# Strength of the penalty, chosen on the held-out folds among 0.003 to 0.3; a made claim counts for less than a written one.
_C, _MADE = 0.03, 0.25
_ROWS, _OVERLAP = 30, 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A claim with the evidence on each of its figures and the verdict wanted of each (None where it is not known)."""

    id: str
    kind: str
    fold: int
    wanted: Verdict
    evidence: tuple[Evidence, ...]
    labels: tuple[Verdict | None, ...]
    weight: float


def main() -> None:
    """Fit the judge, print how it does on reports held out, and write its weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="the reports that the claims are about")
    parser.add_argument("--store", type=Path, help="a store of these reports, to save the reading")
    parser.add_argument("--claims", type=Path, nargs="+", required=True, help="JSON Lines with claim, verdict, kind and evidence")
    parser.add_argument("--made", type=int, default=1200, help="how many claims to make beside them (default 1200)")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="sets whose evidence no claim is made of")
    args = parser.parse_args()
    rows = [row for path in args.claims for row in read_rows(path)]
    with open_measured(args.reports, args.store) as engine:
        examples = [*_examples(engine, rows, weight=1.0), *_examples(engine, _made(engine, rows, args), weight=_MADE)]
    for name, weight in (("written", 1.0), ("made", _MADE)):
        _print_held_out(name, examples, weight)
    _write(fit(examples))


def _made(engine: Engine, rows: Sequence[dict[str, Any]], args: argparse.Namespace) -> list[dict[str, Any]]:
    """Make claims of the reports that the written ones cite and of those with tables, but for what an evaluation set asks about."""
    files = {PurePosixPath(e["file"]).name for row in rows for e in row["evidence"]} | set(_with_tables(engine))
    taken = [
        (PurePosixPath(e["file"]).name, e["text"]) for path in args.apart for row in read_rows(path) for e in row["evidence"]
    ]
    made = [claim_object(c) for c in make_claims(engine.library, args.made, seed=args.seed, reports=sorted(files))]
    return [row for row in made if not any(_asks_alike(e, taken) for e in row["evidence"])]


def _with_tables(engine: Engine) -> Iterable[str]:
    store = engine.library.store
    for card in engine.library.catalogue():
        if sum(bool(p.context) for p in store.report_passages(card.key)) >= _ROWS:
            yield PurePosixPath(card.key).name


def _asks_alike(evidence: dict[str, Any], taken: Sequence[tuple[str, str]]) -> bool:
    return any(file == evidence["file"] and shared_pairs(evidence["text"], text) > _OVERLAP for file, text in taken)


def _examples(engine: Engine, rows: Sequence[dict[str, Any]], *, weight: float) -> Iterable[Example]:
    library = engine.library
    looker = Looker(library, WordMatcher(library.encoder, library.lexical.share))
    for row in rows:
        evidence, texts = [], []
        for sentence in read_claims(row["claim"], library.catalogue()):
            for claimed in sentence.figures:
                evidence.append(weigh(claimed, sentence, looker.look_up(claimed, sentence), looker.matcher))
                texts.append(claimed.figure.text)
        if evidence:
            labels = tuple(_label(row, t, e, alone=len(evidence) == 1) for t, e in zip(texts, evidence, strict=True))
            yield Example(row["id"], row["kind"], _fold_of(row), row["verdict"], tuple(evidence), labels, weight)


def _label(row: dict[str, Any], text: str, evidence: Evidence, *, alone: bool) -> Verdict | None:
    """Return the verdict wanted of a figure: its own, or its claim's where that says it; of several, one of a refuted claim is not known."""
    own = [f["verdict"] for f in row.get("figures", []) if _alike(f["text"], text)]
    if own:
        return own[0]  # type: ignore[no-any-return]
    if row["verdict"] != "refuted" or alone or evidence.agreeing is None:
        return row["verdict"]  # type: ignore[no-any-return]
    return None


def _alike(a: str, b: str) -> bool:
    a, b = (fold(t).replace(" ", "").replace("多", "") for t in (a, b))
    return a in b or b in a


def _fold_of(row: dict[str, Any]) -> int:
    name = PurePosixPath(row["evidence"][0]["file"]).name if row["evidence"] else row["id"]
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _FOLDS


def fit(examples: Sequence[Example]) -> Judge:
    """Return the judge fitted on the figures whose verdict is known, its weights for the features as they are."""
    known = [(e.evidence[i].features, v, e.weight) for e in examples for i, v in enumerate(e.labels) if v is not None]
    x = np.stack([f for f, _, _ in known])
    centre, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    model = LogisticRegression(C=_C, max_iter=4000)
    model.fit((x - centre) / spread, [v for _, v, _ in known], sample_weight=[w for _, _, w in known])
    order = [list(model.classes_).index(v) for v in VERDICTS]
    weights: NDArray[np.float64] = model.coef_[order] / spread
    intercepts = model.intercept_[order] - weights @ centre
    return Judge(weights.astype(np.float32), intercepts.astype(np.float32))


def _print_held_out(name: str, examples: Sequence[Example], weight: float) -> None:
    judged: list[tuple[Example, str]] = []
    for number in range(_FOLDS):
        judge = fit([e for e in examples if e.fold != number])
        for e in (e for e in examples if e.fold == number and e.weight == weight):
            judged.append((e, joint_verdict([judge_figure(one, judge) for one in e.evidence])))
    if not judged:
        return
    wrong = [(e, got) for e, got in judged if e.wanted != "supported"]
    kinds: dict[str, list[bool]] = defaultdict(list)
    for e, got in judged:
        kinds[e.kind].append(e.wanted == got)
    print(f"{name}: {len(judged)} claims, right {np.mean([e.wanted == got for e, got in judged]):.4f}, "
          f"false supported {np.mean([got == 'supported' for _, got in wrong]):.4f}")  # fmt: skip
    print("  " + ", ".join(f"{k} {np.mean(v):.3f} ({len(v)})" for k, v in sorted(kinds.items())))


def _write(judge: Judge) -> None:
    weights = {n: {v: round(float(judge.weights[i, j]), 4) for i, v in enumerate(VERDICTS)} for j, n in enumerate(FEATURES)}
    intercepts = {v: round(float(judge.intercepts[i]), 4) for i, v in enumerate(VERDICTS)}
    how = "python -m eval.judging: written claims and claims made of the reports that those cite, held out by report"
    data = {"fitted": how, "weights": weights, "intercepts": intercepts}
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
