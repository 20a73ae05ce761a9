"""The results of all systems as a Markdown table."""

from collections.abc import Sequence

from eval.retrieval.tables import gain, interval, named
from eval.rivals.measuring import IN_BUDGET, RivalResult

_SHOWN = ("recall@1", "recall@5", "recall@10", IN_BUDGET)
_COMPARED = "recall@5"


def rivals_table(results: Sequence[RivalResult], *, title: str) -> str:
    """Return a row a system, and below how each was set up. The first is what recall@5 of the others is compared with (paired)."""
    lines = [
        title,
        "",
        f"| system | {' | '.join(_SHOWN)} | {_COMPARED} against {results[0].system.name} | characters a hit | "
        "ready in | indexed in | query p50 / p95 | processor, index / a query | memory |",
        f"|---|{'--:|' * (len(_SHOWN) + 7)}",
        *(_row(r, results[0]) for r in results),
        "",
        *(f"- {r.system.name}: {r.system.package} {r.version}; {r.system.setup}." for r in results),
    ]
    return "\n".join(lines)


def _row(result: RivalResult, first: RivalResult) -> str:
    cells = [
        result.system.name,
        *(interval(named(result.measured, name)) for name in _SHOWN),
        "–" if result is first else gain(first.measured, result.measured, _COMPARED),
        f"{result.hit_characters:.0f}",
        f"{result.start_s:.1f} s",
        f"{result.index_s:.1f} s",
        f"{result.latency.p50:.1f} / {result.latency.p95:.1f} ms",
        f"{result.index_cpu_s:.1f} s / {result.query_cpu_ms:.1f} ms",
        f"{result.memory_mb:.0f} MB",
    ]
    return f"| {' | '.join(cells)} |"
