"""Batches: tokenized queries, candidate passages and which of them answers each query."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.training.pairs import Task
from index.training.questions import Evidence, Question, ReportTexts, find_passage

_REPORTS = 8  # reports of one batch of questions

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Token ids of many texts, end to end; text i is `ids[starts[i]:starts[i + 1]]`."""

    ids: NDArray[np.int32]
    starts: Numbers

    def take(self, chosen: Numbers) -> "Tokens":
        """Take some of the texts."""
        rows = [self.ids[self.starts[i] : self.starts[i + 1]] for i in chosen]
        return Tokens(ids=np.concatenate(rows), starts=np.concatenate([[0], np.cumsum([len(row) for row in rows])]))


@dataclass(frozen=True, slots=True)
class Batch:
    """One step's texts. `target[i]` is the passage of query i; where `ignored[i, j]`, passage j is no wrong answer to it either."""

    name: str
    queries: Tokens
    passages: Tokens
    target: Numbers
    ignored: NDArray[np.bool_]


def tokenize(tokenizer: Tokenizer, texts: Sequence[str]) -> Tokens:
    """Tokenize texts into one array."""
    rows = [np.array(encoding.ids, np.int32) for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
    return Tokens(ids=np.concatenate(rows), starts=np.concatenate([[0], np.cumsum([len(row) for row in rows])]))


def draw_batches(
    tasks: Sequence[Task], tokenizer: Tokenizer, *, steps: int, size: int, rng: np.random.Generator
) -> Iterator[Batch]:
    """Draw `steps` batches, each of one task, the tasks in proportion to their shares."""
    queries = [tokenize(tokenizer, [pair.query for pair in task.pairs]) for task in tasks]
    passages = [tokenize(tokenizer, [pair.passage for pair in task.pairs]) for task in tasks]
    keys = [np.unique([pair.passage for pair in task.pairs], return_inverse=True)[1] for task in tasks]
    shares = np.array([task.share for task in tasks])
    for which in rng.choice(len(tasks), size=steps, p=shares / shares.sum()):
        chosen = _draw(len(tasks[which].pairs), size, tasks[which].run, rng)
        same = keys[which][chosen]
        target = np.arange(len(chosen))
        ignored = (same[:, None] == same[None, :]) & (target[:, None] != target[None, :])
        yield Batch(tasks[which].name, queries[which].take(chosen), passages[which].take(chosen), target, ignored)


def _draw(count: int, size: int, run: int, rng: np.random.Generator) -> Numbers:
    """Draw runs of neighbours from `count` pairs, without repetition."""
    runs = rng.permutation(-(-count // run))[: max(1, size // run)]
    chosen = (runs[:, None] * run + np.arange(run)[None, :]).ravel()
    return chosen[chosen < count]


def draw_question_batches(
    questions: Sequence[Question],
    reports: Mapping[str, ReportTexts],
    tokenizer: Tokenizer,
    *,
    epochs: int,
    rng: np.random.Generator,
) -> Iterator[Batch]:
    """Draw batches of the questions about a few reports, with all passages of those reports as candidates.

    Where the text of a report is not at hand, its candidates are the evidence and the wrong passages that the questions name.
    """
    by_report: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_report[question.evidence[0].report].append(question)
    for _ in range(epochs):
        order = rng.permutation(sorted(by_report))
        for start in range(0, len(order), _REPORTS):
            yield _question_batch([q for name in order[start : start + _REPORTS] for q in by_report[name]], reports, tokenizer)


def question_batch_count(questions: Sequence[Question], *, epochs: int) -> int:
    """Count the batches that `draw_question_batches` will draw."""
    return epochs * -(-len({question.evidence[0].report for question in questions}) // _REPORTS)


def _question_batch(questions: Sequence[Question], reports: Mapping[str, ReportTexts], tokenizer: Tokenizer) -> Batch:
    """Make one row a piece of evidence; what holds other evidence of the same question is ignored."""
    candidates: dict[str, int] = {}
    for name in sorted({evidence.report for question in questions for evidence in question.evidence} & reports.keys()):
        for passage in reports[name].encoded:
            candidates.setdefault(passage, len(candidates))
    golds = [[_gold(evidence, reports) for evidence in question.evidence] for question in questions]
    for text in [text for gold in golds for text in gold]:
        candidates.setdefault(text, len(candidates))
    for text in [question.wrong for question in questions if question.wrong]:
        if not any(text in candidate for candidate in candidates):
            candidates[text] = len(candidates)
    rows = [(question.text, gold, text) for question, gold in zip(questions, golds, strict=True) for text in gold]
    target = np.array([candidates[text] for _, _, text in rows])
    ignored = np.zeros((len(rows), len(candidates)), np.bool_)
    for row, (_, gold, text) in enumerate(rows):
        ignored[row, [candidates[other] for other in gold if other != text]] = True
    return Batch(
        "reports", tokenize(tokenizer, [text for text, _, _ in rows]), tokenize(tokenizer, list(candidates)), target, ignored
    )


def _gold(evidence: Evidence, reports: Mapping[str, ReportTexts]) -> str:
    report = reports.get(evidence.report)
    place = find_passage(report.passages, evidence.text) if report else None
    return report.encoded[place] if report and place is not None else evidence.text
