"""Judge and measure the passages of `find`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.measure import Measured, mean_of, means_by_group
from eval.outputs import FoundOutput
from eval.quotes import evidence_positions
from eval.sets import Question

CUTS = (1, 5, 10)
DEPTH = 10


@dataclass(frozen=True, slots=True)
class RankJudgement:
    """At which rank, from 1, all evidence of a question and any of it has been found; None if it is not among the hits."""

    all_at: int | None
    any_at: int | None


def judge_found(question: Question, output: FoundOutput | None) -> RankJudgement:
    """Judge the hits for one question that has evidence; None, no output, has no hits."""
    positions = evidence_positions(question.evidence, output.hits if output else ())
    found = [p + 1 for p in positions if p is not None]
    return RankJudgement(max(found) if len(found) == len(positions) else None, min(found, default=None))


def recall_at(rank: int | None, k: int) -> float:
    """Return 1 if the rank is among the first k, else 0."""
    return float(rank is not None and rank <= k)


def reciprocal_rank(rank: int | None) -> float:
    """Return 1 / rank, 0 beyond ten hits."""
    return 1 / rank if rank is not None and rank <= DEPTH else 0.0


def measure_found(questions: Sequence[Question], outputs: Mapping[str, FoundOutput]) -> tuple[Measured, ...]:
    """Return the measures of a run of `find` over the questions that have evidence.

    recall@k: share of questions all of whose evidence is among the first k hits; any@k: at least one piece of it; mrr@10: mean of
    1 / the rank at which all of it has been seen; then recall@5 by type of question.
    """
    judged = [(q, judge_found(q, outputs.get(q.id))) for q in questions if q.evidence]
    at_five = [(q.id, recall_at(j.all_at, 5)) for q, j in judged]
    return (
        mean_of("recall@5", at_five),
        *(mean_of(f"recall@{k}", [(q.id, recall_at(j.all_at, k)) for q, j in judged]) for k in CUTS if k != 5),
        *(mean_of(f"any@{k}", [(q.id, recall_at(j.any_at, k)) for q, j in judged]) for k in CUTS),
        mean_of(f"mrr@{DEPTH}", [(q.id, reciprocal_rank(j.all_at)) for q, j in judged]),
        *means_by_group("recall@5", [q.type for q, _ in judged], at_five),
    )
