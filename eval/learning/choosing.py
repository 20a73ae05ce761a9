"""Fit the choice of figures and of sentences."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from app import reading_text
from app.choosing import candidates, chooser
from app.choosing.candidates import figure_candidates, of_the_place
from app.choosing.sentences import sentences_of
from app.choosing.words import WordMatcher
from eval.cell_questions import is_invented
from eval.learning.answering import REFUSED_FIGURES, REFUSED_SENTENCES, Held, fit_confidence, judge, refused, without_answer
from eval.learning.folds import Example, Fold, Matrix, admitted, counts_of, query_of, with_translations
from eval.learning.labels import is_answer, is_evidence
from eval.learning.softmax import fit_softmax
from eval.learning.writing import write_weights
from index.opening import Library
from index.search import closest, rank, retrieve

# One in so many invented questions is learnt from in choosing: all of them, a fifth of the whole, drew answers away from running text
# (own set on the samples 0.586 -> 0.514).
_INVENTED_SHARE = 3


def fit_choosing(folds: Sequence[Fold]) -> None:
    """Fit the choice of figures and of sentences, and the probability below which nothing is answered."""
    figures, sentences = choosing_examples(folds)
    fit_figures(figures)
    fit_sentences(sentences)


def choosing_examples(folds: Sequence[Fold]) -> tuple[list[Example], list[Example]]:
    """Return what the questions give to learn from, for figures and for sentences."""
    figures, sentences = [], []
    for number, fold in enumerate(folds):
        matcher = WordMatcher(fold.library.encoder, fold.library.lexical.share)
        for place, row in enumerate(fold.rows):
            if is_invented(row) and place % _INVENTED_SHARE:
                continue
            figure, sentence = choosing_example(fold.library, matcher, row, number)
            figures += [figure] if figure is not None else []
            sentences += [sentence] if sentence is not None else []
    return figures, sentences


def choosing_example(
    library: Library, matcher: WordMatcher, row: dict[str, Any], group: int
) -> tuple[Example | None, Example | None]:
    """Return what a question gives to learn from, for figures or for sentences; neither for one that is worked out from several."""
    query = query_of(library, row)
    if (
        query.scope.unknown
        or len(query.scope.places) > 1
        or row["type"] in {"derived", "multi_year", "comparison", "cross_entity"}
    ):
        return None, None
    query = with_translations(library, query)
    ranked = rank(query, closest(library, query, retrieve(library, query, admitted(library, query))))[:16]
    sentences = sentences_of(ranked)
    if not sentences:
        return None, None
    answerable = bool(row["evidence"])
    if query.need.task == "text":
        features = reading_text.sentence_features(library.encoder, matcher, query, sentences)
        labels = np.array([is_evidence(row, s.ranked.passage.report, s.text, share=0.5) for s in sentences], dtype=np.bool_)
        return None, Example(row["id"], group, features, labels, answerable, counts=counts_of(row))
    vectors = library.encoder.encode_queries([query.whole_wording, *(s.text for s in sentences)])
    found = of_the_place(query, figure_candidates(query, sentences, matcher, vectors[1:] @ vectors[0]))
    if not found or (answerable and not row["values"]):
        return None, None
    labels = np.array([is_answer(row, c) for c in found], dtype=np.bool_)
    places = np.array(
        [c.sentence.ranked.passage.id * 10_000 + c.sentence.start - c.sentence.ranked.passage.start for c in found],
        dtype=np.int64,
    )
    values = np.array([f"{c.figure.value}{c.figure.unit}" for c in found], dtype=np.object_)
    told = np.stack([c.features for c in found])
    return Example(row["id"], group, told, labels, answerable, values, places, counts_of(row)), None


def fit_figures(examples: Sequence[Example]) -> None:
    """Fit the choice among candidates (a softmax over each question's own), then the confidence in the best on the other half's choices."""
    answerable = [e for e in examples if e.answerable]
    print(
        f"figures: {len(examples)} questions, {len(answerable)} answerable, answer among the candidates of {sum(e.labels.any() for e in answerable)}"
    )
    held: list[Held] = []
    for group in (0, 1):
        values = fit_softmax([e for e in examples if e.group != group])
        for e in (e for e in examples if e.group == group):
            held.append(judge(e, values, made_up=False))
            poorer = without_answer(e)
            if poorer is not None:
                held.append(judge(poorer, values, made_up=True))
    print(f"  held out: best candidate right {np.mean([h.right for h in held if h.answerable]):.4f} of the answerable")
    found = fit_confidence(held, most=REFUSED_FIGURES)
    sure, threshold = found.sure, found.threshold
    right = [
        (s >= threshold and h.right) if h.answerable else s < threshold for h, s in zip(held, sure, strict=True) if not h.made_up
    ]
    print(f"  at {threshold:.3f}: right {np.mean(right):.4f}, abstains rightly {refused(held, sure, threshold, answerable=False):.4f}, "
          f"wrongly {refused(held, sure, threshold, answerable=True):.4f}")  # fmt: skip
    write_weights(chooser.WEIGHTS, candidates.FEATURES, fit_softmax(examples), found.intercept, found.written(chooser.EVIDENCE))


def fit_sentences(examples: Sequence[Example]) -> None:
    """Fit the choice among sentences, and the confidence in the best; print how often both are right on the half that they were not fitted on."""
    held: list[Held] = []
    for group in (0, 1):
        values = fit_softmax([_chosen_by(e) for e in examples if e.group != group])
        for e in (e for e in examples if e.group == group):
            held.append(judge_sentences(e, values, made_up=False))
            if e.answerable and e.labels.any() and not e.labels.all():
                held.append(judge_sentences(without_sentences(e), values, made_up=True))
    print(f"sentences: {len(examples)} questions, held out: right {np.mean([h.right for h in held if h.answerable]):.4f}")
    found = fit_confidence(held, most=REFUSED_SENTENCES)
    told = found.sure < found.threshold
    robbed, lost = (np.mean(told[np.array(of, dtype=np.bool_)]) for of in ([h.made_up for h in held], [h.right for h in held]))
    print(f"  at {found.threshold:.3f}: refuses {robbed:.4f} of those robbed of their answer, {lost:.4f} of the right")
    values = fit_softmax([_chosen_by(e) for e in examples])
    write_weights(reading_text.WEIGHTS, reading_text.FEATURES, values, found.intercept, found.written(reading_text.EVIDENCE))


def judge_sentences(e: Example, values: Matrix, *, made_up: bool) -> Held:
    """Return the best sentence of a question by these weights, with the evidence for it."""
    scores = e.features[:, : len(reading_text.FEATURES)] @ values
    evidence = reading_text.sentence_evidence(e.features, scores)
    return Held(evidence, bool(e.labels[int(np.argmax(scores))]), e.answerable, made_up, e.counts)


def _chosen_by(e: Example) -> Example:
    """Return a question with the features alone by which sentences are chosen."""
    return replace(e, features=e.features[:, : len(reading_text.FEATURES)])


def without_sentences(e: Example) -> Example:
    """Return a question as it would be without the sentences that answer it."""
    return replace(e, features=e.features[~e.labels], labels=e.labels[~e.labels], answerable=False)
