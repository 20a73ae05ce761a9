"""Judge and measure the verdicts of `check`."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from eval.figures_match import printed_quantity, same_value
from eval.measure import Measured, Values, mean_of, means_by_group
from eval.outputs import CheckOutput
from eval.quotes import evidence_positions
from eval.sets import VERDICTS, Claim, Verdict

_FIRST_FIGURE = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d,(]*)")


@dataclass(frozen=True, slots=True)
class CheckJudgement:
    """The verdict wanted and given, "" if none. `right_value` is None if no figure had to be put right or none was refuted."""

    wanted: Verdict
    got: str
    cited: bool
    right_value: bool | None


def judge_check(claim: Claim, output: CheckOutput | None) -> CheckJudgement:
    """Judge the verdict on one claim; None, no output, has no verdict.

    Cited: every piece of evidence is covered by a citation. Right value: a corrected value equals the first number of
    `Claim.correct` in base units; its unit is not compared, for it stands there in running words.
    """
    output = output or CheckOutput("", (), ())
    cited = None not in evidence_positions(claim.evidence, [c.quote for c in output.citations])
    return CheckJudgement(claim.verdict, output.verdict, cited, _right_value(claim, output))


def measure_checks(claims: Sequence[Claim], outputs: Mapping[str, CheckOutput]) -> tuple[Measured, ...]:
    """Return the measures of a run of `check`.

    macro_f1: mean over the three verdicts of F1 = 2tp / (2tp + fp + fn); accuracy; false_supported: share of "supported"
    among the claims that are not; right_value_given: of the claims rightly refuted; cited: of the claims that the reports
    speak of; then accuracy by kind.
    """
    judged = [(c, judge_check(c, outputs.get(c.id))) for c in claims]
    accuracy = [(c.id, float(j.wanted == j.got)) for c, j in judged]
    counts = np.array([_counts(j) for _, j in judged], dtype=np.float64)
    ids = tuple(c.id for c in claims)
    return (
        Measured("macro_f1", ids, counts, macro_f1),
        *(Measured(f"f1 · {verdict}", ids, counts, _f1_of(i)) for i, verdict in enumerate(VERDICTS)),
        mean_of("accuracy", accuracy),
        mean_of("false_supported", [(c.id, j.got == "supported") for c, j in judged if j.wanted != "supported"]),
        mean_of("right_value_given", [(c.id, j.right_value) for c, j in judged if j.right_value is not None]),
        mean_of("cited", [(c.id, j.cited) for c, j in judged if j.wanted != "not_found"]),
        *means_by_group("accuracy", [c.kind for c in claims], accuracy),
    )


def f1_by_verdict(counts: Values) -> Values:
    """Return F1 of each verdict, shape (..., 3), from the counts of `_counts`, shape (..., 9); 0 for a verdict without any."""
    table = counts.reshape(*counts.shape[:-1], len(VERDICTS), 3)
    true, false, missed = table[..., 0], table[..., 1], table[..., 2]
    total = 2 * true + false + missed
    f1: Values = np.divide(2 * true, total, out=np.zeros_like(total), where=total > 0)
    return f1


def macro_f1(counts: Values) -> Values:
    """Return the mean of F1 over the three verdicts, shape (...), from counts of shape (..., 9)."""
    mean: Values = f1_by_verdict(counts).mean(axis=-1)
    return mean


def _f1_of(position: int) -> Callable[[Values], Values]:
    def statistic(counts: Values) -> Values:
        f1: Values = f1_by_verdict(counts)[..., position]
        return f1

    return statistic


def _counts(judgement: CheckJudgement) -> list[bool]:
    """Return (true positive, false positive, false negative) of each verdict in turn."""
    wanted, got = judgement.wanted, judgement.got
    return [flag for v in VERDICTS for flag in (wanted == v == got, got == v != wanted, wanted == v != got)]


def _right_value(claim: Claim, output: CheckOutput) -> bool | None:
    folded = unicodedata.normalize("NFKC", claim.correct).replace(",", "")
    figure = _FIRST_FIGURE.search(folded)
    if not figure or not claim.verdict == output.verdict == "refuted":
        return None
    right = printed_quantity(Decimal(figure[1]), figure[2].strip())
    return any(same_value(right.value, quantity.value) for quantity in output.corrected)
