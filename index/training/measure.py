"""Measuring a token table: does a question find its passage, a sentence its translation?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.encoder import Vectors
from index.training.everyday import Paragraph
from index.training.questions import Question, ReportTexts, find_passage

Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Recall:
    """Of how many questions all evidence is among the first 1, 5 and 10 passages, as shares of `questions`."""

    questions: int
    at_1: float
    at_5: float
    at_10: float


@dataclass(frozen=True, slots=True)
class Translation:
    """The share of English sentences whose nearest Chinese one is theirs, and the other way."""

    to_chinese: float
    to_english: float


@dataclass(frozen=True, slots=True)
class OwnClause:
    """Of how many invented questions their clause comes first in its paragraph, and among the first 1 and 5 of all paragraphs, as shares."""

    questions: int
    in_paragraph: float
    at_1: float
    at_5: float


def measure_paragraphs(encode: Encode, paragraphs: Sequence[Paragraph]) -> OwnClause:
    """Look up the questions about paragraphs that were held out among all of their clauses."""
    asked = [(p, place, q) for p, paragraph in enumerate(paragraphs) for place, c in enumerate(paragraph) for q in c.questions]
    starts = np.cumsum([0, *(len(paragraph) for paragraph in paragraphs)])
    clauses = encode([clause.text for paragraph in paragraphs for clause in paragraph])
    scores = encode([question for _, _, question in asked]) @ clauses.T
    own = np.array([starts[p] + place for p, place, _ in asked])
    better = scores > scores[np.arange(len(asked)), own][:, None]
    beside = np.array([row[starts[p] : starts[p + 1]].any() for row, (p, _, _) in zip(better, asked, strict=True)])
    ranks = better.sum(axis=1)
    return OwnClause(len(asked), float(np.mean(~beside)), float(np.mean(ranks < 1)), float(np.mean(ranks < 5)))


def measure_questions(encode: Encode, questions: Sequence[Question], reports: Mapping[str, ReportTexts]) -> Recall:
    """Rank the passages of the right reports for each question; a question whose evidence is not in a report that was read is skipped."""
    vectors = {name: encode(report.encoded) for name, report in reports.items()}
    asked = [question for question in questions if question.reports() <= reports.keys()]
    ranks = []
    for question, vector in zip(asked, encode([question.text for question in asked]), strict=True):
        worst = _worst_rank(question, vector, vectors, reports)
        if worst is not None:
            ranks.append(worst)
    found = np.array(ranks, np.int64)
    at_1, at_5, at_10 = (float(np.mean(found < k)) if ranks else 0.0 for k in (1, 5, 10))
    return Recall(questions=len(ranks), at_1=at_1, at_5=at_5, at_10=at_10)


def measure_translation(encode: Encode, pairs: Sequence[Mapping[str, str]]) -> Translation:
    """Look up each sentence among all of the other language."""
    scores = encode([pair["en"] for pair in pairs]) @ encode([pair["zh"] for pair in pairs]).T
    right = np.arange(len(pairs))
    return Translation(float(np.mean(scores.argmax(axis=1) == right)), float(np.mean(scores.argmax(axis=0) == right)))


def _worst_rank(
    question: Question, vector: Vectors, vectors: Mapping[str, Vectors], reports: Mapping[str, ReportTexts]
) -> int | None:
    """Rank the evidence that comes last, from 0; None where some of it is in no passage."""
    names = sorted(question.reports())
    first = dict(zip(names, np.cumsum([0, *(len(vectors[name]) for name in names)])[:-1], strict=True))
    scores = np.concatenate([vectors[name] for name in names]) @ vector
    ranks = np.argsort(np.argsort(-scores, kind="stable"))
    worst = 0
    for evidence in question.evidence:
        place = find_passage(reports[evidence.report].passages, evidence.text)
        if place is None:
            return None
        worst = max(worst, int(ranks[first[evidence.report] + place]))
    return worst
