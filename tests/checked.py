"""Checked texts made by hand."""

from app.verdict import Check, CheckedFigure, Claim, Correct, FigureVerdict, Place, joint_verdict, verdict_of
from index.citation import Citation, quote_hash

QUOTE = "全年城镇新增就业1.28万人，比上年多增900人，城镇调查失业率稳定在5.2%左右。"


def cite(n: int, quote: str = QUOTE, *, title: str = "青岚县2024年政府工作报告", report: str = "工作报告/2024.txt") -> Citation:
    return Citation(n, report, title, ("一、2023年工作回顾", "（二）就业"), 3, 100, 100 + len(quote), quote, quote_hash(quote))


def place_in(citation: Citation, said: str) -> Place:
    """Return where a figure first stands in a quote; nowhere, at its beginning, if it is not written there."""
    at = citation.quote.find(said)
    start = citation.start + max(at, 0)
    return Place(citation.n, start, start + len(said) * (at >= 0))


def make_check(text: str, *figures: tuple[str, FigureVerdict, str], citations: tuple[Citation, ...] = (cite(1),)) -> Check:
    """Return a check of a text with one claim; a figure is its text, verdict and the report's value ("" for none)."""
    found, at = [], 0
    for shown, verdict, right in figures:
        start = text.index(shown, at)
        at = start + len(shown)
        correct = Correct(right, "1", "") if right else None
        places = () if verdict == "not_found" else (place_in(citations[0], right or shown),)
        found.append(CheckedFigure(shown, start, at, "1", "", verdict, correct, right, None, places))
    joint = joint_verdict([verdict_of(f.verdict) for f in found])
    return Check(text, joint, (Claim(text, 0, len(text), joint, tuple(found)),), citations, 1234.0)
