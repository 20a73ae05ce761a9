"""Scores and differences as Markdown tables, which read well in a terminal too."""

import math
from collections.abc import Iterator

from eval.comparing import Comparison
from eval.json_lines import Json
from eval.measure import Difference, score
from eval.named import EvalSet
from eval.running import Evaluation


def score_table(evaluation: Evaluation) -> str:
    """Return the scores of a run with their 95 % intervals."""
    run, latency = evaluation.run, evaluation.latency
    failed = f", {run.failed} failed" if run.failed else ""
    scores = [score(m) for m in evaluation.measured]
    lines = [
        f"{evaluation.name} · {run.job}: {len(run.rows)} items{failed}, p50 {latency.p50:.1f} ms, p95 {latency.p95:.1f} ms",
        "",
        "| measure | value | 95 % | n |",
        "|---|--:|--:|--:|",
        *(f"| {s.name} | {_number(s.value)} | {_number(s.low)} – {_number(s.high)} | {s.n} |" for s in scores),
    ]
    return "\n".join(lines)


def difference_table(comparison: Comparison) -> str:
    """Return the differences between two runs, and the items that the first measure of single items won and lost."""
    single = next((d for d in comparison.differences if d.won or d.lost), None)
    lines = [
        f"{comparison.set_name} · {comparison.job}: B against A",
        "",
        "| measure | A | B | B − A | 95 % | higher in B | lower in B | n |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *map(_difference_row, comparison.differences),
    ]
    if single:
        lines += [
            "",
            f"{single.name}, higher in B: {' '.join(single.won) or '–'}",
            f"{single.name}, lower in B: {' '.join(single.lost) or '–'}",
        ]
    return "\n".join(lines)


def wrong_items(evaluation: Evaluation, eval_set: EvalSet) -> Iterator[str]:
    """Yield each item that the first measure of single items gives 0: id, what was asked, what was wanted, what came."""
    measured = next(m for m in evaluation.measured if m.is_mean)
    came = {row["id"]: row for row in evaluation.run.rows}
    asked = {q.id: (q.question, q.answer) for q in eval_set.questions} | {c.id: (c.claim, c.verdict) for c in eval_set.claims}
    for id_ in (id_ for id_, row in zip(measured.ids, measured.rows, strict=True) if row[0] == 0):
        text, wanted = asked[id_]
        yield f"{id_} {text}\n    wanted: {wanted}\n    came:   {_came(came[id_])}"


def _came(row: Json) -> str:
    hits = " ‖ ".join(f"{hit['report']}: {hit['text'][:60]}" for hit in row.get("hits", [])[:3])
    text = row.get("error") or row.get("answer") or row.get("verdict") or hits or "nothing"
    return " ".join(str(text).split())


def _difference_row(d: Difference) -> str:
    sign = f"{d.value:+.3f}" if not math.isnan(d.value) else "–"
    interval = f"{d.low:+.3f} – {d.high:+.3f}" if not math.isnan(d.low) else "–"
    return f"| {d.name} | {_number(d.a)} | {_number(d.b)} | {sign} | {interval} | {len(d.won)} | {len(d.lost)} | {d.n} |"


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}"
