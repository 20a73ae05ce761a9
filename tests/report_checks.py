"""What holds for every report that is read."""

from itertools import pairwise

from corpus.report import Report


def check_report(report: Report) -> None:
    """Assert what holds for every report: sections tile the text, passages and figures are exact and lie in their places."""
    text = report.text
    assert "".join(text[s.start : s.end] for s in report.sections) == text
    assert [p for p in report.passages if p.text != text[p.start : p.end] or not p.text.strip()] == []
    # A row begins or ends with a space where its first or last cell is empty.
    assert [p for p in report.passages if not p.context and p.text != p.text.strip()] == []
    assert all(a.end <= b.start for a, b in pairwise(report.passages))
    owners = [report.sections[p.section] for p in report.passages]
    assert all(s.start <= p.start and p.end <= s.end for s, p in zip(owners, report.passages, strict=True))
    for passage, figures in zip(report.passages, report.figures, strict=True):
        assert [f for f in figures if f.text != text[f.start : f.end]] == []
        assert all(passage.start <= f.start < f.end <= passage.end for f in figures)
