"""Compare the outputs of two runs item by item."""

from dataclasses import dataclass
from pathlib import Path

from eval.json_lines import LinesError
from eval.measure import Difference, compare
from eval.named import EvalSet, load_set
from eval.outputs import load_rows
from eval.scoring import Job, job_of, measure_rows


@dataclass(frozen=True, slots=True)
class Comparison:
    """How outputs B differ from outputs A on a set, measure by measure."""

    set_name: str
    job: Job
    differences: tuple[Difference, ...]


def compare_files(a: Path, b: Path, *, set_name: str | None = None) -> Comparison:
    """Compare two files of outputs of the same job on the same set.

    The set is the first part of A's name if it is not given: `b.ask.jsonl` are answers to set b. Raises LinesError for files
    without outputs of that set, or of different jobs.
    """
    name = set_name or a.name.partition(".")[0]
    eval_set = load_set(name)
    rows_a, rows_b = load_rows(a), load_rows(b)
    job, other = job_of(rows_a), job_of(rows_b)
    if job is None or job != other:
        raise LinesError(
            f"{a} and {b}: hold outputs of {job or 'nothing'} and {other or 'nothing'}; give two runs of the same job"
        )
    for path, rows in ((a, rows_a), (b, rows_b)):
        if not _ids(eval_set, job) & {row["id"] for row in rows}:
            raise LinesError(f"{path}: holds no item of the set {name}; name the set that it answers with --set")
    measured = zip(measure_rows(job, eval_set, rows_a), measure_rows(job, eval_set, rows_b), strict=True)
    return Comparison(eval_set.name, job, tuple(compare(x, y) for x, y in measured))


def _ids(eval_set: EvalSet, job: Job) -> set[str]:
    return {c.id for c in eval_set.claims} if job == "check" else {q.id for q in eval_set.questions}
