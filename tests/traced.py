"""Trends made by hand."""

from app.trends.trend import Point, Trend
from corpus.figures.figure import Status
from index.citation import Citation, quote_hash


def make_trend(*rows: tuple[str, str, str, str, Status, bool], measure: str = "粮食产量", title: str = "工作报告") -> Trend:
    """Return a trend; a row is period, value, unit, text, status, restated."""
    points, citations = [], []
    for n, (period, value, unit, text, status, restated) in enumerate(rows, 1):
        quote = f"粮食产量{text}。"
        citations.append(
            Citation(n, f"报告/{period}.txt", title, ("一、回顾",), None, n, n + len(quote), quote, quote_hash(quote))
        )
        points.append(Point(period, value, unit, text, status, f"报告/{period}.txt", (n,), restated))
    return Trend(measure, "青岚县", tuple(points), tuple(citations), 1500.0)


GRAIN = make_trend(
    ("2019", "306000", "吨", "30.6万吨", "actual", False),
    ("2020", "309000", "吨", "30.9万吨", "actual", False),
    ("2020", "308500", "吨", "30.85万吨", "actual", True),
    ("2022", "308000", "吨", "30.8万吨", "actual", False),
    ("2023", "316000", "吨", "31.6万吨", "actual", False),
)
TARGETS = make_trend(
    ("2022", "620000000", "斤", "6.2亿斤", "target", False),
    ("2023", "310000", "吨", "31万吨", "target", False),
    measure="粮食产量目标",
)
