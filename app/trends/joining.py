"""Targets beside outcomes: two trends of one measure made one."""

from dataclasses import replace

from app.trends.trend import Trend

_TARGET = "目标"


def target_measure(measure: str) -> str | None:
    """Return what to ask for the targets of a measure, None where targets are asked for already."""
    return None if _TARGET in measure or "target" in measure.casefold() else f"{measure}{_TARGET}"


def join_trends(outcomes: Trend, targets: Trend) -> Trend:
    """Return the outcomes with the targets among them, by period; the citations of the targets are numbered on."""
    shift = len(outcomes.citations)
    aimed = [replace(p, citations=tuple(n + shift for n in p.citations)) for p in targets.points if p.status == "target"]
    used = {n for point in aimed for n in point.citations}
    cited = [replace(c, n=c.n + shift) for c in targets.citations if c.n + shift in used]
    points = sorted((*outcomes.points, *aimed), key=lambda p: (p.period, p.status == "target"))
    return replace(
        outcomes,
        points=tuple(points),
        citations=(*outcomes.citations, *cited),
        latency_ms=outcomes.latency_ms + targets.latency_ms,
    )
