"""The results of the stages as a Markdown table."""

from collections.abc import Sequence
from itertools import pairwise

from eval.measure import Measured, compare, score
from eval.retrieval.ablation import StageResult

_SHOWN = ("recall@1", "recall@5", "recall@10")
_COMPARED = "recall@5"


def ablation_table(results: Sequence[StageResult], *, title: str) -> str:
    """Return a row a stage: recall with its 95 % interval, how far recall@5 lies above the row before (paired), and the time."""
    lines = [
        title,
        "",
        f"| find | {' | '.join(_SHOWN)} | {_COMPARED} against the row above | p50 / p95 |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    gains = ["–", *(gain(before.measured, after.measured, _COMPARED) for before, after in pairwise(results))]
    return "\n".join([*lines, *(_row(result, gain) for result, gain in zip(results, gains, strict=True))])


def interval(measured: Measured) -> str:
    """Return a measure as its value with the 95 % interval behind it."""
    s = score(measured)
    return f"{s.value:.3f} ({s.low:.2f}–{s.high:.2f})"


def named(measured: Sequence[Measured], name: str) -> Measured:
    """Return the measure of a name."""
    return next(m for m in measured if m.name == name)


def _row(result: StageResult, gain: str) -> str:
    shown = " | ".join(interval(named(result.measured, name)) for name in _SHOWN)
    return f"| {result.name} | {shown} | {gain} | {result.latency.p50:.1f} / {result.latency.p95:.1f} ms |"


def gain(before: Sequence[Measured], after: Sequence[Measured], name: str) -> str:
    """Return how far a measure lies above that of another run on the same questions (paired), with the 95 % interval."""
    d = compare(named(before, name), named(after, name))
    return f"{d.value:+.3f} ({d.low:+.2f} – {d.high:+.2f})"
