"""Fit the ranking of passages."""

from collections.abc import Iterable, Sequence

import numpy as np

from eval.learning.folds import Example, Fold, admitted, counts_of, query_of, with_translations
from eval.learning.labels import is_evidence
from eval.learning.softmax import fit_softmax, hit
from eval.learning.writing import write_weights
from index import ranking
from index.search import detailed, retrieve

# Questions for figures, which these are, make a passage without one look worse than it is: of a question in words that is read as one for a
# figure 21 of 1,000 first places of a neutral set were lost at the fitted -4.1 (eval/LOG.md, 2026-11-27, fifth).
_HELD = {ranking.FEATURES.index("no_figure"): -2.2}


def fit_ranking(folds: Sequence[Fold]) -> None:
    """Fit the passage ranking: what makes the evidence likeliest among all candidates of its question.

    Pairs of one evidence and one other candidate, all counted alike, gave 0.842 at the first place where this gives 0.857.
    """
    examples = [e for number, fold in enumerate(folds) for e in passage_examples(fold, number)]
    reachable = [e for e in examples if e.labels.any()]
    print(f"ranking: {len(examples)} questions, evidence among the candidates of {len(reachable)}")
    for group in range(len(folds)):
        values = fit_softmax([e for e in reachable if e.group != group], _HELD)
        held = [e for e in examples if e.group == group]
        print(f"  held-out part {group}: " + ", ".join(f"hit@{k} {hit(held, values, k):.4f}" for k in (1, 5, 10)))
    values = fit_softmax(reachable, _HELD)
    write_weights(ranking.WEIGHTS, ranking.FEATURES, values, 0.0, {})


def passage_examples(fold: Fold, number: int) -> Iterable[Example]:
    """Yield the candidates of each question with evidence, as the ranking sees them."""
    library = fold.library
    for row in fold.rows:
        if not row["evidence"]:
            continue
        query = query_of(library, row)
        query = with_translations(library, query)
        found = detailed(library, query, retrieve(library, query, admitted(library, query)))
        labels = np.array([is_evidence(row, r.passage.report, r.passage.text) for r in found], dtype=np.bool_)
        told = ranking.features(query, found)
        yield Example(row["id"], number, told, labels, answerable=True, counts=counts_of(row))
